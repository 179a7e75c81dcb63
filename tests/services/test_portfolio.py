"""The portfolio: set up once, its settings changed under the eyes of others, its own fields declared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import portfolio as kept
from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import journal, portfolio, projects
from pmo_tui.services.session import Session
from tests.keeping import groups, opened, tables


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a new portfolio."""
    session = opened(tmp_path / "portfolio.db")
    yield session
    session.close()


def test_a_new_portfolio_has_six_phases_and_says_who_set_it_up(session: Session):
    around = portfolio.surroundings(session)
    assert [phase.name for phase in around.phases] == [
        "Idea",
        "Scoping",
        "Planning",
        "Delivery",
        "Closing",
        "Closed",
    ]
    assert [phase.name for phase in around.phases if phase.closed] == ["Closed"]
    [group] = journal.groups(session, 5)
    assert (group.who, group.label, group.size) == ("pmo-tui", "Portfolio set up", 41)
    assert around.today.isoformat() == "2026-11-23"


def test_setting_up_again_changes_nothing(session: Session):
    before = tables(), groups()
    portfolio.ensure(session)
    assert (tables(), groups()) == before


def test_phases_are_named_in_the_language_of_the_first_start(tmp_path: Path, french):
    session = opened(tmp_path / "neuf.db")
    assert portfolio.surroundings(session).phases[0].name == "Idée"
    session.close()


def test_settings_are_changed_and_undone(session: Session):
    portfolio.change_settings(session, 1, name="  DSI\t2026 ", fiscal_month=9)
    around = portfolio.surroundings(session)
    assert (around.portfolio.name, around.portfolio.fiscal_month, around.portfolio.version) == (
        "DSI 2026",
        9,
        2,
    )
    journal.undo(session)
    assert portfolio.surroundings(session).portfolio.name == ""


def test_settings_that_another_has_changed_are_not_overwritten(session: Session):
    portfolio.change_settings(session, 1, name="Mine")
    with pytest.raises(Refusal, match="The settings were changed by someone else meanwhile"):
        portfolio.change_settings(session, 1, name="Yours")
    assert portfolio.surroundings(session).portfolio.name == "Mine"


def test_settings_that_contradict_each_other_are_refused(session: Session):
    for settings, sentence in (
        (
            {"overrun_amber": 20},
            "overrun_amber is 20 and overrun_red only 10: red comes after amber, change one",
        ),
        ({"slip_red": 4}, "slip_amber is 5 and slip_red only 4"),
        ({"slip_amber": -1}, "slip_amber can't be below 0"),
        ({"report_stale": 0}, "report_stale is a number of days, 1 at least"),
        ({"slip_red": 5001}, "slip_red is 5000 at most: lower it"),
        ({"overrun_red": 10**9}, "overrun_red is 5000 at most: lower it"),
        ({"report_stale": 10**9}, "report_stale is 5000 at most: lower it"),
        ({"fiscal_month": 13}, "fiscal_month must be a month, 1 to 12"),
        ({"currency": " \t"}, "A portfolio needs a currency"),
    ):
        with pytest.raises(Refusal, match=sentence):
            portfolio.change_settings(session, 1, **settings)
    portfolio.change_settings(session, 1, overrun_amber=20, overrun_red=30)


def test_an_own_field_is_declared_after_the_others_and_known_to_every_project(session: Session):
    for name in ("carbon", "sites"):
        with session.writing("declared") as group:
            portfolio.add_own_fields(group, [Field(name, Kind.INTEGER, f" {name}  label ")])
    assert [(own.field.name, own.field.label, own.position) for own in kept.own_fields()] == [
        ("carbon", "carbon label", 1),
        ("sites", "sites label", 2),
    ]
    assert projects.add(session, {"name": "ERP", "sites": 3}).custom == {"carbon": None, "sites": 3}


@pytest.mark.parametrize(
    "key", ["budget", "slip", "health_previous", "health_time", "Carbon", "é", "1st", "", "a b"]
)
def test_an_own_field_with_a_key_that_can_t_be_is_refused(session: Session, key: str):
    with (
        pytest.raises(Refusal, match="can't be the key of an own field"),
        session.writing("declared") as group,
    ):
        portfolio.add_own_fields(group, [Field(key, Kind.LINE, "Label")])
    assert kept.own_fields() == ()


def test_an_own_field_may_sound_like_a_dimension(session: Session):
    with session.writing("declared") as group:
        portfolio.add_own_fields(group, [Field("health_safety", Kind.LINE, "Health and safety")])
    assert (
        projects.add(session, {"name": "ERP", "health_safety": "gloves"}).value("health_safety") == "gloves"
    )
