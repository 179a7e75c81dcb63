"""What belongs to risks: the actions that respond to them, the categories they stand in, and comments on any thing."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import NamedTuple

from pmo_tui.domain.fields import LONGEST_TITLE, Catalogue, Field, Kind
from pmo_tui.domain.money import Cents
from pmo_tui.domain.refusal import N_


class State(Enum):
    """Where an action stands."""

    PLANNED = "planned"
    UNDERWAY = "underway"
    DONE = "done"
    DROPPED = "dropped"


STATE_LABELS = {
    State.PLANNED: N_("Planned"),
    State.UNDERWAY: N_("Underway"),
    State.DONE: N_("Done"),
    State.DROPPED: N_("Dropped"),
}


class ResponseAction(NamedTuple):
    """Something to be done about a risk, which is named by its code."""

    id: int
    version: int
    risk: str
    title: str
    owner: str | None = None
    due: date | None = None
    cost: Cents | None = None
    state: State = State.PLANNED
    done_on: date | None = None
    code: str = ""


class Category(NamedTuple):
    """A category of risks; one with a parent is the lower of two levels."""

    id: int
    version: int
    name: str
    parent: str | None = None
    position: int = 0


class Comment(NamedTuple):
    """Words about a thing; who wrote them and when is told by the journal."""

    id: int
    version: int
    text: str
    who: str = ""
    at: datetime | None = None


ACTION_FIELDS = Catalogue(
    "action",
    (
        Field("title", Kind.LINE, N_("Title"), ("action", "titre"), required=True, longest=LONGEST_TITLE),
        Field("owner", Kind.REFERENCE, N_("Owner"), ("responsable",), of="person"),
        Field("due", Kind.DATE, N_("Due"), ("due date", "échéance")),
        Field("cost", Kind.MONEY, N_("Cost"), ("coût",)),
        Field(
            "state",
            Kind.CHOICE,
            N_("State"),
            ("status", "état", "statut"),
            choices=tuple(state.value for state in State),
            said={state.value: label for state, label in STATE_LABELS.items()},
            required=True,
        ),
        Field("done_on", Kind.DATE, N_("Done on"), ("done", "fait le")),
    ),
    title="title",
)
"""The fields of response actions."""
