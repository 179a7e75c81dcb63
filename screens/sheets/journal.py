"""The journal of a thing: who changed what when, the newest first; pure."""

from __future__ import annotations

from datetime import datetime

from pmo_tui.domain.fields import Kind
from pmo_tui.moments import local
from pmo_tui.services.histories import Difference, Entry
from pmo_tui.words import _
from pmo_tui.words.dates import date_short
from screens.cells import Line, Span, cut, fit, line, safe, width, wrapped
from screens.sheets.rows import GAP, Row, Sheet, head, muted
from screens.values import full, label, named, said_of, text

LEAST_RECENT = 3
"""Below so many lines the last changes are left to the journal."""
_LONG = 200
"""How many cells of a long text the journal shows."""


def journal(sheet: Sheet) -> list[Row]:
    """Give who changed what when, the newest first, field by field."""
    rows: list[Row] = []
    for entry in sheet.history:
        rows.append(_entry(sheet, entry))
        rows += _made(sheet, entry) if entry.made else _changed(sheet, entry)
    return rows or [muted(_("Nothing was changed yet."))]


def recent(sheet: Sheet, most: int) -> list[Row]:
    """Give the last changes, one a line, as many as there is room for; none where it is too little to say much."""
    rows = [_in_short(sheet, entry) for entry in sheet.history if not entry.undone]
    return [GAP, head(_("Last changes")), *rows[:most]] if rows and most >= LEAST_RECENT else []


def _in_short(sheet: Sheet, entry: Entry) -> Row:
    """Give when, who and what in one line, with what came of it where more than a day was declared anew."""
    told = [] if entry.made else filter(None, map(_outcome, entry.differences))
    return Row(None, Line((*_entry(sheet, entry).line.spans, ("  " + ", ".join(told), "muted"))))


def _outcome(each: Difference) -> str:
    """Give a field with its new value, one of several lines by its name; nothing for a day of a declaration."""
    if not each.field.settable or (each.field.group == "health" and each.field.kind is Kind.DATE):
        return ""
    if each.field.kind in {Kind.TEXT, Kind.LINKS}:
        return named(each.field)
    return said_of(label(each.field), text(each.field, each.after) or _("nothing"))


def _entry(sheet: Sheet, entry: Entry) -> Row:
    """Give when, who and what in one line."""
    group = entry.group
    notes = [_("import")] if group.door.value == "import" else []
    notes += [_("taken back")] if entry.undone else []
    spans: list[Span] = [
        (f" {fit(moment(group.at, sheet), 14)} ", "muted"),
        (f"{fit(group.who, 12, ellipsis=sheet.glyphs.ellipsis)} ", "accent"),
        (group.label, "muted" if entry.undone else ""),
    ]
    said: tuple[Span, ...] = ((", ".join(notes) + " ", "muted"),) if notes else ()
    return Row(f"group {group.id}", Line(tuple(spans), said), group=group.id)


def moment(at: datetime, sheet: Sheet) -> str:
    """Give a moment on the clock of this host."""
    here = local(at)
    return f"{date_short(here.date(), sheet.today)} {here:%H:%M}"


def _made(sheet: Sheet, entry: Entry) -> list[Row]:
    """Give what a new project was given, in as few lines as it takes."""
    names = ", ".join(named(each.field) for each in entry.differences if each.field.settable)
    return [_told(part) for part in wrapped(names, max(10, sheet.cells - 6))[:3]]


def _told(text: str) -> Row:
    """Give a line below an entry."""
    return Row(None, line("    ", (text, "muted")))


def _changed(sheet: Sheet, entry: Entry) -> list[Row]:
    """Give each field that changed, as it was and as it is."""
    return [row for each in entry.differences for row in _difference(sheet, each)]


def _difference(sheet: Sheet, each: Difference) -> list[Row]:
    """Give one field as it was and as it became, on several lines where it is long."""
    name, arrow = said_of(named(each.field), ""), f" {sheet.glyphs.to} "
    before, after = (
        cut(safe(full(each.field, value)), _LONG, sheet.glyphs.ellipsis) or _("nothing")
        for value in (each.before, each.after)
    )
    room = max(10, sheet.cells - 5)
    if width(safe(name + before + arrow + after)) <= room:
        return [Row(None, line("    ", (name, "muted"), (before, "muted"), arrow, after))]
    texts = wrapped(name + before + arrow + after, room)
    return [Row(None, line("    ", text)) for text in texts]
