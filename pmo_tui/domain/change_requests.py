"""Change requests: what is to be changed, what that does to time, cost and scope, and who decides it at which gate."""

from __future__ import annotations

from enum import Enum

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.raid import (
    GROUPS,
    ItemKind,
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
    """Where a change request stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    IMPLEMENTED = "implemented"


STATUS_LABELS: dict[Enum, str] = {
    Status.DRAFT: N_("Draft"),
    Status.SUBMITTED: N_("Submitted"),
    Status.APPROVED: N_("Approved"),
    Status.REJECTED: N_("Rejected"),
    Status.DEFERRED: N_("Deferred"),
    Status.IMPLEMENTED: N_("Implemented"),
}

CHANGE_FIELDS = Catalogue(
    "change_request",
    (
        *named_fields("change id", "change code", "cr id", "cr no", "n°"),
        state_field(STATUS_LABELS),
        *place_fields(),
        owner_field("change owner"),
        Field(
            "impact_time",
            Kind.INTEGER,
            N_("Impact on time"),
            ("impact in days", "days", "impact délai", "impact jours", "jours"),
            short=N_("Days"),
        ),
        Field(
            "impact_cost",
            Kind.MONEY,
            N_("Impact on cost"),
            ("cost", "cost impact", "impact coût", "coût"),
            short=N_("Cost"),
        ),
        Field("impact_scope", Kind.TEXT, N_("Impact on scope"), ("scope", "impact périmètre", "périmètre")),
        Field("gate", Kind.LINE, N_("Decided at"), ("phase", "jalon", "décidée au jalon")),
        raised_field(),
        Field(
            "requested_by",
            Kind.REFERENCE,
            N_("Requested by"),
            ("requester", "raised by", "demandée par", "demandeur"),
            "life",
            of="person",
        ),
        due_field("decision due", "à décider le"),
        Field(
            "decided_by",
            Kind.REFERENCE,
            N_("Decided by"),
            ("approved by", "approver", "décidée par", "approuvée par"),
            "life",
            of="person",
        ),
        Field("decided_on", Kind.DATE, N_("Decided on"), ("decision date", "décidée le"), "life"),
        Field("note", Kind.TEXT, N_("Decision note"), ("decision", "décision", "note de décision"), "life"),
        *last_fields(),
    ),
    GROUPS,
    "title",
)
"""The fields of change requests."""

CHANGE_REQUESTS = ItemKind(
    CHANGE_FIELDS,
    "CR",
    "status",
    {
        "draft": ("submitted",),
        "submitted": ("approved", "rejected", "deferred", "draft"),
        "approved": ("implemented", "submitted"),
        "rejected": ("submitted",),
        "deferred": ("submitted",),
        "implemented": (),
    },
    frozenset({"rejected", "implemented"}),
    stamps={"decided_on": frozenset({"approved", "rejected", "deferred", "implemented"})},
    spans=(
        (
            N_("The decision {finish} lies before it was asked for, {start}: correct one of them."),
            "raised",
            "decided_on",
        ),
        (N_("It is due {finish}, before it was raised, {start}: correct one of them."), "raised", "due"),
    ),
)
"""Change requests, as they live."""
