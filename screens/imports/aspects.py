"""Aspects: everything that can be said of how one field is filled, each changed by itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from pmo_tui.domain.fields import NUMERIC, Field, Kind
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.transfer.amounts import number_reader
from pmo_tui.transfer.choices import Choices
from pmo_tui.transfer.date_formats import SERIAL, date_reader, understood
from pmo_tui.transfer.examples import columns_of, distinct, sample
from pmo_tui.transfer.maps import CREATABLE, CUSTOM_KINDS, Rule
from pmo_tui.transfer.notes import short
from pmo_tui.words import _, _n, numbers
from screens.columns.arrange import Arrange, keys_of
from screens.columns.arrangement import Item, Picked, arranged
from screens.imports.meaning_flows import ask_meaning, change_meanings, known_of
from screens.imports.saying import FACTORS, decimal_said, factor_said
from screens.shell.checked_prompt import CheckedPrompt
from screens.shell.choose import Choice, Finder
from screens.shell.matching import best
from screens.values import named

if TYPE_CHECKING:
    from screens.imports.page import ImportsPage

Change = Callable[["ImportsPage", Choices, Field], Awaitable[Choices | None]]

FORMATS = (
    "YYYY-MM-DD", "DD/MM/YYYY", "MM/DD/YYYY", "DD.MM.YYYY", "D MMM YYYY", "MMM D, YYYY", "DD/MM/YY", "MM/DD/YY",
    "YYYYMMDD", "MMM YYYY", SERIAL,
)  # fmt: skip
"""The formats of dates that are offered; another one can be typed."""

_WITHOUT_MEANINGS = frozenset({Kind.TEXT, Kind.LINKS, Kind.MONEY, Kind.DATE})

KIND_LABELS = {
    Kind.LINE: N_("a line of text"),
    Kind.TEXT: N_("several lines of text"),
    Kind.INTEGER: N_("a whole number"),
    Kind.DECIMAL: N_("a number"),
    Kind.MONEY: N_("an amount of money"),
    Kind.DATE: N_("a date"),
    Kind.YES_NO: N_("yes or no"),
}
"""The kinds that a field of one's own can be given here."""


async def change_field(page: ImportsPage, choices: Choices, name: str) -> Choices | None:
    """Let a person choose what to change of how a field is filled, and change it; None where nothing was."""
    field = choices.wide.get(name)
    rule = choices.map.rule(name)
    assert rule is not None
    change: Change | None = await page.choose(named(field), _aspects(page, choices, field, rule))
    return None if change is None else await change(page, choices, field)


def _aspects(page: ImportsPage, choices: Choices, field: Field, rule: Rule) -> list[Choice]:
    """Give what can be changed of a rule, each with how it is now."""
    columns = " + ".join(short(name, 30) for name in rule.columns)
    found = [Choice(change_columns, _("Columns"), columns or _("none"))]
    if rule.columns and field.kind not in _WITHOUT_MEANINGS:
        found.append(Choice(change_meanings, _("What its texts mean")))
    if field.kind is Kind.DATE and rule.columns:
        found.append(Choice(_change_formats, _("How its dates are written"), ", ".join(rule.formats)))
        found.append(Choice(_add_format, _("Another way in which its dates are written")))
    if field.kind in NUMERIC and field.within is None and rule.columns:
        found.append(Choice(_change_decimal, _("How its numbers are written"), decimal_said(rule.decimal)))
        found.append(Choice(_change_factor, _("In which unit they are"), factor_said(rule)))
    found.append(Choice(set_constant, _("The same for all rows"), short(rule.constant or "", 30)))
    if rule.columns:
        kept = _("the field stays as it is") if rule.keep else _("the field is emptied")
        found.append(Choice(_toggle_keep, _("Where its cell is empty"), kept))
    old = _("keep what they have") if rule.only_new else _("are updated")
    found.append(Choice(_toggle_only_new, _(page.importing.kind.there), old))
    if field.of == "phase":
        made = _("are added") if "phase" in choices.map.create else _("refuse the row")
        found.append(Choice(_toggle_phases, _("Phases that are not there"), made))
    if choices.of_declared(field.name):
        found.append(Choice(_change_kind, _("What it holds"), _(KIND_LABELS.get(field.kind, ""))))
    return [*found, Choice(_remove, _("Don't import this field"))]


async def change_columns(
    page: ImportsPage, choices: Choices, field: Field, first: str = ""
) -> Choices | None:
    """Choose the columns that fill a field, `first` listed first; of several, the first that says something counts."""
    rule = choices.map.rule(field.name) or Rule(field.name)
    present = columns_of(choices.table, rule)
    items = [
        Item(header, short(header, 200), short(sample(choices.table, header), 60))
        for header in sorted(choices.table.headers, key=lambda header: header != first)
    ]
    arrangement = arranged(items, [(header, "on") for header in present])
    title = _("Columns that fill {field}").format(field=named(field))
    picked: Picked | None = await page.talk(Arrange(title, arrangement, at_least_one=True, keeps=True))
    if picked is None or keys_of(picked) == present:
        return None
    return await page.ask(lambda _session: choices.with_columns(field.name, keys_of(picked)))


