"""The demo portfolio: the same for the same seed and day, consistent in itself, and written by nobody."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from pmo_tui import demo as demo_words
from pmo_tui import words
from pmo_tui.demo.projects import projects as made_up
from pmo_tui.domain.checks import agreeing, kept
from pmo_tui.domain.health import Health
from pmo_tui.domain.portfolio import Decision
from pmo_tui.domain.projects import Project, overrun, slip
from pmo_tui.domain.queries.reading import parse
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import demo, demo_files, exports, gates, journal, listing, portfolio, views
from pmo_tui.services.demo_rounds import AUTHOR
from pmo_tui.services.session import Session, open_session


def _noon() -> datetime:
    """Name the moment at which every demo here is made."""
    return datetime(2026, 11, 23, 12, tzinfo=UTC).replace(tzinfo=None)


@pytest.fixture
def session(tmp_path: Path):
    """Give a session on an empty database."""
    opened = open_session(tmp_path / "demo.db", create=True, who="alice", clock=_noon)
    yield opened
    opened.close()


def _all(session: Session, query: str = "") -> list[Project]:
    """Read the projects that meet a query, of which there are some."""
    found = list(listing.walked(session, listing.listing(session, "projects", query)))
    assert found
    return found


def test_the_usual_demo_holds_212_projects_in_all_phases_and_colours(session: Session):
    demo.make(session)
    projects = _all(session)
    assert len(projects) == len({project.code for project in projects}) == 212
    assert len({project.name for project in projects}) == 212
    assert set(Counter(project.phase for project in projects)) == {
        phase.name for phase in portfolio.surroundings(session).phases
    }
    health = Counter(project.health for project in projects)
    assert health[Health.GREEN] > health[Health.AMBER] > health[Health.RED] > 5


def test_the_same_seed_and_day_make_the_same_and_another_seed_does_not(tmp_path: Path):
    texts = []
    for number, seed in enumerate((1, 1, 2)):
        opened = open_session(tmp_path / f"{number}.db", create=True, who="alice", clock=_noon)
        demo.make(opened, 60, seed)
        texts.append(exports.portfolio(opened))
        opened.close()
    assert texts[0] == texts[1] != texts[2]


def test_another_language_changes_the_words_and_nothing_else(today: date):
    english, french = (list(made_up(150, 1, today, demo_words.words(name))) for name in ("en", "fr"))
    for field in ("code", "budget", "forecast", "actual", "finish", "health", "pm", "priority"):
        assert [made.values.get(field) for made in english] == [made.values.get(field) for made in french]
    assert [made.values["name"] for made in english] != [made.values["name"] for made in french]
    decisions, translated = (
        [[(taken.place, taken.decision, taken.on) for taken in made.decisions] for made in each]
        for each in (english, french)
    )
    assert decisions == translated
    assert sum(map(len, decisions)) > 150


def test_both_languages_have_the_same_number_of_words():
    def shape(thing):
        if isinstance(thing, dict):
            return {name: shape(part) for name, part in thing.items()}
        return [shape(part) for part in thing] if isinstance(thing, list) else type(thing)

    assert shape(demo_words.words("en")) == shape(demo_words.words("fr"))


def test_every_value_could_have_been_typed(session: Session):
    demo.make(session, 400)
    catalogue = portfolio.surroundings(session).catalogue
    for project in _all(session):
        values = {field.name: project.value(field.name) for field in catalogue}
        agreeing(values)
        for field in catalogue:
            if field.settable and field.name != "score":
                assert kept(field, values[field.name]) == values[field.name]


def test_what_is_declared_fits_the_figures(session: Session):
    demo.make(session, 600)
    told = [project for project in _all(session, "phase:delivery") if project.health is not Health.GREY]
    late = [project for project in told if (slip(project) or 0) >= 20]
    dear = [project for project in told if (overrun(project) or 0) >= 10]
    assert late
    assert dear
    assert all(project.health is not Health.GREEN for project in late if project in dear)
    assert sum(project.value("health_time") is Health.RED for project in late) > 0.8 * len(late)
    assert all(project.health_comment for project in told)
    optimists = [p for p in late if p.value("health_time") is not Health.RED]
    assert optimists


def test_money_and_dates_fit_the_phase(session: Session, today: date):
    demo.make(session, 400)
    for project in _all(session):
        if project.phase == "Closed":
            assert project.actual_finish is not None
            assert project.actual_finish < today
            assert project.actual == project.forecast
        if project.phase == "Delivery":
            assert project.actual_start is not None
            assert project.actual_start <= today
            assert 0 <= (project.actual or 0) <= (project.forecast or 0)
        if project.phase in {"Idea", "Scoping"}:
            assert project.actual is None


def test_every_project_came_through_its_gates_in_order(session: Session, today: date):
    demo.make(session, 200)
    order = {phase.name: phase.position for phase in portfolio.surroundings(session).phases}
    for project in _all(session):
        taken = gates.decisions(session, project)
        moved = [each for each in taken if each.decision.opens or each.decision is Decision.KILL]
        opened = [order[decision.to_phase or ""] for decision in moved]
        assert opened == list(range(2, order[project.phase] + 1)), project.code
        days = [decision.decided_on for decision in taken]
        assert days == sorted(days)
        assert all(day <= today for day in days)


def test_one_limit_is_exceeded_and_some_projects_are_neglected(session: Session, today: date):
    demo.make(session)
    counts = listing.counts(session)
    phases = portfolio.surroundings(session).phases
    assert [p.name for p in phases if p.wip_limit and counts[p.name] > p.wip_limit] == ["Planning"]
    silent = [
        p for p in _all(session, "phase:delivery") if p.health_date and today - p.health_date > timedelta(45)
    ]
    assert 1 <= len(silent) <= 12


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_view_can_be_opened_and_shows_something(session: Session, language: str):
    words.use(language)
    demo.make(session)
    assert len(views.views(session)) == 5
    catalogue = portfolio.surroundings(session).catalogue
    for view in views.views(session):
        assert str(parse(view.query, catalogue, today=session.today(), me="alice"))
        assert _all(session, view.query), view.name
        assert all(catalogue.find(column) for column in view.columns)


def test_the_demo_was_written_by_nobody_who_is_there_and_nobody_can_undo_it(session: Session):
    demo.make(session, 20)
    authors = {group.who for group in journal.groups(session, 100)}
    assert {AUTHOR, portfolio.PROGRAM} <= authors <= {AUTHOR, portfolio.PROGRAM, *demo_words.PEOPLE}
    with pytest.raises(Refusal, match="nothing of yours"):
        journal.undo(session)


def test_a_portfolio_with_projects_is_left_alone(session: Session):
    demo.make(session, 3)
    with pytest.raises(Refusal, match="holds projects already"):
        demo.make(session, 3)


@pytest.mark.parametrize("number", [0, -1, 100_001])
def test_a_demo_has_a_sensible_number_of_projects(session: Session, number: int):
    with pytest.raises(Refusal, match="1 to 100000"):
        demo.make(session, number)


def test_a_thousand_more_names_are_still_different(today: date):
    made = list(made_up(4000, 3, today, demo_words.words("fr")))
    assert len({one.values["name"] for one in made}) == 4000


def test_a_demo_file_is_made_anew_only_over_a_demo(tmp_path: Path):
    path = tmp_path / "demo.db"
    demo_files.make(path, 5, clock=_noon)
    demo_files.make(path, 7, clock=_noon)
    opened = demo_files.open_demo(path, _noon)
    assert len(_all(opened)) == 7
    opened.close()
    mine = tmp_path / "mine.db"
    open_session(mine, create=True).close()
    before = mine.read_bytes()
    for refused in (lambda: demo_files.make(mine, 5), lambda: demo_files.open_demo(mine)):
        with pytest.raises(Refusal, match="no demo"):
            refused()
    assert mine.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["demo.db", "mine.db"]
