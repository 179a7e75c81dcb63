"""Cards: a project and a phase's heading as spans of an exact width; pure."""

from __future__ import annotations

from pmo_tui.domain.boards import Card, Column
from pmo_tui.words import _, numbers
from screens.cells import Span, cut, fit, safe, width
from screens.glyphs import Glyphs

ROOMY = 30
"""From so many cells on a card shows its budget too."""
MONEY = 9


def card_spans(card: Card, cells: int, glyphs: Glyphs) -> list[Span]:
    """Give a card: health, name, where there is room the budget, and the trend or what stops the project."""
    trend = glyphs.decided(card.decision) or glyphs.trend(card.trend if card.has_trend else None)
    health, role = glyphs.health(card.health)
    roomy = cells >= ROOMY
    name = cells - 5 - (MONEY if roomy else 0)
    spans = [
        (health, role),
        (" " + fit(card.name, name, ellipsis=glyphs.ellipsis), "grey" if role == "grey" else ""),
    ]
    if roomy:
        amount = "" if card.budget is None else numbers.money_short(card.budget)
        spans.append((amount.rjust(MONEY), "muted"))
    return [*spans, (" ", ""), trend]


def title_spans(column: Column, cells: int, glyphs: Glyphs, *, whole: bool) -> list[Span]:
    """Give a phase's name and, at the right, how many projects it holds.

    Its limit stands behind only where the `whole` portfolio is shown: a part of it says nothing of the limit.
    """
    count = _count(column, whole=whole)
    role = "strong bad" if whole and column.over_limit else "muted"
    name = cut(safe(column.phase.name), max(1, cells - len(count) - 1), glyphs.ellipsis)
    gap = max(1, cells - width(name) - len(count))
    return [(name, "strong"), (" " * gap, ""), (count, role)]


def sum_text(column: Column, cells: int) -> str:
    """Give the sum of a phase's budgets, and over how many it stands where not all have one, as far as it fits."""
    total = column.figures.sum("budget")
    if not total.over:
        return ""
    amount = numbers.money_short(total.amount)
    if total.over == column.figures.count:
        return amount
    told = _("{amount} over {some}").format(amount=amount, some=numbers.whole(total.over))
    return told if width(told) <= cells else f"{amount} *"


def title_width(column: Column, *, whole: bool) -> int:
    """Tell how many cells a phase's title needs."""
    return width(safe(column.phase.name)) + 1 + len(_count(column, whole=whole))


def _count(column: Column, *, whole: bool) -> str:
    """Give the number of projects, with the limit where the whole portfolio is shown."""
    count = numbers.whole(column.figures.count)
    limit = column.phase.wip_limit
    return count if limit is None or not whole else f"{count}/{limit}"
