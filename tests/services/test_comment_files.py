"""Comments and views in a portfolio's file: they come back with author and moment, each on what it was said of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmo_tui.domain.portfolio import View
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import (
    comments,
    editing,
    exports,
    journal,
    portfolio_imports,
    projects,
    raid,
    risks,
    views,
)
from pmo_tui.services.session import Session
from tests.keeping import WORDS, opened, replayed, standing

THINGS = ("project", "risk", *BY_THING)


def with_things(path: Path, who: str = "alice") -> tuple[Session, dict[str, Any]]:
    """Make a portfolio with one thing of each kind."""
    session = opened(path, who)
    made: dict[str, Any] = {
        "project": projects.add(session, {"name": "ERP"}),
        "risk": risks.add(session, {"title": "Late"}),
    }
    made |= {thing: editing.add(session, kind, {"title": "x"}) for thing, kind in raid.EDITABLES.items()}
    return session, made


def brought(text: str, folder: Path, who: str = "carl") -> Session:
    """Read a portfolio's text into a new database."""
    for each in folder.glob("again.db*"):
        each.unlink()
    file = folder / "whole.toml"
    file.write_text(text, "utf-8")
    session = opened(folder / "again.db", who)
    portfolio_imports.read_portfolio(session, file)
    return session


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.lists(st.tuples(st.sampled_from(THINGS), st.sampled_from(("alice", "bob")), WORDS), max_size=6)
)
def test_a_portfolio_with_whatever_was_said_comes_back_to_the_byte(
    tmp_path: Path, said: list[tuple[str, str, str]]
):
    for each in tmp_path.glob("first.db*"):
        each.unlink()
    session, made = with_things(tmp_path / "first.db")
    for thing, who, words in said:
        session.who = who
        comments.add(session, thing, made[thing], f"“{words}”")
    before = {thing: comments.comments(session, thing, each.id) for thing, each in made.items()}
    text = exports.portfolio(session)
    session.close()
    again = brought(text, tmp_path)
    assert exports.portfolio(again) == text
    after = {thing: comments.comments(again, thing, each.id) for thing, each in made.items()}
    told = [
        {thing: [each[2:] for each in found] for thing, found in both.items()} for both in (before, after)
    ]
    assert told[0] == told[1]
    assert replayed() == standing()
    again.close()


def test_who_wrote_it_may_delete_it_there_too_and_all_of_it_is_taken_back(tmp_path: Path):
    session, made = with_things(tmp_path / "first.db", "bob")
    comments.add(session, "risk", made["risk"], "Mind the gap\nplease")
    text = exports.portfolio(session)
    assert '[[comments]]\nentity = "risk"\ncode = "R-0001"\nwho = "bob"\nat = 2026-11-23 ' in text
    session.close()
    again = brought(text, tmp_path)
    risk = risks.find(again, "R-0001")
    [comment] = comments.comments(again, "risk", risk.id)
    with pytest.raises(Refusal, match="The comment is by bob: only its author deletes it"):
        comments.delete(again, risk, comment)
    comments.add(again, "risk", risk, "Mine")
    assert [each.who for each in comments.comments(again, "risk", risk.id)] == ["bob", "carl"]
    for _twice in range(2):
        journal.undo(again)
    assert exports.portfolio(again).count("[[comments]]") == 0
    journal.redo(again)
    assert exports.portfolio(again) == text
    assert replayed() == standing()
    again.close()


START = "version = 1\n[portfolio]\nname = 'x'\n[[phases]]\nname = 'Idea'\n"
START += "[[projects]]\ncode = 'A1'\nname = 'x'\nphase = 'Idea'\n"
REMARK = "[[comments]]\ncode = 'A1'\ntext = 'x'\n"
WRONG = {
    START + REMARK.replace("A1", "A2"): "comments[1].code: The file has no “A2”",
    START + REMARK + "entity = 'risk'": "comments[1].code: The file has no “A1”",
    START + REMARK + "entity = 'rsk'": "comments[1].entity",
    START + REMARK + "at = 2026-01-01": "comments[1].at must be a moment",
    START + REMARK + "at = 0001-01-01T00:00:00+05:00": "comments[1].at must be a moment",
    START + REMARK.replace("'x'", "' '"): "comments[1].text is empty",
    START
    + "[[views]]\nname = 'V'\nthing = 'risk'\nquery = 'rag:red'": "views[1].query: There is no field “rag”",
    START + "[[views]]\nname = 'V'\nthing = 'house'": "views[1].thing",
}


@pytest.mark.parametrize("sentence", WRONG.values())
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, sentence: str):
    with pytest.raises(Refusal) as refused:
        brought(next(text for text, told in WRONG.items() if told == sentence), tmp_path)
    assert sentence in str(refused.value)


def test_a_comment_without_author_and_moment_is_of_who_brings_it_in_now(tmp_path: Path):
    session = brought(START + REMARK, tmp_path)
    [comment] = comments.comments(session, "project", projects.find(session, "A1").id)
    assert (comment.text, comment.who) == ("x", "carl")
    assert comment.at is not None
    session.close()


def test_a_moment_elsewhere_is_the_same_moment_here(tmp_path: Path):
    session = brought(START + REMARK + "at = 2026-07-01T10:00:00+02:00\n", tmp_path)
    assert "at = 2026-07-01 08:00:00+00:00\n" in exports.portfolio(session)
    session.close()


def test_views_of_risks_and_items_are_kept_and_come_back_as_such(tmp_path: Path):
    session, _made = with_things(tmp_path / "first.db")
    views.save(
        session, View(0, 1, "Late", "review:overdue band:high", "table", ("code",), ("-score",), thing="risk")
    )
    views.save(session, View(0, 1, "Late", "severity:high", "table", thing="issue"))
    views.save(session, View(0, 1, "Late", "rag:red"))
    with pytest.raises(Refusal, match="There is no field “rag”"):
        views.save(session, View(0, 1, "Other", "rag:red", thing="risk"))
    text = exports.portfolio(session)
    session.close()
    again = brought(text, tmp_path, "alice")
    assert exports.portfolio(again) == text
    kept = {view.thing: view.query for view in views.views(again)}
    assert kept == {"risk": "review:overdue band:high", "issue": "severity:high", "project": "rag:red"}
    again.close()
