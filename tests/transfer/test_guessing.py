"""Guesses: what a file without a map is taken for, and what is left out and said rather than settled by a coin."""

from decimal import Decimal
from pathlib import Path

import pytest

from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.transfer.csv_reading import table_from_csv
from pmo_tui.transfer.guessing import Guess, guess_map
from pmo_tui.transfer.map_file import parse_map
from pmo_tui.transfer.map_writing import write_map
from pmo_tui.transfer.maps import Rule


def guess(text: str, catalogue: Catalogue = PROJECT_FIELDS) -> Guess:
    return guess_map(table_from_csv(Path("x.csv"), text), catalogue)


def rule(text: str, name: str) -> Rule | None:
    return guess(text).map.rule(name)


def taken(text: str, name: str) -> Rule:
    found = rule(text, name)
    assert found is not None
    return found


def test_headers_are_taken_in_english_and_french_whatever_their_case_and_accents():
    english = guess("Project ID,PROJECT NAME,Project manager,R.A.G.,Budget (£m),End date\n")
    french = guess("Référence;INTITULÉ;chef de projet;METEO;Budget (k€);Date de fin;Etiquettes\n")
    assert [one.field for one in english.map.rules] == ["code", "name", "pm", "health", "budget", "finish"]
    assert [one.field for one in french.map.rules] == [
        "code",
        "name",
        "pm",
        "health",
        "budget",
        "finish",
        "tags",
    ]
    assert [one.factor for one in english.map.rules if one.field == "budget"] == [Decimal(10**6)]
    assert [one.factor for one in french.map.rules if one.field == "budget"] == [Decimal(1000)]


def test_what_no_field_is_called_is_dropped_and_named():
    found = guess("code,name,Colour of the cover,slip\n1,x,blue,3\n")
    assert found.dropped == ("Colour of the cover", "slip")


def test_a_second_column_for_the_same_field_is_left_out_and_said():
    found = guess("Title,name,code\na,b,1\n")
    assert [(one.field, one.columns) for one in found.map.rules] == [("name", ("name",)), ("code", ("code",))]
    assert [str(one) for one in found.notes] == [
        "“Title” would be Name too, which “name” is: it is left out."
    ]


def test_of_two_columns_for_a_field_the_one_whose_values_fit_is_taken():
    found = guess("code,Status,RAG,Phase\n1,In progress,red,Idea\n2,Done,green,Idea\n3,On hold,,Idea\n")
    assert [(one.field, one.columns) for one in found.map.rules][1:2] == [("health", ("RAG",))]
    assert [str(one) for one in found.notes] == [
        "“Status” would be Weather too, which “RAG” is: it is left out."
    ]
    assert taken("code,End,End date\n1,,2026-01-31\n2,soon,2026-02-28\n", "finish").columns == ("End date",)
    assert taken("code,finish,End date\n1,2026-01-31,2026-02-28\n2,,2026-03-31\n", "finish").columns == (
        "finish",
    )


def test_words_of_a_workflow_are_no_health_and_how_they_become_phases_is_said():
    text = "code,Status\n1,In progress\n2,Done\n3,On hold\n"
    said = str(guess(text).notes[-1])
    assert said.startswith("If “Status” says how far projects are, a map can turn its words into phases")
    assert said.endswith('column = "Status" and values = { "In progress" = "Delivery" }.')
    assert "phases" in str(guess(text.replace("Status\n", "Status,RAG\n").replace("ss\n", "ss,red\n")).notes)


def test_day_numbers_of_spreadsheets_are_dates_under_the_header_of_one():
    found = guess("code,start,priority\n1,45123,45123\n2,46000.5,45124\n")
    assert taken("code,start\n1,45123\n2,46000.5\n", "start").formats == ("serial",)
    assert [str(one) for one in found.notes] == [
        "“start” holds the day numbers of a spreadsheet: “45123” is read as 2023-07-16."
    ]
    assert rule("code,start\n1,45123\n2,90000\n3,1\n", "start") is None
    assert taken("code,start\n1,45123\n2,2026-01-31\n", "start").formats == ("YYYY-MM-DD",)


def test_headers_that_sheets_often_have_are_known():
    english = guess("Ticket,Name,Owner,Spent to date,Notes\n").map
    french = guess("N°;Nom;Responsable;Coût réel;Commentaire\n").map
    for found in (english, french):
        assert [one.field for one in found.rules] == ["code", "name", "pm", "actual", "health_comment"]


@pytest.mark.parametrize(
    ("dates", "formats"),
    [
        ("2026-01-31 2026-02-01T10:00:00Z", ("YYYY-MM-DD",)),
        ("31/01/2026 03/04/2026", ("DD/MM/YYYY",)),
        ("01/31/2026 03/04/2026", ("MM/DD/YYYY",)),
        ("31.1.26", ("DD.MM.YY",)),
        ("2026-01-31 31/01/2026", ("YYYY-MM-DD", "DD/MM/YYYY")),
        ("3-déc-2026", ("D-MMM-YYYY",)),
    ],
)
def test_dates_are_read_by_the_formats_that_fit_them_all(dates: str, formats: tuple[str, ...]):
    rows = "".join(f"{at},{day.replace('T', ' ')}\n" for at, day in enumerate(dates.split()))
    found = rule(f"code,start\n{rows}", "start")
    assert found is not None
    assert found.formats == formats


def test_dates_that_could_be_read_two_ways_are_left_out_and_said():
    found = guess("code,name,start\n1,x,03/04/2026\n2,y,05/06/2026\n")
    assert found.map.rule("start") is None
    assert found.dropped == ("start",)
    assert "in “03/04/2026” and all its other dates, day and month can't be told apart" in str(found.notes[0])


