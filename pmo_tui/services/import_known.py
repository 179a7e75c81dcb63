"""Known meanings of an import: what the texts of a field can mean, where that is a matter of what there is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from db import imports as kept
from db import portfolio as portfolio_kept
from db import risks as risks_kept
from db.names import CALLED, Directory
from pmo_tui.domain.fields import Field, Kind
from pmo_tui.services.phase_names import phase_finder
from pmo_tui.services.session import Session

Called = Callable[[str], str | None]
"""Gives a text as the thing that it means is called, None where there is none."""


class Known(NamedTuple):
    """What a field can hold: all of it to choose from, each as a map says it and as it is told, and how it is found."""

    offered: tuple[tuple[str, str], ...]
    called: Called | None = None
    """None where any text that can be read is known."""


def known(session: Session, field: Field) -> Known | None:
    """Give what a field can hold of what there is, None where it names nothing that is kept."""
    if field.within is not None:
        return Known(_steps(field))
    called = finder(field)
    return None if called is None else Known(_offered(field.of), called)


def finder(field: Field) -> Called | None:
    """Give what finds the thing that a text means in a field, None where the field names none."""
    if field.kind is not Kind.REFERENCE:
        return None
    if field.of == "phase":
        return phase_finder(portfolio_kept.phases())
    names = Directory().of(field.of)
    names.note()  # now, for who looks for a name later may not ask the database

    def called(text: str) -> str | None:
        found = names.find(text)
        return None if found is None else names.by_id[found]

    return called


def _offered(entity: str) -> tuple[tuple[str, str], ...]:
    """Give all things of a kind that can be named, each by what it is called and by what it is told."""
    if entity == "phase":
        return tuple((phase.name, phase.name) for phase in portfolio_kept.phases())
    if entity == "person":
        return tuple((one.name, one.name) for one in portfolio_kept.people() if one.active)
    column, also = CALLED.get(entity, ("name", ""))
    names = kept.names(entity, column)
    if not also:
        return tuple((name, name) for name, _key in names)
    beside = {key: name for name, key in kept.names(entity, also)}
    return tuple((code, f"{code} {beside[key]}") for code, key in names)


def _steps(field: Field) -> tuple[tuple[str, str], ...]:
    """Give the steps of the scale of which a field holds one."""
    scales = risks_kept.scales_kept()
    steps = scales.probabilities if field.name.endswith("probability") else scales.impacts
    return tuple((str(rank), f"{rank} {step.word}") for rank, step in enumerate(steps, 1))
