"""`pmo-tui init`: makes an empty database with the usual phases."""

from __future__ import annotations

import argparse
import re

from pmo_tui.cli import talk
from pmo_tui.cli.context import Context
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import kept_line
from pmo_tui.words import _


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--name", metavar="NAME", default="", help=_("the name of the portfolio"))
    parser.add_argument(
        "--currency",
        default="",
        metavar="EUR",
        help=_("the currency of all its amounts, EUR where none is named"),
    )


def run(args: argparse.Namespace, context: Context) -> int:
    """Make the database. Raises Refusal where the file is there already."""
    from pmo_tui.services import portfolio

    settings = _settings(args)
    path = context.database()
    if path.exists():
        raise Refusal(N_("{path} is there already: name another file with --db."), path=path)
    with context.session(create=True) as session:
        version = portfolio.surroundings(session).portfolio.version
        if settings:
            portfolio.change_settings(session, version, **settings)
    told = _("Made {path}. `{fills}` fills it, `{opens}` opens it.")
    fills, opens = context.command(f"import projects {_('FILE.csv')}"), context.command()
    talk.tell(told.format(path=path, fills=fills, opens=opens))
    return 0


def _settings(args: argparse.Namespace) -> dict[str, str | int]:
    """Give the settings that were named. Raises Refusal for what is no currency."""
    settings: dict[str, str | int] = {}
    if name := kept_line(args.name):
        settings["name"] = name
    if currency := kept_line(args.currency).upper():
        if not re.fullmatch(r"[A-Z]{3}", currency):
            raise Refusal(
                N_("“{text}” is no currency: write its three letters, such as EUR."), text=args.currency
            )
        settings["currency"] = currency
    return settings
