"""The legend: what the signs on the board mean; pure."""

from __future__ import annotations

from pmo_tui.domain.health import HEALTH_LABELS, Health
from pmo_tui.domain.portfolio import DECISION_LABELS, Decision
from pmo_tui.words import _
from screens.cells import Line, Span, line
from screens.glyphs import Glyphs


def legend(glyphs: Glyphs) -> list[Line]:
    """Give each sign with its meaning: the weather, its trend, and the decisions that stop a project."""
    weather = [(glyphs.health(health.value), _(HEALTH_LABELS[health])) for health in reversed(Health)]
    trends = [
        (glyphs.trend(1), _("better")),
        (glyphs.trend(0), _("the same")),
        (glyphs.trend(-1), _("worse")),
    ]
    stopping = (Decision.HOLD, Decision.KILL)
    decided = [(sign, _(DECISION_LABELS[each])) for each in stopping if (sign := glyphs.decided(each.value))]
    return [_told(weather), _told([*trends, *decided])]


def _told(signs: list[tuple[Span, str]]) -> Line:
    """Give signs in a row, each before its meaning."""
    return line(" ", *(part for sign, meaning in signs for part in (sign, (f" {meaning}   ", "muted"))))
