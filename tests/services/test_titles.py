"""Titles: as long as a list can show, in every kind of thing; longer ones from before stay readable."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmo_tui.domain.fields import LONGEST_TITLE
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import editing, exports, portfolio_imports, projects, raid_lives, risks
from pmo_tui.services.projects import PROJECT
from pmo_tui.services.raid import EDITABLES, ISSUE
from pmo_tui.services.risks import RISK
from pmo_tui.services.session import Session
from tests.keeping import opened
from tests.risk_register import facts_of

LONG = "x" * 5_000


@pytest.mark.parametrize("kind", [PROJECT, RISK, *EDITABLES.values()], ids=lambda kind: kind.entity)
def test_a_title_has_a_limit_in_every_kind_of_thing(session: Session, kind: Any):
    longest = editing.add(session, kind, {kind.title: "y" * LONGEST_TITLE})
    with pytest.raises(Refusal) as refused:
        editing.add(session, kind, {kind.title: LONG})
    assert "has 5000 characters of at most 200" in str(refused.value)
    with pytest.raises(Refusal, match="has 201 characters"):
        editing.save(session, kind, longest, {kind.title: "y" * (LONGEST_TITLE + 1)})


def longer(session: Session) -> None:
    """Keep a project and a risk with titles from before they had a limit."""
    with session.writing("before") as group:
        group.create("project", {"code": "P-1", "name": LONG, "phase": 1})
        group.create(
            "risk",
            facts_of(
                {"code": "R-1", "title": LONG, "side": "threat", "status": "open", "level": "portfolio"}
            ),
        )


def test_longer_ones_from_before_are_read_changed_elsewhere_and_written_whole(
    session: Session, tmp_path: Path
):
    longer(session)
    project, risk = projects.find(session, "P-1"), risks.find(session, "R-1")
    assert (project.name, risk.value("title")) == (LONG, LONG)
    assert projects.save(session, project, {"priority": 2}).name == LONG
    assert risks.save(session, risk, {"probability": 2}).value("title") == LONG
    file = tmp_path / "whole.toml"
    text = exports.portfolio(session)
    file.write_text(text, "utf-8")
    session.close()
    again = opened(tmp_path / "again.db")
    portfolio_imports.read_portfolio(again, file)
    assert exports.portfolio(again) == text
    again.close()


def test_what_one_becomes_carries_as_much_of_its_title_as_a_title_takes(session: Session):
    longer(session)
    title = str(raid_lives.carried(RISK, risks.find(session, "R-1"), ISSUE)["title"])
    assert (len(title), title[-2:]) == (LONGEST_TITLE, "x…")


def test_an_import_rejects_the_row_and_says_why(session: Session, load: Any):
    report = load(f"code,name\nA,{LONG}\nB,short\n")
    [rejected] = report.plan.rejected
    assert "Name has 5000 characters of at most 200" in " ".join(map(str, rejected.reasons))
    assert len(report.plan.created) == 1
