"""Places: where config.toml, state.toml, the database and the log of failures live on this system."""

from __future__ import annotations

import os
import sys
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
    """Give one of this program's folders, as the system has it.

    On Linux the rule is one line, and platformdirs would cost a tenth of a whole command; elsewhere it is asked.
    """
    if sys.platform == "linux":
        variable, usual = _LINUX[which]
        return os.path.join(os.environ.get(variable, "").strip() or os.path.expanduser(usual), NAME)  # noqa: PTH111, PTH118
    import platformdirs

    folder: str = getattr(platformdirs, which)(NAME, appauthor=False)
    return folder


_LINUX = {
    "user_config_dir": ("XDG_CONFIG_HOME", "~/.config"),
    "user_data_dir": ("XDG_DATA_HOME", "~/.local/share"),
    "user_state_dir": ("XDG_STATE_HOME", "~/.local/state"),
}
