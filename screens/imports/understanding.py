"""Understanding: the rows that show how the columns of a file are understood; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pmo_tui.domain.fields import Field, Kind
from pmo_tui.transfer.choices import Choices
from pmo_tui.transfer.examples import Example, columns_of, sample
from pmo_tui.transfer.notes import short
from pmo_tui.words import _, _n, numbers, say
from screens.cells import BLANK, Line, Span, fit, line, width, wrapped
from screens.glyphs import Glyphs
from screens.imports.kinds import ImportKind
from screens.imports.saying import exactly, file_said, health_word, quoted, rule_said
from screens.values import named

_TEXTUAL = frozenset({Kind.LINE, Kind.TEXT, Kind.REFERENCES, Kind.TAGS, Kind.LINKS})
_LABEL_CELLS, _WIDE_LABEL_CELLS, _COUNT_CELLS = 17, 26, 7
_WIDE = 100

FILE, KEY, NOTHING, REST, FIELD, NAMELESS, COLUMN, HEADING = (
    "file", "key", "nothing", "rest", "field", "nameless", "column", "",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what sort it is and what it is about; a heading holds no cursor."""

    sort: str
    name: str = ""

    @property
    def key(self) -> tuple[str, str] | None:
        """What the cursor stays on."""
        return (self.sort, self.name) if self.sort else None


def rows(choices: Choices, likely: str = "") -> list[Row]:
    """Give the rows: what holds for the whole file, the fields that are filled, the columns that fill none.

    Where no column is the title, a row says so, and that `likely` may be it.
    """
    found = [Row(HEADING), Row(FILE), Row(KEY), Row(NOTHING), Row(HEADING), Row(HEADING, "fields")]
    found += [Row(NAMELESS, likely)] if choices.map.rule(choices.catalogue.title) is None else []
    found += [Row(FIELD, field.name) for field in choices.filled]
    if choices.dropped:
        found += [Row(HEADING), Row(REST), *(Row(COLUMN, header) for header in choices.dropped)]
    return found


