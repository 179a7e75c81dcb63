"""The locks: exact, free of places, and in keeping with pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.house.locks import APP, DEV


def _pins(lock: Path) -> dict[str, str]:
    """Read a lock as package → version."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("lock", [APP, DEV])
def test_every_package_has_one_version_and_a_hash(root: Path, lock: str):
    text = (root / lock).read_text("utf-8")
    blocks = [line for line in text.replace("\\\n", "").splitlines() if line and line.lstrip()[0] != "#"]
    assert blocks
    assert [block for block in blocks if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:", block)] == []


def test_locks_hold_what_the_project_asks_for(root: Path):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    app, dev = _pins(root / APP), _pins(root / DEV)
    for text in project["dependencies"]:
        wanted = Requirement(text)
        assert app[wanted.name] in wanted.specifier
    for text in project["optional-dependencies"]["dev"]:
        wanted = Requirement(text)
        assert dev[wanted.name] in wanted.specifier


def test_developers_work_with_the_versions_that_users_get(root: Path):
    assert _pins(root / APP).items() <= _pins(root / DEV).items()
