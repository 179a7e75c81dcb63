"""Cells: the text of a cell to the value of a field, or why it is nothing, or why it can't be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pmo_tui.domain.checks import kept
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.money import cents
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.spellings import YES_NO_OF, choices_said, spelled
from pmo_tui.domain.text import fold
from pmo_tui.transfer.amounts import number_reader
from pmo_tui.transfer.date_formats import ISO, date_reader
from pmo_tui.transfer.health_words import read_health
from pmo_tui.transfer.lists import split_list
from pmo_tui.transfer.maps import Rule
from pmo_tui.transfer.matching import Matcher, squeezed
from pmo_tui.transfer.plain import JOINTS

Convert = Callable[[str], Value]
"""Reads a text without space around; gives None where it can't, as an empty one never comes here."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """A cell that holds something which stands for nothing, such as `n/a`; `marker` says what, as the map has it."""

    marker: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that can't be read: the sentence that says why or what was expected, and what fills it."""

    message: str
    values: Mapping[str, object]


NOTHING = Emptied("")
"""An empty cell."""

Outcome = Value | Emptied | Unreadable

_YES_NO = {**YES_NO_OF, "x": True, "✓": True}

_NOTHING_LEFT = N_("Column “{column}”: “{value}” holds nothing that can be kept.")
_NOT_A_DATE = N_("Column “{column}”: “{value}” is no date of the form {expected}.")
_NOT_A_NUMBER = N_("Column “{column}”: “{value}” is no number of the form {expected}.")
_NOT_AN_AMOUNT = N_("Column “{column}”: “{value}” is no amount of the form {expected}.")
_NOT_A_HEALTH = N_("Column “{column}”: “{value}” is no weather: green, amber, red, grey are.")
_NOT_A_CHOICE = N_("Column “{column}”: “{value}” can't be chosen: {expected} can.")
_NOT_A_YES = N_("Column “{column}”: “{value}” is neither of yes, no.")


class CellReader:
    """Reads the cells that fill one field, as its rule says; what was read once is remembered."""

    def __init__(self, field: Field, rule: Rule, empty: tuple[str, ...]) -> None:
        self._convert, self._refused = _converter(field, rule)
        markers = empty if rule.empty is None else rule.empty
        self._markers = Matcher({marker: marker for marker in markers})
        self._values = Matcher(dict(rule.values))
        self._meant_by_empty = dict(rule.values).get("", "").strip()
        self._lines_matter = field.kind in JOINTS
        self._known: dict[str, Outcome] = {}

    def read(self, cell: str) -> Outcome:
        """Give what a cell means."""
        try:
            return self._known[cell]
        except KeyError:
            found = self._known[cell] = self._read(cell)
            return found

    def _read(self, cell: str) -> Outcome:
        """Give what a cell means that was not met before."""
        text = cell.strip()
        if not text:
            if not self._meant_by_empty:
                return NOTHING
            text = self._meant_by_empty
        elif self._markers and (marker := self._markers.find(text)) is not None:
            return Emptied(marker)
        elif self._values and (meant := self._values.find(text)) is not None:
            if not meant.strip():
                return Emptied(text)
            text = meant.strip()
        elif self._lines_matter:
            text = cell
        try:
            value = self._convert(text)
        except Refusal as refusal:
            return Unreadable(refusal.message, refusal.values)
        return self._refused if value is None else value


def _expected(message: str, form: object) -> Unreadable:
    """Say that something of another form was expected."""
    return Unreadable(message, {"expected": form})


def _converter(field: Field, rule: Rule) -> tuple[Convert, Unreadable]:
    """Give the function that reads texts for a field, and what is said where it gives nothing."""
    kind = field.kind
    if kind in {Kind.LINE, Kind.TEXT, Kind.REFERENCE}:
        return (lambda text: kept(field, text)), _expected(_NOTHING_LEFT, "")
    if kind in JOINTS:
        return _list_reader(field, rule), _expected(_NOTHING_LEFT, "")
    if kind is Kind.DATE:
        formats = rule.formats or (ISO,)
        return date_reader(formats), _expected(_NOT_A_DATE, ", ".join(formats))
    if kind is Kind.HEALTH:
        return read_health, _expected(_NOT_A_HEALTH, "")
    if kind is Kind.CHOICE:
        choices = {squeezed(word): choice for choice in field.choices for word in spelled(field, choice)}
        return (lambda text: choices.get(squeezed(text))), _expected(_NOT_A_CHOICE, choices_said(field))
    if kind is Kind.YES_NO:
        return _read_yes, _expected(_NOT_A_YES, "")
    return _number_converter(field, rule)


def _read_yes(text: str) -> bool | None:
    """Read yes or no, in English or French, None where it is neither."""
    return _YES_NO.get(fold(text))


def _list_reader(field: Field, rule: Rule) -> Convert:
    """Give the function that reads several items out of a cell."""
    separators = rule.separators or JOINTS[field.kind]
    return lambda cell: kept(field, tuple(split_list(cell, separators)))


def _number_converter(field: Field, rule: Rule) -> tuple[Convert, Unreadable]:
    """Give the function that reads numbers for a field; an amount finer than a cent is rounded half to even."""
    kind = field.kind
    read = number_reader(rule.decimal, rule.thousands, rule.factor)
    group = rule.thousands[:1] or ("," if rule.decimal == "." else " ")

    def convert(text: str) -> Value:
        number = read(text)
        if number is None or (kind is Kind.INTEGER and number != number.to_integral_value()):
            return None
        if kind is Kind.MONEY:
            return cents(number)
        return kept(field, number)  # not as int yet: that of a million digits takes its time

    if kind is Kind.MONEY:
        return convert, _expected(_NOT_AN_AMOUNT, f"1{group}234{rule.decimal}50")
    form = f"1{group}234" if kind is Kind.INTEGER else f"1{group}234{rule.decimal}5"
    return convert, _expected(_NOT_A_NUMBER, form)
