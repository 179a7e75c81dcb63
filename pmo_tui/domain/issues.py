"""Issues: what stands in the way now, how bad it is, and what became of it."""

from __future__ import annotations

from enum import Enum

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.raid import (
    GROUPS,
    ItemKind,
    choice,
    due_field,
    last_fields,
    level_field,
    named_fields,
    owner_field,
    place_fields,
    raised_field,
    stamp,
    state_field,
)
from pmo_tui.domain.refusal import N_


class Status(Enum):
    """Where an issue stands."""

    OPEN = "open"
    UNDERWAY = "underway"
    RESOLVED = "resolved"
    CLOSED = "closed"


class Severity(Enum):
    """How bad an issue is."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    CRITICAL = "critical"


STATUS_LABELS: dict[Enum, str] = {
    Status.OPEN: N_("Open"),
    Status.UNDERWAY: N_("Underway"),
    Status.RESOLVED: N_("Resolved"),
    Status.CLOSED: N_("Closed"),
}

SEVERITY_LABELS: dict[Enum, str] = {
    Severity.LOW: N_("Low"),
    Severity.MODERATE: N_("Moderate"),
    Severity.HIGH: N_("High"),
    Severity.CRITICAL: N_("Critical"),
}

ISSUE_FIELDS = Catalogue(
    "issue",
    (
        *named_fields("issue id", "issue code", "issue no", "n°"),
        state_field(STATUS_LABELS),
        choice(
            "severity",
            N_("Severity"),
            SEVERITY_LABELS,
            "priority",
            "gravité",
            "priorité",
            "sévérité",
            rising=True,
        ),
        level_field(),
        *place_fields(),
        owner_field("issue owner"),
        Field("impact", Kind.TEXT, N_("Impact"), ("effect", "consequence", "effet", "conséquence")),
        raised_field(),
        Field(
            "raised_by",
            Kind.REFERENCE,
            N_("Raised by"),
            ("reported by", "reporter", "author", "soulevé par", "signalé par"),
            "life",
            of="person",
        ),
        due_field("target date", "date cible"),
        Field("resolution", Kind.TEXT, N_("Resolution"), ("solution", "résolution"), "life"),
        stamp("resolved_on", N_("Resolved on"), "résolu le"),
        *last_fields(),
    ),
    GROUPS,
    "title",
)
"""The fields of issues."""

ISSUES = ItemKind(
    ISSUE_FIELDS,
    "I",
    "status",
    {
        "open": ("underway", "resolved", "closed"),
        "underway": ("open", "resolved", "closed"),
        "resolved": ("closed", "open", "underway"),
        "closed": ("open", "underway"),
    },
    frozenset({"resolved", "closed"}),
    asks={"resolved": "resolution", "closed": "resolution"},
    stamps={"resolved_on": frozenset({"resolved", "closed"})},
    spans=((N_("It is due {finish}, before it was raised, {start}: correct one of them."), "raised", "due"),),
)
"""Issues, as they live."""
