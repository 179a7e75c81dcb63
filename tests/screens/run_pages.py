"""Runs the real pages on a database, as the program does: the environment first, Textual after it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from pmo_tui import words
from pmo_tui.settings.config import Config
from screens.terminal.environment import prepare


def main(path: str, first: str = "board") -> int:
    """Open the pages on the database at `path`, made where it is missing."""
    names = {"theme": "PMO_SAMPLE_THEME", "glyphs": "PMO_SAMPLE_GLYPHS"}
    config = Config(**{name: os.environ[key] for name, key in names.items() if key in os.environ})  # type: ignore[arg-type]
    words.use(os.environ.get("PMO_SAMPLE_LANG", "en"))
    surroundings = prepare(os.environ, config, sys.__stderr__.encoding if sys.__stderr__ else "utf-8")
    from pmo_tui.services.session import open_session
    from screens.shell.app import PmoApp

    def opener() -> object:
        return open_session(Path(path), create=True, who="alice")

    app = PmoApp(opener, surroundings=surroundings, first=first, user="alice")
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
