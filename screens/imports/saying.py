"""Saying: what a file, a rule and a meaning are, in words; pure."""

from __future__ import annotations

from collections.abc import Iterable

from pmo_tui.domain.fields import NUMERIC, Field, Kind, Value
from pmo_tui.domain.health import HEALTH_LABELS, Health
from pmo_tui.transfer.maps import ImportMap, Rule
from pmo_tui.transfer.notes import short
from pmo_tui.transfer.tables import Table
from pmo_tui.words import _, _n, numbers
from screens.cells import Span
from screens.glyphs import Glyphs
from screens.imports.kinds import ImportKind
from screens.values import shown

_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp1252": "Windows-1252", "latin-1": "Latin-1"}

FACTORS = (1, 1_000, 1_000_000, 1_000_000_000)
"""The units in which amounts are usually written."""


def quoted(text: str, most: int = 60) -> str:
    """Give a text that stands in a file, in quotation marks and short."""
    return _("“{text}”").format(text=short(text, most))


def delimiter_said(sign: str) -> str:
    """Name the sign between the cells of a row."""
    names = {",": _("comma"), ";": _("semicolon"), "\t": _("tab"), "|": _("bar"), " ": _("space")}
    return names.get(sign, quoted(sign))


def encoding_said(name: str) -> str:
    """Name an encoding as people write it."""
    return _ENCODINGS.get(name.lower(), name.upper())


def file_said(table: Table) -> str:
    """Say how a file was read: rows, columns, encoding, delimiter."""
    rows = _n("{count} row", "{count} rows", len(table.records))
    columns = _n("{count} column", "{count} columns", len(table.headers))
    parts = [
        rows.format(count=numbers.whole(len(table.records))),
        columns.format(count=numbers.whole(len(table.headers))),
    ]
    if table.path.suffix.lower() == ".json":
        parts.append("JSON")
    else:
        parts += [encoding_said(table.encoding), delimiter_said(table.delimiter)]
    return ", ".join(parts)


def factor_said(rule: Rule) -> str:
    """Say in which unit numbers are written."""
    return f"× {numbers.whole(int(rule.factor))}" if rule.factor == int(rule.factor) else f"× {rule.factor}"


def decimal_said(sign: str) -> str:
    """Say which sign stands before decimals, by an example."""
    return "1 234,5" if sign == "," else "1,234.5"


def rule_said(kind: ImportKind, rule: Rule, field: Field, the_map: ImportMap) -> list[str]:
    """Say how a rule reads its columns, as far as that is not plain."""
    said: list[str] = []
    if rule.constant is not None and not rule.columns:
        said.append(_("always “{value}”").format(value=short(rule.constant)))
    if len(rule.columns) > 1:
        said.append(_("all columns together") if rule.join else _("the first column that says something"))
    if field.kind is Kind.DATE and rule.columns:
        said.append(_("written as {formats}").format(formats=", ".join(rule.formats or ("YYYY-MM-DD",))))
    if field.kind in NUMERIC and field.within is None and rule.columns:
        said.append(_("written as {example}").format(example=decimal_said(rule.decimal)))
        if rule.factor != 1:
            said.append(factor_said(rule))
    said += _texts_said(rule)
    if rule.keep:
        said.append(_("an empty cell leaves what is there"))
    if rule.only_new:
        said.append(_(kind.only_new))
    if field.name == the_map.key:
        said.append(_(kind.apart))
    return said


def _texts_said(rule: Rule) -> list[str]:
    """Say which texts mean something else in a column, and which mean nothing."""
    said: list[str] = []
    if rule.values:
        pairs = (f"{quoted(text, 20)} = {meaning or _('nothing')}" for text, meaning in rule.values)
        said.append(_listed(pairs, 4))
    if rule.empty:
        said.append(
            _("nothing is {texts}").format(texts=_listed((quoted(text, 24) for text in rule.empty), 4))
        )
    return said


def _listed(texts: Iterable[str], most: int) -> str:
    """Give the first texts, and how many there are beside them."""
    listed = list(texts)
    more = len(listed) - most
    head = ", ".join(listed[:most])
    return head if more <= 0 else _("{head} and {count} more").format(head=head, count=numbers.whole(more))


def exactly(field: Field, value: Value, glyphs: Glyphs) -> Span:
    """Give a value as text and role: short, but with the cents of an amount that has some, as none may be lost."""
    if field.kind is Kind.MONEY and isinstance(value, int) and value % 100:
        return numbers.money(value), ""
    return shown(field, value, glyphs)


def health_word(text: str) -> str:
    """Give the word of a health in the language spoken, any other text as it is."""
    return next((_(HEALTH_LABELS[health]) for health in Health if health.value == text), text)
