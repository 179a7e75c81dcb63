"""Values in a form: as they rest, as they are typed, and what is said beside them."""

from __future__ import annotations

from datetime import date

from pmo_tui.domain.fields import LISTS, Kind, Value
from pmo_tui.domain.health import HEALTH_LABELS, Health
from pmo_tui.domain.text import fold
from pmo_tui.words import _, _n, numbers, say
from pmo_tui.words.dates import ago, date_
from screens.cells import Span, cut, safe, width
from screens.forms.fields import FormField
from screens.forms.paragraphs import row_at, rows_of
from screens.forms.state import FormState
from screens.glyphs import Glyphs
from screens.shell.prompt import edit_spans
from screens.values import full

SHORT = {Kind.DATE: 16, Kind.MONEY: 20, Kind.INTEGER: 14, Kind.DECIMAL: 14, Kind.REFERENCE: 34}
"""How many cells one types into, for the kinds of which something is said beside it."""


def rest_spans(state: FormState, each: FormField, glyphs: Glyphs, room: int) -> list[Span]:
    """Give a value on which the cursor does not stand, on one line."""
    entry = state.entries[each.name]
    if entry.refusal is not None:
        return [(entry.edit.text.replace("\n", " "), "bad")]
    value = state.value(each.name)
    if each.picks and not isinstance(value, Health):
        value = each.said(value) or None
    if isinstance(value, Health):
        return _health_spans(value, glyphs)
    if value is None or value == ():
        return [(glyphs.dot, "faint")]
    if isinstance(value, str) and value in each.called:
        return [(value, ""), (f"  {each.called[value]}", "muted")]
    if isinstance(value, str):
        return [*_several(value.split("\n"), glyphs, room), *(_newness(each, value) if entry.changed else [])]
    if isinstance(value, tuple) and each.field.kind is Kind.LINKS:
        return _several(list(value), glyphs, room)
    return [(full(each.field, value), ""), *(_newness(each, value) if entry.changed else [])]


def _several(lines: list[str], glyphs: Glyphs, room: int) -> list[Span]:
    """Give the first of several lines, and how many follow."""
    filled = [line for line in lines if line.strip()]
    if len(filled) < 2:
        return [(filled[0] if filled else "", "")]
    count = len(filled) - 1
    more = "  " + _n("+ {count} line", "+ {count} lines", count).format(count=numbers.whole(count))
    return [(cut(safe(filled[0]), room - width(more), glyphs.ellipsis), ""), (more, "muted")]


def _health_spans(value: Health, glyphs: Glyphs) -> list[Span]:
    """Give a health with its word."""
    return [glyphs.health(value.value), (" " + _(HEALTH_LABELS[value]), "muted")]


def typed_rows(state: FormState, each: FormField, glyphs: Glyphs, room: int) -> list[list[Span]]:
    """Give the rows of the field on which the cursor stands."""
    if each.picks:
        return [_pick_spans(state, each, glyphs, room)]
    if each.several_lines:
        return _paragraph_rows(state, each, room)
    edit = state.entries[each.name].edit
    cells = min(room, SHORT.get(each.field.kind, room))
    if state.fresh:
        text = cut(safe(edit.text), cells - 1, glyphs.ellipsis)
        return [[(text, "cursor"), (" " * (cells - width(text)), "typing")]]
    spans = [(text, role or "typing") for text, role in edit_spans(edit, cells)]
    taken = sum(width(safe(text)) for text, _role in spans)
    return [[*spans, (" " * max(0, cells - taken), "typing")]]


def _paragraph_rows(state: FormState, each: FormField, room: int) -> list[list[Span]]:
    """Give the rows of several lines of text with the cursor in them."""
    edit = state.entries[each.name].edit
    places = list(rows_of(edit.text, room - 1))
    now = row_at(places, edit.at)
    rows: list[list[Span]] = []
    for number, (start, end) in enumerate(places):
        text = edit.text[start:end]
        spans: list[Span] = [(text, "typing")] if text else []
        if number == now:
            at = edit.at - start
            under = safe(text[at : at + 1]) or " "
            spans = [(text[:at], "typing"), (under, "cursor"), (text[at + 1 :], "typing")]
        taken = sum(width(safe(part)) for part, _role in spans)
        rows.append([*(span for span in spans if span[0]), (" " * max(0, room - taken), "typing")])
    return rows


