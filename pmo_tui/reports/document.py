"""A document of headings, paragraphs, tables and matrices, in words already; each format has a writer of its own."""

from __future__ import annotations

from typing import NamedTuple


class Cell(NamedTuple):
    """A cell of a table: its text, how hot it is (0 to 3) where it stands in a band, and whether it stands out."""

    text: str
    heat: int | None = None
    strong: bool = False


class Column(NamedTuple):
    """A column of a table: what stands above it, and whether it holds numbers."""

    title: str
    numeric: bool = False


class Paragraph(NamedTuple):
    """A paragraph of plain text."""

    text: str


class Table(NamedTuple):
    """A table with what it is called, where its section doesn't say that, its columns, and its rows, named first."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Matrix(NamedTuple):
    """A square of coloured cells: what it is called, the words of both axes, and a row for each word of the first."""

    caption: str
    axes: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]

    def table(self) -> Table:
        """Give it as a table."""
        columns = (Column(self.axes), *(Column(word, numeric=True) for word in self.columns))
        return Table(self.caption, columns, tuple((Cell(word), *cells) for word, cells in self.rows))


class Section(NamedTuple):
    """A heading with what stands below it."""

    title: str
    parts: tuple[Paragraph | Table | Matrix, ...]


class Document(NamedTuple):
    """A whole report: its title, the line below it, its sections, and the language that it speaks."""

    title: str
    about: str
    sections: tuple[Section, ...]
    language: str
