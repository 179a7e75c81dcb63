"""The launch: from the command line into the app and back, with an exit code; Textual is imported within."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from pmo_tui.settings.config import Config
from screens.terminal.environment import prepare


def launch(
    opener: Callable[[], Any],
    config: Config,
    *,
    first: str = "board",
    file: str = "",
    portfolio: str = "",
    user: str = "",
    poll: Callable[[Any], object] | None = None,
    providers: Sequence[Callable[[Any, str], Sequence[Any]]] = (),
) -> int:
    """Open the app and give its exit code; a terminal that cannot show it is refused before anything is drawn."""
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    surroundings = prepare(os.environ, config, encoding)
    from screens.shell.app import PmoApp
    from screens.terminal.signals import disarm

    app = PmoApp(
        opener,
        surroundings=surroundings,
        first=first,
        keymap=config.keys,
        file=file,
        portfolio=portfolio,
        user=user,
        poll=poll,
        providers=providers,
    )
    app.run(mouse=surroundings.mouse)
    disarm()
    return app.return_code or 0
