"""Decisions: what is asked of whom, what was decided and when, and how long that took."""

from __future__ import annotations

from datetime import date
from enum import Enum

from pmo_tui.domain.fields import Catalogue, Field, Kind, Value, Values
from pmo_tui.domain.raid import (
    GROUPS,
    ItemKind,
    days,
    due_field,
    last_fields,
    named_fields,
    owner_field,
    place_fields,
    raised_field,
    state_field,
)
from pmo_tui.domain.refusal import N_


class Status(Enum):
    """Where a decision stands."""

    ASKED = "asked"
    DECIDED = "decided"
    DROPPED = "dropped"


STATUS_LABELS: dict[Enum, str] = {
    Status.ASKED: N_("Asked for"),
    Status.DECIDED: N_("Decided"),
    Status.DROPPED: N_("Dropped"),
}

DECISION_FIELDS = Catalogue(
    "raid_decision",
    (
        *named_fields("decision id", "decision code", "question", "n°"),
        state_field(STATUS_LABELS),
        *place_fields(),
        owner_field("decision owner"),
        raised_field()._replace(
            label=N_("Asked on"), aliases=("asked on", "raised on", "date raised", "demandée le", "posée le")
        ),
        Field(
            "asked_by",
            Kind.REFERENCE,
            N_("Asked by"),
            ("requested by", "raised by", "demandée par", "posée par"),
            "life",
            of="person",
        ),
        due_field("needed by", "attendue le"),
        Field(
            "decided_by",
            Kind.REFERENCE,
            N_("Decided by"),
            ("decision maker", "décidée par", "décideur"),
            "life",
            of="person",
        ),
        Field("decided_on", Kind.DATE, N_("Decided on"), ("decision date", "décidée le"), "life"),
        Field("outcome", Kind.TEXT, N_("Outcome"), ("decision", "result", "décision", "résultat"), "life"),
        Field("latency", Kind.DAYS, N_("Latency"), ("delay", "délai", "latence"), "life", derived=True),
        *last_fields(),
    ),
    GROUPS,
    "title",
)
"""The fields of decisions."""


def _own(values: Values, today: date) -> dict[str, Value]:
    """Give the latency: the days from the question to the answer, or to today while it is awaited."""
    status = values.get("status")
    until = today if status == Status.ASKED.value else values.get("decided_on")
    return {"latency": days(values.get("raised"), until)}


DECISIONS = ItemKind(
    DECISION_FIELDS,
    "DEC",
    "status",
    {"asked": ("decided", "dropped"), "decided": ("asked",), "dropped": ("asked",)},
    frozenset({"decided", "dropped"}),
    asks={"decided": "outcome"},
    stamps={"decided_on": frozenset({"decided"})},
    spans=(
        (
            N_("The decision {finish} lies before it was asked for, {start}: correct one of them."),
            "raised",
            "decided_on",
        ),
        (N_("It is due {finish}, before it was raised, {start}: correct one of them."), "raised", "due"),
    ),
    own=_own,
)
"""Decisions, as they live."""
