"""The distribution of the total exposure, against exact enumeration and against what theory gives."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmo_tui.domain.exposures import Chance, Distribution, mean, simulate, variance
from pmo_tui.domain.risks import Cost, Side

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
    deviation = sqrt(float(variance(three_points)))
    assert abs(found - float(mean(three_points))) <= 5 * deviation / sqrt(TRIALS)
    spread = sum((total - found) ** 2 for total in totals) / (TRIALS - 1)
    assert spread == pytest.approx(float(variance(three_points)), rel=0.05)


def test_the_theory_of_one_risk_by_hand():
    # p 0.5 of 100 or nothing: mean 50, variance 0.25 × 100²
    assert mean([Chance(0.5, Cost(100))]) == 50
    assert variance([Chance(0.5, Cost(100))]) == 2500
    assert mean([Chance(0.5, Cost(100), Side.OPPORTUNITY)]) == -50


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
    spread = sqrt(float(variance(many)))
    for percent in (10, 20, 80, 90):
        assert abs(each.percentile(percent) - together.percentile(percent)) < 0.03 * spread


def test_up_to_the_limit_every_risk_is_played():
    drawn = simulate(three_points, Random(1).random, 500, played=len(three_points))
    assert drawn == simulate(three_points, Random(1).random, 500)
    assert drawn != simulate(three_points, Random(1).random, 500, played=len(three_points) - 1)
