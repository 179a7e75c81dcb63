"""The register: all risks of a portfolio with their actions, and what is set for them, naming each other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from pmo_tui.domain.items import Item
from pmo_tui.domain.risk_parts import Category, ResponseAction
from pmo_tui.domain.risk_values import Scales
from pmo_tui.domain.risks import Level


@dataclass(frozen=True, slots=True)
class Register:
    """Everything of risks but their journal; without `scales` nothing is set, and what a new portfolio has stands."""

    scales: Scales | None = None
    categories: tuple[Category, ...] = ()
    risks: tuple[Item, ...] = field(default=())
    actions: tuple[ResponseAction, ...] = ()

    def ordered(self) -> Register:
        """Give the register in the one order in which it is written: risks by code, actions by risk and day."""
        return replace(
            self,
            scales=None if self.scales is None else _ordered(self.scales),
            risks=tuple(sorted(self.risks, key=lambda risk: risk.code)),
            actions=tuple(sorted(self.actions, key=_place)),
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


def _place(action: ResponseAction) -> tuple[str, date, str, str]:
    """Give what an action is sorted by."""
    return action.risk, action.due or date.max, action.title, repr(action[4:])
