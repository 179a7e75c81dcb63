"""Use cases of codes: of which kind the thing is that a code means."""

from __future__ import annotations

from db import projects as projects_kept
from db import raid as raid_kept
from db import risks as risks_kept
from pmo_tui.domain.codes import code_number
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.text import kept_line
from pmo_tui.services.session import Session


def means_risk(session: Session, code: str) -> bool:
    """Tell whether a code is that of a risk and of no project."""
    wanted = kept_line(code)
    return projects_kept.key_of(wanted) is None and risks_kept.key_of(wanted) is not None


def means_project(session: Session, code: str) -> bool:
    """Tell whether a code is that of a project."""
    return projects_kept.key_of(kept_line(code)) is not None


def means_item(session: Session, code: str) -> str | None:
    """Give the kind of the item that a code means, as the journal calls it, None where it means none.

    Where items of several kinds have it, that kind is meant whose own codes begin so.
    """
    wanted = kept_line(code)
    having = [thing for thing in BY_THING if raid_kept.key_of(thing, wanted) is not None]
    own = [thing for thing in having if code_number(BY_THING[thing].prefix, wanted)]
    return next(iter([*own, *having]), None)
