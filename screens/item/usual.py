"""The usual sheets of an item of which no more is known than its fields: these, group by group, and its journal."""

from __future__ import annotations

from datetime import date

from pmo_tui.domain.refusal import N_
from pmo_tui.services.items import Dossier
from pmo_tui.words import _
from pmo_tui.words.dates import date_
from screens.cells import Span
from screens.glyphs import Glyphs
from screens.item.related import related_rows
from screens.item.sheet import Sheet, facts
from screens.sheets.comments import comment_rows
from screens.sheets.journal import journal
from screens.sheets.page import TabSheet
from screens.sheets.rows import GAP, Row, head, labelled_row
from screens.values import full, label

_TOLD = frozenset({"code", "active"})
"""What the heading tells already."""


def standing(dossier: Dossier, glyphs: Glyphs) -> list[str | Span]:
    """Say at the right of the heading in which state it is, and until when it is awaited."""
    value, today = dossier.item.value, dossier.around.today
    state = next(field for field in dossier.catalogue if field.name in {"status", "state"})
    spans: list[str | Span] = [(full(state, value(state.name)), "" if value("active") else "muted")]
    due = value("due")
    if isinstance(due, date) and value("active"):
        told = _("due {day}").format(day=date_(due))
        spans += [(f" {glyphs.dot} ", "faint"), (told, "bad" if due < today else "muted")]
    return spans


def overview(sheet: Sheet) -> list[Row]:
    """Give all fields that hold anything, under the headings of their groups."""
    rows: list[Row] = []
    title = sheet.catalogue.title
    for group, words in sheet.catalogue.groups.items():
        names = [
            field.name
            for field in sheet.catalogue
            if field.group == group and field.name not in _TOLD and field.name != title
        ]
        told = [row for name in names for row in _told(sheet, name)]
        if told:
            rows += [GAP, head(_(words)), *told] if rows else told
    return rows


def _told(sheet: Sheet, name: str) -> list[Row]:
    """Give the rows of a field that holds anything; a project with what it is called."""
    field, value = sheet.field(name), sheet.value(name)
    if field.of != "project" or value is None:
        return facts(sheet, (name,))
    called = sheet.told.projects.get(str(value), "")
    return [labelled_row(name, label(field), [(f"{value} ", "muted"), (called, "")], name)]


def comments(sheet: Sheet) -> list[Row]:
    """Give what was said of the item."""
    return comment_rows(sheet, sheet.dossier.comments, "item.comment")


TABS = {
    "overview": TabSheet(N_("Overview"), "overview", overview),
    "comments": TabSheet(N_("Comments"), "overview", comments),
    "related": TabSheet(N_("Related"), "overview", related_rows),
    "journal": TabSheet(N_("Journal"), "overview", journal),
}
"""The tabs in their order."""
