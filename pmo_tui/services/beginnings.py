"""Use cases of the beginning: what is there when the program is opened for the first time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db import projects as kept
from pmo_tui.services.session import Session


@dataclass(frozen=True, slots=True)
class Beginning:
    """What one needs to know before the first project: where it will be kept, and whether that can be done."""

    path: Path
    projects: int
    read_only: bool


def beginning(session: Session) -> Beginning:
    """Give what is there."""
    return Beginning(session.store.path, kept.count(), session.read_only)
