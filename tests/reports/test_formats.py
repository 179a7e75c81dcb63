"""The formats of a document: whatever a text holds, it is shown as typed and breaks nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from pmo_tui.domain.text import clean, clean_line
from pmo_tui.reports.document import Cell, Column, Document, Matrix, Paragraph, Section, Table
from pmo_tui.reports.html import to_html
from pmo_tui.reports.markdown import to_markdown

TEXTS = st.text(
    st.sampled_from("ab <>&\"'|\\`*_[]#~-=\n/é倉") | st.characters(exclude_categories=["Cs"]),
    min_size=1,
    max_size=30,
)
VOID = {"meta"}


class Reader(HTMLParser):
    """Reads HTML strictly: which elements were opened, whether all were closed in order, and every text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.texts: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in the beginning of an element."""
        del attrs
        self.seen.append(tag)
        if tag not in VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        """Take in the end of an element."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Take in a text."""
        if self.open:
            self.texts[self.open[-1]][-1] += data


def document(text: str) -> Document:
    """Give a document that holds a text in each place."""
    columns = (Column(text), Column(text, numeric=True))
    table = Table(text, columns, ((Cell(text), Cell(text, 3, strong=True)),))
    matrix = Matrix(text, text, (text,), ((text, (Cell(text, 0),)),))
    return Document(text, text, (Section(text, (Paragraph(text), table, matrix)),), "en")


@given(TEXTS)
@example("</td></table><script>alert(1)</script>")
def test_no_text_breaks_the_html_and_each_is_found_again(text: str):
    reader = Reader()
    reader.feed(to_html(document(text)))
    reader.close()
    assert reader.open == []
    plain = Reader()
    plain.feed(to_html(document("x")))
    assert reader.seen == plain.seen
    assert {each for tag in ("h1", "h2", "caption", "th", "td") for each in reader.texts[tag]} == {
        clean(text)
    }


@given(TEXTS)
@example("a | b\n| c \\| d")
def test_no_text_breaks_the_markdown_tables_and_each_is_found_again(text: str):
    lines = [line for line in to_markdown(document(text)).split("\n") if line.startswith("| ")]
    assert len(lines) == 6
    shown = clean_line(text.replace("\n", " "))
    for line in lines:
        cells = [re.sub(r"\\(.)", r"\1", cell) for cell in re.findall(r"((?:\\.|[^\\|])*)\|", line)]
        assert cells[0] == ""
        assert len(cells) == 3
        assert cells[1] in {f" {shown} ", " --- "}


def test_the_html_needs_nothing_else_and_says_its_language():
    text = to_html(document("x"))
    assert '<html lang="en">' in text
    assert "size: A4 landscape" in text
    assert not re.search(r"<script|<link|src=|url\(|https?:", text)


def test_a_table_that_its_section_names_has_no_caption():
    table = Table("", (Column("Code"),), ((Cell("R-1"),),))
    told = Document("x", "x", (Section("Register", (table,)),), "en")
    assert "<caption>" not in to_html(told)
    assert "****" not in to_markdown(told)
    assert "## Register\n\n| Code |" in to_markdown(told)


def test_short_tables_stay_on_one_page_and_matrices_stand_beside_each_other():
    rows = tuple((Cell(f"R-{number}"),) for number in range(7))
    short, long = (Table("", (Column("Code"),), each) for each in (rows[:6], rows))
    matrix = Matrix("x", "x", ("x",), (("x", (Cell("x", 0),)),))
    text = to_html(Document("x", "x", (Section("x", (short, long, matrix, matrix)),), "en"))
    assert text.count('<table class="short">') == 1
    assert text.count('<div class="matrices">') == 1
