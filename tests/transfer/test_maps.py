"""Maps: files that say what columns mean, and sentences where they say something else."""

from decimal import Decimal
from pathlib import Path

import pytest

from pmo_tui.domain.fields import Kind
from pmo_tui.domain.project_fields import PROJECT_FIELDS, with_custom
from pmo_tui.domain.refusal import Refusal
from pmo_tui.transfer.csv_reading import table_from_csv
from pmo_tui.transfer.map_file import parse_map, read_map
from pmo_tui.transfer.map_writing import write_map
from pmo_tui.transfer.maps import ImportMap, custom_field, merged
from pmo_tui.transfer.rows import Row, RowReader, dropped
from pmo_tui.transfer.unmapped import with_unmapped

WHOLE = """
key = "gmpp_id"
unmapped = "custom"
empty = ["Exempt under *"]
create = ["programme", "phase"]

[file]
encoding = "cp1252"
delimiter = ";"
header = 3

[fields]
name = "Project"
code = "Id"

[fields.health]
columns = ["IPA*", "SRO*"]
values = { "Amber/Red" = "amber" }
empty = []

[fields.budget]
column = "Cost"
decimal = ","
thousands = "."
factor = 1_000_000
when_empty = "keep"

[fields.start]
column = "Start"
formats = ["D/MM/YYYY", "YYYY-MM-DD"]
optional = true

[fields.tags]
columns = ["A", "B"]
join = true
separators = "/"

[fields.phase]
constant = "Delivery"
only_new = true

[custom.gmpp_id]
label = "GMPP id"
column = "Id"

[custom.sort]
kind = "choice"
choices = ["one", "two"]
"""


def rows(the_map: ImportMap, text: str) -> list[Row]:
    table = table_from_csv(Path("x.csv"), text)
    reader = RowReader(table, the_map, merged(PROJECT_FIELDS, the_map.custom, "x"))
    return [reader.read(record) for record in table.records]


def test_a_map_says_everything_and_is_written_as_it_was_read():
    the_map = parse_map(WHOLE, "x.toml")
    assert (the_map.key, the_map.unmapped, the_map.create) == ("gmpp_id", "custom", ("programme", "phase"))
    assert (the_map.file.encoding, the_map.file.delimiter, the_map.file.header) == ("cp1252", ";", 3)
    budget = the_map.rule("budget")
    assert budget is not None
    assert (budget.decimal, budget.thousands, budget.factor, budget.keep) == (",", ".", Decimal(10**6), True)
    assert [(field.name, field.label, field.kind) for field in the_map.custom] == [
        ("gmpp_id", "GMPP id", Kind.LINE),
        ("sort", "Sort", Kind.CHOICE),
    ]
    assert the_map.only_new == {"phase"}
    assert parse_map(write_map(the_map), "y.toml") == the_map


@pytest.mark.parametrize("name", ["gmpp_2021", "gmpp_2022", "melbourne", "worldbank"])
def test_the_maps_in_the_documentation_are_read_and_written_as_they_were(root: Path, name: str):
    the_map = read_map(root / "docs" / "maps" / f"{name}.toml")
    assert parse_map(write_map(the_map), "again.toml") == the_map


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("keys = 'code'", "“x.toml”: keys: “keys” is unknown. Did you mean “key”?"),
        ("[fields]\nbudjet = 'B'", "“x.toml”: fields.budjet: “budjet” is unknown. Did you mean “budget”?"),
        (
            "[fields.name]\ncolum = 'B'",
            "“x.toml”: fields.name.colum: “colum” is unknown. Did you mean “column”?",
        ),
        (
            "[fields]\nslip = 'S'",
            "“x.toml”: the field “slip” follows from others and can't be imported: leave it out.",
        ),
        ("[fields]\nbudget = 3", "“x.toml”: fields.budget.column must be a text in quotation marks."),
        (
            "[fields.name]\njoin = true",
            "“x.toml”: fields.name.column is missing: say from which column the field is filled.",
        ),
        (
            "[fields.start]\ncolumn = 'S'\nformats = 'JJ/MM/AAAA'",
            "fields.start.formats: “JJ/MM/AAAA” is no format of dates",
        ),
        ("[fields.budget]\ncolumn = 'B'\nfactor = 0", "fields.budget.factor must be a number above 0"),
        (
            "[fields.budget]\ncolumn = 'B'\ndecimal = ';'",
            "fields.budget.decimal: “;” is unknown. Known: ., ,.",
        ),
        ("unmapped = 'customs'", "“x.toml”: unmapped: “customs” is unknown. Did you mean “custom”?"),
        ("create = ['persons']", "“x.toml”: create: “persons” is unknown. Did you mean “person”?"),
        ("[custom.Bad-Key]\ncolumn = 'B'", "custom.Bad-Key: a custom field's key is made of a–z, 0–9 and _"),
        (
            "[custom.status]\ncolumn = 'B'",
            "custom.status: “status” already names the field “health”: choose another key.",
        ),
        ("[custom.x]\nkind = 'dat'", "custom.x.kind: “dat” is unknown. Did you mean “date”?"),
        ("[custom.x]\nkind = 'choice'", "custom.x.choices is missing: list the words that can be chosen."),
        (
            "[fields]\nname = 'N'",
            "“x.toml”: the key is “code”, but no column fills that field. Filled: name.",
        ),
        (
            "key = 'pm'\n[fields]\npm = 'P'",
            "“x.toml”: “pm” can't be the key: only code, name or a custom field of kind",
        ),
        (
            "[fields]\nrag = 'R'\nhealth = 'H'",
            "“x.toml”: the field “health” is filled twice: keep one of the two.",
        ),
        ("[file]\nheader = 0", "file.header must be the number of the row with the headers, 1 or more."),
        ("[file]\ndelimiter = '::'", "file.delimiter must be one sign"),
        ("key = ", "“x.toml” is no TOML"),
        ("fields = 3", "“x.toml”: fields must be a table, written as [fields]."),
    ],
)
def test_an_error_names_the_file_the_key_and_the_nearest(text: str, sentence: str):
    with pytest.raises(Refusal) as refused:
        parse_map(text, "x.toml")
    assert sentence in str(refused.value)


