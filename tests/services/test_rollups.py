"""Rollups on a real database: the risks of programmes with those of their projects, and of the portfolio."""

from __future__ import annotations

from pmo_tui.domain.rollups import NO_RISKS
from pmo_tui.services import projects, risk_lives, risks, rollups
from pmo_tui.services.kinds import kind
from pmo_tui.services.listing import listing
from pmo_tui.services.session import Session

M = 1_000_000_00


def test_a_programme_has_its_own_risks_and_those_of_its_projects(session: Session):
    projects.add(session, {"name": "ERP", "programme": "Digital"})
    projects.add(session, {"name": "Quay", "programme": "Ports"})
    projects.add(session, {"name": "Alone"})
    high = {"probability": 3, "impact": 4, "chance": 50}
    risks.add(session, {"title": "a", "project": "P-0001", "probability": 5, "impact": 5, "cost": M})
    risks.add(session, {"title": "b", "level": "programme", "programme": "Digital", **high, "cost": 2 * M})
    risks.add(session, {"title": "c", "project": "P-0003", "probability": 1, "impact": 1})
    risks.add(session, {"title": "d", "level": "portfolio"})
    gone = risks.add(session, {"title": "e", "project": "P-0002", **high, "cost": M})
    risk_lives.close(session, gone, "it can’t happen any more")
    found = rollups.programmes(session)
    by_name = {programme.name: rollup for programme, rollup in found.programmes}
    digital = by_name["Digital"]
    assert (digital.risks, digital.band, digital.in_worst, digital.valued) == (2, "critical", 1, 2)
    assert by_name["Ports"] == NO_RISKS
    assert (found.apart.risks, found.apart.band, found.apart.unvalued) == (2, "low", 2)
    assert (found.whole.risks, found.whole.unvalued) == (4, 2)
    assert found.whole.exposure == digital.exposure


def test_an_own_field_that_is_older_than_a_built_in_one_keeps_its_name(session: Session):
    with session.writing("fields") as group:
        group.create("custom_field", {"key": "exposure", "label": "Exposure", "kind": "line", "position": 1})
    projects.add(session, {"name": "ERP", "exposure": "to the weather"})
    found = listing(session, "projects", "exposure:weather")
    assert len(found.keys) == 1
    fields = kind("projects").catalogue()
    assert [field.custom for field in fields if field.name == "exposure"] == [True]
