"""Gates: what a decision must have."""

from __future__ import annotations

from datetime import date

import pytest

from pmo_tui.domain import gates
from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.portfolio import Decision
from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.domain.refusal import Refusal


def test_a_decision_is_taken_today_at_the_latest(today: date):
    gates.taken_by(today, today)
    with pytest.raises(Refusal, match="in the future"):
        gates.taken_by(today.replace(day=today.day + 1), today)


@pytest.mark.parametrize("conditions", [None, "", " \n "])
def test_only_a_conditional_go_needs_conditions(conditions: str | None):
    for decision in set(Decision) - {Decision.CONDITIONAL}:
        gates.conditioned(decision, conditions)
    with pytest.raises(Refusal, match="needs its conditions"):
        gates.conditioned(Decision.CONDITIONAL, conditions)
    gates.conditioned(Decision.CONDITIONAL, "Hire an architect")


@pytest.mark.parametrize("decision", list(Decision))
def test_only_what_opens_the_gate_needs_its_fields(decision: Decision):
    needs = [PROJECT_FIELDS.get(name) for name in ("pm", "tags", "health", "budget")]
    values: dict[str, Value] = {"pm": "Zoé", "tags": (), "health": Health.GREEN, "budget": 0}
    found = gates.lacking(decision, needs, lambda name: values[name])
    assert [field.name for field in found] == (["tags"] if decision.opens else [])
