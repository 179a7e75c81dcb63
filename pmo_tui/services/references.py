"""Use cases of references: the names of the things that a field can name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from db import portfolio as portfolio_kept
from db import projects as projects_kept
from db import risks as risks_kept
from pmo_tui.services.session import Session


def names(session: Session, of: str) -> Mapping[str, str]:
    """Give every name that a reference to a sort of thing can take, with what the thing is called besides, if at all.

    People who have left are not among them.
    """
    return _NAMES[of]()


def _programmes() -> Mapping[str, str]:
    """Give the programmes."""
    return dict.fromkeys((programme.name for programme in portfolio_kept.programmes()), "")


def _people() -> Mapping[str, str]:
    """Give the people who are here."""
    return dict.fromkeys((person.name for person in portfolio_kept.people() if person.active), "")


def _categories() -> Mapping[str, str]:
    """Give the categories of risks."""
    return dict.fromkeys((category.name for category in risks_kept.categories()), "")


_NAMES: Mapping[str, Callable[[], Mapping[str, str]]] = {
    "programme": _programmes,
    "person": _people,
    "risk_category": _categories,
    "project": projects_kept.called,
    "risk": risks_kept.called,
}
"""Gives the names of each sort of thing that one field of many can name."""
