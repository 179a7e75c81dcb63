"""Actions: what is to be done, by whom and until when; those that respond to a risk are among them."""

from __future__ import annotations

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.raid import (
    GROUPS,
    ItemKind,
    last_fields,
    named_fields,
    place_fields,
    raised_field,
)
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risk_parts import ACTION_FIELDS as OF_RISKS

_SHARED = OF_RISKS.by_name

ACTION_FIELDS = Catalogue(
    "action",
    (
        *named_fields("action id", "action code", "n°"),
        _SHARED["state"],
        _SHARED["owner"],
        _SHARED["due"]._replace(group="life"),
        _SHARED["cost"],
        Field("risk", Kind.REFERENCE, N_("Risk"), ("risk code", "risque"), of="risk"),
        *place_fields(),
        raised_field(),
        _SHARED["done_on"]._replace(group="life"),
        *last_fields(),
    ),
    GROUPS,
    "title",
)
"""The fields of actions; one of a risk is of the risk's project."""

ACTIONS = ItemKind(
    ACTION_FIELDS,
    "ACT",
    "state",
    {
        "planned": ("underway", "done", "dropped"),
        "underway": ("planned", "done", "dropped"),
        "done": ("planned", "underway"),
        "dropped": ("planned", "underway"),
    },
    frozenset({"done", "dropped"}),
    stamps={"done_on": frozenset({"done"})},
)
"""Actions, as they live."""
