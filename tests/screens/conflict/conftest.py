"""A portfolio with a project that has a life behind it."""

from pathlib import Path

import pytest

from tests.driving.dossier import with_a_life


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Give the database."""
    return with_a_life(tmp_path / "dsi.db")
