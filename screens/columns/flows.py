"""Flows: a person chooses columns, the order and the grouping of a table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from pmo_tui.domain.fields import ORDERED, Catalogue, Field, Kind
from pmo_tui.domain.queries.ordering import orders
from pmo_tui.domain.queries.terms import SortKey
from pmo_tui.words import _
from screens.columns.arrange import Arrange, keys_of
from screens.columns.arrangement import Arrangement, Item, Picked, arranged
from screens.values import named

if TYPE_CHECKING:
    from screens.shell.page import Page

UP, DOWN = "up", "down"


async def choose_columns(page: Page, catalogue: Catalogue, chosen: Sequence[str]) -> tuple[str, ...] | None:
    """Let a person pick and order columns; gives the names of the fields, None where one went back."""
    items = [Item(field.name, named(field), _(catalogue.groups[field.group])) for field in catalogue]
    arrangement = arranged(items, [(name, "on") for name in chosen])
    picked: Picked | None = await page.talk(Arrange(_("Columns"), arrangement))
    return None if picked is None else keys_of(picked)


async def choose_sort(
    page: Page, catalogue: Catalogue, keys: Sequence[SortKey], usual: Sequence[SortKey]
) -> tuple[SortKey, ...] | None:
    """Let a person choose what to sort by, each up or down; None where one went back.

    In the `usual` order nothing is picked yet, so that one key picks another one.
    """
    keys = () if tuple(keys) == tuple(usual) else keys
    items = [Item(field.name, named(field), ways=_ways(field)) for field in catalogue if orders(field)]
    arrangement = arranged(items, [(key.field, DOWN if key.descending else UP) for key in keys])
    picked: Picked | None = await page.talk(Arrange(_("Sort by"), arrangement, summary=partial(_said, usual)))
    return None if picked is None else tuple(SortKey(name, way == DOWN) for name, way in picked)


async def choose_group(page: Page, catalogue: Catalogue, group: str | None) -> str | None:
    """Let a person choose what to group by: the name of a field, "" for no grouping, None where one went back."""
    from screens.shell.choose import Choice

    none = Choice("", _("No grouping"), _("now") if not group else "")
    fields = sorted(
        (field for field in catalogue if _groups(field)), key=lambda field: field.name not in _OFTEN
    )
    choices = [Choice(field.name, named(field), _("now") if field.name == group else "") for field in fields]
    answer: str | None = await page.choose(_("Group by"), [none, *choices])
    return answer


_OFTEN = frozenset({"programme", "phase", "pm", "sponsor", "department", "priority", "health"})
"""What one most often groups by; these stand first."""


def _ways(field: Field) -> tuple[str, ...]:
    """Give the ways to sort by a field: numbers and health with the largest first, the rest from A to Z."""
    return (DOWN, UP) if field.kind in ORDERED - {Kind.DATE} else (UP, DOWN)


def _groups(field: Field) -> bool:
    """Tell whether it makes sense to group by a field: a code or a name would make groups of one."""
    return orders(field) and field.name not in ("code", "name")


def _said(usual: Sequence[SortKey], arrangement: Arrangement) -> str:
    """Say in a query's words what an order means; where nothing is picked that is the usual one."""
    picked = [SortKey(name, way == DOWN) for name, way in arrangement.picked]
    keys = ",".join(map(str, picked or usual))
    return f"sort:{keys}" if picked else _("as usual, sort:{keys}").format(keys=keys)
