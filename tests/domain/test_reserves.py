"""The cover of risks by what is held against them: laws of its sums."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.reserves import Cover, covers

CENTS = st.none() | st.integers(-(10**12), 10**12)
RISKS = st.lists(st.tuples(st.sampled_from([None, "A", "B"]), CENTS, CENTS, CENTS))


def test_what_is_short_is_what_is_expected_less_what_is_left():
    [cover] = covers([("ERP", 100, 70, 20), ("ERP", None, None, None)])
    assert cover == Cover("ERP", 2, 100, 70, 20)
    assert (cover.left, cover.short) == (50, 50)


@given(RISKS)
def test_programmes_part_the_risks_and_the_one_short_by_most_comes_first(risks):
    found = covers(risks)
    assert sum(each.risks for each in found) == len(risks)
    assert sum(each.net for each in found) == sum(net or 0 for _name, net, _held, _drawn in risks)
    assert sum(each.left for each in found) == sum(
        (held or 0) - (drawn or 0) for _name, _net, held, drawn in risks
    )
    assert [each.short for each in found] == sorted((each.short for each in found), reverse=True)
    assert len({each.programme for each in found}) == len(found)
