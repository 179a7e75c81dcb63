"""Changes: the inverse of the inverse is the change itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.journal import Change

facts = st.none() | st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=3) | st.none())


@given(facts, facts)
def test_the_inverse_of_the_inverse_is_the_change(before, after):
    change = Change("project", 1, before, after)
    assert (change.inverse.before, change.inverse.after) == (after, before)
    assert change.inverse.inverse == change
