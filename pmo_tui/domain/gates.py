"""Gates: what a decision at a gate must have before it can stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from pmo_tui.domain.fields import Field, Value
from pmo_tui.domain.portfolio import Decision
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import kept_text


def taken_by(on: date, today: date) -> None:
    """Refuse a decision that is dated in the future."""
    if on > today:
        raise Refusal(N_("A decision can't be dated in the future ({on}): give the day it was taken."), on=on)


def conditioned(decision: Decision, conditions: str | None) -> None:
    """Refuse a conditional go without its conditions."""
    if decision is Decision.CONDITIONAL and not kept_text(conditions or ""):
        raise Refusal(N_("A conditional go needs its conditions: type them."))


def missing(needs: Iterable[Field], value: Callable[[str], Value]) -> list[Field]:
    """Give the fields that a gate needs filled and that are empty; `value` gives the value of one by its name."""
    return [field for field in needs if value(field.name) == field.empty]


def lacking(decision: Decision, needs: Iterable[Field], value: Callable[[str], Value]) -> list[Field]:
    """Give the fields that are missing for a decision; only one that opens the gate needs any."""
    return missing(needs, value) if decision.opens else []
