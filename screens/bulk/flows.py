"""Flow: one field of many things is changed at once, after a look at what would change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pmo_tui.domain.fields import Field
from pmo_tui.services import bulk, portfolio
from pmo_tui.services.editing import Editable
from pmo_tui.words import _n, numbers
from screens.values import named

if TYPE_CHECKING:
    from screens.shell.page import Page

NOT_OFFERED = frozenset({"code", "name", "title", "phase"})
"""What no two things should share, and what a gate decides: it is not set for many."""


async def change_field_of_many(
    page: Page, kind: Editable[Any], keys: Sequence[int], kept_apart: frozenset[str] = NOT_OFFERED
) -> int:
    """Let a person set one field of the things with these keys; gives how many were changed, 0 where one went back.

    Going back from the preview leads to the value, from the value to the field. What is `kept_apart` is not offered.
    """
    from screens.bulk.preview import Preview
    from screens.bulk.values import ask_value

    around = await page.ask(portfolio.surroundings)
    catalogue = await page.ask(lambda _session: kind.catalogue())
    offered = [field for field in catalogue if field.settable and field.name not in kept_apart]
    while True:
        field = await _field(page, offered, len(keys))
        if field is None:
            return 0
        while (said := await ask_value(page, field, around)) is not None:
            change = await page.ask(bulk.preview, kind, list(keys), field.name, said.value)
            if await page.talk(Preview(field, kind.title, change)):
                count = await page.ask(bulk.change_many, kind, change)
                page.say(_sentence(field, count, page.key_of("shell.undo")), role="good")
                return count


async def _field(page: Page, fields: Sequence[Field], count: int) -> Field | None:
    """Ask which field is to be changed."""
    from screens.shell.choose import Choice

    title = _n("Field to change in {count} marked", "Field to change in {count} marked", count)
    choices = [Choice(field, named(field), field.name) for field in fields]
    answer: Field | None = await page.choose(title.format(count=numbers.whole(count)), choices)
    return answer


def _sentence(field: Field, count: int, undo: str) -> str:
    """Say what was done and which key takes it back."""
    text = _n(
        "{field} of {count} changed; {key} undoes it.",
        "{field} of {count} changed; {key} undoes it.",
        count,
    )
    return text.format(field=named(field), count=numbers.whole(count), key=undo)
