"""Days are those of the clock on the wall, wherever that hangs: moments are kept in universal time."""

import json
import os
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from pmo_tui.domain.refusal import Refusal
from pmo_tui.moments import local_day, midnight
from pmo_tui.services import exports, journal, projects
from pmo_tui.services.session import Session

EVENING = datetime.fromisoformat("2026-11-23 23:30")
EARLY = datetime.fromisoformat("2026-11-23 00:30")
ZONES = ["UTC", "Europe/Paris", "Asia/Kolkata", "Pacific/Auckland", "America/Los_Angeles", "Pacific/Apia"]
# written out, so that no table of zones need be installed
_RULES = {
    "UTC": "UTC0",
    "Europe/Paris": "CET-1CEST,M3.5.0,M10.5.0/3",
    "Asia/Kolkata": "IST-5:30",
    "Pacific/Auckland": "NZST-12NZDT,M9.5.0,M4.1.0/3",
    "America/Los_Angeles": "PST8PDT,M3.2.0,M11.1.0",
    "Pacific/Apia": "<+13>-13",
    "Santiago, whose summer begins at midnight": "<-04>4<-03>,M9.1.6/24,M4.1.6/24",
}


@pytest.fixture
def zone(request: pytest.FixtureRequest) -> Iterator[str]:
    """Hang the clock elsewhere."""
    before = os.environ["TZ"]
    os.environ["TZ"] = _RULES[request.param]
    time.tzset()
    yield request.param
    os.environ["TZ"] = before
    time.tzset()


QUERIES = {
    "created:today": True,
    "updated:today": True,
    "created<today": False,
    "created<=today": True,
    "created>yesterday": True,
    "created:yesterday": False,
    "created:tomorrow": False,
    "created>=tomorrow": False,
    "created:..today": True,
    "created:0001..9999": True,
}


def keys(session: Session, query: str) -> list[object]:
    found = json.loads(exports.projects(session, query, "json", ("code",)))
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("zone", ZONES, indirect=True)
@pytest.mark.parametrize("moment", [EVENING, EARLY])
def test_what_is_made_now_was_made_today(session: Session, zone: str, moment: datetime):
    session.clock = lambda: moment
    made = projects.add(session, {"name": "x"})
    today, day = session.today(), timedelta(1)
    assert (made.created, made.value("updated")) == (today, today)
    found = {query: bool(keys(session, query)) for query in QUERIES}
    assert found == QUERIES
    for shown, wanted in ((today, True), (today - day, False), (today + day, False)):
        assert bool(keys(session, f"created:{shown}")) is wanted
    [row] = json.loads(exports.projects(session, "", "json", ("created",)))
    assert row == {"created": today.isoformat()}


@pytest.mark.parametrize("zone", list(_RULES), indirect=True)
def test_each_day_begins_at_its_midnight_and_the_one_before_ends_there(zone: str):
    day = date(2026, 1, 1)
    while day.year == 2026:
        begins = midnight(day)
        assert local_day(begins) == day
        assert local_day(begins - timedelta(microseconds=1)) == day - timedelta(1)
        day += timedelta(1)


@pytest.mark.parametrize("zone", list(_RULES), indirect=True)
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_break_nothing(zone: str, day: date):
    assert abs(local_day(midnight(day)).toordinal() - day.toordinal()) <= 1


@pytest.mark.parametrize("zone", ["America/Los_Angeles"], indirect=True)
def test_a_refused_undo_tells_the_time_of_the_wall(session: Session, zone: str):
    session.clock = lambda: EARLY
    project = projects.add(session, {"name": "x", "budget": 1})
    project = projects.save(session, project, {"budget": 2})
    session.who = "bob"
    projects.save(session, project, {"budget": 3})
    session.who = "alice"
    with pytest.raises(Refusal, match=r"2026-11-22 16:30\)"):
        journal.undo(session)
