"""Files as they come: encodings, delimiters, line breaks in cells, and everything that is no table."""

import codecs
from pathlib import Path

import pytest

from pmo_tui.domain.refusal import Refusal
from pmo_tui.transfer.csv_reading import LARGEST_CELL
from pmo_tui.transfer.reading import read_table
from pmo_tui.transfer.tables import FileHints, Table

TEXT = "Code;Nom\nP-1;Café – été\n"


@pytest.fixture
def read(tmp_path: Path):
    def write_and_read(data: bytes | str, name: str = "x.csv", **hints) -> Table:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_table(path, FileHints(**hints))

    return write_and_read


def cells(table: Table) -> list[list[str | None]]:
    return [list(record.cells) for record in table.records]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("cp1252"), "cp1252"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_the_encoding_is_recognised(read, data: bytes, encoding: str):
    table = read(data)
    assert (table.encoding, table.headers, cells(table)) == (
        encoding,
        ("Code", "Nom"),
        [["P-1", "Café – été"]],
    )
    assert table.notes == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_recognised_and_read_as_it_is_named(read, encoding: str):
    assert read(TEXT.encode(encoding)).headers == ("Code", "Nom")
    greek = "Κωδικός;Όνομα\nΠ;Αθήνα\n"
    assert read(greek.encode(encoding), encoding=encoding).headers == ("Κωδικός", "Όνομα")


def test_the_encoding_that_is_named_is_believed_unless_a_mark_or_the_text_speaks_against_it(read):
    assert read(TEXT.encode("cp1252"), encoding="mac-roman").encoding == "mac-roman"
    assert read(TEXT.encode("utf-8-sig"), encoding="cp1252").encoding == "utf-8"
    with pytest.raises(Refusal, match="binary file"):
        read(bytes(range(32)) * 20, encoding="cp1252")
    for name in ("utf-99", "base64", "rot13", "zip"):
        with pytest.raises(Refusal, match=f"There is no encoding “{name}”"):
            read(TEXT, encoding=name)


def test_one_byte_that_is_no_utf8_is_shown_and_located(read):
    table = read("code,name\nP-1,Café\nP-2,caf".encode() + b"\xe9" + "\nP-3,é\n".encode())
    assert table.encoding == "utf-8"
    assert cells(table)[1] == ["P-2", "caf\ufffd"]
    assert (
        str(table.notes[0]) == "Line 3, column 8: a byte that is no utf-8 was read as \ufffd (1 in the file)."
    )


def test_one_byte_that_is_no_cp1252_is_shown_and_located(read):
    table = read("code;name\r\nP-1;Café été\r\n".encode("cp1252") + b"P-2;\x81x\r\n")
    assert table.encoding == "cp1252"
    assert cells(table) == [["P-1", "Café été"], ["P-2", "\ufffdx"]]
    assert str(table.notes[0]).startswith("Line 3, column 5:")


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_recognised_whatever_the_cells_hold(read, sign: str):
    other = ";" if sign == "," else ","
    quoted = f'"a{sign} b{other} c\nd"'
    table = read(
        f"code{sign}name{sign}note\n1{sign}{quoted}{sign}1{other}5\n2{sign}x{other}y{sign}2{other}5\n"
    )
    assert table.delimiter == sign
    assert cells(table) == [["1", f"a{sign} b{other} c\nd", f"1{other}5"], ["2", f"x{other}y", f"2{other}5"]]


@pytest.mark.parametrize("length", [140_000, LARGEST_CELL])
def test_a_long_cell_leaves_the_delimiter_as_it_is(read, length: int):
    assert read(f"code;name\nA;{'x' * length}\nB;short\n").headers == ("code", "name")


def test_a_single_column_and_a_declared_delimiter(read):
    assert cells(read("name\na b\nc\n")) == [["a b"], ["c"]]
    table = read("sep=;\ncode;name\n1;x\n")
    assert (table.headers, table.records[0].number, table.records[0].line) == (("code", "name"), 2, 3)


