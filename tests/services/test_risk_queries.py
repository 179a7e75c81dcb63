"""Queries by the bands that a portfolio has set: their order is theirs, whatever they are called."""

from __future__ import annotations

import pytest

from pmo_tui.domain.portfolio import View
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risks import Band
from pmo_tui.services import boards, lists, risk_lists, risk_settings, risks, views
from pmo_tui.services import projects as projects_service
from pmo_tui.services.session import Session

BANDS = (Band("zu tun", 1), Band("A,b", 5), Band("amber", 10), Band("none", 20))


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ('band>="zu tun"', {1, 5, 10, 20}),
        ('band>"A,b"', {10, 20}),
        ("band>=amber", {10, 20}),
        ('band>="none"', {20}),
        ('band:"A,b"..amber', {5, 10}),
        ("band<amber", {1, 5}),
        ('-band:"A,b"..', {1, None}),
    ],
)
def test_the_order_is_that_of_the_bands_in_force(session: Session, text: str, scores: set[int | None]):
    project = projects_service.add(session, {"name": "P"})
    for probability, impact in ((1, 1), (5, 1), (5, 2), (5, 4), (None, None)):
        risks.add(
            session,
            {"title": "x", "project": project.code, "probability": probability, "impact": impact},
        )
    risk_settings.set_bands(session, BANDS)
    found = risks.read(session, lists.keys(session, risk_lists.RISKS, text))
    assert {risk.value("score") for risk in found} == scores
    assert lists.keys(session, boards.PROJECTS, 'risk>="A,b"') == [project.id]


def test_a_band_of_before_is_told_with_those_in_force(session: Session):
    risk_settings.set_bands(session, BANDS)
    with pytest.raises(Refusal, match="“band” is one of zu tun, A,b, amber, none, not “critical”"):
        lists.keys(session, risk_lists.RISKS, "band>=critical")


def test_the_views_that_other_bands_and_categories_would_leave_behind_are_named(session: Session):
    for name, thing, query in (
        ("Worst", "risk", "band>=high"),
        ("Red", "project", "risk:critical -tag:x"),
        ("Suppliers", "risk", "category:suppliers"),
        ("Parts", "risk", "category:suppl owner:me"),
        ("All", "risk", ""),
    ):
        views.save(session, View(0, 1, name, query, "table", thing=thing))
    assert views.broken(session, bands=BANDS) == ("Red", "Worst")
    assert views.broken(session, bands=(Band("high", 1), Band("critical", 9))) == ()
    assert views.broken(session, categories=["Supply", "Technical"]) == ("Suppliers",)
    assert views.broken(session) == ()
