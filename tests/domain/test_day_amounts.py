"""Days of work are read as people type them, and written so that they are read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.calendars import DAY, FULL_TIME, Pattern
from pmo_tui.domain.day_amounts import read_days, read_pattern, read_week, written_days, written_pattern
from pmo_tui.domain.refusal import Refusal


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [
        ("2", 200),
        ("2.5", 250),
        ("2,5", 250),
        (" 0,25 d", 25),
        ("3 j", 300),
        ("1.5 days", 150),
        ("½", 50),
        ("3/4", 75),
        ("0", 0),
    ],
)
def test_days_are_read_with_comma_and_with_point(text: str, hundredths: int):
    assert read_days(text) == hundredths


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("two", "no number of days"),
        ("", "no number of days"),
        ("1 2", "no number of days"),
        ("-1", "less than nothing"),
        ("0.125", "finer than a hundredth"),
        ("'; drop table", "no number of days"),
        ("[bold]", "no number of days"),
    ],
)
def test_what_is_no_amount_of_days_is_refused_in_a_sentence(text: str, said: str):
    with pytest.raises(Refusal, match=said):
        read_days(text)


def test_a_week_has_seven_days_at_the_most():
    assert read_week("7") == 700
    with pytest.raises(Refusal, match="more than a week has"):
        read_week("9")


@given(st.integers(0, 700))
def test_days_written_are_read_again(hundredths: int):
    assert read_days(written_days(hundredths)) == hundredths
    assert read_days(written_days(hundredths).replace(".", ",")) == hundredths


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("100 %", FULL_TIME),
        ("80%", Pattern(80, 80, 80, 80, 80)),
        ("1 1 0,5 1 1", Pattern(100, 100, 50, 100, 100)),
        ("0 0 0 0 0 1 1", Pattern(0, 0, 0, 0, 0, 100, 100)),
    ],
)
def test_working_patterns_are_read(text: str, pattern: Pattern):
    assert read_pattern(text) == pattern


@pytest.mark.parametrize("text", ["", "120 %", "1 1 1", "-5 %", "1 1 1 1 2", "mornings", "12.5 %"])
def test_what_is_no_working_pattern_is_refused(text: str):
    with pytest.raises(Refusal):
        read_pattern(text)


@given(st.lists(st.integers(0, DAY), min_size=7, max_size=7).map(Pattern._make))
def test_patterns_written_are_read_again(pattern: Pattern):
    assert read_pattern(written_pattern(pattern)) == pattern
