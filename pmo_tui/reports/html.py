"""Writes a document as one HTML file that needs nothing else, to be read on a screen or printed on A4."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from pmo_tui.domain.text import clean
from pmo_tui.reports.document import Cell, Column, Document, Matrix, Paragraph, Section, Table

STYLE = """
@page { size: A4 landscape; margin: 14mm 12mm; }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; background: #fff; color: #1a1a1a;
  font: 15px/1.45 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1 { margin: 0; font-size: 1.8rem; line-height: 1.2; }
h2 { margin: 2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid #1a1a1a; font-size: 1.2rem;
  break-after: avoid; }
.about { margin: .3rem 0 0; color: #555; }
table { border-collapse: collapse; margin: 0 0 1.2rem; font-size: .85rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; break-after: avoid; }
thead { display: table-header-group; }
tr, .short { break-inside: avoid; }
tbody tr:nth-child(-n + 2) { break-before: avoid; }
th, td { padding: .25rem .5rem; border-bottom: 1px solid #d5d5d5; text-align: left; vertical-align: top;
  overflow-wrap: break-word; }
thead th, thead .n { border-bottom: 1px solid #1a1a1a; vertical-align: bottom; white-space: normal; }
tbody th { font-weight: 400; }
.n { text-align: right; white-space: nowrap; }
.s { font-weight: 700; white-space: nowrap; }
.w { white-space: nowrap; }
.h0 { background: #d3ead4; } .h1 { background: #fff0b8; } .h2 { background: #ffcf9c; } .h3 { background: #f4a9a3; }
.matrices { display: grid; grid-template-columns: repeat(auto-fit, minmax(32rem, 1fr)); gap: 0 2rem;
  break-inside: avoid; }
.matrix td { width: 15%; height: 1.7rem; padding: 0; border: 2px solid #fff; text-align: center; }
.matrix th.n { text-align: center; } .matrix tbody th, .matrix td { vertical-align: middle; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } table { font-size: 8pt; }
  .matrices { grid-template-columns: repeat(3, 1fr); gap: 0 1.2rem; } .matrix th { padding: .2rem .25rem; } }
"""


_WHOLE = 24
"""The name of a row is not broken up to so many signs: a code in two lines can't be found."""


_SHORT = 6
"""A table of at most so many rows is not broken over two pages."""


def to_html(document: Document) -> str:
    """Give a document as HTML; every text is shown as typed."""
    title = _text(document.title)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{document.language}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f"<title>{title}</title><style>{STYLE}</style></head>",
        f'<body><header><h1>{title}</h1><p class="about">{_text(document.about)}</p></header>',
        "<main>",
        *(line for section in document.sections for line in _section(section)),
        "</main></body></html>",
    ]
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    """Walk the lines of a section."""
    yield f"<section><h2>{_text(section.title)}</h2>"
    for kind, parts in groupby(section.parts, type):
        if kind is Matrix:  # they are compared, so they stand beside each other where there is room
            yield '<div class="matrices">'
        for part in parts:
            yield from _part(part)
        if kind is Matrix:
            yield "</div>"
    yield "</section>"


def _part(part: Paragraph | Table | Matrix) -> Iterator[str]:
    """Walk the lines of one part of a section."""
    if isinstance(part, Paragraph):
        yield f"<p>{_text(part.text)}</p>"
    elif isinstance(part, Matrix):
        yield from _table(part.table(), ' class="matrix"')
    else:
        yield from _table(part, ' class="short"' if len(part.rows) <= _SHORT else "")


def _table(table: Table, kind: str) -> Iterator[str]:
    """Walk the lines of a table."""
    caption = f"<caption>{_text(table.caption)}</caption>" if table.caption else ""
    yield f"<table{kind}>{caption}"
    heads = "".join(f'<th scope="col"{_class(column)}>{_text(column.title)}</th>' for column in table.columns)
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for first, *rest in table.rows:
        cells = "".join(
            f"<td{_class(column, cell)}>{_text(cell.text)}</td>"
            for column, cell in zip(table.columns[1:], rest, strict=True)
        )
        whole = ' class="w"' if len(first.text) <= _WHOLE else ""
        yield f'<tr><th scope="row"{whole}>{_text(first.text)}</th>{cells}</tr>'
    yield "</tbody></table>"


def _class(column: Column, cell: Cell | None = None) -> str:
    """Give the attribute that says how a cell looks."""
    names = ["n"] if column.numeric else []
    if cell and cell.heat is not None:
        names.append(f"h{cell.heat}")
    if cell and cell.strong:
        names.append("s")
    return f' class="{" ".join(names)}"' if names else ""


def _text(text: str) -> str:
    """Give a text in which no sign means anything to HTML."""
    return escape(clean(text))
