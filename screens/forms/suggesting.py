"""Suggesting: what a text being typed may become; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pmo_tui.domain.text import fold
from pmo_tui.domain.typed import last_item, quoted
from screens.forms.fields import FormField
from screens.shell.editing import Edit
from screens.shell.matching import best

MOST = 6
"""How many suggestions are shown at once."""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What may be meant: names that are known, and perhaps the typed one as a new name.

    `chosen` is -1 where enter takes the text as it is typed.
    """

    head: str
    """What stands before the item being typed, in a list of several."""
    names: tuple[str, ...]
    written: tuple[str, ...]
    new: str = ""
    """Words for the last name, which is not known yet; "" where all are."""
    chosen: int = -1

    def move(self, steps: int) -> Suggestions:
        """Choose another one."""
        return replace(self, chosen=max(0, min(self.chosen + steps, len(self.names) - 1)))

    def text(self) -> str:
        """Give the whole text of the field with the chosen suggestion, or the first one."""
        return self.head + self.written[max(0, self.chosen)]


def suggested(each: FormField, edit: Edit) -> Suggestions | None:
    """Give what a text may become, None where nothing is to be suggested: a known name typed out, or nothing typed."""
    head, item = last_item(each.field, edit.text)
    if not each.known or not item or edit.at < len(edit.text):
        return None
    if any(fold(name) == fold(item) for name in each.known):
        return None
    found = best(each.known, item, each.named)[: MOST - bool(each.new)]
    names = (*found, item) if each.new else tuple(found)
    if not names:
        return None
    written = tuple(quoted(each.field, name) for name in names)
    # what is known by its code alone can't be meant by what is typed of its name
    chosen = 0 if each.new or each.called else -1
    return Suggestions(head, tuple(map(each.named, names)), written, each.new, chosen)
