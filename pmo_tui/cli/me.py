"""`pmo-tui me`: says who one is here, or asks it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from pmo_tui.cli import talk
from pmo_tui.cli.context import Context
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.words import _

if TYPE_CHECKING:
    from pmo_tui.services.session import Session


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument(
        "name", metavar="NAME", nargs="?", help=_("your name here; without it, yours is told")
    )
    parser.add_argument(
        "--new", action="store_true", help=_("add you under this name, although somebody has one like it")
    )


def run(args: argparse.Namespace, context: Context) -> int:
    """Give one's login to the person of that name, or say whose it is."""
    from pmo_tui.services import people

    with context.session() as session:
        name = people.me(session) if args.name is None else _named(session, args)
        if name is None:
            raise Refusal(N_("You are nobody here yet: say who you are with `pmo-tui me NAME`."))
        told = _("{who} is {name}").format(who=session.who, name=name)
    talk.put(talk.line(told) + "\n") if args.name is None else talk.tell(talk.line(told))
    return 0


def _named(session: Session, args: argparse.Namespace) -> str:
    """Give one's login to the person named; a name that is like another one and nobody's may be a slip."""
    from pmo_tui.services import people

    near = None if args.new else people.meant(session, args.name)
    if near is not None:
        raise Refusal(
            N_("Nobody is called “{name}”. Did you mean “{near}”? If not, repeat it with --new."),
            name=args.name,
            near=near,
        )
    return people.this_is_me(session, args.name).name
