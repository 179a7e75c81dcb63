"""Listing: the projects that meet a query, in its order, read piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmo_tui.domain.health import Health
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import listing, projects
from pmo_tui.services.session import Session
from tests.keeping import opened


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a portfolio of three projects."""
    session = opened(tmp_path / "portfolio.db")
    projects.add(session, {"name": "Wifi", "budget": 300})
    projects.add(session, {"name": "ERP", "health": Health.RED, "phase": "Delivery", "budget": 100})
    projects.add(session, {"name": "Archive", "health": Health.RED, "budget": 200})
    yield session
    session.close()


def names(session: Session, text: str) -> list[str]:
    """Give the names of the projects that meet a query."""
    return [project.name for project in listing.walked(session, listing.listing(session, "projects", text))]


def test_the_worst_comes_first_unless_the_query_says_otherwise(session: Session):
    assert names(session, "") == names(session, " sort:-rag,name ") == ["Archive", "ERP", "Wifi"]
    assert names(session, "sort:-budget") == ["Wifi", "Archive", "ERP"]


def test_what_a_query_finds_is_told_with_how_many_there_are(session: Session):
    found = listing.listing(session, "projects", "rag:red")
    assert (len(found.keys), found.total) == (2, 3)
    assert [field.name for field in found.fields(["code", "chef de projet"])] == ["code", "pm"]
    with pytest.raises(Refusal, match="Did you mean “budget”"):
        found.fields(["bugdet"])
    with pytest.raises(Refusal, match="Did you mean “budget”"):
        listing.listing(session, "projects", "bugdet:1")


def test_what_is_deleted_while_one_reads_is_left_out_and_pieces_hang_together(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(listing, "CHUNK", 1)
    walk = listing.walked(session, listing.listing(session, "projects", ""))
    assert next(walk).name == "Archive"
    projects.delete(session, projects.find(session, "P-0002"))
    assert [project.name for project in walk] == ["Wifi"]


def test_every_phase_is_counted_the_empty_ones_too(session: Session):
    counts = listing.counts(session)
    assert list(counts)[:2] == ["Idea", "Scoping"]
    assert (counts["Idea"], counts["Scoping"], counts["Delivery"]) == (2, 0, 1)
