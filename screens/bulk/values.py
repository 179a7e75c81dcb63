"""Values: how a person says the value that many projects shall have, by choosing or by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.health import HEALTH_LABELS, Health
from pmo_tui.domain.list_changes import CHANGED, ListChange, read_for_many
from pmo_tui.services import references
from pmo_tui.services.portfolio import Surroundings
from pmo_tui.words import _
from pmo_tui.words.numbers import point
from screens.shell.checked_prompt import CheckedPrompt
from screens.shell.choose import Choice, Finder
from screens.shell.matching import best
from screens.values import full, named

if TYPE_CHECKING:
    from screens.shell.page import Page

KNOWN_ONLY = frozenset({"project", "risk"})
"""What a reference names by its code only where it is there already: no new one is made of a code."""


@dataclass(frozen=True, slots=True)
class Said:
    """The value that was said; a value of its own kind, since None is a value too."""

    value: Value | ListChange


async def ask_value(page: Page, field: Field, around: Surroundings) -> Said | None:
    """Ask for a value of a field, by a list where there is one to choose from; None where one went back."""
    choices = await _choices(page, field)
    if choices is None:
        return await _typed(page, field, around)
    if not field.required and field.kind is not Kind.HEALTH:
        choices = [*choices, Choice(Said(field.empty), _("Nothing (empty the field)"), role="muted")]
    find = or_new(choices) if field.kind is Kind.REFERENCE and field.of not in KNOWN_ONLY else choices
    answer: Said | None = await page.choose(named(field), find)
    return answer


async def _choices(page: Page, field: Field) -> list[Choice] | None:
    """Give the values that a field can have, None where it is typed."""
    if field.kind is Kind.HEALTH:
        return [
            Choice(Said(health), _(HEALTH_LABELS[health]), *page.pmo.glyphs.health(health.value))
            for health in (Health.GREEN, Health.AMBER, Health.RED, Health.GREY)
        ]
    if field.kind is Kind.YES_NO:
        return [Choice(Said(True), _("yes")), Choice(Said(False), _("no"))]
    if field.kind is Kind.CHOICE:
        return [Choice(Said(choice), full(field, choice)) for choice in field.choices]
    if field.kind is not Kind.REFERENCE:
        return None
    named_ = await page.ask(references.names, field.of)
    return [Choice(Said(name), f"{name}  {called}".rstrip()) for name, called in named_.items()]


def or_new(choices: Sequence[Choice]) -> Finder:
    """Give a finder among choices that offers what is typed as a new name where none has it."""

    def find(typed: str) -> Sequence[Choice]:
        found = best(choices, typed, lambda choice: choice.text)
        name = " ".join(typed.split())
        if name and all(choice.text.casefold() != name.casefold() for choice in choices):
            found.append(Choice(Said(name), name, _("new")))
        return found

    return find


async def _typed(page: Page, field: Field, around: Surroundings) -> Said | None:
    """Ask for a value by typing, refused as one types where it can't be read."""
    about = _("Type the value. Leave it blank to empty the field.")
    if field.kind in CHANGED:
        about = _("+urgent adds, -urgent takes away, plain text replaces. Leave it blank to empty the field.")

    def said(text: str) -> Said:
        return Said(read_for_many(field, text, around.today, point()))

    text: str | None = await page.talk(CheckedPrompt(named(field), about=about, check=said))
    return None if text is None else said(text)
