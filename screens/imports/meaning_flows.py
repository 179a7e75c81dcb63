"""Flows: a person says what the texts of a file mean, and which of them stand for nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.health import HEALTH_LABELS, Health
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import import_known
from pmo_tui.services.import_known import Known
from pmo_tui.transfer.cells import CellReader, Emptied, Unreadable
from pmo_tui.transfer.choices import Choices
from pmo_tui.transfer.examples import Example, columns_of, distinct
from pmo_tui.transfer.maps import Rule
from pmo_tui.transfer.matching import Matcher, squeezed
from pmo_tui.transfer.notes import short
from pmo_tui.words import _, numbers
from screens.columns.arrange import Arrange, keys_of
from screens.columns.arrangement import Item, Picked, arranged
from screens.imports.meanings import Meaning, Meanings
from screens.imports.saying import quoted
from screens.shell.checked_prompt import CheckedPrompt
from screens.shell.choose import Choice
from screens.values import full, named, shown

if TYPE_CHECKING:
    from screens.shell.page import Page

_SHARED_WORDS = 2
"""How many words at their beginning make texts alike."""


async def change_meanings(page: Page, choices: Choices, field: Field) -> Choices:
    """Let a person say of each different text in a field's columns what it means; gives the choices then."""
    known = await known_of(page, choices, field)
    at = ""
    while True:
        rule = choices.map.rule(field.name)
        assert rule is not None
        title = _("What the texts mean in {field}").format(field=named(field))
        listed = _meanings(page, choices, field, rule, known)
        text: str | None = await page.talk(Meanings(title, listed, at=at))
        if text is None:
            return choices
        at = text
        title = _("“{text}” means").format(text=short(text, 40))
        meaning = await ask_meaning(page, field, known, title, _now(choices, field, rule, known, text))
        if meaning is not None:
            others = tuple(pair for pair in rule.values if squeezed(pair[0]) != squeezed(text))
            choices = choices.with_rule(replace(rule, values=(*others, (text, meaning))))


async def known_of(page: Page, choices: Choices, field: Field) -> Known | None:
    """Give what a field can hold of what there is; None where it may be something new, or is no matter of that."""
    made = field.of != "phase" and field.of in choices.map.create
    return None if made else await page.ask(import_known.known, field)


def _meanings(page: Page, choices: Choices, field: Field, rule: Rule, known: Known | None) -> list[Meaning]:
    """Give the different texts of a rule's columns, the most frequent first, with what each is read as."""
    reader = CellReader(field, rule, choices.map.empty)
    called = None if known is None else known.called
    found: list[Meaning] = []
    for text, count in distinct(choices.table, columns_of(choices.table, rule)).most_common():
        outcome = reader.read(text)
        if isinstance(outcome, Emptied):
            found.append(Meaning(text, count, (_("nothing"), "muted")))
        elif isinstance(outcome, Unreadable):
            found.append(Meaning(text, count, ("", ""), known=False))
        else:
            meant = None if called is None else called(str(outcome))
            there = called is None or field.of in choices.map.create or meant is not None
            value = outcome if meant is None else meant
            found.append(Meaning(text, count, shown(field, value, page.pmo.glyphs), known=there))
    return found


def _now(choices: Choices, field: Field, rule: Rule, known: Known | None, text: str) -> str:
    """Give what a text means now, as the text that a map holds; "" where that is nothing."""
    outcome = CellReader(field, rule, choices.map.empty).read(text)
    if isinstance(outcome, Health):
        return outcome.value
    if isinstance(outcome, bool):
        return "yes" if outcome else "no"
    if field.within is not None and isinstance(outcome, int):
        return str(outcome)
    if not isinstance(outcome, str):
        return ""
    return outcome if known is None or known.called is None else known.called(outcome) or outcome


async def ask_meaning(page: Page, field: Field, known: Known | None, title: str, now: str = "") -> str | None:
    """Ask for a value of a field as the text that a map holds; "" is nothing, None where one went back.

    The cursor begins on what is meant `now`.
    """
    offered = _offered(page, field, known)
    answer: str | None
    if offered is not None:
        answer = await page.choose(title, [*offered, Choice("", _("nothing"), role="muted")], at=now or None)
        return answer
    about = _("Type the value; nothing leaves the field empty.")
    answer = await page.talk(CheckedPrompt(title, about=about, check=lambda text: check_text(field, text)))
    return None if answer is None else answer.strip()


def _offered(page: Page, field: Field, known: Known | None) -> list[Choice] | None:
    """Give the values to choose from, None where a value is typed."""
    if field.kind is Kind.HEALTH:
        return [
            Choice(health.value, _(HEALTH_LABELS[health]), *page.pmo.glyphs.health(health.value))
            for health in (Health.GREEN, Health.AMBER, Health.RED, Health.GREY)
        ]
    if field.kind is Kind.YES_NO:
        return [Choice("yes", _("yes")), Choice("no", _("no"))]
    if field.kind is Kind.CHOICE:
        return [Choice(choice, full(field, choice)) for choice in field.choices]
    return None if known is None else [Choice(value, told) for value, told in known.offered]


def check_text(field: Field, text: str) -> None:
    """Refuse a text that can't be read as a value of a field."""
    if not text.strip():
        return
    outcome = CellReader(field, Rule(field.name), ()).read(text.strip())
    if isinstance(outcome, Unreadable):
        raise Refusal(outcome.message, **{"column": named(field), "value": text, **outcome.values})


async def change_nothing(page: Page, choices: Choices, examples: Mapping[str, Example]) -> Choices | None:
    """Let a person pick the texts that stand for nothing, among those that can't be read; None where one went back."""
    present = choices.nothing
    counted: Counter[str] = Counter()
    for example in examples.values():
        counted.update(example.unreadable)
    alike = _alike(counted)
    covered = Matcher(dict.fromkeys(alike, True))
    single = {text: count for text, count in counted.most_common(200) if not covered.find(text)}
    offered = {**dict.fromkeys(present, 0), **alike, **single}
    items = [
        Item(text, quoted(text), numbers.whole(count) if count else "") for text, count in offered.items()
    ]
    arrangement = arranged(items, [(text, "on") for text in present])
    picked: Picked | None = await page.talk(
        Arrange(_("Texts that stand for nothing"), arrangement, keeps=True)
    )
    return None if picked is None else choices.with_empty(keys_of(picked))


def _alike(counted: Counter[str]) -> dict[str, int]:
    """Give a pattern for each beginning that several texts share, as "Exempt under *"."""
    shared: dict[str, list[int]] = {}
    for text, count in counted.items():
        words = text.split()
        if len(words) > _SHARED_WORDS:
            shared.setdefault(" ".join(words[:_SHARED_WORDS]) + " *", []).append(count)
    return {pattern: sum(counts) for pattern, counts in shared.items() if len(counts) > 1}
