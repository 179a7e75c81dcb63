"""Reserves: what is held against risks, what of it is drawn, and whether the rest covers what is to be expected."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from pmo_tui.domain.money import Cents


class Cover(NamedTuple):
    """What is held against the risks of a programme, in cents; None is the name of those that belong to none."""

    programme: str | None
    risks: int = 0
    net: Cents = 0
    """What is to be expected: the exposure of threats less that of opportunities."""
    held: Cents = 0
    drawn: Cents = 0

    @property
    def left(self) -> Cents:
        """What is held and not drawn yet."""
        return self.held - self.drawn

    @property
    def short(self) -> Cents:
        """By how much what is left falls short of what is to be expected; below zero where it is enough."""
        return self.net - self.left

    @property
    def covered(self) -> Decimal | None:
        """How much of what is to be expected is left, in percent; None where nothing is to be expected."""
        return Decimal(self.left * 100) / self.net if self.net > 0 else None


def covers(
    risks: Iterable[tuple[str | None, Cents | None, Cents | None, Cents | None]],
) -> tuple[Cover, ...]:
    """Sum risks, given as programme, net exposure, held and drawn, by programme; the one short by most first."""
    found: dict[str | None, Cover] = {}
    for programme, net, held, drawn in risks:
        so_far = found.get(programme, Cover(programme))
        found[programme] = Cover(
            programme,
            so_far.risks + 1,
            so_far.net + (net or 0),
            so_far.held + (held or 0),
            so_far.drawn + (drawn or 0),
        )
    return tuple(sorted(found.values(), key=lambda each: (-each.short, each.programme or "")))
