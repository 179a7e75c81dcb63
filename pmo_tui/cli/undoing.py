"""`pmo-tui undo` and `pmo-tui redo`: take back one's last change, or make again what one has undone last."""

from __future__ import annotations

import argparse

from pmo_tui.cli import talk
from pmo_tui.cli.context import Context
from pmo_tui.words import _


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what they take: nothing of their own."""


def run(args: argparse.Namespace, context: Context) -> int:
    """Do what the verb says and tell what it was."""
    from pmo_tui.services import journal

    with context.session() as session:
        taken = journal.undo(session) if args.verb == "undo" else journal.redo(session)
    sentence = _("Redone: {label}") if taken.again else _("Undone: {label}")
    talk.tell(sentence.format(label=talk.line(taken.group.label)))
    return 0
