"""The register of the demo: believable, in all states, some of it neglected, and the same for the same seed and day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pmo_tui import demo as demo_words
from pmo_tui.domain.items import Item
from pmo_tui.domain.raid import agreeing as agrees
from pmo_tui.domain.raid import asked
from pmo_tui.domain.raid_kinds import BY_NOUN
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.relations import Tie
from pmo_tui.domain.risk_checks import agreeing
from pmo_tui.domain.risks import Status
from pmo_tui.services import comments, demo, listing, relations, risk_weeks
from pmo_tui.services.session import Session, open_session
from pmo_tui.words import use
from tests.keeping import replayed, standing


def _noon() -> datetime:
    """Name the moment at which every demo here is made."""
    return datetime(2026, 11, 23, 12, tzinfo=UTC).replace(tzinfo=None)


def made(path: Path, seed: int = 1) -> tuple[Session, list[Item]]:
    """Make a demo and give its risks."""
    session = open_session(path, create=True, who="alice", clock=_noon)
    demo.make(session, seed=seed)
    return session, list(listing.walked(session, listing.listing(session, "risks", "sort:code")))


@pytest.fixture
def demo_made(tmp_path: Path) -> Iterator[tuple[Session, list[Item]]]:
    """Make the usual demo."""
    session, risks = made(tmp_path / "demo.db")
    yield session, risks
    session.close()


def test_about_four_hundred_risks_in_all_states_and_some_neglected(demo_made: tuple[Session, list[Item]]):
    session, risks = demo_made
    assert 350 < len(risks) < 450
    assert set(Counter(risk.value("status") for risk in risks)) == {status.value for status in Status}
    assert len(set(Counter(risk.value("band") for risk in risks))) == 4
    for query in (
        "review:overdue",
        "owner:none",
        "response:none",
        "over:yes",
        "side:opportunity",
        "owner:me",
    ):
        assert listing.listing(session, "risks", f"{query} status:open,responding").keys, query
    assert replayed() == standing()


def test_no_risk_of_it_contradicts_itself(demo_made: tuple[Session, list[Item]]):
    _session, risks = demo_made
    for risk in risks:
        try:
            agreeing(risk.values, risk.values)
        except Refusal as refusal:
            pytest.fail(f"{risk.code}: {refusal}")


def test_its_exposure_moves_week_by_week(demo_made: tuple[Session, list[Item]]):
    session, _risks = demo_made
    points = risk_weeks.over_time(session, weeks=8)
    assert len({point.exposure.net for point in points}) > 4


def test_the_same_seed_makes_the_same_and_another_language_changes_the_words_alone(tmp_path: Path):
    found = []
    for number, (seed, language) in enumerate(((1, "en"), (1, "en"), (1, "fr"), (2, "en"))):
        use(language)
        session, risks = made(tmp_path / f"{number}.db", seed)
        session.close()
        found.append(risks)
    use("en")
    told = [
        [(risk.value("title"), risk.value("score"), risk.value("exposure")) for risk in risks]
        for risks in found
    ]
    figures = [[each[1:] for each in risks] for risks in told]
    assert told[0] == told[1] != told[2]
    assert figures[0] == figures[2] != figures[3]


def test_both_languages_say_as_much():
    english, french = (demo_words.words(f"risks_{language}") for language in ("en", "fr"))
    for name in english:
        assert len(english[name]) == len(french[name]) or isinstance(english[name], str), name
    for name in ("risks", "chances"):
        assert [each["category"] for each in english[name]] == [each["category"] for each in french[name]]
        assert [len(each["actions"]) for each in english[name]] == [
            len(each["actions"]) for each in french[name]
        ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_titles_are_short_and_all_that_is_told_of_one_thing_is_told_in_both_languages(language: str):
    register, items = (demo_words.words(f"{name}_{language}") for name in ("risks", "raid"))
    english = [demo_words.words(f"{name}_en") for name in ("risks", "raid")]
    assert len(register["risks"]) >= 48
    assert len(register["chances"]) >= 14
    for words, others in zip((register, items), english, strict=True):
        for name, told in words.items():
            if isinstance(told[0], dict):
                assert [set(each) for each in told] == [set(each) for each in others[name]], name
                assert len({each["title"] for each in told}) == len(told)
                assert max(len(each["title"]) for each in told) <= 34
    risks = {each["title"] for each in register["risks"]}
    assert {each["risk"] for each in items["assumptions"]} <= risks


def test_no_project_has_the_same_risk_twice(demo_made: tuple[Session, list[Item]]):
    _session, risks = demo_made
    assert max(Counter((risk.value("project"), risk.value("title")) for risk in risks).values()) == 1


def test_an_assumption_that_failed_became_a_risk_and_some_owners_commented(
    demo_made: tuple[Session, list[Item]],
):
    session, risks = demo_made
    came = [each for risk in risks for each in relations.related(session, "risk", risk.id) if not each.onward]
    assert {"assumption"} == {each.entity for each in came if each.tie is Tie.BECAME}
    said = [each for risk in risks for each in comments.comments(session, "risk", risk.id)]
    assert 3 < len(said) <= 12
    assert {each.who for each in said} <= set(demo_words.PEOPLE)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_other_items_of_the_demo_are_in_all_states_and_agree(tmp_path: Path, language: str):
    use(language)
    session, _risks = made(tmp_path / "demo.db")
    for noun, kind in BY_NOUN.items():
        items = list(listing.walked(session, listing.listing(session, noun, "")))
        assert len(items) > 30
        assert {item.value(kind.state) for item in items} == set(kind.ways)
        for item in items:
            agrees(kind, item.values, item.values)
            asked(kind, item.values, item.value)
    assert len(listing.listing(session, "issues", "due:overdue active:yes").keys) > 3
    session.close()
