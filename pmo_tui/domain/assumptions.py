"""Assumptions: what a plan takes for true, how surely, and what would follow if it failed."""

from __future__ import annotations

from enum import Enum

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.raid import (
    GROUPS,
    ItemKind,
    choice,
    last_fields,
    named_fields,
    owner_field,
    place_fields,
    raised_field,
    stamp,
    state_field,
)
from pmo_tui.domain.refusal import N_


class Status(Enum):
    """Where an assumption stands."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    CLOSED = "closed"


class Confidence(Enum):
    """How surely something is taken for true."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


STATUS_LABELS: dict[Enum, str] = {
    Status.OPEN: N_("Unconfirmed"),
    Status.CONFIRMED: N_("Confirmed"),
    Status.FAILED: N_("Failed"),
    Status.CLOSED: N_("Withdrawn"),
}

CONFIDENCE_LABELS: dict[Enum, str] = {
    Confidence.LOW: N_("Low"),
    Confidence.MEDIUM: N_("Medium"),
    Confidence.HIGH: N_("High"),
}

ASSUMPTION_FIELDS = Catalogue(
    "assumption",
    (
        *named_fields("assumption id", "assumption code", "n°"),
        state_field(STATUS_LABELS),
        choice(
            "confidence",
            N_("Confidence"),
            CONFIDENCE_LABELS,
            "certainty",
            "confiance",
            "certitude",
            rising=True,
        ),
        *place_fields(),
        owner_field("assumption owner"),
        Field("effect", Kind.TEXT, N_("If it fails"), ("impact", "consequence", "effet", "conséquence")),
        raised_field(),
        Field(
            "review",
            Kind.DATE,
            N_("Next check"),
            ("next check", "next review", "review date", "prochain contrôle", "prochaine revue", "revue"),
            "life",
            short=N_("Check"),
        ),
        stamp("checked_on", N_("Checked on"), "vérifié le"),
        *last_fields(),
    ),
    GROUPS,
    "title",
)
"""The fields of assumptions."""

ASSUMPTIONS = ItemKind(
    ASSUMPTION_FIELDS,
    "A",
    "status",
    {
        "open": ("confirmed", "failed", "closed"),
        "confirmed": ("open", "failed", "closed"),
        "failed": (),
        "closed": ("open",),
    },
    frozenset({"confirmed", "failed", "closed"}),
    becomes=frozenset({"failed"}),
    stamps={"checked_on": frozenset({"confirmed", "failed"})},
    spans=(
        (
            N_("The next check {finish} lies before it was raised, {start}: correct one of them."),
            "raised",
            "review",
        ),
    ),
)
"""Assumptions, as they live."""
