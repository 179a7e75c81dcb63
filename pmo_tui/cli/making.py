"""Making: an import makes the database that is not there yet, and says so first."""

from __future__ import annotations

from pathlib import Path

from pmo_tui.cli import talk
from pmo_tui.cli.context import Context
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import nearest
from pmo_tui.words import _

ALIKE = 0.8
"""How like the name of a database beside it a new one is a slip rather than a name of its own."""


def tell_new(context: Context, *, dry: bool = False) -> None:
    """Say that the database is new, where it is not there; raises Refusal where its name looks like a slip."""
    path = context.database()
    if path.exists():
        return
    if context.named and (meant := _beside(path)):
        raise Refusal(
            N_("{path} is not there. Did you mean “{meant}”? `{init}` makes a new one."),
            path=path,
            meant=meant,
            init=context.command("init"),
        )
    made = _("{file} is new: it is made by this import.")
    told = _("{file} is new: the import makes it, this dry run does not.") if dry else made
    talk.tell(talk.line(told.format(file=path.name)))


def _beside(path: Path) -> str | None:
    """Give the database in the same folder whose name is nearly the same, None where there is none."""
    known = [each.name for each in path.parent.glob("*.db")]
    return nearest(path.with_suffix(".db").name, known, ALIKE)