def test_a_custom_field_that_is_there_keeps_its_kind_and_refuses_another():
    catalogue = with_custom((custom_field("days", "Days", Kind.INTEGER),))
    assert (
        parse_map("[fields]\ncode='C'\n[custom.days]\ncolumn='D'", "x", catalogue).custom[0].kind
        is Kind.INTEGER
    )
    with pytest.raises(Refusal, match="“days” is declared as date, but there is one already, as integer"):
        parse_map("[fields]\ncode='C'\n[custom.days]\nkind='date'\ncolumn='D'", "x", catalogue)


def test_the_first_column_that_holds_something_fills_the_field():
    the_map = parse_map("empty=['Exempt*']\n[fields]\ncode='C'\n[fields.pm]\ncolumns=['A','B']", "x")
    found = rows(the_map, "C,A,B\n1,,y\n2,x,y\n3,Exempt s. 1,y\n4,,\n")
    assert [row.values["pm"] for row in found] == ["y", "x", "y", None]
    assert [row.emptied for row in found] == [[], [], [("pm", "Exempt*")], []]


def test_all_columns_are_joined_where_the_map_says_so():
    both = "".join(f"[fields.{name}]\ncolumns=['A','B']\njoin=true\n" for name in ("name", "summary", "tags"))
    text = "[fields]\ncode='C'\n" + both
    [row] = rows(parse_map(text, "x"), "C,A,B\n1,x,y\n")
    assert (row.values["name"], row.values["summary"], row.values["tags"]) == ("x – y", "x\n\ny", ("x", "y"))


def test_every_reason_of_a_row_is_told_with_column_value_and_form():
    the_map = parse_map("[fields]\ncode='C'\nbudget='B'\nstart='S'", "x")
    [row] = rows(the_map, "C,B,S\n1,much,soon\n")
    assert [str(reason) for reason in row.reasons] == [
        "Column “B”: “much” is no amount of the form 1,234.50.",
        "Column “S”: “soon” is no date of the form YYYY-MM-DD.",
    ]


def test_an_empty_cell_empties_unless_it_is_to_be_kept():
    the_map = parse_map("[fields]\ncode='C'\npm='P'\n[fields.sponsor]\ncolumn='S'\nwhen_empty='keep'", "x")
    [row] = rows(the_map, "C,P,S\n1,,\n")
    assert row.values == {"code": "1", "pm": None}


def test_headers_are_found_in_spite_of_case_accents_and_line_breaks():
    the_map = parse_map(
        "[fields]\ncode='identité'\nname='Intitulé  du projet'\n[fields.pm]\ncolumn='chef*'", "x"
    )
    [row] = rows(the_map, '"IDENTITE","Intitule\ndu projet",Chef de projet (2026)\n1,x,Zoé\n')
    assert row.values == {"code": "1", "name": "x", "pm": "Zoé"}


def test_a_column_that_is_not_there_is_refused_with_the_nearest():
    the_map = parse_map("[fields]\ncode='Codes'", "x")
    with pytest.raises(Refusal, match=r"“x\.csv” has no column “Codes”\. Did you mean “Code”"):
        rows(the_map, "Code\n1\n")
    with pytest.raises(Refusal, match=r"“Date\*” fits several columns: “Date 1”, “Date 2”"):
        rows(parse_map("[fields]\ncode='Code'\nstart='Date*'", "x"), "Code,Date 1,Date 2\n1,,\n")


def test_unmapped_columns_become_custom_fields_with_keys_of_their_own():
    the_map = parse_map("unmapped='custom'\n[fields]\ncode='Code'", "x")
    table = table_from_csv(
        Path("x.csv"), 'Code,Status,Coût (k€),coût k€,2026,rejected_row\n1,x,"a\nb",c,d,9\n'
    )
    wide, notes = with_unmapped(the_map, table, PROJECT_FIELDS)
    assert [(field.name, field.label, field.kind) for field in wide.custom] == [
        ("status_2", "Status", Kind.LINE),
        ("cout_k", "Coût (k€)", Kind.TEXT),
        ("cout_k_2", "coût k€", Kind.LINE),
        ("c_2026", "2026", Kind.LINE),
    ]
    assert dropped(table, wide) == ()
    again, said = with_unmapped(the_map, table, with_custom(wide.custom))
    assert again.rules == wide.rules
    assert notes == said == ()
