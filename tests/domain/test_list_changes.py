"""List changes: what is added to a list and taken from it is understood as it is typed, names with a comma too."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.checks import kept
from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.list_changes import ListChange, read_for_many
from pmo_tui.domain.refusal import Refusal

TODAY = date(2026, 11, 23)
TAGS = Field("tags", Kind.TAGS, "Tags")
OBJECTIVES = Field("objectives", Kind.REFERENCES, "Objectives", of="objective")


@pytest.mark.parametrize(
    ("field", "text", "added", "removed"),
    [
        (TAGS, "+urgent, -old", ("urgent",), ("old",)),
        (TAGS, "+urgent;−old", ("urgent",), ("old",)),
        (TAGS, '+"a,b", - c', ("a,b",), ("c",)),
        (OBJECTIVES, '+"Growth, Europe"', ("Growth, Europe",), ()),
        (OBJECTIVES, "+Growth, Europe", ("Growth, Europe",), ()),
        (OBJECTIVES, "+Growth, Europe; -Save", ("Growth, Europe",), ("Save",)),
        (OBJECTIVES, "+Grow, -Save", ("Grow",), ("Save",)),
        (OBJECTIVES, '+"a; b", +"Grow, -Save"', ("Grow, -Save", "a; b"), ()),
    ],
)
def test_what_is_added_and_taken_is_understood(field, text, added, removed):
    assert read_for_many(field, text, TODAY) == ListChange(field, added, removed)


@pytest.mark.parametrize(("field", "text"), [(TAGS, "+urgent, old"), (OBJECTIVES, "-Save; Grow")])
def test_a_sign_before_some_and_not_before_others_is_told(field, text):
    with pytest.raises(Refusal, match=r"Write . or - before every one, or before none"):
        read_for_many(field, text, TODAY)


NAMES = st.lists(st.text(st.sampled_from('ab ,;"+-é'), min_size=1, max_size=8), max_size=3)


@given(st.sampled_from([TAGS, OBJECTIVES]), NAMES, NAMES)
def test_a_change_is_read_again_from_the_text_that_names_it(field, added, removed):
    change = ListChange(field, *(kept(field, tuple(names)) for names in (added, removed)))  # type: ignore[arg-type]
    if change.added or change.removed:
        assert read_for_many(field, str(change), TODAY) == change
