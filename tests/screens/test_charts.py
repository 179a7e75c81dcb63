"""Charts: exactly as large as asked for, with any values, and readable without colour."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screens.cells import width
from screens.charts import LEAST, Scale, Series, Words, chart, scale_of
from screens.glyphs import ASCII, FULL, SAFE, Glyphs

WORDS = Words(lambda place: f"day {place:.0f}", lambda value, finer: f"{value / 1000:.{finer}f} k")

VALUES = st.integers(-(10**17), 10**17) | st.integers(-100, 100) | st.sampled_from((0, 1, 10**17, -(10**17)))


def line(label: str, sign: str, *corners: tuple[float, float]) -> Series:
    """Give a line of one run."""
    return Series(label, sign, (corners,))


@st.composite
def lines(draw: st.DrawFn) -> list[Series]:
    """Make up some lines, perhaps broken ones or ones without a corner."""
    made = []
    for label, sign in (("Budget", "-"), ("Forecast", "*"), ("Actual", "#"))[: draw(st.integers(0, 3))]:
        runs = draw(
            st.lists(st.lists(st.tuples(st.integers(0, 5000), VALUES), min_size=1, max_size=6), max_size=3)
        )
        made.append(Series(label, sign, tuple(tuple(sorted(run)) for run in runs)))
    return made


@given(lines(), st.integers(0, 130), st.integers(0, 40), st.sampled_from((ASCII, SAFE, FULL)))
@settings(max_examples=150)
def test_a_chart_is_exactly_as_large_as_asked_for(
    series: list[Series], cells: int, rows: int, glyphs: Glyphs
):
    drawn = chart(series, cells, rows, WORDS, glyphs)
    assert len(drawn) == rows
    assert {width(text) for text in drawn} <= {cells}


@given(VALUES, VALUES, st.integers(4, 40))
def test_a_scale_holds_all_values_and_names_round_ones(one: int, other: int, height: int):
    low, high = sorted((one, other))
    scale = scale_of(low, high, height)
    assert 0 <= scale.row(low) <= scale.row(high) < height
    step = scale.unit * scale.every
    assert isclose(round(scale.low / step), scale.low / step, abs_tol=1e-6)
    digits = f"{step:.6e}".partition("e")[0]
    assert float(digits) in {1, 2, 2.5, 5}


def test_amounts_that_begin_low_are_drawn_from_zero_and_others_are_not():
    assert scale_of(20, 430, 8).low == 0
    assert scale_of(400, 430, 8).low > 300


def test_ends_that_differ_stand_on_rows_of_their_own_where_a_scale_allows_it():
    scale = scale_of(0, 1342, 15, [1250, 1342, 653])
    assert scale.row(1250) < scale.row(1342)


def test_a_line_ends_beside_its_label():
    drawn = chart(
        [
            line("Budget", "-", (0, 400), (70, 400)),
            line("Actual", "#", (0, 20), (30, 20), (30, 200), (70, 200)),
        ],
        60,
        10,
        WORDS,
        ASCII,
    )
    assert next(text for text in drawn if "Budget" in text).count("-") > 40
    assert "## # Actual" in next(text for text in drawn if "Actual" in text)


def test_where_lines_meet_their_signs_take_turns():
    both = [line("Budget", "-", (0, 5), (9, 5)), line("Forecast", "*", (0, 5), (9, 5))]
    drawn = "\n".join(chart(both, 60, 8, WORDS, ASCII))
    assert "-*-*-*-*-*" in drawn
    assert "- Budget" in drawn
    assert "* Forecast" in drawn


def test_labels_of_equal_ends_stand_below_one_another_and_stay_inside():
    equal = [line(name, "*", (0, 0), (9, 0)) for name in ("One", "Two", "Three")]
    drawn = chart(equal, 60, 7, WORDS, ASCII)
    assert [name for text in reversed(drawn) for name in ("One", "Two", "Three") if name in text] == [
        "One",
        "Two",
        "Three",
    ]


def test_rows_are_said_as_fine_as_it_takes_to_tell_them_apart():
    drawn = chart([line("Budget", "-", (0, 390_000), (5, 390_200), (9, 390_900))], 60, 10, WORDS, ASCII)
    said = [text.split("|")[0].strip() for text in drawn[:-2] if text.split("|")[0].strip()]
    assert len(said) == len(set(said)) >= 2


def test_the_first_and_the_last_place_are_named_and_the_middle_where_there_is_room():
    series = [line("Budget", "-", (0, 1), (70, 1))]
    assert chart(series, 70, 8, WORDS, ASCII)[-1].split() == ["day", "0", "day", "35", "day", "70"]
    assert chart(series, LEAST[0], 8, WORDS, ASCII)[-1].split() == ["day", "0", "day", "70"]


def test_with_the_glyphs_of_ascii_a_chart_is_ascii():
    series = [line("Actual", ASCII.thick, (0, 0), (9, 9)), line("Budget", ASCII.rule, (0, 5), (9, 5))]
    assert all(text.isascii() for text in chart(series, 60, 10, WORDS, ASCII))


def test_no_signs_of_braille_are_drawn():
    series = [line("Actual", SAFE.thick, (0, 0), (9, 9)), line("Budget", SAFE.rule, (0, 5), (9, 5))]
    assert not any(
        "\u2800" <= sign <= "\u28ff" for text in chart(series, 60, 10, WORDS, SAFE) for sign in text
    )


def test_charts_drawn_at_once_do_not_disturb_one_another():
    def drawn(number: int) -> list[str]:
        return chart([line(str(number), "*", (0, 0), (9, number))], 60, 10, WORDS, ASCII)

    alone = [drawn(number) for number in range(8)]
    with ThreadPoolExecutor(4) as several:
        assert list(several.map(drawn, [*range(8)] * 4)) == alone * 4


def test_nothing_else_touches_plotext(root: Path):
    files = [file for room in ("db", "pmo_tui", "screens") for file in (root / room).rglob("*.py")]
    assert [file.name for file in files if "import plotext" in file.read_text("utf-8")] == ["charts.py"]


def test_without_plotext_there_is_no_chart(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "plotext", None)
    assert chart([line("Budget", "-", (0, 1), (9, 1))], 60, 8, WORDS, ASCII) == [" " * 60] * 8


def test_a_value_stands_in_the_row_that_is_nearest():
    scale = Scale(0.0, 10.0, 5)
    assert [scale.row(value) for value in (0, 4, 6, 10, 14, 16)] == [0, 0, 1, 1, 1, 2]