async def _change_formats(page: ImportsPage, choices: Choices, field: Field) -> Choices | None:
    """Choose how dates are written; each way tells how many of the cells it reads."""
    rule = choices.map.rule(field.name)
    assert rule is not None
    cells = distinct(choices.table, columns_of(choices.table, rule))
    items = []
    for pattern in dict.fromkeys((*rule.formats, *FORMATS)):
        read = date_reader((pattern,))
        count = sum(times for cell, times in cells.items() if read(cell) is not None)
        told = _n("reads {count} cell", "reads {count} cells", count).format(count=numbers.whole(count))
        items.append(Item(pattern, pattern, told))
    arrangement = arranged(items, [(pattern, "on") for pattern in rule.formats])
    picked: Picked | None = await page.talk(Arrange(_("Dates are written"), arrangement, keeps=True))
    return None if not picked else choices.with_rule(replace(rule, formats=keys_of(picked)))


async def _add_format(page: ImportsPage, choices: Choices, field: Field) -> Choices | None:
    """Type a format of dates; it is tried after those that are there."""
    rule = choices.map.rule(field.name)
    assert rule is not None
    about = _("Y, M and D stand for year, month and day, MMM for the month's name: DD-MMM-YYYY.")
    text: str | None = await page.talk(
        CheckedPrompt(_("Dates are written"), about=about, check=_check_format)
    )
    if text is None:
        return None
    formats = tuple(dict.fromkeys((*rule.formats, text.strip())))
    return choices.with_rule(replace(rule, formats=formats))


def _check_format(text: str) -> None:
    """Refuse what is no format of dates."""
    if not understood(text):
        raise Refusal(N_("“{format}” is no format of dates: write one as DD/MM/YYYY."), format=text)


async def _change_decimal(page: ImportsPage, choices: Choices, field: Field) -> Choices | None:
    """Choose which sign stands before decimals; each tells how many of the cells it reads."""
    rule = choices.map.rule(field.name)
    assert rule is not None
    cells = distinct(choices.table, columns_of(choices.table, rule))
    listed = []
    for sign in (".", ","):
        read = number_reader(sign, "", rule.factor)
        count = sum(times for cell, times in cells.items() if read(cell) is not None)
        told = _n("reads {count} cell", "reads {count} cells", count).format(count=numbers.whole(count))
        listed.append(Choice(sign, decimal_said(sign), told))
    sign = await page.choose(_("Numbers are written"), listed)
    return None if sign is None else choices.with_rule(replace(rule, decimal=sign, thousands=""))


async def _change_factor(page: ImportsPage, choices: Choices, field: Field) -> Choices | None:
    """Choose or type in which unit numbers are written."""
    rule = choices.map.rule(field.name)
    assert rule is not None
    factor: Decimal | None = await page.choose(_("Numbers are multiplied by"), _factors(rule))
    return None if factor is None else choices.with_rule(replace(rule, factor=factor))


def _factors(rule: Rule) -> Finder:
    """Give a finder among the usual units and what is typed."""
    usual = [
        Choice(Decimal(factor), factor_said(replace(rule, factor=Decimal(factor)))) for factor in FACTORS
    ]

    def find(typed: str) -> Sequence[Choice]:
        try:
            factor = Decimal(typed.replace(" ", "").replace(",", ".")) if typed.strip() else Decimal(0)
        except InvalidOperation:
            factor = Decimal(0)
        if factor.is_finite() and factor > 0:
            return [Choice(factor, factor_said(replace(rule, factor=factor)))]
        return best(usual, typed, lambda choice: choice.text)

    return find


async def set_constant(page: ImportsPage, choices: Choices, field: Field) -> Choices | None:
    """Say what a field holds in all rows, in the place of columns."""
    known = await known_of(page, choices, field)
    title = _("{field} in all rows").format(field=named(field))
    former = choices.map.rule(field.name) or Rule(field.name)
    text = await ask_meaning(page, field, known, title, former.constant or "")
    if not text:
        return None
    return choices.with_rule(Rule(field.name, constant=text, only_new=former.only_new))


async def _toggle_keep(_page: ImportsPage, choices: Choices, field: Field) -> Choices:
    """Let an empty cell empty the field, or leave it as it is."""
    rule = choices.map.rule(field.name)
    assert rule is not None
    return choices.with_rule(replace(rule, keep=not rule.keep))


async def _toggle_only_new(_page: ImportsPage, choices: Choices, field: Field) -> Choices:
    """Fill the field of new things alone, or of all."""
    rule = choices.map.rule(field.name)
    assert rule is not None
    return choices.with_rule(replace(rule, only_new=not rule.only_new))


async def _toggle_phases(_page: ImportsPage, choices: Choices, _field: Field) -> Choices:
    """Let the import add the phases that are not there, or refuse their rows."""
    made = set(choices.map.create) ^ {"phase"}
    return choices.with_created([thing for thing in CREATABLE if thing in made])


async def _change_kind(page: ImportsPage, choices: Choices, field: Field) -> Choices | None:
    """Choose what a field that the import declares holds."""
    listed = [Choice(kind, _(label)) for kind, label in KIND_LABELS.items() if kind in CUSTOM_KINDS.values()]
    kind: Kind | None = await page.choose(_("{field} holds").format(field=named(field)), listed)
    if kind is None:
        return None
    return await page.ask(lambda _session: choices.with_kind(field.name, kind))


async def _remove(_page: ImportsPage, choices: Choices, field: Field) -> Choices:
    """Leave a field out."""
    return choices.without(field.name)
