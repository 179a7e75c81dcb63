"""Registers for every test of their screens, made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.driving.raid import with_registers


@pytest.fixture(scope="session")
def made_registers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the registers once."""
    return with_registers(tmp_path_factory.mktemp("registers") / "pmo.db")


@pytest.fixture
def registers(made_registers: Path, tmp_path: Path) -> Path:
    """Give a copy of the registers, to do with as one likes."""
    return Path(shutil.copy(made_registers, tmp_path / "pmo.db"))
