"""The demo's past: week after week written down, in agreement with what stands there now."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest

from db import journal as journal_kept
from pmo_tui import demo as demo_words
from pmo_tui.demo.calendar import beginning, collected
from pmo_tui.demo.past import Step
from pmo_tui.demo.projects import LIVELY, Made
from pmo_tui.demo.projects import projects as made_up
from pmo_tui.domain.checks import agreeing
from pmo_tui.domain.health import Health
from pmo_tui.domain.journal import Group
from pmo_tui.services import boards, demo, demo_files, gates, journal, listing, lists
from pmo_tui.services.session import Session, open_session


def _noon() -> datetime:
    """Name the moment at which every demo here is made."""
    return datetime(2026, 11, 23, 12, tzinfo=UTC).replace(tzinfo=None)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory):
    """Give a session on the usual demo, made as the command line makes it."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    demo_files.make(path, clock=_noon)
    opened = open_session(path, who="alice", clock=_noon)
    yield opened
    opened.close()


def _groups(session: Session) -> list[Group]:
    """Give all groups, oldest first."""
    return journal.groups(session, 200)[::-1]


def _made(today: date, number: int = 300, seed: int = 1) -> list[Made]:
    """Make up projects."""
    return list(made_up(number, seed, today, demo_words.words("en")))


def test_moments_rise_from_ten_weeks_ago_to_now(session: Session):
    groups = _groups(session)
    moments = [group.at for group in groups]
    assert moments == sorted(moments)
    assert moments[0].date() == date(2026, 9, 14)
    assert moments[-1] <= _noon()
    labels = Counter(group.label for group in groups)
    assert labels["Weekly status"] >= 10
    assert labels["Investment committee"] >= 9
    assert labels["Demo portfolio made"] == 1


def test_status_is_collected_on_fridays_and_the_committee_sits_on_thursdays(session: Session):
    groups = [group for group in _groups(session)[2:-1] if not group.label.startswith("Comment on ")]
    days = {(group.label, group.at.weekday()) for group in groups}
    assert days == {("Weekly status", 4), ("Investment committee", 3), ("Risk review", 3)}


def test_the_weather_of_all_nine_weeks_is_known_and_has_changed(session: Session):
    keys = lists.table(session, boards.PROJECTS, "phase:delivery health_date>-45d").rows
    weeks = [found.weeks for key in keys if isinstance(key, int) and (found := boards.detail(session, key))]
    assert {len(each) for each in weeks} == {boards.WEEKS}
    assert sum(len(set(each)) > 1 for each in weeks) > len(weeks) / 4


def test_what_was_declared_before_is_what_the_journal_says(session: Session):
    found = list(listing.walked(session, listing.listing(session, "projects", "")))
    assert found
    for project in found:
        healths = [
            change.before["health"]
            for _group, change in journal_kept.history("project", project.id, 100)
            if change.before and {"health", "health_date"} & set(change.before) and "health" in change.before
        ]
        if healths and project.health_previous is not project.health:
            assert project.health_previous.value == healths[0], project.code


def test_projects_were_made_at_the_beginning_and_changed_when_the_journal_says(session: Session):
    found = list(listing.walked(session, listing.listing(session, "projects", "")))
    assert found
    for project in found:
        [(last, _change), *_] = history = journal_kept.history("project", project.id, 100)
        assert project.updated_at == last.at
        assert project.created_at == history[-1][0].at == _groups(session)[1].at


def test_each_decision_since_moved_its_project_on_that_day(session: Session):
    since = beginning(date(2026, 11, 23))
    passed = 0
    found = list(listing.walked(session, listing.listing(session, "projects", "")))
    assert found
    for project in found:
        moves = {
            group.at.date()
            for group, change in journal_kept.history("project", project.id, 100)
            if change.before is not None and "phase" in change.before
        }
        decided = gates.decisions(session, project)
        assert moves == {d.decided_on for d in decided if d.decided_on > since and d.decision.opens}
        passed += len(moves)
    assert passed > 30


@pytest.mark.parametrize("seed", range(1, 6))
def test_every_step_of_the_past_could_have_been_typed_and_leads_to_now(today: date, seed: int):
    for made in _made(today, seed=seed):
        state = {**made.values, **made.past.values}
        agreeing(state)
        for step in made.past.steps:
            state |= step.values
            agreeing(state)
            actual, forecast = state["actual"], state["forecast"]
            assert not (isinstance(actual, int) and isinstance(forecast, int)) or actual <= forecast
        assert {name: value for name, value in state.items() if value not in (None, Health.GREY)} == {
            name: value for name, value in made.values.items() if value not in (None, Health.GREY)
        }
        passed = [step.taken for step in made.past.steps if step.taken]
        assert made.past.phase + sum(taken.decision.opens for taken in passed) == made.phase
        assert made.past.decisions + passed == made.decisions


def test_nothing_was_told_before_it_was_known_and_money_only_grows(today: date):
    def spent(steps: list[Step]) -> list[int]:
        found = [step.values["actual"] for step in steps if "actual" in step.values]
        return [actual for actual in found if isinstance(actual, int)]

    for made in _made(today, 600):
        for step in made.past.steps:
            days = [step.values.get(name) for name in ("health_date", "actual_start", "actual_finish")]
            assert all(day <= step.on for day in days if isinstance(day, date)), made.values["code"]
        assert spent(made.past.steps) == sorted(spent(made.past.steps)), made.values["code"]


def test_another_language_has_the_same_past(today: date):
    for english, french in zip(_made(today, 80), made_up(80, 1, today, demo_words.words("fr")), strict=True):
        assert [step.on for step in english.past.steps] == [step.on for step in french.past.steps]
        for mine, theirs in zip(english.past.steps, french.past.steps, strict=True):
            assert {n: v for n, v in mine.values.items() if not isinstance(v, str)} == {
                n: v for n, v in theirs.values.items() if not isinstance(v, str)
            }


def test_each_of_very_many_projects_looks_back_over_one_report(today: date):
    for made in _made(today, LIVELY + 1):
        assert sum("health_date" in step.values for step in made.past.steps) <= 1


@pytest.mark.parametrize("days", range(14))
def test_any_day_and_hour_has_a_past(tmp_path: Path, days: int):
    def early() -> datetime:
        return _noon().replace(hour=3) - timedelta(days)

    path = tmp_path / "demo.db"
    demo_files.make(path, 30, clock=early)
    opened = demo_files.open_demo(path, early)
    moments = [group.at for group in _groups(opened)]
    assert moments == sorted(moments)
    assert moments[-1] <= early()
    opened.close()


def test_status_is_collected_on_the_friday_of_its_week_or_today():
    thursday, saturday = date(2026, 11, 19), date(2026, 11, 21)
    assert collected(thursday, date(2026, 11, 23)) == date(2026, 11, 20)
    assert collected(saturday, date(2026, 11, 23)) == date(2026, 11, 23)


def test_the_usual_demo_is_made_at_once(tmp_path: Path):
    began = perf_counter()
    demo_files.make(tmp_path / "demo.db", clock=_noon)
    assert perf_counter() - began < 5  # well under a second where nothing else runs
    assert demo.USUAL == 212