@dataclass(frozen=True, slots=True)
class Drawer:
    """Draws rows for one state of the choices."""

    kind: ImportKind
    choices: Choices
    examples: Mapping[str, Example]
    glyphs: Glyphs
    opens: str
    """The key that opens what the cursor stands on."""

    def draw(self, row: Row, cells: int) -> Line:
        """Give the line of a row."""
        if row.sort == FIELD:
            return self._field(self.choices.wide.get(row.name), cells)
        if row.sort == COLUMN:
            return self._column(row.name, cells)
        if row.sort == NAMELESS:
            return self._nameless(row.name, cells)
        if row.sort == HEADING:
            return self._heading(cells) if row.name else BLANK
        label, value, note = self._whole(row.sort)
        return line((f" {fit(label, _label_cells(cells) + 1)} ", "muted"), value, (f"  {note}", "muted"))

    def _whole(self, sort: str) -> tuple[str, str, str]:
        """Give label, value and note of what holds for the whole file."""
        choices = self.choices
        if sort == FILE:
            return _("File"), choices.table.name, file_said(choices.table)
        if sort == KEY:
            field = choices.wide.find(choices.map.key)
            known = _("one that is known is updated")
            return _("Found again by"), named(field) if field else choices.map.key, known
        if sort == NOTHING:
            texts = ", ".join(quoted(text, 30) for text in choices.nothing)
            return _("Stands for nothing"), texts or self.glyphs.dash, ""
        kept = choices.map.unmapped == "custom"
        what = _("kept as fields of your own") if kept else _("left out")
        count = len(choices.dropped)
        columns = _n("{count} column", "{count} columns", count).format(count=numbers.whole(count))
        return _("Other columns"), what, columns

    def _heading(self, cells: int) -> Line:
        """Give the heading of the fields."""
        column, rest = self._widths(cells)
        return line(
            (f"   {fit(_('Field'), _label_cells(cells))}", "muted"),
            (fit(_("Column"), column), "muted"),
            (fit(_("Rows"), _COUNT_CELLS, "right"), "muted"),
            (f"  {fit(_('Example'), rest)}", "muted"),
        )

    def _nameless(self, likely: str, cells: int) -> Line:
        """Say that no column is the title, and which may be it."""
        label = fit(
            named(self.choices.wide.get(self.choices.catalogue.title)),
            _label_cells(cells) - 1,
            ellipsis=self.glyphs.ellipsis,
        )
        told = _("is missing: is it “{column}”?") if likely else _("is missing")
        return line((" ", ""), ("!", "warn"), f" {label} ", (told.format(column=short(likely, 40)), "warn"))

    def _widths(self, cells: int) -> tuple[int, int]:
        """Give the cells of the columns' names and of the examples."""
        room = max(20, cells - _label_cells(cells) - _COUNT_CELLS - 6)
        column = room * 5 // 11
        return column, room - column

    def _field(self, field: Field, cells: int) -> Line:
        """Give a field: its column, how many rows fill it, and an example with what it is read as."""
        rule = self.choices.map.rule(field.name)
        example = self.examples.get(field.name, Example())
        assert rule is not None
        column, rest = self._widths(cells)
        wrong = bool(example.unreadable or example.missing)
        sign: Span = ("!", "warn") if wrong else (self.glyphs.mark, "good")
        source = " + ".join(columns_of(self.choices.table, rule) or rule.columns)
        if not rule.columns:
            source = f"= {short(rule.constant or '')}"
        ellipsis = self.glyphs.ellipsis
        return line(
            (" ", ""),
            sign,
            (f" {fit(named(field), _label_cells(cells) - 1, ellipsis=ellipsis)} ", ""),
            (fit(source, column, ellipsis=ellipsis), "" if rule.columns else "accent"),
            (fit(numbers.whole(example.filled), _COUNT_CELLS, "right"), "muted"),
            ("  ", ""),
            *self._example(field, example, rest),
        )

    def _example(self, field: Field, example: Example, cells: int) -> Sequence[Span]:
        """Give an example of a cell and what it is read as, or what can't be read."""
        if example.missing:
            return [(_("no column “{name}”").format(name=short(example.missing[0], 30)), "warn")]
        if example.unreadable:
            cell, _times = example.unreadable.most_common(1)[0]
            count = example.unreadable.total()
            text = _n("{count} can't be read: “{cell}”", "{count} can't be read: “{cell}”", count)
            return [(text.format(count=numbers.whole(count), cell=short(cell, 40)), "warn")]
        if not example.filled:
            return [(_("nothing in it"), "muted")]
        cell = short(example.cell, 80)
        value, role = exactly(field, example.value, self.glyphs)
        if field.kind in _TEXTUAL or value == cell or width(value) + 4 > cells:
            return [(fit(cell, cells, ellipsis=self.glyphs.ellipsis), "muted")]
        head = fit(cell, min(cells - len(value) - 3, len(cell)), ellipsis=self.glyphs.ellipsis)
        return [(head, "muted"), (f" {self.glyphs.flat} ", "faint"), (value, role)]

    def _column(self, header: str, cells: int) -> Line:
        """Give a column that no field takes, with its first cell."""
        column, rest = self._widths(cells)
        ellipsis = self.glyphs.ellipsis
        name = fit(header, _label_cells(cells) + column + _COUNT_CELLS, ellipsis=ellipsis)
        cell = short(sample(self.choices.table, header), 80)
        return line(
            (f" {self.glyphs.dot} ", "faint"), name, "  ", (fit(cell, rest, ellipsis=ellipsis), "muted")
        )

    def detail(self, row: Row | None, cells: int) -> list[Line]:
        """Say more of a row than fits into its line."""
        if row is None:
            return []
        if row.sort == FIELD:
            return self._of_field(self.choices.wide.get(row.name), cells)
        if row.sort == COLUMN:
            head = [line(" ", (text, "strong")) for text in wrapped(row.name, cells - 2)[:2]]
            return [*head, line((" " + _("No field takes this column."), "muted"))]
        if row.sort == FILE:
            notes = [say(note) for note in (*self.choices.table.notes, *self.choices.notes)]
            if notes:
                return [line(" ", (text, "warn")) for note in notes for text in wrapped(note, cells - 2)]
        about = _about(self.kind, row.sort, self.opens)
        return [line((f" {text}", "muted")) for text in wrapped(about, cells - 2)]

    def _of_field(self, field: Field, cells: int) -> list[Line]:
        """Say how a field is read, what stands for nothing in it and what can't be read."""
        rule = self.choices.map.rule(field.name)
        example = self.examples.get(field.name, Example())
        assert rule is not None
        source = " + ".join(short(name, 200) for name in columns_of(self.choices.table, rule))
        lines = [line((f" {named(field)}", "strong"), (f"  {source}", ""))]
        if said := rule_said(self.kind, rule, field, self.choices.map):
            lines.append(line((" " + f" {self.glyphs.dot} ".join(said), "muted")))
        if example.emptied:
            lines.append(line((" " + _("Nothing:") + " ", "muted"), _most(example.emptied.most_common(4))))
        if example.unreadable:
            most = _most((health_word(cell), count) for cell, count in example.unreadable.most_common(4))
            lines.append(line((" " + _("Can't be read:") + " ", "warn"), most))
            told = _("Pick above what stands for nothing; {key} says what the other texts mean.")
            lines.append(line((f" {told.format(key=self.opens)}", "muted")))
        return lines


def _label_cells(cells: int) -> int:
    """Give the cells of the fields' labels: enough for the long ones where the page is wide."""
    return _WIDE_LABEL_CELLS if cells >= _WIDE else _LABEL_CELLS


def _most(counted: Iterable[tuple[str, int]]) -> str:
    """Give texts with how often they stand there."""
    return ", ".join(f"{quoted(text, 40)} {numbers.whole(count)}" for text, count in counted)


def _about(kind: ImportKind, sort: str, opens: str) -> str:
    """Say what a setting of the whole file means."""
    wrongly = _("If it was read wrongly: {key} says its encoding, its delimiter or the row of the headers.")
    return {
        NAMELESS: _(kind.nameless).format(key=opens),
        FILE: wrongly.format(key=opens),
        KEY: _(kind.about_key),
        NOTHING: _(
            "A cell with one of these texts leaves its field empty; the import counts how often, by text."
        ),
        REST: _("Columns that no field takes are left out, or each is kept as a field of your own."),
    }.get(sort, "")
