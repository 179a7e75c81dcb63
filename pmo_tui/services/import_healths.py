"""Healths in an import: the overall one follows those of the dimensions, and must not contradict them."""

from __future__ import annotations

from collections.abc import Mapping

from pmo_tui.domain.checks import following
from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import DIMENSION_FIELDS, Health
from pmo_tui.transfer.rows import Row

HEALTHS = tuple(DIMENSION_FIELDS.values())
"""The fields that hold the health of one dimension."""


def follows(row: Row, whole: Mapping[str, Value]) -> bool:
    """Tell whether a row says nothing of the overall health where dimensions are declared: it follows these."""
    declared = any(whole.get(name, Health.GREY) is not Health.GREY for name in HEALTHS)
    return declared and "health" in row.cleared


def check_health(said: Mapping[str, Value], whole: Mapping[str, Value]) -> None:
    """Refuse an overall health that contradicts the dimensions declared."""
    health = said.get("health")
    if isinstance(health, Health) and any(name in whole for name in HEALTHS):
        following(whole, health)
