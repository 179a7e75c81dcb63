"""Curves: amounts day after day, read back from what was changed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.curves import AMOUNTS, Changed, Known, curve, steps, telling

TODAY = date(2026, 11, 23)


def day(ago: int) -> date:
    """Give the day so many days ago."""
    return TODAY - timedelta(ago)


def test_a_curve_is_read_backwards_from_the_amounts_of_today():
    now = Known(TODAY, 100, 120, 60)
    changes = [
        Changed(day(7), {"forecast": 110, "actual": 40}),
        Changed(day(14), {"actual": None}),
        Changed(day(30), {}),  # something else was changed: no day of this curve
        Changed(day(40), {"budget": None, "forecast": None}, made=True),
    ]
    assert curve(now, changes) == (
        Known(day(40), 100, 110, None),
        Known(day(14), 100, 110, 40),
        Known(day(7), 100, 120, 60),
        Known(TODAY, 100, 120, 60),
    )


def test_several_changes_of_one_day_are_one_day():
    changes = [Changed(day(1), {"actual": 2}), Changed(day(1), {"actual": 1}), Changed(day(9), {}, made=True)]
    found = curve(Known(TODAY, None, None, 3), changes)
    assert [(each.on, each.actual) for each in found] == [(day(9), 1), (day(1), 3), (TODAY, 3)]


def test_today_s_change_is_today_s_amount():
    found = curve(
        Known(TODAY, None, None, 3), [Changed(TODAY, {"actual": 1}), Changed(day(9), {}, made=True)]
    )
    assert [(each.on, each.actual) for each in found] == [(day(9), 1), (TODAY, 3)]


def test_nothing_is_given_before_the_first_amount_nor_before_it_was_made():
    changes = [
        Changed(day(5), {"budget": None}),
        Changed(day(20), {}, made=True),
        Changed(day(30), {"budget": 7}),
    ]
    assert [each.on for each in curve(Known(TODAY, 5, None, None), changes)] == [day(5), TODAY]
    assert curve(Known(TODAY, None, None, None), changes[1:]) == ()


def test_a_curve_says_something_from_three_different_days_on():
    first, second = Known(day(9), 1, 1, None), Known(day(5), 1, 2, None)
    assert not telling(())
    assert not telling((first, second, second._replace(on=TODAY)))
    assert telling((first, second, Known(TODAY, 1, 2, 1)))


def test_a_line_stays_until_it_changes_and_breaks_where_nothing_is_known():
    known = [
        Known(day(9), 10, None, 1),
        Known(day(6), 10, None, None),
        Known(day(3), 10, 12, 4),
        Known(TODAY, 10, 12, 4),
    ]
    assert steps(known, "budget") == (((day(9), 10), (day(6), 10), (day(3), 10), (TODAY, 10)),)
    assert steps(known, "forecast") == (((day(3), 12), (TODAY, 12)),)
    assert steps(known, "actual") == (((day(9), 1), (day(6), 1)), ((day(3), 4), (TODAY, 4)))


@given(
    st.lists(
        st.tuples(
            st.integers(0, 60), st.dictionaries(st.sampled_from(AMOUNTS), st.none() | st.integers(-9, 9))
        )
    )
)
def test_any_changes_make_a_curve_that_rises_in_days_and_ends_today(changes):
    ordered = sorted(changes, key=lambda change: change[0])
    now = Known(TODAY, 1, None, 2)
    found = curve(now, [Changed(day(ago), before) for ago, before in ordered])
    days = [each.on for each in found]
    assert days == sorted(set(days))
    assert found[-1] == now
    for name in AMOUNTS:
        for run in steps(found, name):
            assert [on for on, _amount in run] == sorted(on for on, _amount in run)
