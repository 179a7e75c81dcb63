"""Checks: whether values may stand in their fields, each refusal naming the field and the remedy."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.health import DIMENSION_FIELDS, DIMENSION_LABELS, HEALTH_LABELS, Health, worst
from pmo_tui.domain.money import LARGEST
from pmo_tui.domain.refusal import N_, Refusal, Word
from pmo_tui.domain.spellings import choice_of, choices_said
from pmo_tui.domain.text import fold, kept_line, kept_text

LONGEST_LINE = 10_000
LONGEST_TEXT = 1_000_000
LARGEST_NUMBER = 10**12
"""The largest whole or decimal number kept: its ten-thousandths fit a 64-bit integer."""

_LINK = re.compile(r"(?:.*\s)?[a-z][a-z0-9+.\-]*:\S+", re.IGNORECASE)


def of_field(message: str, field: Field, **values: object) -> Refusal:
    """Give a refusal that calls a field by its label; `of_field` tells a form which one it is."""
    return Refusal(message, field=called(field), of_field=field.name, **values)


def called(field: Field) -> str | Word:
    """Give the label of a field for a sentence that is translated when it is shown."""
    return field.label if field.custom else Word(field.label)


def kept(field: Field, value: Value) -> Value:
    """Give `value` as it is kept in `field`: normalised, clean, sorted; nothing where it is blank.

    Raises Refusal where it can't stand there.
    """
    if value is None or value == "":
        if field.required:
            raise of_field(N_("{field} can't be empty: type it."), field)
        return field.empty
    settled = _SETTLED.get(field.kind, _as_it_is)(field, value)
    if settled in (None, "") and field.required:
        raise of_field(N_("{field} can't be empty: type it."), field)
    return field.empty if settled == "" else settled


def agreeing(values: Mapping[str, Value], changed: Container[str] | None = None) -> None:
    """Check that the dates of a whole project agree with each other.

    `changed` are the fields being set (None: all of them): dates that came in wrong, as an import may bring them,
    hold up no change of something else. Raises Refusal where a finish lies before its start.
    """
    for kind, start, finish in _SPANS:
        if changed is not None and start not in changed and finish not in changed:
            continue
        first, last = values.get(start), values.get(finish)
        if first and last and last < first:  # type: ignore[operator]
            raise Refusal(kind, start=first, finish=last)


def following(values: Mapping[str, Value], health: Health) -> None:
    """Check a health declared for the whole against the dimensions among `values`.

    Raises Refusal where dimensions were declared and the worst of them is another.
    """
    dimensions = {d: values.get(name) or Health.GREY for d, name in DIMENSION_FIELDS.items()}
    by_dimension = worst(h for h in dimensions.values() if isinstance(h, Health))
    if by_dimension not in (Health.GREY, health):
        culprit = next(d for d, h in dimensions.items() if h is by_dimension)
        raise Refusal(
            N_("The overall weather follows its worst dimension ({dimension} is {health}): change that one."),
            dimension=Word(DIMENSION_LABELS[culprit]),
            health=Word(HEALTH_LABELS[by_dimension]),
        )


_SPANS = (
    (N_("The finish {finish} lies before the start {start}: correct one of them."), "start", "finish"),
    (
        N_("The baseline finish {finish} lies before the baseline start {start}: correct one of them."),
        "baseline_start",
        "baseline_finish",
    ),
    (
        N_("The actual finish {finish} lies before the actual start {start}: correct one of them."),
        "actual_start",
        "actual_finish",
    ),
)


def _line(field: Field, value: Value) -> Value:
    """Give one clean line."""
    line = kept_line(str(value))
    if field.longest is not None and len(line) > field.longest:
        raise of_field(
            N_("{field} has {length} characters of at most {most}: move the rest into the description."),
            field,
            length=len(line),
            most=field.longest,
        )
    if len(line) > LONGEST_LINE:
        raise of_field(
            N_("{field} is too long: {length} characters of at most {most}."),
            field,
            length=len(line),
            most=LONGEST_LINE,
        )
    return line


def _text(field: Field, value: Value) -> Value:
    """Give clean lines."""
    text = kept_text(str(value))
    if len(text) > LONGEST_TEXT:
        raise of_field(
            N_("{field} is too long: {length} characters of at most {most}."),
            field,
            length=len(text),
            most=LONGEST_TEXT,
        )
    return text


def _number(field: Field, value: Value) -> Value:
    """Give a number that can be kept exactly."""
    number = _read_number(value)
    if number is not None and abs(number) > LARGEST_NUMBER:
        raise of_field(N_("{field} is too large a number: at most 10¹²."), field)
    if field.kind is Kind.INTEGER and (number is None or number != int(number)):
        raise Refusal(N_("“{text}” is no whole number: write one such as 3."), text=value)
    if number is None:
        raise Refusal(N_("“{text}” is no number: write one such as 3.5."), text=value)
    low, high = (0, 100) if field.kind is Kind.SHARE else field.within or (None, None)
    if low is not None and high is not None and not low <= number <= high:
        raise of_field(
            N_("{field} takes {low} to {high}, not {number}."), field, low=low, high=high, number=number
        )
    if field.kind in {Kind.DECIMAL, Kind.SHARE}:
        return number.quantize(Decimal("0.0001")).normalize() + 0
    return int(number)


def _read_number(value: Value) -> Decimal | None:
    """Give a value as a number, None where it is none or has no end."""
    try:
        number = Decimal(value if type(value) is int else str(value))  # a text of an int has a limit
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _money(field: Field, value: Value) -> Value:
    """Give an amount that can be kept exactly."""
    if not isinstance(value, int):
        raise Refusal(N_("“{text}” is no amount: write 1200000, 1 200 000 or 1.2M."), text=value)
    if abs(value) > LARGEST:
        raise of_field(N_("{field} is too large an amount: at most 10¹³."), field)
    return value


def _date(_field: Field, value: Value) -> Value:
    """Give a day; a moment is one too, but has hours that a day can't keep."""
    if not isinstance(value, date):
        raise Refusal(
            N_("“{text}” is no day: write 2026-10-01, 01/10/2026, 30 sep, today or +30d."), text=value
        )
    return value.date() if isinstance(value, datetime) else value


