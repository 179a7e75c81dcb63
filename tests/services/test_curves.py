"""A project's amounts over time, as the journal knows them."""

from datetime import date, datetime, timedelta
from pathlib import Path

from pmo_tui.domain.curves import Known
from pmo_tui.services import dossiers, journal, projects
from pmo_tui.services.session import Session, open_session

NOON = datetime(2026, 11, 23, 12)  # noqa: DTZ001 - moments are kept without a zone


def _at(session: Session, ago: int) -> Session:
    """Go back so many days."""
    session.clock = lambda: NOON - timedelta(ago)
    return session


def _amounts(session: Session) -> list[tuple[date | int | None, ...]]:
    """Give the amounts over time of the one project, in units."""
    found = dossiers.dossier(session, None, "P-0001")
    assert found is not None
    return [
        (each.on, *(None if cents is None else cents // 100 for cents in each[1:])) for each in found.amounts
    ]


def test_the_amounts_of_each_day_on_which_one_was_changed(tmp_path: Path):
    session = open_session(tmp_path / "pmo.db", create=True, who="alice", clock=lambda: NOON)
    project = projects.add(_at(session, 40), {"name": "ERP", "budget": 100_00})
    project = projects.save(_at(session, 30), project, {"department": "Finance"})
    project = projects.save(_at(session, 20), project, {"forecast": 110_00, "actual": 10_00})
    projects.save(_at(session, 10), project, {"actual": 30_00})
    assert _amounts(_at(session, 0)) == [
        (date(2026, 10, 14), 100, None, None),
        (date(2026, 11, 3), 100, 110, 10),
        (date(2026, 11, 13), 100, 110, 30),
        (date(2026, 11, 23), 100, 110, 30),
    ]
    journal.undo(_at(session, 5))
    assert _amounts(_at(session, 0))[-2:] == [
        (date(2026, 11, 18), 100, 110, 10),
        (date(2026, 11, 23), 100, 110, 10),
    ]
    session.close()


def test_a_project_that_was_deleted_and_came_back_has_its_amounts_since(tmp_path: Path):
    session = open_session(tmp_path / "pmo.db", create=True, who="alice", clock=lambda: NOON)
    project = projects.add(_at(session, 40), {"name": "ERP", "budget": 100_00})
    projects.delete(_at(session, 20), project)
    journal.undo(_at(session, 19))
    found = dossiers.dossier(_at(session, 0), None, "P-0001")
    assert found is not None
    assert found.amounts == (
        Known(date(2026, 11, 4), 100_00, None, None),
        Known(date(2026, 11, 23), 100_00, None, None),
    )
    session.close()
