"""How risks are told: their sentence, the heat of their band, and when they are looked at again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.risk_grades import HEATS, grade, heat
from pmo_tui.domain.risk_reviews import INTERVALS, next_review
from pmo_tui.domain.risk_sentences import sentence
from pmo_tui.domain.risk_values import Scales
from pmo_tui.domain.risks import STEPS, Severity

DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
STEP = st.integers(STEPS[0], STEPS[-1])


@given(DAYS, STEP, STEP)
def test_the_next_review_is_on_a_working_day_and_no_sooner_than_its_interval(today: date, p: int, i: int):
    current = grade(Severity(p, {}, i), Scales())
    assert current is not None
    day = next_review(today, current)
    assert day.weekday() < 5
    assert timedelta(0) <= day - today - timedelta(INTERVALS[current.heat]) <= timedelta(2)


def test_the_hotter_a_risk_the_sooner_it_is_looked_at_again():
    assert list(INTERVALS) == sorted(INTERVALS, reverse=True)
    assert len(INTERVALS) == HEATS


@given(st.integers(1, 25))
def test_any_number_of_bands_is_spread_over_the_heats_from_the_coolest_to_the_hottest(of: int):
    heats = [heat(number, of) for number in range(of)]
    assert heats == sorted(heats)
    assert heats[-1] == HEATS - 1
    assert of == 1 or heats[0] == 0


@pytest.mark.parametrize(
    ("cause", "event", "effect", "told"),
    [
        ("it rains", "the roof leaks", "a wet floor", "It rains → the roof leaks → a wet floor."),
        (
            "Because it rains.",
            "the roof may leak",
            "which would wet the floor",
            "Because it rains, the roof may leak, which would wet the floor.",
        ),
        (
            "parce qu’il pleut",
            "le toit pourrait fuir",
            "ce qui mouillerait le sol",
            "Parce qu’il pleut, le toit pourrait fuir, ce qui mouillerait le sol.",
        ),
        (
            "Commerce extérieur bloqué",
            "Retards",
            "Sous-traitants à l’arrêt",
            "Commerce extérieur bloqué → Retards → Sous-traitants à l’arrêt.",
        ),
        ("Commercial team leaves", "", "andante", "Commercial team leaves → andante."),
        ("", "the roof leaks", "", "The roof leaks."),
        ("", "", "", ""),
    ],
)
def test_a_risk_is_told_as_one_sentence_in_the_words_of_who_wrote_it(
    cause: str, event: str, effect: str, told: str
):
    assert sentence(cause, event, effect, "→") == told


@given(*[st.text("aàqu' ’.,;→b", max_size=8)] * 3)
def test_nothing_that_was_written_is_lost_from_the_sentence(cause: str, event: str, effect: str):
    told = sentence(cause, event, effect, "→").casefold()
    for text in (cause, event, effect):
        assert " ".join(text.split()).rstrip(".;,").casefold() in told
