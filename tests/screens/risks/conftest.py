"""A register for every test of its screens, made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.driving.register import with_a_register


@pytest.fixture(scope="session")
def made_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the register once."""
    return with_a_register(tmp_path_factory.mktemp("register") / "pmo.db")


@pytest.fixture
def register(made_register: Path, tmp_path: Path) -> Path:
    """Give a copy of the register, to do with as one likes."""
    return Path(shutil.copy(made_register, tmp_path / "pmo.db"))
