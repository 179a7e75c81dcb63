"""Use cases of the report on risks: its figures, its matrices, the register, and what has changed since a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from db import asking
from db import portfolio as portfolio_kept
from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.portfolio import Portfolio
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_values import Scales
from pmo_tui.domain.risks import Side
from pmo_tui.services import people, risk_lists
from pmo_tui.services.lists import question
from pmo_tui.services.risk_changes import RiskChange, changes
from pmo_tui.services.risk_figures import Outlook, outlook
from pmo_tui.services.risk_lists import RISKS, Row
from pmo_tui.services.risk_matrix import SCORES, Matrix, Which, matrix
from pmo_tui.services.session import Session, one_moment

USUAL_DAYS = 30
"""How far a report looks back where no day is named."""


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

    def valued(self, side: Side) -> tuple[int, int]:
        """Of how many open risks of a side the exposure is known, and how many there are."""
        known = [
            row.value("exposure") is not None for row in self.open_rows if row.value("side") == side.value
        ]
        return sum(known), len(known)

    @property
    def bands(self) -> dict[str, int]:
        """How many of the open threats stand in each band, the least first."""
        counts = dict.fromkeys((band.name for band in self.scales.bands), 0)
        for row in self.of_side(Side.THREAT):
            if isinstance(band := row.value("band"), str):
                counts[band] += 1
        return counts

    def of_side(self, side: Side) -> tuple[Row, ...]:
        """Give the open ones of one side."""
        return tuple(row for row in self.open_rows if row.value("side") == side.value)


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
        changes(session, query, since, rows, settings.scales),
    )
