"""Places: where config.toml, state.toml, the database and the log of failures live on this system."""

from __future__ import annotations

import os
from pathlib import Path

NAME = "pmo-tui"
CONFIG_VARIABLE = "PMO_TUI_CONFIG"
DATABASE_VARIABLE = "PMO_TUI_DB"


def config_file() -> Path:
    """Give the path of config.toml, whether it is there or not; PMO_TUI_CONFIG names another one."""
    named = os.environ.get(CONFIG_VARIABLE)
    return Path(named).expanduser() if named else Path(_folder("user_config_dir")) / "config.toml"


def state_file() -> Path:
    """Give the path of state.toml."""
    return Path(_folder("user_state_dir")) / "state.toml"


def log_file() -> Path:
    """Give the path of the file that takes the traceback of an unexpected failure."""
    return Path(_folder("user_state_dir")) / "failures.log"


def database_file() -> Path:
    """Give the path of the portfolio that is opened where nothing names another one."""
    return Path(_folder("user_data_dir")) / "portfolio.db"


def demo_file() -> Path:
    """Give the path of the demo portfolio."""
    return Path(_folder("user_data_dir")) / "demo.db"


def _folder(which: str) -> str:
    """Ask platformdirs for a folder; it is imported only now, since most commands name their files."""
    import platformdirs

    folder: str = getattr(platformdirs, which)(NAME, appauthor=False)
    return folder
