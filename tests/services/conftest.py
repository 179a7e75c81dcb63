"""What tests of use cases start from: an empty portfolio, and files imported into it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pmo_tui.services import imports, portfolio
from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.services.imports import ImportReport
from pmo_tui.services.session import Session, open_session
from pmo_tui.transfer.map_file import parse_map
from tests.keeping import Clock, opened

Plan = Callable[..., ImportPlan]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = open_session(tmp_path / "pmo.db", create=True, who="alice")
    yield session
    session.close()


@pytest.fixture
def clock() -> Clock:
    """Give a clock that a test can set."""
    return Clock()


@pytest.fixture
def timed(tmp_path: Path, clock: Clock) -> Iterator[Session]:
    """Open a new portfolio whose clock a test can set."""
    session = opened(tmp_path / "timed.db", clock=clock)
    yield session
    session.close()


@pytest.fixture
def plan(session: Session, tmp_path: Path) -> Plan:
    """Plan the import of a text, by a map or a guess."""

    def planned(text: str, the_map: str = "", name: str = "x.csv") -> ImportPlan:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        catalogue = portfolio.surroundings(session).catalogue
        mapped = parse_map(the_map, "x.toml", catalogue) if the_map else None
        table = imports.open_file(path, mapped)
        return imports.plan(session, table, mapped or imports.guess(session, table).map)

    return planned


@pytest.fixture
def load(session: Session, plan: Plan) -> Callable[..., ImportReport]:
    """Import a text."""
    return lambda text, the_map="", name="x.csv": imports.run(session, plan(text, the_map, name))