def _health(_field: Field, value: Value) -> Value:
    """Give a health."""
    if not isinstance(value, Health):
        raise Refusal(N_("“{text}” is no weather: write g, a, r or -."), text=value)
    return value


def _yes_no(_field: Field, value: Value) -> Value:
    """Give yes or no."""
    if not isinstance(value, bool):
        raise Refusal(N_("“{text}” is neither yes nor no."), text=value)
    return value


def _choice(field: Field, value: Value) -> Value:
    """Give the choice that is meant, case and accents ignored."""
    choice = choice_of(field, str(value))
    if choice is None:
        raise of_field(
            N_("“{value}” is none of the choices of {field}: {choices}."),
            field,
            value=value,
            choices=choices_said(field),
        )
    return choice


def _tags(_field: Field, value: Value) -> Value:
    """Give tags folded, sorted, once each; spaces inside become hyphens, since a space ends a tag."""
    words = value if isinstance(value, tuple) else str(value).split(",")
    folded = {kept_line(fold(kept_line(word))).replace(" ", "-") for word in words}
    return tuple(sorted(folded - {""}))  # a word of accents alone folds to nothing


def _references(_field: Field, value: Value) -> Value:
    """Give names sorted, once each."""
    names = value if isinstance(value, tuple) else str(value).split(";")
    return tuple(sorted({kept_line(name) for name in names if kept_line(name)}))


def _links(field: Field, value: Value) -> Value:
    """Give links as clean lines, each with a web address at its end."""
    lines = value if isinstance(value, tuple) else str(value).splitlines()
    links = tuple(str(_line(field, line)) for line in lines if kept_line(line))
    for link in links:
        if not _LINK.fullmatch(link):
            raise Refusal(
                N_("“{link}” is no link: write some words and an address such as https://…"), link=link
            )
    return links


def _as_it_is(_field: Field, value: Value) -> Value:
    """Give the value unchanged."""
    return value


_SETTLED = {
    Kind.LINE: _line,
    Kind.TEXT: _text,
    Kind.INTEGER: _number,
    Kind.DECIMAL: _number,
    Kind.SHARE: _number,
    Kind.MONEY: _money,
    Kind.DATE: _date,
    Kind.HEALTH: _health,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.REFERENCE: _line,
    Kind.REFERENCES: _references,
    Kind.TAGS: _tags,
    Kind.LINKS: _links,
}
