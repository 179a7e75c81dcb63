"""Risks: scores, bands, appetite and exposure, by the definitions of the field."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risk_costs import Cost, check_cost, exposure, netted
from pmo_tui.domain.risk_grades import letters
from pmo_tui.domain.risks import (
    DEFAULT_BANDS,
    IMPACTS,
    PROBABILITIES,
    RESPONSES,
    STEPS,
    Appetite,
    Band,
    Consequence,
    Level,
    Response,
    Severity,
    Side,
    band,
    check_bands,
)

steps = st.integers(1, 5)
impacts = st.dictionaries(st.sampled_from(Consequence), steps)
severities = st.builds(Severity, st.none() | steps, impacts, st.none() | steps)
amounts = st.integers(0, 10**12)
sides = st.sampled_from(Side)


@st.composite
def partitions(draw: st.DrawFn) -> tuple[Band, ...]:
    """Give bands that a portfolio could set."""
    limits = sorted(draw(st.sets(st.integers(2, 25), max_size=5)))
    return tuple(Band(f"band {limit}", limit) for limit in [1, *limits])


def test_the_impact_is_the_worst_of_those_assessed():
    severity = Severity(3, {Consequence.TIME: 2, Consequence.COST: 4})
    assert (severity.impact, severity.score) == (4, 12)


@pytest.mark.parametrize("severity", [Severity(), Severity(3), Severity(None, {Consequence.TIME: 2})])
def test_without_both_probability_and_impact_there_is_no_score(severity: Severity):
    assert severity.score is None
    assert band(severity) is None
    assert not Appetite().passed(severity, Level.PROJECT)


@given(partitions())
def test_bands_part_all_scores_each_into_one_and_rise_with_them(bands: tuple[Band, ...]):
    check_bands(bands)
    by_score: dict[int, set[int]] = {}
    for probability, impact in product(STEPS, range(1, 5)):
        number = band(Severity(probability, {Consequence.COST: impact}), bands)
        assert number is not None
        by_score.setdefault(probability * impact, set()).add(number)
    assert all(len(numbers) == 1 for numbers in by_score.values())
    ordered = [min(numbers) for _score, numbers in sorted(by_score.items())]
    assert ordered == sorted(ordered)
    assert set(ordered) <= set(range(len(bands)))


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (1, "low"),
        (4, "low"),
        (6, "moderate"),
        (9, "moderate"),
        (10, "high"),
        (12, "high"),
        (15, "critical"),
        (25, "critical"),
    ],
)
def test_the_bands_that_a_portfolio_begins_with(score: int, name: str):
    probability, impact = next((p, i) for p in STEPS for i in (1, 2, 3, 4, 5) if p * i == score)
    number = band(Severity(probability, {Consequence.TIME: impact}))
    assert number is not None
    assert DEFAULT_BANDS[number].name == name


def test_the_greatest_impact_is_never_low_however_improbable():
    number = band(Severity(1, {Consequence.REPUTATION: 5}), (Band("low", 1), Band("high", 10)))
    assert number == 1
    assert band(Severity(1, {Consequence.REPUTATION: 5}), (Band("all", 1),)) == 0


@pytest.mark.parametrize(
    ("bands", "said"),
    [
        ((), "begins at 1"),
        ((Band("low", 2),), "begins at 1"),
        ((Band("low", 1), Band("high", 1)), "“high” must begin after 1"),
        ((Band("low", 1), Band("high", 26)), "at 25 at the latest"),
        ((Band("low", 1), Band("low", 5)), "same name"),
    ],
)
def test_bands_that_do_not_part_the_scores_are_refused(bands: tuple[Band, ...], said: str):
    with pytest.raises(Refusal, match=said):
        check_bands(bands)


def test_the_scales_have_five_steps_without_gaps():
    for scale in (PROBABILITIES, IMPACTS):
        assert len(scale) == len(STEPS)
        assert [step.most for step in scale[:-1]] == [step.least for step in scale[1:]]
    assert [step.middle for step in PROBABILITIES] == [5, 20, 40, 60, 85]


def test_each_side_has_its_responses_and_both_can_be_accepted_or_escalated():
    threats, opportunities = map(set, (RESPONSES[Side.THREAT], RESPONSES[Side.OPPORTUNITY]))
    assert threats & opportunities == {Response.ACCEPT, Response.ESCALATE}
    assert threats | opportunities == set(Response)


# --- money ----------------------------------------------------------------------------------------------------


def test_the_vector_of_the_field():
    risks = [
        (Side.THREAT, exposure(Decimal(30), Cost(100_000_00))),
        (Side.THREAT, exposure(Decimal(10), Cost(400_000_00))),
        (Side.OPPORTUNITY, exposure(Decimal(25), Cost(60_000_00))),
    ]
    total = netted(risks)
    assert (total.threats, total.opportunities, total.net) == (70_000_00, 15_000_00, 55_000_00)


def test_three_points_weigh_as_a_triangle():
    cost = Cost(6, 4, 14)
    assert cost.mean == 8
    assert exposure(Decimal(50), cost) == 4


def test_a_single_figure_does_not_vary():
    assert Cost(7).points == (7, 7, 7)
    assert Cost(7).variance == 0


@given(st.integers(0, 100), amounts, st.integers(1, 20))
def test_exposure_is_linear_in_the_cost(chance: int, amount: int, times: int):
    one, many = exposure(Decimal(chance), Cost(amount)), exposure(Decimal(chance), Cost(amount * times))
    assert one is not None
    assert many is not None
    assert abs(many - one * times) <= times


@given(st.lists(st.tuples(sides, st.none() | amounts)), st.lists(st.tuples(sides, st.none() | amounts)))
def test_what_is_netted_in_parts_is_netted_as_a_whole(some, others):
    first, second, whole = netted(some), netted(others), netted(some + others)
    assert whole == tuple(a + b for a, b in zip(first, second, strict=True))
    assert whole.net == first.net + second.net
    assert whole.of - whole.valued == sum(amount is None for _side, amount in some + others)


def test_without_a_cost_there_is_no_exposure():
    assert exposure(Decimal(50), None) is None


@pytest.mark.parametrize(
    ("cost", "said"),
    [(Cost(-1), "not negative"), (Cost(5, 6), "must rise"), (Cost(5, 1, 4), "must rise")],
)
def test_a_cost_that_can_not_be_is_refused(cost: Cost, said: str):
    with pytest.raises(Refusal, match=said):
        check_cost(cost)


# --- appetite and matrix --------------------------------------------------------------------------------------


def test_the_appetite_is_that_of_the_strictest_category_or_of_the_level():
    appetite = Appetite(by_category={(Level.PROJECT, "Technical"): 6})
    assert appetite.limit(Level.PROJECT, ["Interfaces", "Technical"]) == 6
    assert appetite.limit(Level.PORTFOLIO, ["Interfaces", "Technical"]) == 9
    assert appetite.passed(Severity(2, {Consequence.COST: 4}), Level.PROJECT, ["Technical"])
    assert not appetite.passed(Severity(2, {Consequence.COST: 4}), Level.PROJECT)


def test_a_category_never_makes_the_appetite_greater_than_that_of_the_level_or_of_a_category_above_it():
    appetite = Appetite(by_category={(Level.PORTFOLIO, "Technical"): 20, (Level.PORTFOLIO, "All"): 4})
    assert appetite.limit(Level.PORTFOLIO, ["Technical"]) == 9
    assert appetite.limit(Level.PORTFOLIO, ["Technical", "All"]) == 4


def test_the_letter_of_a_band_is_never_a_digit_that_would_read_as_one_of_the_score():
    assert letters((Band("Low", 1), Band("Large", 10))) == ("a", "b")
    assert letters((Band("1 low", 1), Band("2 high", 10))) == ("a", "b")
    assert letters((Band("low", 1), Band("élevé", 10))) == ("L", "É")
