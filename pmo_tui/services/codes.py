"""Use cases of codes: of which kind the thing is that a code means."""

from __future__ import annotations

from db import projects as projects_kept
from db import risks as risks_kept
from pmo_tui.domain.text import kept_line
from pmo_tui.services.session import Session


def means_risk(session: Session, code: str) -> bool:
    """Tell whether a code is that of a risk and of no project."""
    wanted = kept_line(code)
    return projects_kept.key_of(wanted) is None and risks_kept.key_of(wanted) is not None
