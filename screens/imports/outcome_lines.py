"""Outcome lines: how the rows of a dry run are drawn, and all that is known of one; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmo_tui.domain.fields import Catalogue, Field, Kind, Value
from pmo_tui.services.import_plans import Creation, Difference, Rejection, Update
from pmo_tui.transfer.notes import Note, short
from pmo_tui.words import _, _c, numbers, say
from pmo_tui.words.labels import heading
from screens.cells import Line, Span, fit, line, width, wrapped
from screens.glyphs import Glyphs
from screens.imports.outcome import (
    CREATED,
    EMPTIED,
    MISSING,
    REJECTED,
    SAID,
    UPDATED,
    Emptied,
    Missing,
    Remark,
    Row,
)
from screens.imports.saying import exactly, quoted
from screens.values import align, label, named, shown

_NUMBER_CELLS, _CODE_CELLS = 6, 18
_WHOLE_LABEL_CELLS = 22


@dataclass(frozen=True, slots=True)
class Drawer:
    """Draws the rows of one plan."""

    catalogue: Catalogue
    glyphs: Glyphs
    shown: tuple[tuple[str, int], ...]
    """The fields that a new thing shows beside its title, and how many cells each takes."""

    def draw(self, row: Row, cells: int) -> Line:
        """Give the line of a row."""
        if isinstance(row, Creation):
            return self._created(row, cells)
        if isinstance(row, Update):
            return self._updated(row, cells)
        if isinstance(row, Rejection):
            return line(self._number(row.record.number), f"  {_in_short(row.reasons[0])}")
        if isinstance(row, Emptied):
            fields = ", ".join(
                f"{self._label(name)} {numbers.whole(count)}" for name, count in row.fields.items()
            )
            number = fit(numbers.whole(row.count), _NUMBER_CELLS, "right")
            return line((number, ""), f"  {quoted(row.text)}", (f"  {fields}", "muted"))
        if isinstance(row, Remark):
            return line(self._number(row.row), "  ", say(row.note))
        return line(f"  {fit(row.code, _CODE_CELLS, ellipsis=self.glyphs.ellipsis)} {row.name}")

    def heading(self, tab: str, cells: int) -> Line:
        """Give the heading of a tab's columns, as wide as its lines."""
        row = fit(_("Row"), _NUMBER_CELLS, "right")
        if tab == CREATED:
            code, title = fit(_("Code"), _CODE_CELLS), fit(self._title, self._name_cells(cells - 1))
            shown = "".join(
                _column(_headed(field, size), field, size, ellipsis=self.glyphs.ellipsis)
                for field, size in self._shown_fields()
            )
            return line((f" {row}  {code} {title}  {shown}", "muted"))
        name = fit(self._title, self._updated_name_cells(cells - 1))
        words = {
            UPDATED: f"{fit(_('Code'), _CODE_CELLS)} {name}  {_('What changes')}",
            REJECTED: _("Why"),
            SAID: _("Remark"),
        }
        if tab == MISSING:
            return line((f"   {fit(_('Code'), _CODE_CELLS)} {self._title}", "muted"))
        if tab == EMPTIED:
            return line(
                (f" {fit(_('Cells'), _NUMBER_CELLS, 'right')}  {_('Text that stands for nothing')}", "muted")
            )
        return line((f" {row}  {words[tab]}", "muted"))

    def _name_cells(self, cells: int) -> int:
        """Give the cells of a name among the columns of what is created."""
        return max(10, cells - _NUMBER_CELLS - _CODE_CELLS - sum(size for _name, size in self.shown) - 6)

    def _updated_name_cells(self, cells: int) -> int:
        """Give the cells of a name before what changes."""
        return max(12, cells // 5)

    def _number(self, row: int) -> Span:
        """Give the number of a row of the file."""
        return (fit(numbers.whole(row) if row else "", _NUMBER_CELLS, "right"), "muted")

    @property
    def _title(self) -> str:
        """The heading of what things are called."""
        return self._label(self.catalogue.title)

    def _label(self, name: str) -> str:
        """Give the label of a field."""
        return named(self.catalogue.get(name))

    def _shown(self, name: str, value: Value) -> Span:
        """Give a value as text and role, a dash where there is none."""
        text, role = exactly(self.catalogue.get(name), value, self.glyphs)
        return (text, role) if text else (self.glyphs.dash, "faint")

    def _created(self, row: Creation, cells: int) -> Line:
        """Give a thing that would be made: row, code, title and a few of its values."""
        code = str(row.values.get("code") or _c("code", "new"))
        room, ellipsis = self._name_cells(cells), self.glyphs.ellipsis
        return line(
            self._number(row.row),
            (f"  {fit(code, _CODE_CELLS, ellipsis=ellipsis)} ", "muted"),
            (fit(str(row.values.get(self.catalogue.title, "")), room, ellipsis=ellipsis), ""),
            "  ",
            *(self._beside(field, size, row.values.get(field.name)) for field, size in self._shown_fields()),
        )

    def _shown_fields(self) -> Iterator[tuple[Field, int]]:
        """Walk the fields that a new thing shows, with their cells."""
        yield from ((self.catalogue.get(name), size) for name, size in self.shown)

    def _beside(self, field: Field, cells: int, value: Value) -> Span:
        """Give a value beside the title."""
        text, role = shown(field, value, self.glyphs) if value else ("", "")
        return _column(text, field, cells, ellipsis=self.glyphs.ellipsis), role

    def _updated(self, row: Update, cells: int) -> Line:
        """Give a project that would be changed: row, code, and what changes as far as there is room."""
        spans: list[Span] = []
        texts = [each for each in row.differences if self.catalogue.get(each.field).kind is Kind.TEXT]
        for difference in self._in_order(row):
            if difference not in texts:
                spans += [("  " if spans else "", ""), *self._difference(difference, cells // 4)]
        if texts:
            labels = ", ".join(self._label(each.field) for each in texts)
            spans.append((f"{'  ' if spans else ''}{labels}", "muted"))
        code = fit(row.code, _CODE_CELLS, ellipsis=self.glyphs.ellipsis)
        name = fit(row.name, self._updated_name_cells(cells), ellipsis=self.glyphs.ellipsis)
        return line(self._number(row.row), (f"  {code} ", "muted"), f"{name}  ", *spans)

    def _in_order(self, row: Update) -> list[Difference]:
        """Give what changes: what is emptied first, then short values; texts and the days of healths last."""

        def place(one: Difference) -> tuple[bool, bool]:
            field = self.catalogue.get(one.field)
            told_elsewhere = field.kind is Kind.TEXT or (field.group == "health" and field.kind is Kind.DATE)
            return one.after != field.empty, told_elsewhere

        return sorted(row.differences, key=place)

    def _difference(self, difference: Difference, cells: int) -> list[Span]:
        """Give one field before and after."""
        before, before_role = self._shown(difference.field, difference.before)
        after, after_role = self._shown(difference.field, difference.after)
        return [
            (f"{self._label(difference.field)} ", "muted"),
            (short(before, cells), before_role or "muted"),
            (f" {self.glyphs.flat} ", "faint"),
            (short(after, cells), after_role),
        ]

    def title(self, row: Row) -> str:
        """Name a row above its facts."""
        if isinstance(row, Update | Missing):
            return f"{row.code} {row.name}"
        if isinstance(row, Creation):
            names = ("code", self.catalogue.title)
            return " ".join(str(row.values[name]) for name in names if row.values.get(name))
        if isinstance(row, Emptied):
            return quoted(row.text)
        number = row.row if isinstance(row, Remark) else row.record.number
        return _("Row {row}").format(row=numbers.whole(number)) if number else _("The whole file")

    def facts(self, row: Row | None, cells: int) -> list[Line]:
        """Give all that is known of a row, a line for each thing."""
        if isinstance(row, Update):
            label = max(len(self._label(each.field)) for each in row.differences)
            room = max(10, (cells - label - 6) // 2)
            return [
                self._fact(each.field, label, (each.before, each.after), room) for each in self._in_order(row)
            ]
        if isinstance(row, Creation):
            values = {field.name: row.values.get(field.name) for field in self.catalogue}
            filled = {name: value for name, value in values.items() if value not in (None, ())}
            label = max(len(self._label(name)) for name in filled)
            return [self._fact(name, label, (value,), cells - label - 4) for name, value in filled.items()]
        if isinstance(row, Rejection):
            reasons = [text for reason in row.reasons for text in wrapped(say(reason), cells - 2)]
            return [line((f" {text}", "warn")) for text in reasons]
        if isinstance(row, Remark):
            return [line(f" {text}") for text in wrapped(say(row.note), cells - 2)]
        if isinstance(row, Emptied):
            return [
                line((fit(numbers.whole(count), _NUMBER_CELLS, "right"), ""), f"  {self._label(name)}")
                for name, count in row.fields.items()
            ]
        if isinstance(row, Missing):
            return [line((" " + _("It is no longer in the file; it stays as it is."), "muted"))]
        return []

    def whole(self, row: Row | None, cells: int) -> list[Line]:
        """Give all that is known of a row without cutting anything: what does not fit goes on below itself."""
        found: list[tuple[str, tuple[Value, ...]]]
        if isinstance(row, Update):
            found = [(each.field, (each.before, each.after)) for each in self._in_order(row)]
        elif isinstance(row, Creation):
            found = [
                (field.name, (row.values[field.name],))
                for field in self.catalogue
                if row.values.get(field.name)
            ]
        else:
            return self.facts(row, cells)
        lines: list[Line] = []
        for name, values in found:
            lines += self._whole_fact(name, values, cells)
        return lines

    def _whole_fact(self, name: str, values: tuple[Value, ...], cells: int) -> list[Line]:
        """Give a field on one line if it fits, else its label with each value wrapped below it."""
        texts = [self._shown(name, value) for value in values]
        label = self._label(name)
        if sum(width(text) for text, _role in texts) + width(label) + 8 <= cells:
            return [self._fact(name, max(width(label), _WHOLE_LABEL_CELLS), values, cells)]
        lines = [line((f" {label}", "muted"))]
        for place, (text, role) in enumerate(texts):
            sign = f" {self.glyphs.flat} " if place else "   "
            for number, piece in enumerate(wrapped(text, cells - 4)):
                lines.append(line((sign if not number else "   ", "faint"), (piece, role)))
        return lines

    def _fact(self, name: str, label: int, values: tuple[Value, ...], cells: int) -> Line:
        """Give a field with its value, or with what it was and will be."""
        spans: list[Span] = [(f" {fit(self._label(name), label)}  ", "muted")]
        for place, value in enumerate(values):
            text, role = self._shown(name, value)
            spans += [(f" {self.glyphs.flat} ", "faint")] * (place > 0)
            spans.append((short(text, cells), role or ("muted" if place + 1 < len(values) else "")))
        return Line(tuple(spans))


def _headed(field: Field, cells: int) -> str:
    """Give what stands above the values of a field: its label, or a shorter one where that has no room."""
    return label(field) if width(label(field)) < cells else heading(field)


def _column(text: str, field: Field, cells: int, *, ellipsis: str) -> str:
    """Fit a text into the column of a field: what stands to the left keeps a space from the next column."""
    if align(field) == "right":
        return fit(text, cells, "right", ellipsis=ellipsis)
    return fit(text, cells - 1, ellipsis=ellipsis) + " "


def _in_short(note: Note) -> str:
    """Say a note with the name of its column shortened, so that what is wrong fits into a line."""
    values = dict(note.values)
    if "column" in values:
        values["column"] = short(str(values["column"]), 20)
    return say(Note(note.message, values))
