"""Declaring: what is declared today is dated today, and nothing else is."""

from datetime import date

from pmo_tui.domain.declaring import dated
from pmo_tui.domain.health import Declaration, Dimension, Health
from pmo_tui.domain.projects import Project

TODAY = date(2026, 11, 23)
BASE = Project(
    1, 1, "P-1", "ERP", "Idea", health=Health.AMBER, dimensions={Dimension.COST: Declaration(Health.AMBER)}
)


def test_a_dimension_dates_itself_and_the_whole():
    assert dated({"health_time": Health.RED}, BASE, TODAY) == {
        "health_time": Health.RED,
        "health_time_date": TODAY,
        "health_date": TODAY,
    }


def test_a_comment_is_a_declaration_too():
    assert dated({"health_cost_comment": "late"}, BASE, TODAY)["health_cost_date"] == TODAY


def test_a_day_that_was_given_stands():
    day = date(2026, 11, 1)
    assert dated({"health_time": Health.RED, "health_time_date": day}, BASE, TODAY)["health_time_date"] == day


def test_what_is_no_longer_reported_has_no_day():
    assert dated({"health_cost": Health.GREY}, BASE, TODAY)["health_cost_date"] is None


def test_other_changes_declare_nothing():
    assert dated({"name": "x"}, BASE, TODAY) == {"name": "x"}