def _pick_spans(state: FormState, each: FormField, glyphs: Glyphs, room: int) -> list[Span]:
    """Give the options in a row, the one picked under the cursor; where they do not fit, those around it."""
    now = state.value(each.name)
    pieces = [_option(each, option, glyphs, chosen=option == now, short=room < 56) for option in each.options]
    at = each.options.index(now) if now in each.options else 0
    first = 0
    while first < at and sum(_cells(piece) for piece in pieces[first : at + 1]) > room - 2:
        first += 1
    lead: list[Span] = [(glyphs.ellipsis, "muted")] if first else []
    return [*lead, *(span for piece in pieces[first:] for span in piece)]


def _option(each: FormField, option: Value, glyphs: Glyphs, *, chosen: bool, short: bool) -> list[Span]:
    """Give one option, with a cell around it."""
    if isinstance(option, Health):
        shape, role = glyphs.health(option.value)
        words = "" if short else f" {_(HEALTH_LABELS[option])}"
        if chosen:
            return [(f" {shape}{words} ", "cursor")]
        return [(f" {shape}", role), (f"{words} ", "muted")]
    return [(f" {each.said(option) or glyphs.dot} ", "cursor" if chosen else "muted")]


def _cells(spans: list[Span]) -> int:
    """Tell how many cells spans take."""
    return sum(width(safe(text)) for text, _role in spans)


def echo_spans(state: FormState, each: FormField, room: int, dot: str) -> list[Span]:
    """Say beside a field what its text means, where that is not plain to see; mistakes are said below."""
    entry = state.entries[each.name]
    if room < 8 or each.picks or entry.refusal is not None:
        return []
    value = entry.value
    if isinstance(value, date):
        return [(f"  {date_(value)} {dot} {ago(value, state.today)}", "muted")]
    if each.field.kind is Kind.MONEY and isinstance(value, int):
        return [(f"  {numbers.money_short(value, 2)}", "muted")]
    if isinstance(value, str) and value in each.called:
        return [(f"  {each.called[value]}", "muted")]
    return _newness(each, value) if entry.changed and state.suggestions is None else []


def _newness(each: FormField, value: Value) -> list[Span]:
    """Say that a name is not known yet and will be added."""
    names = value if isinstance(value, tuple) else (value,)
    known = {fold(name) for name in each.known}
    if each.new and any(isinstance(name, str) and fold(name) not in known for name in names):
        return [(f"  {each.new}", "warn")]
    return []


HINTS = {
    Kind.DATE: lambda: _("A day: 2026-10-01, 01/10/2026, 30 sep, today, +30d."),
    Kind.MONEY: lambda: _("An amount: 1200000, 1 200 000, 1.2M, 500k."),
    Kind.HEALTH: lambda: _("g green, a amber, r red, - not reported; or arrows."),
    Kind.TAGS: lambda: _("Several are parted by commas; tab completes."),
    Kind.REFERENCES: lambda: _("Several are parted by semicolons; tab completes."),
    Kind.LINKS: lambda: _("One a line: some words, then an address such as https://…"),
    Kind.TEXT: lambda: _("Enter begins a new line; tab goes on to the next field."),
    Kind.REFERENCE: lambda: _("Type a few letters; tab completes."),
    Kind.INTEGER: lambda: _("A whole number."),
    Kind.DECIMAL: lambda: _("A number such as 3.5."),
    Kind.SHARE: lambda: _("A percentage such as 30 %."),
}
"""What can be typed into a field of each kind."""


def hint_span(state: FormState) -> Span:
    """Say what is wrong with the field under the cursor, else what can be typed there."""
    each, entry = state.form_field, state.entry
    if each is None or entry is None:
        return "", "muted"
    refusal = state.refusal(each.name)
    if refusal is not None and (entry.changed or each.check is not None):
        return say(refusal), "bad"
    if state.fresh:
        return _("Typing replaces it; an arrow keeps it, to be changed."), "muted"
    if each.hint:
        return each.hint, "muted"
    if each.picks and each.field.kind is not Kind.HEALTH:
        return _("Arrows choose, or the first letter."), "muted"
    hint = HINTS.get(each.field.kind)
    if hint is None or (
        each.field.kind not in LISTS and each.field.kind is Kind.REFERENCE and not each.known
    ):
        return "", "muted"
    return hint(), "muted"
