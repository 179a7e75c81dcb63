"""What every test starts from: a quiet environment, a home of its own, English, and one known day."""

import os
import signal
import time

# Textual reads its variables when it is imported, so they go before anything else is.
_SPEAK = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "LANG", "LANGUAGE", "COLUMNS", "LINES")
for _name in list(os.environ):
    if _name in _SPEAK or _name.startswith(("TEXTUAL_", "PMO_TUI_", "LC_")):
        del os.environ[_name]
os.environ["TZ"] = "UTC"
time.tzset()
# A run that a shell started in the background is deaf to ctrl-c, and so would be every program that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

from datetime import date  # noqa: E402
from pathlib import Path  # noqa: E402

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

from pmo_tui import words  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]

# The same examples each time; `make search` takes others, told so that a failure can be had again. No failure
# because a machine was busy.
settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.register_profile("searching", derandomize=False, deadline=None, database=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home, so that none reads or writes a person's own settings."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    return folder


@pytest.fixture(autouse=True)
def _english():
    """Begin and end in English, whatever the test speaks in between."""
    words.use("en")
    yield
    words.use("en")


@pytest.fixture
def french():
    """Speak French for this test."""
    words.use("fr")


@pytest.fixture
def today() -> date:
    """Name the one day on which every test takes place."""
    return date(2026, 11, 23)


@pytest.fixture(scope="session")
def root() -> Path:
    """Name the top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def data() -> Path:
    """Name the public data sets kept beside the project, or skip where there are none."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("no public data sets beside the project (../shared/data)")
    return folder
