"""Categories as a breakdown structure of two levels: what one may be called, and below which other it may stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_parts import Category
from pmo_tui.domain.risks import Appetite, Level
from pmo_tui.domain.text import fold, kept_line

LONGEST_NAME = 60
"""How many characters the name of a category may have, so that it fits a line with what stands in it."""


class CategoryDraft(NamedTuple):
    """A category as somebody wants it: its name, the one above it, and its own limits of the appetite by level."""

    name: str
    parent: str | None = None
    limits: Mapping[Level, int] = {}


def settled(draft: CategoryDraft, there: Sequence[Category], present: Category | None) -> CategoryDraft:
    """Give a draft as it can be kept among the categories that are there; `present` is the one it changes.

    Raises Refusal where it can't stand.
    """
    name = kept_line(draft.name)
    if present is None or name != present.name:
        _check_name(name, [each for each in there if present is None or each.id != present.id])
    parent = _above(draft.parent, there, present)
    Appetite(draft.limits).check()
    return draft._replace(name=name, parent=parent)


def _check_name(name: str, others: Iterable[Category]) -> None:
    """Refuse a name that says nothing, that is too long, or that another category has."""
    if not name:
        raise Refusal(N_("A category needs a name: type one."))
    if len(name) > LONGEST_NAME:
        message = N_("The name has {length} characters, a category's at most {most}: shorten it.")
        raise Refusal(message, length=len(name), most=LONGEST_NAME)
    for each in others:
        if fold(each.name) == fold(name):
            raise Refusal(N_("There is a category “{name}” already: choose another name."), name=each.name)


def _above(parent: str | None, there: Sequence[Category], present: Category | None) -> str | None:
    """Give the name of the category above. Raises Refusal where none is called so, or there would be three levels."""
    if not parent:
        return None
    found = next((each for each in there if fold(each.name) == fold(parent)), None)
    if found is None:
        message = N_("There is no category “{name}”: add it first, or choose another.")
        raise Refusal(message, name=parent)
    if present is not None and found.id == present.id:
        raise Refusal(N_("“{name}” can't stand below itself: choose another."), name=present.name)
    if found.parent is not None:
        raise Refusal(
            N_("“{name}” stands below “{parent}” already, and there are two levels: choose one of the upper."),
            name=found.name, parent=found.parent,
        )  # fmt: skip
    if present is not None and any(each.parent == present.name for each in there):
        raise Refusal(
            N_("“{name}” has categories below it, and there are two levels: move those first."),
            name=present.name,
        )
    return found.name
