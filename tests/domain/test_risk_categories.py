"""The breakdown structure of risks: two levels, names that tell categories apart."""

from __future__ import annotations

import pytest

from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risk_categories import CategoryDraft, settled
from pmo_tui.domain.risk_parts import Category
from pmo_tui.domain.risks import Level

TECHNICAL, SECURITY, EXTERNAL = (
    Category(1, 1, "Technical"),
    Category(2, 1, "Security", "Technical"),
    Category(3, 1, "External"),
)
THERE = (TECHNICAL, SECURITY, EXTERNAL)


@pytest.mark.parametrize(
    ("draft", "present", "sentence"),
    [
        (CategoryDraft("  "), None, "A category needs a name"),
        (CategoryDraft("sécurity"), None, "There is a category “Security” already"),
        (CategoryDraft("EXTERNAL"), SECURITY, "There is a category “External” already"),
        (CategoryDraft("x" * 61), None, "The name has 61 characters, a category's at most 60"),
        (CategoryDraft("New", "Nowhere"), None, "There is no category “Nowhere”"),
        (CategoryDraft("New", "security"), None, "“Security” stands below “Technical” already"),
        (CategoryDraft("External", "External"), EXTERNAL, "can't stand below itself"),
        (CategoryDraft("Technical", "External"), TECHNICAL, "“Technical” has categories below it"),
        (CategoryDraft("New", None, {Level.PROJECT: 26}), None, "a score from 0 to 25, not 26"),
    ],
)
def test_what_cannot_stand_is_refused(draft: CategoryDraft, present: Category | None, sentence: str):
    with pytest.raises(Refusal) as refused:
        settled(draft, THERE, present)
    assert sentence in str(refused.value)


def test_a_name_and_the_one_above_are_kept_as_they_are_called():
    assert settled(CategoryDraft("  Legal  risks", "external"), THERE, None) == CategoryDraft(
        "Legal risks", "External"
    )
    assert settled(CategoryDraft("security"), THERE, SECURITY).name == "security"


def test_a_long_name_that_is_there_already_stands():
    long = Category(4, 1, "y" * 80)
    assert settled(CategoryDraft(long.name, "External"), (*THERE, long), long).parent == "External"
