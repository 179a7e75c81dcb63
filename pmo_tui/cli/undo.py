"""`pmo-tui undo`: takes back one's last change."""

from __future__ import annotations

import argparse

from pmo_tui.cli import talk
from pmo_tui.cli.context import Context
from pmo_tui.words import _


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes: nothing of its own."""


def run(_args: argparse.Namespace, context: Context) -> int:
    """Take it back and say what it was."""
    from pmo_tui.services import journal

    with context.session() as session:
        taken = journal.undo(session)
    talk.tell(_("Undone: {label}").format(label=talk.line(taken.group.label)))
    return 0
