"""Runs the sample as the program runs its screens: the environment first, Textual after it."""

from __future__ import annotations

import os
import sys

from pmo_tui.domain.refusal import Refusal
from pmo_tui.settings.config import Config
from screens.terminal.environment import prepare


def main() -> int:
    """Open the sample app with so many rows as are named."""
    names = {"theme": "PMO_SAMPLE_THEME", "glyphs": "PMO_SAMPLE_GLYPHS"}
    config = Config(**{name: os.environ[key] for name, key in names.items() if key in os.environ})  # type: ignore[arg-type]
    try:
        surroundings = prepare(os.environ, config, sys.__stderr__.encoding if sys.__stderr__ else "utf-8")
    except Refusal as refusal:
        print(refusal)
        return 1
    from tests.screens.sample import SamplePage, sample_app

    if "PMO_SAMPLE_DEAF" in os.environ:
        _be_deaf()
    SamplePage.count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    app = sample_app(surroundings=surroundings)
    app.run(mouse="PMO_SAMPLE_MOUSE" in os.environ)
    return app.return_code or 0


def _be_deaf() -> None:
    """Break at the first letter that is heard."""
    from screens.terminal.letters import Letters

    def read(self: Letters, data: bytes) -> str:
        if data.isalpha():
            raise RuntimeError("a deaf keyboard")
        return data.decode()

    Letters.read = read  # type: ignore[method-assign]


if __name__ == "__main__":
    sys.exit(main())
