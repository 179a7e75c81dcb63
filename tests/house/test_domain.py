"""The rules are pure: the domain imports the standard library and itself, and asks no clock or file."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# These are in the standard library, yet reach for the clock, the machine or chance.
REACHING = {
    "asyncio", "gettext", "io", "locale", "logging", "os", "pathlib", "random", "secrets", "shutil", "socket",
    "sqlite3", "subprocess", "sys", "tempfile", "threading", "time",
}  # fmt: skip
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}
TALK = {"open", "print", "input", "exec", "eval", "__import__"}


def _imports(tree: ast.Module) -> Iterator[str]:
    """Name every module that the code imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def _calls(tree: ast.Module) -> Iterator[str]:
    """Name every function that the code calls."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield f".{node.func.attr}"


def faults(source: str) -> list[str]:
    """List what a module of the domain must not do."""
    tree = ast.parse(source)
    banned_calls = TALK | {f".{name}" for name in CLOCKS}
    found = [f"calls {name}" for name in _calls(tree) if name in banned_calls]
    for module in _imports(tree):
        top = module.partition(".")[0]
        own = module == "pmo_tui.domain" or module.startswith("pmo_tui.domain.")
        if not own and (top not in sys.stdlib_module_names or top in REACHING):
            found.append(f"imports {module}")
    return found


def test_the_domain_is_pure(root: Path):
    found = {
        path.relative_to(root).as_posix(): wrong
        for path in sorted((root / "pmo_tui/domain").rglob("*.py"))
        if (wrong := faults(path.read_text("utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "import os.path",
        "from time import sleep",
        "from pmo_tui.words import _",
        "import peewee",
        "def late():\n    import db",
        "from datetime import date\nx = date.today()",
        "import datetime\nx = datetime.datetime.now()",
        "x = open('file')",
    ],
)
def test_the_guard_sees(source: str):
    assert len(faults(source)) == 1


def test_the_guard_lets_pure_code_pass():
    assert (
        faults("from datetime import date\nfrom pmo_tui.domain.money import cents\nx = date(2026, 1, 1)")
        == []
    )
