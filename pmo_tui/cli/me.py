"""`pmo-tui me`: says who one is here, or asks it."""

from __future__ import annotations

import argparse

from pmo_tui.cli import talk
from pmo_tui.cli.context import Context
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.words import _


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument(
        "name", metavar="NAME", nargs="?", help=_("your name here; without it, yours is told")
    )


def run(args: argparse.Namespace, context: Context) -> int:
    """Give one's login to the person of that name, or say whose it is."""
    from pmo_tui.services import people

    with context.session() as session:
        name = people.me(session) if args.name is None else people.this_is_me(session, args.name).name
        if name is None:
            raise Refusal(N_("You are nobody here yet: say who you are with `pmo-tui me NAME`."))
        told = _("{who} is {name}").format(who=session.who, name=name)
    talk.put(talk.line(told) + "\n") if args.name is None else talk.tell(talk.line(told))
    return 0
