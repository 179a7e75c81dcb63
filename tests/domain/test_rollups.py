"""Rollups: what many risks come to is what each of them says, taken together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.risk_costs import netted
from pmo_tui.domain.risks import DEFAULT_BANDS, STEPS, Severity, Side, band
from pmo_tui.domain.rollups import NO_RISKS, Standing, rolled_up

BANDS = [(each.name, each.least) for each in DEFAULT_BANDS]
severities = st.builds(
    Severity, st.none() | st.sampled_from(STEPS), st.just({}), st.none() | st.sampled_from(STEPS)
)
risks = st.lists(st.tuples(severities, st.sampled_from(Side), st.none() | st.integers(0, 10**12)), max_size=8)


def standing(severity: Severity, side: Side, amount: int | None) -> Standing:
    """Give what counts of a risk."""
    net = amount if amount is None or side is Side.THREAT else -amount
    return Standing(severity.score, severity.impact, net)


@given(risks)
def test_the_worst_band_is_the_worst_of_each_and_the_exposure_is_netted(
    some: list[tuple[Severity, Side, int | None]],
) -> None:
    rollup = rolled_up([standing(*risk) for risk in some], BANDS)
    numbers = [number for severity, _side, _amount in some if (number := band(severity)) is not None]
    assert rollup.worst == max(numbers, default=None)
    assert rollup.in_worst == numbers.count(max(numbers, default=-1))
    assert rollup.band == (None if rollup.worst is None else DEFAULT_BANDS[rollup.worst].name)
    exposure = netted((side, amount) for _severity, side, amount in some)
    assert (rollup.risks, rollup.valued) == (exposure.of, exposure.valued)
    assert rollup.unvalued == exposure.of - exposure.valued
    assert rollup.exposure == (exposure.net if exposure.valued else None)


def test_nothing_comes_to_nothing() -> None:
    assert rolled_up([], BANDS) == NO_RISKS._replace(bands=len(BANDS))
