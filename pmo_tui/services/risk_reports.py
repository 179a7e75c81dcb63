"""Use cases of the report on risks: its figures, its matrices, the register, and what has changed since a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from db import asking
from db import portfolio as portfolio_kept
from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.portfolio import Portfolio
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_grades import Grade, grade
from pmo_tui.domain.risk_values import Scales
from pmo_tui.domain.risks import Level, Severity, Status
from pmo_tui.services import people, risk_lists
from pmo_tui.services.lists import question
from pmo_tui.services.risk_figures import Outlook, outlook
from pmo_tui.services.risk_lists import RISKS, Row
from pmo_tui.services.risk_matrix import SCORES, Matrix, Which, facts_at, matrix
from pmo_tui.services.session import Session, one_moment

USUAL_DAYS = 30
"""How far a report looks back where no day is named."""


class RiskChange(NamedTuple):
    """What has become of a risk since a day: what happened, by name, and its grade then and now."""

    row: Row
    happened: tuple[str, ...]
    before: Grade | None
    after: Grade | None


class RiskReport(NamedTuple):
    """All that a report on risks tells; `rows` are those that meet the query, in its order."""

    portfolio: Portfolio
    query: str
    today: date
    since: date
    author: str
    catalogue: Catalogue
    scales: Scales
    outlook: Outlook
    matrices: dict[Which, Matrix]
    rows: tuple[Row, ...]
    changes: tuple[RiskChange, ...]

    @property
    def open_rows(self) -> tuple[Row, ...]:
        """Those of which something is still awaited."""
        return tuple(row for row in self.rows if row.value("active"))

    @property
    def bands(self) -> dict[str, int]:
        """How many of the open ones stand in each band, the least first."""
        counts = dict.fromkeys((band.name for band in self.scales.bands), 0)
        for row in self.open_rows:
            if isinstance(band := row.value("band"), str):
                counts[band] += 1
        return counts


@one_moment
def report(session: Session, query: str = "", since: date | None = None) -> RiskReport:
    """Give the report on the risks that meet a query. Raises Refusal for a day that is still to come."""
    today = session.today()
    since = since or today - timedelta(days=USUAL_DAYS)
    if since > today:
        raise Refusal(N_("{day} is still to come: name a day up to today."), day=since.isoformat())
    settings = risk_lists.settings(session)
    rows = risk_lists.rows(session, asking.keys(question(session, RISKS, query)))
    return RiskReport(
        portfolio_kept.portfolio() or Portfolio(),
        query,
        today,
        since,
        people.me(session) or session.who,
        settings.catalogue,
        settings.scales,
        outlook(session, query),
        {which: matrix(session, query, which) for which in SCORES},
        tuple(rows),
        tuple(_changes(session, query, since, rows, settings.scales)),
    )


_TOLD = ("status", "level", "probability", "impact")
"""The facts whose changes are told."""


def _changes(
    session: Session, query: str, since: date, rows: Sequence[Row], scales: Scales
) -> list[RiskChange]:
    """Give what has become of risks since a day began, in their order; those of which nothing is told are left out."""
    found = asking.columns(question(session, RISKS, query), _TOLD)
    now: dict[int, Facts] = {key: dict(zip(_TOLD, facts, strict=True)) for key, *facts in found}
    then = facts_at(since, now)
    told = []
    for row in rows:
        was, is_now = then[row.id], now[row.id]
        before, after = _grade(was, scales), _grade(is_now, scales)
        happened = _happened(was, is_now, before, after)
        if happened:
            told.append(RiskChange(row, tuple(happened), before, after))
    return told


def _happened(was: Facts | None, now: Facts, before: Grade | None, after: Grade | None) -> list[str]:
    """Give what happened between two moments of a risk, by name."""
    happened = ["raised"] if was is None else []
    status = now["status"]
    if Status(status).over and (was is None or was["status"] != status):
        happened.append(str(status))
    if was is None:
        return happened
    levels = [level.value for level in Level]
    moved = levels.index(str(now["level"])) - levels.index(str(was["level"]))
    if moved:
        happened.append("escalated" if moved > 0 else "handed back")
    if (before and before.severity) != (after and after.severity):
        happened.append("scored")
    if (before and before.band) != (after and after.band):
        happened.append("band")
    return happened


def _grade(facts: Facts | None, scales: Scales) -> Grade | None:
    """Give the grade that follows from a risk's facts."""
    if facts is None:
        return None
    probability, impact = (
        step if isinstance(step := facts[name], int) else None for name in ("probability", "impact")
    )
    return grade(Severity(probability, whole=impact), scales)
