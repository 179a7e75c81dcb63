"""Drawing a form: every field as rows of a width, put into one or two columns; pure but for the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pmo_tui.words import _, say
from screens.cells import BLANK, Line, Span, laid_out, safe, width
from screens.forms.fields import FormField
from screens.forms.state import SAVE, FormState
from screens.forms.values import echo_spans, rest_spans, typed_rows
from screens.glyphs import Glyphs

TWO_COLUMNS = 110
"""From how many cells on a long form stands in two columns."""
_GAP = 3
_LABELS = 20


@dataclass(slots=True)
class Block:
    """The rows of one field or heading, and which of them has to be in sight where the cursor stands here."""

    rows: list[list[Span]]
    section: str
    name: str = ""
    row: int = 0
    over: list[list[Span]] = field(default_factory=list)
    """Rows that lie over what stands below: the suggestions."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A form as lines, the first and last line that have to be in sight, and the cells of a value."""

    lines: list[Line]
    first: int = 0
    last: int = 0
    room: int = 0


def drawn(state: FormState, glyphs: Glyphs, cells: int, height: int) -> Drawing:
    """Draw the body of a form, in two columns where it is wide and does not fit otherwise."""
    single = list(_blocks(state, glyphs, cells))
    if cells < TWO_COLUMNS or sum(len(block.rows) for block in single) <= height:
        return replace(_column(single, state.at), room=_room(state, cells))
    each = (cells - _GAP) // 2
    left, right = _parted(list(_blocks(state, glyphs, each)))
    first, second = _column(left, state.at), _column(right, state.at)
    here = first if any(block.name == state.at for block in left) else second
    count = max(len(first.lines), len(second.lines))
    lines = [_beside(_at(first.lines, y), _at(second.lines, y), each, glyphs) for y in range(count)]
    return Drawing(lines, here.first, here.last, _room(state, each))


def _at(lines: list[Line], y: int) -> Line:
    """Give a line, or an empty one past the end."""
    return lines[y] if y < len(lines) else BLANK


def _beside(left: Line, right: Line, cells: int, glyphs: Glyphs) -> Line:
    """Put two lines beside each other."""
    gap: Span = (" " * _GAP, "")
    return Line((*laid_out(left, cells, glyphs.ellipsis), gap, *laid_out(right, cells, glyphs.ellipsis)))


def _parted(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Part blocks between two sections so that the columns are about as long."""
    best, at = None, len(blocks)
    for number in range(1, len(blocks)):
        if blocks[number].section == blocks[number - 1].section:
            continue
        first = sum(len(block.rows) for block in blocks[:number])
        longest = max(first, sum(len(block.rows) for block in blocks[number:]))
        if best is None or longest < best:
            best, at = longest, number
    right = blocks[at:]
    if right and right[0].rows[0] == []:
        right[0].rows.pop(0)
    return blocks[:at], right


def _column(blocks: list[Block], at: str) -> Drawing:
    """Put blocks below each other, the suggestions over what follows."""
    lines: list[Line] = []
    first = last = 0
    over: list[list[Span]] = []
    for block in blocks:
        if block.name == at:
            first, last = len(lines) + block.row, len(lines) + block.row + len(block.over)
            over = block.over
        lines += [Line(tuple(row)) for row in block.rows]
    lines += [BLANK] * (last + 1 - len(lines))
    for number, row in enumerate(over):
        lines[first + 1 + number] = Line(tuple(row))
    return Drawing(lines, first, last)


def _label_cells(state: FormState, cells: int) -> int:
    """Tell how many cells the labels take."""
    longest = max((width(safe(each.label)) + 2 * each.depth for each in state.shown()), default=0)
    return min(_LABELS, cells // 3, longest)


def _room(state: FormState, cells: int) -> int:
    """Tell how many cells a value has."""
    return cells - _label_cells(state, cells) - 4


def _blocks(state: FormState, glyphs: Glyphs, cells: int) -> Iterator[Block]:
    """Give the blocks of all fields with the headings of their sections, and the line that saves."""
    labels = _label_cells(state, cells)
    section = ""
    for each in state.shown():
        if each.section != section:
            heading: list[list[Span]] = [[(f" {each.section}", "strong")]]
            yield Block(heading if not section else [[], *heading], each.section)
            section = each.section
        yield _field_block(state, each, glyphs, labels, cells)
    now = state.is_at(SAVE)
    marker: Span = (glyphs.cursor, "accent") if now else (" ", "")
    saves: list[Span] = [marker, (" " * (labels + 2), ""), (f" {_('Save')} ", "cursor" if now else "key")]
    yield Block([[], saves], section, SAVE, 1)


def _field_block(state: FormState, each: FormField, glyphs: Glyphs, labels: int, cells: int) -> Block:
    """Give the block of one field."""
    room = _room(state, cells)
    now = state.is_at(each.name)
    wrong = state.refusal(each.name)
    values = typed_rows(state, each, glyphs, room) if now else [rest_spans(state, each, glyphs, room)]
    if each.fixed and each.hint:
        values = [[*values[0], (f"  {each.hint}", "muted")]]
    row = next(
        (number for number, spans in enumerate(values) if any(role == "cursor" for _t, role in spans)), 0
    )
    rows: list[list[Span]] = []
    for number, spans in enumerate(values):
        label = each.label if number == 0 else ""
        lead = _lead(
            label, each.depth, labels, glyphs, now=now and number == 0, wrong=bool(wrong and not now)
        )
        rows.append([*lead, *spans])
    if now:
        rows[0] += echo_spans(
            state, each, room - sum(width(safe(text)) for text, _role in values[0]), glyphs.dot
        )
    elif wrong and state.entries[each.name].changed:
        rows.append([(" " * (labels + 3), ""), (say(wrong), "bad")])
    warned = each.warns(state.value) if each.warns else ""
    if warned:
        rows.append([(" " * (labels + 3), ""), (warned, "warn")])
    over = _suggestion_rows(state, glyphs, labels, room) if now else []
    return Block(rows, each.section, each.name, row, over)


def _lead(label: str, depth: int, labels: int, glyphs: Glyphs, *, now: bool, wrong: bool) -> list[Span]:
    """Give what stands before a value: the mark of the cursor or of a mistake, and the label."""
    marker: Span = (glyphs.cursor, "accent") if now else ("!", "bad") if wrong else (" ", "")
    words = safe(" " * 2 * depth + label)
    taken = laid_out(Line(((words, "strong" if now else "muted"),)), labels, glyphs.ellipsis)
    return [marker, (" ", ""), *taken, (" ", "")]


def _suggestion_rows(state: FormState, glyphs: Glyphs, labels: int, room: int) -> list[list[Span]]:
    """Give the rows of the suggestions."""
    found = state.suggestions
    if found is None:
        return []
    rows = []
    for number, name in enumerate(found.names):
        chosen = number == found.chosen
        new = f"  {found.new}" if found.new and number == len(found.names) - 1 else ""
        text: list[Span] = [(f" {name}", "cursor" if chosen else "typing")]
        if new:
            text.append((new, "cursor" if chosen else "typing warn"))
        taken = laid_out(Line(tuple(text)), min(room, 44), glyphs.ellipsis)
        padded = [(part, role or ("cursor" if chosen else "typing")) for part, role in taken]
        rows.append([(" " * (labels + 3), ""), *padded])
    return rows
