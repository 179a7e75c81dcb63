"""Dependencies: what one project needs of another, until when, and whether that one has agreed."""

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
    raised_field,
    stamp,
    state_field,
)
from pmo_tui.domain.refusal import N_, Refusal


class Status(Enum):
    """Where a dependency stands."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DELIVERED = "delivered"
    DROPPED = "dropped"


STATUS_LABELS: dict[Enum, str] = {
    Status.PROPOSED: N_("Proposed"),
    Status.AGREED: N_("Agreed"),
    Status.DELIVERED: N_("Delivered"),
    Status.DROPPED: N_("Dropped"),
}

DEPENDENCY_FIELDS = Catalogue(
    "dependency",
    (
        *named_fields("dependency id", "dependency code", "n°"),
        state_field(STATUS_LABELS),
        Field(
            "gives",
            Kind.REFERENCE,
            N_("Given by"),
            ("giver", "from project", "supplier project", "fournit", "donné par", "projet fournisseur"),
            of="project",
        ),
        Field(
            "needs",
            Kind.REFERENCE,
            N_("Needed by"),
            ("receiver project", "to project", "project", "projet", "attendu par", "projet demandeur"),
            of="project",
        ),
        owner_field("giver's owner"),
        Field(
            "receiver",
            Kind.REFERENCE,
            N_("Received by"),
            ("receiving person", "destinataire", "reçu par"),
            of="person",
        ),
        raised_field(),
        due_field("needed by date", "needed on", "attendu le", "besoin pour le"),
        Field(
            "promised",
            Kind.DATE,
            N_("Promised for"),
            ("promised date", "promised on", "promis pour", "promis le"),
            "life",
        ),
        Field("slack", Kind.DAYS, N_("Slack"), ("margin", "marge"), "life", derived=True),
        stamp("agreed_on", N_("Agreed on"), "convenu le"),
        stamp("delivered_on", N_("Delivered on"), "livré le"),
        *last_fields(),
    ),
    GROUPS,
    "title",
)
"""The fields of dependencies."""


def _own(values: Values, _today: date) -> dict[str, Value]:
    """Give the slack: by how many days it is promised before it is needed."""
    return {"slack": days(values.get("promised"), values.get("due"))}


def _check(whole: Values) -> None:
    """Refuse that a project depends on itself."""
    if whole.get("gives") is not None and whole.get("gives") == whole.get("needs"):
        raise Refusal(
            N_("The project {project} can't depend on itself: choose another giver or receiver."),
            project=whole["gives"],
        )


DEPENDENCIES = ItemKind(
    DEPENDENCY_FIELDS,
    "D",
    "status",
    {
        "proposed": ("agreed", "delivered", "dropped"),
        "agreed": ("proposed", "delivered", "dropped"),
        "delivered": ("agreed",),
        "dropped": ("proposed",),
    },
    frozenset({"delivered", "dropped"}),
    stamps={"agreed_on": frozenset({"agreed", "delivered"}), "delivered_on": frozenset({"delivered"})},
    own=_own,
    check=_check,
)
"""Dependencies, as they live."""
