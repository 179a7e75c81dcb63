"""`pmo-tui demo`: makes a demo portfolio where there is none, and opens it."""

from __future__ import annotations

import argparse
from pathlib import Path

from pmo_tui.cli import talk
from pmo_tui.cli.context import Context
from pmo_tui.cli.opening import open_screens
from pmo_tui.cli.progress import Progress
from pmo_tui.words import _


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--no-open", action="store_true", help=_("only make it and say where it is"))
    parser.add_argument(
        "--new", action="store_true", help=_("make it anew; what was tried in it before is lost")
    )
    parser.add_argument(
        "--projects",
        type=int,
        metavar="N",
        help=_("how many projects, 212 where nothing is said; makes it anew"),
    )
    parser.add_argument(
        "--seed", type=int, metavar="N", help=_("another number makes up another portfolio; makes it anew")
    )


def run(args: argparse.Namespace, context: Context) -> int:
    """Open the demo as it was left; make it where it is missing or where another one is asked for."""
    from pmo_tui.services import demo_files

    path = _path(context)
    new = args.new or args.projects is not None or args.seed is not None
    if new or not path.exists():
        _make(path, args)
    else:
        demo_files.open_demo(path).close()
    if args.no_open:
        return 0
    return open_screens(path, args, context)


def _path(context: Context) -> Path:
    """Give where the demo lives: beside one's own portfolio, unless --db names a place; settings name none."""
    if context.args.db:
        return context.database()
    from pmo_tui.settings.places import demo_file

    return demo_file()


def _make(path: Path, args: argparse.Namespace) -> None:
    """Make the demo and say where it is."""
    from pmo_tui.services import demo, demo_files

    number = demo.USUAL if args.projects is None else args.projects
    seed = 1 if args.seed is None else args.seed
    demo_files.make(path, number, seed, Progress(_("{done} of {all} projects made")))
    talk.tell(_("The demo portfolio is {path}.").format(path=path))