def test_rows_are_numbered_as_a_spreadsheet_does_and_lines_as_an_editor_does(read):
    table = read('code,name\n1,"a\nb"\n\n2,c\n')
    assert [(record.number, record.line) for record in table.records] == [(2, 2), (4, 5)]


def test_headers_with_line_breaks_doubles_and_blanks(read):
    table = read('"Start \r\n(latest)",name,name,\na,b,c,\n')
    assert table.headers == ("Start (latest)", "name", "name (2)", "Column 4")
    assert str(table.notes[0]) == "Two columns are called “name”: the later one is read as “name (2)”."


def test_the_header_may_stand_further_down(read):
    table = read("Report of June\n\ncode;name\n1;x\n", header=3)
    assert (table.headers, table.records[0].number) == (("code", "name"), 4)


def test_rows_that_do_not_fit_are_set_apart(read):
    table = read("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n,,\n1,2,3\n")
    assert cells(table) == [["1", "2", "3"], ["1", "2", "3"]]
    assert [str(broken.reason) for broken in table.broken] == [
        "The row has 2 cells where the header has 3.",
        "The row has 4 cells where the header has 3.",
    ]


def test_a_quotation_mark_never_closed_takes_only_its_row_and_says_so(read):
    table = read('a,b\n1,2\n3,"4\n5,6\n7,8\n')
    assert cells(table) == [["1", "2"]]
    assert [str(one.reason) for one in table.broken] == [
        "A quotation mark is opened in line 3 and never closed; the rest of the file ran into it."
    ]


def test_a_cell_beyond_all_bounds_is_set_apart(read):
    table = read(f"a,b\n1,{'x' * (LARGEST_CELL + 1)}\n2,y\n")
    assert cells(table) == [["2", "y"]]
    assert "longer than" in str(table.broken[0].reason)


def test_a_nul_in_a_text_file_is_read(read):
    assert cells(read("code,name\n1,a\0b\n" + "2,plain text\n" * 50))[0] == ["1", "a\0b"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("x.csv", b"", "is empty"),
        ("x.csv", b" \n\n", "is empty"),
        ("x.csv", b"\xef\xbb\xbf\n\n", "no row with the names of its columns"),
        ("x.xlsx", b"PK\x03\x04" + b"\0" * 200, "workbook"),
        ("x.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 200, "old Office file"),
        ("x.csv", bytes(range(256)) * 20, "binary file"),
        ("x.json", b"{", "no JSON: line 1, column 2"),
        ("x.json", b"[1, 2]", "no list of objects"),
        ("x.json", b"[" * 100_000, "no list of objects"),
    ],
)
def test_what_is_no_table_is_refused_with_its_name_and_a_remedy(read, name: str, data: bytes, words: str):
    with pytest.raises(Refusal) as refused:
        read(data, name)
    assert words in str(refused.value)
    assert name in str(refused.value)


def test_what_is_no_file_is_refused(tmp_path: Path):
    with pytest.raises(Refusal, match="is a folder"):
        read_table(tmp_path)
    with pytest.raises(Refusal, match="There is no file"):
        read_table(tmp_path / "none.csv")
    (tmp_path / "x.csv").write_text("a\n1\n")
    with pytest.raises(Refusal, match="There is no encoding “utf-99”"):
        read_table(tmp_path / "x.csv", FileHints(encoding="utf-99"))


def test_json_objects_are_rows_and_an_absent_key_says_nothing(read):
    table = read(
        '[{"code": "1", "tags": ["a, b", "c"], "budget": 0.1}, {"code": "2", "pm": null}, 3]', "x.json"
    )
    assert table.headers == ("code", "tags", "budget", "pm")
    assert cells(table) == [["1", "a, b\nc\n", "0.1", None], ["2", None, None, ""]]
    assert [str(broken.reason) for broken in table.broken] == ["Item 3 is no object."]
