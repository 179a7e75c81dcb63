"""The distribution of the total exposure, against exact enumeration and against what theory gives."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmo_tui.domain.exposures import Distribution, simulate
from pmo_tui.domain.many_risks import Chance, drawn_together, moments
from pmo_tui.domain.risk_costs import Cost
from pmo_tui.domain.risks import Side

TRIALS = 20_000


def enumerated(chances: list[Chance]) -> dict[int, Fraction]:
    """Give every total that risks of one figure each can have, with its probability, by trying all ways."""
    found: dict[int, Fraction] = {}
    for happened in product((False, True), repeat=len(chances)):
        probability, total = Fraction(1), 0
        for chance, happens in zip(chances, happened, strict=True):
            p = Fraction(chance.probability)
            probability *= p if happens else 1 - p
            total += chance.sign * chance.cost.likely * happens
        found[total] = found.get(total, Fraction(0)) + probability
    return found


fixed = st.lists(
    st.builds(
        Chance,
        st.sampled_from([0.05, 0.2, 0.4, 0.6, 0.85]),
        st.integers(1, 1000).map(Cost),
        st.sampled_from(Side),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(fixed, st.integers(0, 1000))
def test_few_risks_fall_out_as_their_enumeration_says(chances: list[Chance], seed: int):
    exact = enumerated(chances)
    totals = simulate(chances, Random(seed).random, TRIALS).totals
    assert set(totals) <= set(exact)
    below = Fraction(0)
    for total in sorted(exact):
        below += exact[total]
        share = sum(each <= total for each in totals) / TRIALS
        # five standard errors of a share: one in two million by chance
        assert abs(share - float(below)) <= 5 * sqrt(max(1e-4, float(below * (1 - below))) / TRIALS)


@pytest.mark.parametrize("percent", [50, 80, 90])
def test_a_percentile_is_the_least_total_that_so_many_do_not_pass(percent: int):
    totals = tuple(range(1, 101))
    assert Distribution(totals).percentile(percent) == percent
    assert Distribution((7,)).percentile(percent) == 7


three_points = [
    Chance(0.3, Cost(100_00, 50_00, 400_00)),
    Chance(0.6, Cost(900_00, 900_00, 1_000_00)),
    Chance(0.85, Cost(20_00, 0, 20_00)),
    Chance(0.2, Cost(500_00), Side.OPPORTUNITY),
] * 10


def test_mean_and_variance_are_those_of_theory():
    totals = simulate(three_points, Random(1).random, TRIALS).totals
    found = sum(totals) / TRIALS
    theory = moments(three_points)
    assert abs(found - theory.mean) <= 5 * sqrt(theory.variance / TRIALS)
    spread = sum((total - found) ** 2 for total in totals) / (TRIALS - 1)
    assert spread == pytest.approx(theory.variance, rel=0.05)


def test_the_theory_of_one_risk_by_hand():
    # p 0.5 of 100 or nothing: mean 50, variance 0.25 × 100²
    assert moments([Chance(0.5, Cost(100))]) == (50, 2500, 0)
    assert moments([Chance(0.5, Cost(100), Side.OPPORTUNITY)]) == (-50, 2500, 0)
    # p 0.1 of 100: third central moment 100³ × 0.1 × 0.9 × 0.8
    assert moments([Chance(0.1, Cost(100))]).third == pytest.approx(72_000)
    assert moments([Chance(0.1, Cost(100), Side.OPPORTUNITY)]).third == pytest.approx(-72_000)


def test_the_third_moment_of_a_triangle_is_that_of_its_draws():
    # of 0, 0, 1 the density is 2(1 − x): mean 1/3, third central moment 1/135
    assert float(Cost(0, 0, 3000).third) == pytest.approx(3000**3 / 135)
    assert float(Cost(3000, 0, 3000).third) == pytest.approx(-(3000**3) / 135)
    assert Cost(50, 0, 100).third == 0


def test_the_same_seed_plays_the_same_and_nothing_is_nothing():
    first, again, other = (simulate(three_points, Random(seed).random, 100) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert simulate([], Random(1).random, 3).totals == (0, 0, 0)


many = [
    Chance(0.1 + 0.2 * (n % 4), Cost(1_000_00 + 500_00 * (n % 7), 500_00, 9_000_00), side)
    for n in range(120)
    for side in (Side.THREAT, Side.THREAT, Side.OPPORTUNITY)
] + [Chance(0.5, Cost(200_000_00))]


def test_many_small_risks_drawn_as_one_sum_fall_out_as_if_each_were_played():
    each = simulate(many, Random(1).random, TRIALS, played=len(many))
    together = simulate(many, Random(2).random, TRIALS, played=1)
    spread = sqrt(moments(many).variance)
    for percent in (10, 20, 80, 90):
        assert abs(each.percentile(percent) - together.percentile(percent)) < 0.03 * spread


@pytest.mark.parametrize("probability", [0.001, 0.01, 0.04])
def test_rare_risks_fall_out_as_if_each_were_played_and_threats_alone_win_nothing(probability: float):
    rare = [Chance(probability, Cost(10_000_00)) for _number in range(1_000)] + [Chance(0.0005, Cost(7))] * 9
    each = simulate(rare, Random(1).random, 2_000, played=len(rare))
    together = simulate(rare, Random(2).random, TRIALS, played=0)
    assert together.totals[0] >= 0
    for percent in (5, 50, 80, 95):
        assert abs(each.percentile(percent) - together.percentile(percent)) <= 10_000_00


@settings(max_examples=20, deadline=None)
@given(fixed, st.integers(0, 1000))
def test_leaping_to_those_that_happen_falls_out_as_the_enumeration_says(chances: list[Chance], seed: int):
    exact = enumerated(chances)
    totals = drawn_together(chances, Random(seed).random, TRIALS)
    assert {round(total) for total in totals} <= set(exact)
    below = Fraction(0)
    for total in sorted(exact):
        below += exact[total]
        share = sum(each <= total for each in totals) / TRIALS
        assert abs(share - float(below)) <= 5 * sqrt(max(1e-4, float(below * (1 - below))) / TRIALS)


def test_the_sum_of_lopsided_risks_is_as_lopsided():
    lopsided = [Chance(0.1, Cost(1_000_00 * (1 + n % 5), 0, 20_000_00)) for n in range(700)]
    theory = moments(lopsided)
    totals = drawn_together(lopsided, Random(3).random, 50_000)
    middle = sum(totals) / len(totals)
    third = sum((total - middle) ** 3 for total in totals) / len(totals)
    assert theory.skewness > 0.1
    assert third / theory.variance**1.5 == pytest.approx(theory.skewness, abs=0.05)


def test_up_to_the_limit_every_risk_is_played():
    drawn = simulate(three_points, Random(1).random, 500, played=len(three_points))
    assert drawn == simulate(three_points, Random(1).random, 500)
    assert drawn != simulate(three_points, Random(1).random, 500, played=len(three_points) - 1)
