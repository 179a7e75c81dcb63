"""Use cases of the register: risks as they are listed, by queries on their fields."""

from __future__ import annotations

from db import risks as kept
from db.queries.risks import risks as risk_places
from pmo_tui.domain.queries.terms import SortKey
from pmo_tui.services.lists import Things

RISKS = Things(
    name="risk",
    entity=risk_places,
    catalogue=kept.catalogue,
    named=dict,
    total=kept.count,
    order=(SortKey("score", descending=True), SortKey("exposure", descending=True), SortKey("code")),
    summed=("exposure", "net", "reserve", "drawn"),
    measured=(
        *("project", "programme", "owner", "category", "inherent", "score", "target", "trend"),
        *("strategy", "actions_done", "exposure", "net", "reserve", "drawn", "review", "raised"),
    ),
)
"""Risks, as they are listed."""
