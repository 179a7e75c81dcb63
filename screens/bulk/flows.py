"""Flow: one field of many projects is changed at once, after a look at what would change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmo_tui.domain.fields import Field
from pmo_tui.services import portfolio, projects
from pmo_tui.words import _n, numbers
from screens.values import named

if TYPE_CHECKING:
    from screens.shell.page import Page

NOT_OFFERED = frozenset({"code", "name", "phase"})
"""What no two projects should share, and what a gate decides: it is not set for many."""


async def change_field_of_many(page: Page, keys: Sequence[int]) -> int:
    """Let a person set one field of the projects with these keys; gives how many were changed, 0 where one went back.

    Going back from the preview leads to the value, from the value to the field.
    """
    from screens.bulk.preview import Preview
    from screens.bulk.values import ask_value

    around = await page.ask(portfolio.surroundings)
    while True:
        field = await _field(page, [field for field in around.catalogue if _settable(field)], len(keys))
        if field is None:
            return 0
        while (said := await ask_value(page, field, around)) is not None:
            bulk = await page.ask(projects.preview, list(keys), field.name, said.value)
            if await page.talk(Preview(field, bulk)):
                count = await page.ask(projects.change_many, bulk)
                page.say(_sentence(field, count, page.key_of("shell.undo")), role="good")
                return count


async def _field(page: Page, fields: Sequence[Field], count: int) -> Field | None:
    """Ask which field is to be changed."""
    from screens.shell.choose import Choice

    title = _n("Field to change in {count} project", "Field to change in {count} projects", count)
    choices = [Choice(field, named(field), field.name) for field in fields]
    answer: Field | None = await page.choose(title.format(count=numbers.whole(count)), choices)
    return answer


def _settable(field: Field) -> bool:
    """Tell whether a field can be set for many projects."""
    return field.settable and field.name not in NOT_OFFERED


def _sentence(field: Field, count: int, undo: str) -> str:
    """Say what was done and which key takes it back."""
    text = _n(
        "{field} of {count} project changed; {key} undoes it.",
        "{field} of {count} projects changed; {key} undoes it.",
        count,
    )
    return text.format(field=named(field), count=numbers.whole(count), key=undo)
