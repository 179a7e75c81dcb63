"""No verb: opens the screens, which are imported only here."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pmo_tui.cli.context import Context
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.settings.config import Config


def run(args: argparse.Namespace, context: Context) -> int:
    """Open the screens on the chosen database; one's own portfolio is made where there is none yet."""
    path = context.database()
    if not context.named:
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.exists():
        raise Refusal(
            N_(
                "There is no database {path}. Make it with `pmo-tui --db {path} init`, or name another with --db."
            ),
            path=path,
        )
    return open_screens(path, args, context)


def open_screens(path: Path, args: argparse.Namespace, context: Context) -> int:
    """Open the screens on the database at `path`. Raises Refusal where there is no terminal to draw on."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Refusal(
            N_("The screens need a terminal; without one use the verbs, such as `pmo-tui list projects`.")
        )
    from screens.start import run as show

    return show(path, options(args, context.config))


def options(args: argparse.Namespace, config: Config) -> Config:
    """Give what holds for the screens: as asked for now, else as set, else as remembered, else as usual."""
    theme = args.theme or (config.theme if "theme" in config.given else _remembered("theme"))
    return config._replace(
        theme=theme if theme in {"dark", "light"} else config.theme,
        glyphs="ascii" if args.ascii else config.glyphs,
        mouse=bool(args.mouse) or config.mouse,
    )


def _remembered(name: str) -> str:
    """Give what the program remembers."""
    from pmo_tui.settings.state import State

    return State().text(name)
