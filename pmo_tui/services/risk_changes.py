"""Use cases of what has become of risks since a day: what happened to each, and what it was and is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from db import risks as kept
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.money import Cents
from pmo_tui.domain.risk_grades import Grade, grade
from pmo_tui.domain.risk_values import Scales, expected
from pmo_tui.domain.risks import Level, Severity, Side, Status
from pmo_tui.services.lists import question
from pmo_tui.services.risk_lists import RISKS, Row
from pmo_tui.services.risk_matrix import facts_at
from pmo_tui.services.session import Session

KINDS = (
    *("occurred", "escalated", "worse band", "worse score", "worse exposure", "raised", "assessed"),
    *("withdrawn", "handed back", "better exposure", "better score", "better band", "closed"),
)
"""What happens to risks, the worst first."""

_TOLD = ("side", "status", "level", "probability", "impact", "chance", "cost", "cost_low", "cost_high")
"""The facts whose changes are told."""


class Standing(NamedTuple):
    """What a risk stood for at a moment: its grade, None without a score, and its exposure, None where unknown."""

    grade: Grade | None
    exposure: Cents | None


NOTHING = Standing(None, None)
"""What a risk stood for before it was there."""


class RiskChange(NamedTuple):
    """What has become of a risk since a day: what happened, the worst first, and what it stood for then and now."""

    row: Row
    happened: tuple[str, ...]
    before: Standing
    after: Standing


def changes(
    session: Session, query: str, since: date, rows: Sequence[Row], scales: Scales
) -> tuple[RiskChange, ...]:
    """Give what has become of risks since a day began, in their order; those of which nothing is told are left out."""
    now = kept.figured(question(session, RISKS, query), _TOLD)
    then = facts_at(since, now)
    told = []
    for row in rows:
        was, is_now = then[row.id], now[row.id]
        before, after = _standing(was, scales), _standing(is_now, scales)
        happened = _happened(was, is_now, before, after)
        if happened:
            told.append(RiskChange(row, happened, before, after))
    return tuple(told)


def by_kind(found: Sequence[RiskChange]) -> Mapping[str, tuple[RiskChange, ...]]:
    """Give changes by the worst of what happened to each risk, so that each stands in one group; the worst first."""
    groups: dict[str, list[RiskChange]] = {kind: [] for kind in KINDS}
    for change in found:
        groups[change.happened[0]].append(change)
    return {kind: tuple(group) for kind, group in groups.items() if group}


def _standing(facts: Facts | None, scales: Scales) -> Standing:
    """Give what follows from a risk's facts."""
    if facts is None:
        return NOTHING
    values = kept.figures_of(facts)
    probability, impact = (
        step if isinstance(step := values[name], int) else None for name in ("probability", "impact")
    )
    assessed = grade(Severity(probability, whole=impact), scales)
    return Standing(assessed, expected(values.get, scales.probabilities))


def _happened(was: Facts | None, now: Facts, before: Standing, after: Standing) -> tuple[str, ...]:
    """Give what happened between two moments of a risk, by name, the worst first."""
    happened = {"raised"} if was is None else set()
    status = str(now["status"])
    over = Status(status).over
    if over and (was is None or was["status"] != status):
        happened.add(status)
    if was is not None:
        levels = [level.value for level in Level]
        moved = levels.index(str(now["level"])) - levels.index(str(was["level"]))
        if moved:
            happened.add("escalated" if moved > 0 else "handed back")
        if not over:
            happened |= set(_weighed(Side(now["side"]), before, after))
    return tuple(kind for kind in KINDS if kind in happened)


def _weighed(side: Side, before: Standing, after: Standing) -> Sequence[str]:
    """Tell of what a risk stands for that which changed and says most: its band, else its score, else its exposure.

    Of an opportunity more is better.
    """
    then, now = before.grade, after.grade
    if (then is None) != (now is None):
        return ["assessed" if then is None else "withdrawn"]
    if then is not None and now is not None and then.score != now.score:
        what = "score" if then.band == now.band else "band"
        return [f"{_course(side, now.score - then.score)} {what}"]
    if before.exposure != after.exposure:
        return [f"{_course(side, (after.exposure or 0) - (before.exposure or 0))} exposure"]
    return []


def _course(side: Side, by: int) -> str:
    """Say whether more, or less, of what a risk stands for is worse."""
    return "worse" if (by > 0) == (side is Side.THREAT) else "better"
