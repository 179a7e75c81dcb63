"""Writes a document as Markdown, readable as text too."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_tui.domain.text import clean_line
from pmo_tui.reports.document import Cell, Document, Matrix, Paragraph, Table
from pmo_tui.transfer.markdown_writing import escaped


def to_markdown(document: Document) -> str:
    """Give a document as Markdown; what a text holds of Markdown's own signs is shown as typed."""
    blocks = [f"# {_line(document.title)}", _line(document.about)]
    for section in document.sections:
        blocks.append(f"## {_line(section.title)}")
        blocks += [_block(part) for part in section.parts]
    return "\n\n".join(blocks) + "\n"


def _block(part: Paragraph | Table | Matrix) -> str:
    """Give one part of a section."""
    if isinstance(part, Paragraph):
        return _line(part.text)
    table = part.table() if isinstance(part, Matrix) else part
    caption = f"**{_line(table.caption)}**\n\n" if table.caption else ""
    return caption + "\n".join(_rows(table))


def _rows(table: Table) -> Iterator[str]:
    """Walk the lines of a table."""
    yield _row([_line(column.title) for column in table.columns])
    yield _row(["---:" if column.numeric else "---" for column in table.columns])
    for row in table.rows:
        yield _row([_cell(cell) for cell in row])


def _row(cells: list[str]) -> str:
    """Give one line of a table."""
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    """Give a cell; one that stands out is bold."""
    text = _line(cell.text)
    return f"**{text}**" if cell.strong and text else text


def _line(text: str) -> str:
    """Give a text as one line in which no sign means anything to Markdown."""
    return escaped(clean_line(text.replace("\n", " ")))
