"""The register: all risks of a portfolio, the items of all other kinds, and what is set, naming each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pmo_tui.domain.items import Item
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.relations import Bond
from pmo_tui.domain.risk_parts import Category
from pmo_tui.domain.risk_values import Scales
from pmo_tui.domain.risks import Level


@dataclass(frozen=True, slots=True)
class Register:
    """Everything of risks but their journal; without `scales` nothing is set, and what a new portfolio has stands."""

    scales: Scales | None = None
    categories: tuple[Category, ...] = ()
    risks: tuple[Item, ...] = field(default=())
    items: tuple[Item, ...] = ()
    """The items of all other kinds."""
    bonds: tuple[Bond, ...] = ()

    def codes_of(self, thing: str) -> Iterator[str]:
        """Walk the codes of the items of a kind."""
        return (item.code for item in self.items if item.thing == thing)

    def ordered(self) -> Register:
        """Give the register in the one order in which it is written: items by kind and code."""
        return replace(
            self,
            scales=None if self.scales is None else _ordered(self.scales),
            risks=tuple(sorted(self.risks, key=lambda risk: risk.code)),
            items=tuple(sorted(self.items, key=lambda item: (_KINDS.index(item.thing), item.code))),
            bonds=tuple(sorted(self.bonds, key=lambda bond: (*bond[:4], bond.tie.value))),
        )


def _ordered(scales: Scales) -> Scales:
    """Give scales with the limits of the appetite in their order; the categories say which is above which."""
    ranks = {level: rank for rank, level in enumerate(Level)}
    appetite = scales.appetite._replace(
        by_level=dict(sorted(scales.appetite.by_level.items(), key=lambda limit: ranks[limit[0]])),
        by_category=dict(
            sorted(scales.appetite.by_category.items(), key=lambda limit: (ranks[limit[0][0]], limit[0][1]))
        ),
    )
    return scales._replace(appetite=appetite, parents={})


_KINDS = tuple(BY_THING)
"""The kinds of items in their order."""
