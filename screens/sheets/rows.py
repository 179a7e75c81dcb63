"""Rows of a sheet: a line, the field it shows, and what is told about it; pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pmo_tui.domain.fields import Catalogue, Field, Value
from pmo_tui.domain.health import HEALTH_LABELS, Health
from pmo_tui.services.histories import Entry
from pmo_tui.words import _, numbers
from pmo_tui.words.dates import date_cells
from pmo_tui.words.labels import heading
from screens.cells import BLANK, Line, Span, fit, laid_out, line, safe, width, wrapped
from screens.glyphs import Glyphs
from screens.values import counted, label

LABELS = 17
"""How many cells a label takes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page; where `key` is None the cursor passes over it."""

    key: Hashable
    line: Line
    field: str = ""
    """The field that is edited from here."""
    about: tuple[Line, ...] = ()
    """What help says about it: the formula of a number, its inputs."""
    group: int = 0
    """In the journal: the group of changes that can be taken back from here."""


class Sheet:
    """What a tab is drawn from: all that is known of one thing, the glyphs, the cells of a line, the lines in view.

    `key_of` gives the key of an action, for a sentence that names one. What is known, and where, a kind of thing says.
    """

    def __init__(self, glyphs: Glyphs, cells: int, lines: int, key_of: Callable[[str], str]) -> None:
        self.glyphs = glyphs
        self.cells = cells
        self.lines = lines
        self.key_of = key_of

    @property
    def today(self) -> date:
        """The day it is."""
        raise NotImplementedError

    @property
    def catalogue(self) -> Catalogue:
        """The fields that the thing has."""
        raise NotImplementedError

    @property
    def history(self) -> tuple[Entry, ...]:
        """Who changed what when, the newest first."""
        raise NotImplementedError

    def field(self, name: str) -> Field:
        """Give a field by its name."""
        return self.catalogue.by_name[name]

    def value(self, name: str) -> Value:
        """Give the value of a field."""
        raise NotImplementedError

    def dot(self) -> Span:
        """Give what stands where nothing is."""
        return self.glyphs.dot, "faint"


def day_cells() -> int:
    """Tell how many cells a column of days takes."""
    return date_cells() + 2


def head(text: str) -> Row:
    """Give a heading."""
    return Row(None, line(" ", (text, "strong")))


def muted(text: str) -> Row:
    """Give a sentence that the cursor passes over."""
    return Row(None, line(" ", (text, "muted")))


GAP = Row(None, BLANK)
"""An empty row."""


def labelled(text: str, spans: Sequence[Span], cells: int = LABELS) -> list[Span]:
    """Give a label with spans after it."""
    return [(" ", ""), (fit(text, cells), "muted"), (" ", ""), *spans]


def labelled_row(
    key: Hashable, words: str, spans: Sequence[Span], field: str = "", about: tuple[Line, ...] = ()
) -> Row:
    """Give a row that tells something under a label."""
    return Row(key, Line(tuple(labelled(words, spans))), field, about)


def health_spans(value: Health, glyphs: Glyphs) -> list[Span]:
    """Give a health by letter, shape and word."""
    return [glyphs.health(value.value), (" " + _(HEALTH_LABELS[value]), "")]


def value_spans(sheet: Sheet, name: str) -> list[Span]:
    """Give the value of a field as spans."""
    field, value = sheet.field(name), sheet.value(name)
    if isinstance(value, Health):
        return health_spans(value, sheet.glyphs)
    return [(counted(field, value), "")] if value not in (None, ()) else [sheet.dot()]


def fact(sheet: Sheet, name: str, about: tuple[Line, ...] = ()) -> list[Row]:
    """Give the rows of one field: its label and its value, a long one on several lines."""
    field, value = sheet.field(name), sheet.value(name)
    words = label(field) if width(label(field)) <= LABELS else heading(field)
    room = max(10, sheet.cells - LABELS - 3)
    texts = paragraphs(value, room) if isinstance(value, str) else []
    if len(texts) < 2:
        return [labelled_row(name, words, value_spans(sheet, name), name, about)]
    rows = [labelled_row(name, words, [(texts[0], "")], name, about)]
    return rows + [labelled_row(None, "", [(text, "")]) for text in texts[1:]]


def share_spans(sheet: Sheet, share: Decimal) -> list[Span]:
    """Give a share as a bar and in percent."""
    cells = min(40, max(10, sheet.cells - LABELS - 12))
    full_ = max(0, min(cells, int(share * cells)))
    role = "bad" if share > 1 else "accent"
    said = numbers.percent(share * 100, 0, signed=False)
    return [
        (sheet.glyphs.block * full_, role),
        (sheet.glyphs.shade * (cells - full_), "faint"),
        (f" {said}", ""),
    ]


def paragraphs(text: str, cells: int) -> list[str]:
    """Break a text of several lines to a width; a line left empty stays."""
    return [row for each in text.split("\n") for row in wrapped(each, cells) or [""]]


HELP_CELLS = 76
"""How many cells what help says takes at most, so that it is whole in the narrowest usual terminal."""


def explained(text: str, role: str = "") -> tuple[Line, ...]:
    """Give what help says about a number, on as many lines as it takes."""
    return tuple(line(" ", (each, role)) for each in wrapped(text, HELP_CELLS))


def beside(left: Sequence[Span], right: Sequence[Span], cells: int, ellipsis: str) -> Line:
    """Put two facts beside each other, the left one in so many cells."""
    return Line((*laid_out(Line(tuple(left)), cells - 1, ellipsis), (" ", ""), *right))


def right(text: str, cells: int) -> str:
    """Give a number that stands at the right end of its column."""
    return " " * max(0, cells - width(safe(text))) + text
