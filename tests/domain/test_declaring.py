"""Declaring: what is declared today is dated today, and nothing else is."""

from datetime import date

from pmo_tui.domain.declaring import dated, declared
from pmo_tui.domain.health import Declaration, Dimension, Health
from pmo_tui.domain.projects import Project

TODAY = date(2026, 11, 23)
BASE = Project(
    1, 1, "P-1", "ERP", "Idea", health=Health.AMBER, dimensions={Dimension.COST: Declaration(Health.AMBER)}
)


def test_a_dimension_dates_itself_and_the_whole():
    assert dated({"health_time": Health.RED}, BASE.value, TODAY) == {
        "health_time": Health.RED,
        "health_time_date": TODAY,
        "health_date": TODAY,
    }


def test_a_comment_is_a_declaration_too():
    assert dated({"health_cost_comment": "late"}, BASE.value, TODAY)["health_cost_date"] == TODAY


def test_a_day_that_was_given_stands():
    day = date(2026, 11, 1)
    assert (
        dated({"health_time": Health.RED, "health_time_date": day}, BASE.value, TODAY)["health_time_date"]
        == day
    )


def test_what_is_no_longer_reported_has_no_day():
    assert dated({"health_cost": Health.GREY}, BASE.value, TODAY)["health_cost_date"] is None


def test_other_changes_declare_nothing():
    assert dated({"name": "x"}, BASE.value, TODAY) == {"name": "x"}


def test_what_is_given_as_it_stands_declares_nothing():
    same = {"health": Health.AMBER, "health_cost": Health.AMBER, "health_cost_comment": None}
    assert dated(same, BASE.value, TODAY) == same


def test_a_whole_whose_last_dimension_is_withdrawn_has_no_day_unless_it_is_declared_itself():
    withdrawn = {"health_cost": Health.GREY}
    assert dated(withdrawn, BASE.value, TODAY) == {
        **withdrawn,
        "health_cost_date": None,
        "health_date": None,
    }
    itself = dated({**withdrawn, "health": Health.GREEN}, BASE.value, TODAY)
    assert (itself["health_date"], itself["health_cost_date"]) == (TODAY, None)


def test_a_status_declares_again_what_has_a_colour():
    assert declared({"health_cost_comment": "late"}, BASE.value, TODAY) == {
        "health_cost_comment": "late",
        "health_cost_date": TODAY,
        "health_date": TODAY,
    }