def test_another_column_of_the_file_decides_what_one_alone_leaves_open():
    found = guess("code,start,finish\n1,03/04/2026,25/12/2026\n")
    assert [one.formats for one in found.map.rules[1:]] == [("DD/MM/YYYY",)] * 2
    torn = guess("code,start,finish,baseline start\n1,03/04/2026,25/12/2026,12/25/2026\n")
    assert torn.map.rule("start") is None


@pytest.mark.parametrize(
    ("amounts", "decimal"),
    [
        (["1234.5"], "."),
        (["1,234.50"], "."),
        (["1.234,50"], ","),
        (["12,5"], ","),
        (["1,234"], "."),
        (["0,500", "1,250"], ","),
        (["1.234.567"], ","),
        (["1 234,5", "£2"], ","),
        (["1,234", "1,5"], ","),
        (["12"], "."),
    ],
)
def test_the_decimal_sign_is_told_from_the_whole_column(amounts: list[str], decimal: str):
    rows = "".join(f"{at}\t{amount}\n" for at, amount in enumerate(amounts))
    found = rule(f"code\tbudget\n{rows}", "budget")
    assert found is not None
    assert found.decimal == decimal


def test_texts_for_nothing_are_markers_where_numbers_are_expected_only():
    found = guess("code,name,pm,budget\n1,n/a,tbc,n/a\n2,x,y,5\n3,x,y,TBC\n").map
    assert [one.empty for one in found.rules] == [None, None, None, ("n/a", "tbc")]


@pytest.mark.parametrize(
    ("steps", "values"),
    [
        (("4 - Likely", "2 - Rare"), (("4 - Likely", "4"), ("2 - Rare", "2"))),
        (("Likely (4)", "3"), (("Likely (4)", "4"),)),
        (("P5", "p1"), (("P5", "5"), ("p1", "1"))),
        (("4", "2"), ()),
    ],
)
def test_a_word_of_a_scale_that_has_its_number_is_that_step(
    steps: tuple[str, ...], values: tuple[tuple[str, str], ...]
):
    rows = "".join(f"R{at},x,{step}\n" for at, step in enumerate(steps))
    found = guess(f"code,title,likelihood\n{rows}", RISK_FIELDS).map.rule("probability")
    assert found is not None
    assert found.values == values


@pytest.mark.parametrize("steps", [("Likely", "Rare"), ("10-30%", "30-50%"), ("Rare (5%)", "Likely (60%)")])
def test_a_word_of_a_scale_without_one_number_that_is_its_step_is_left_to_a_person(steps: tuple[str, ...]):
    rows = "".join(f"R{at},x,{step}\n" for at, step in enumerate(steps))
    found = guess(f"code,title,likelihood\n{rows}", RISK_FIELDS)
    assert found.map.rule("probability") is None
    assert [str(note) for note in found.notes] == [
        f"“likelihood” would be Probability, but does not hold such values (“{steps[0]}”): it is left out."
    ]


def test_no_header_but_the_sign_itself_is_the_code_because_a_number_sign_is():
    found = guess("#,title,Workstream,Remarks\nR1,x,Core,none\n", RISK_FIELDS)
    assert [(one.field, one.columns) for one in found.map.rules] == [("code", ("#",)), ("title", ("title",))]
    assert not found.notes


def test_a_column_that_holds_something_else_than_its_name_says_is_left_out():
    found = guess("code,status\n1,Closed\n2,Active\n3,green\n")
    assert found.map.rule("health") is None
    assert (
        str(found.notes[0])
        == "“status” would be Weather, but does not hold such values (“Closed”): it is left out."
    )


def test_without_a_code_projects_are_found_by_name():
    assert guess("name\nx\n").map.key == "name"
    with pytest.raises(Refusal, match=r"No column of “x\.csv” is called name or code"):
        guess("a,b\n1,2\n")


def test_a_guess_can_be_written_corrected_and_read():
    found = guess(
        "code;name;Budget (k€);start;météo\n1;x;1,5;31/01/2026;vert\n2;y;n/a;01/02/2026;rouge\n"
    ).map
    assert parse_map(write_map(found), "x.toml") == found


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("code,budget\n1,£5\n2,7\n", "GBP"),
        ("code;Budget (k€)\n1;5\n", "EUR"),
        ("code,budget\n1,$5\n", ""),
        ("code,budget,forecast\n1,£5,€7\n", ""),
        ("code,name,budget\n1,£ and pence,5\n", ""),
    ],
)
def test_the_currency_is_told_by_signs_that_leave_no_doubt(text: str, currency: str):
    assert guess(text).map.currency == currency


def test_a_header_may_say_that_it_is_the_projects():
    found = guess("N°;Intitulé du projet;Budget du projet;Type de projet;Project - End Date (latest)\n")
    assert [one.field for one in found.map.rules] == ["code", "name", "budget", "finish"]
    assert found.dropped == ("Type de projet",)


def test_without_a_name_or_a_code_the_column_that_may_be_the_name_is_proposed():
    with pytest.raises(Refusal, match="is it “Désignation”"):
        guess("Rank,Désignation,Site\n1,Archive,x\n2,Pay,x\n")
    with pytest.raises(Refusal, match="it has: a, b"):
        guess("a,b\n1,\n2,\n")


def test_the_hint_on_words_of_phases_proposes_a_word_that_is_no_phase():
    said = str(guess("code,name,status\n1,x,Closed\n2,y,Active\n").notes[-1])
    assert said.endswith('values = { "Active" = "Delivery" }.')
    said = str(guess("code,name,status\n1,x,Closed\n2,y,Delivery\n").notes[-1])
    assert said.endswith('a map can take it as their phase: phase = "status".')
