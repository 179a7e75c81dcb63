"""Weather: when a declaration is too old to be believed."""

from datetime import date, timedelta

import pytest

from pmo_tui.domain.portfolio import Thresholds
from pmo_tui.domain.projects import Project
from pmo_tui.domain.weather import stale


@pytest.mark.parametrize(
    ("age", "closed", "told"),
    [(None, False, False), (0, False, False), (45, False, False), (46, False, True), (46, True, False)],
)
def test_a_declaration_is_stale_when_it_is_older_than_the_portfolio_lets_it_be(
    today: date, age: int | None, closed: bool, told: bool
):
    declared = None if age is None else today - timedelta(days=age)
    project = Project(1, 1, "P-0001", "x", "Idea", health_date=declared)
    assert stale(project, Thresholds(), today, closed=closed) is told
    assert not stale(project, Thresholds(report_stale=100), today, closed=closed)
