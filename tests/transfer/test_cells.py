"""Cells: what texts mean as dates, amounts, healths and lists, and what is said where they mean nothing."""

from datetime import date
from decimal import Decimal

import pytest

from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.health import Health
from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.transfer.amounts import number_reader
from pmo_tui.transfer.cells import NOTHING, CellReader, Emptied, Unreadable
from pmo_tui.transfer.date_formats import date_reader, understood
from pmo_tui.transfer.maps import Rule, custom_field


def reader(name: str, markers: tuple[str, ...] = (), **rule) -> CellReader:
    return CellReader(PROJECT_FIELDS.get(name), Rule(name, (name,), **rule), markers)


@pytest.mark.parametrize(
    ("pattern", "text", "day"),
    [
        ("YYYY-MM-DD", "2026-03-31", date(2026, 3, 31)),
        ("YYYY-MM-DD", "1995-09-14T00:00:00Z", date(1995, 9, 14)),
        ("YYYY-MM-DD", "2016-05-25 17:00:00", date(2016, 5, 25)),
        ("D/MM/YYYY", "5/02/2016 5:00:00 PM", date(2016, 2, 5)),
        ("D/MM/YYYY h:mm:ss AM", "5/02/2016 5:00:00 PM", date(2016, 2, 5)),
        ("%d/%m/%Y %H:%M", "05/02/2016 17:00", date(2016, 2, 5)),
        ("DD/MM/YY", "05/02/69", date(1969, 2, 5)),
        ("DD/MM/YY", "05/02/68", date(2068, 2, 5)),
        ("D MMM YYYY", "1 déc. 2026", date(2026, 12, 1)),
        ("D MMMM YYYY", "1 Août 2026", date(2026, 8, 1)),
        ("MMM D, YYYY", "Sept 3, 2026", date(2026, 9, 3)),
        ("YYYYMMDD", "20261231", date(2026, 12, 31)),
        ("MM/YYYY", "12/2026", date(2026, 12, 1)),
        ("serial", "46022", date(2025, 12, 31)),
        ("DD/MM/YYYY", "31/02/2026", None),
        ("DD/MM/YYYY", "02/31/2026", None),
        ("YYYY-MM-DD", "2026-03-31 or so", None),
    ],
)
def test_a_format_reads_its_dates(pattern: str, text: str, day: date | None):
    assert date_reader([pattern])(text) == day


@pytest.mark.parametrize("pattern", ["DD/MM", "JJ/MM/AAAA", "%q", "YYYY YYYY", ""])
def test_what_names_no_date_is_no_format(pattern: str):
    assert not understood(pattern)


def test_formats_are_tried_in_their_order():
    assert date_reader(["DD/MM/YYYY", "MM/DD/YYYY"])("03/04/2026") == date(2026, 4, 3)
    assert date_reader(["DD/MM/YYYY", "MM/DD/YYYY"])("03/14/2026") == date(2026, 3, 14)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1234.5", 123450),
        ("£1,234", 123400),
        ("-£1,234.50", -123450),
        ("£-5", -500),
        ("(1,234.50)", -123450),
        ("1 234.50 EUR", 123450),
        ("1\u202f234.50\u00a0€", 123450),
        ("2066075.5899999999", 206607559),
        ("0.005", 0),
        ("0.015", 2),
        ("1.2e6", 120000000),
        ("1.2M", 120000000),
        ("3 k€", 300000),
        (".5", 50),
        ("1,23,456", 12345600),
    ],
)
def test_an_amount_is_exact_in_cents(text: str, cents: int):
    assert reader("budget").read(text) == cents


@pytest.mark.parametrize(
    "text", ["1,5", "1.234.567", "12,34", "1 234 5", "(5", "--5", "5 apples", "1e999", "NaN", "½"]
)
def test_what_is_no_amount_is_not_guessed(text: str):
    found = reader("budget").read(text)
    assert isinstance(found, Unreadable)
    assert found.values.get("expected", "1,234.50") == "1,234.50"


@pytest.mark.parametrize("text", ["0,500", "00,123", "0 500"])
def test_no_group_of_thousands_begins_with_nought(text: str):
    assert number_reader()(text) is None


def test_the_decimal_comma_and_the_unit_of_a_column():
    assert reader("budget", decimal=",").read("1.234,50 €") == 123450
    assert reader("budget", decimal=",").read("1 234,5") == 123450
    assert isinstance(reader("budget", decimal=",").read("1,234.50"), Unreadable)
    assert reader("budget", factor=Decimal(10**6)).read("£1,234") == 123_400_000_000
    assert isinstance(reader("budget", factor=Decimal(10**6)).read("1.2M"), Unreadable)
    assert reader("budget", factor=Decimal("0.01")).read("1") == 1


def test_an_amount_beyond_what_is_kept_is_refused():
    found = reader("budget").read("1000000000000000.01")
    assert isinstance(found, Unreadable)
    assert "too large" in found.message


def test_zero_has_no_sign():
    assert str(number_reader()("-0.00")) == "0.00"


def test_whole_numbers_stay_whole():
    assert reader("priority").read("1,234") == 1234
    assert isinstance(reader("priority").read("1.5"), Unreadable)
    assert reader("score").read("72.50 %") == Decimal("72.5")


@pytest.mark.parametrize(
    ("text", "health"),
    [
        ("Green", Health.GREEN),
        ("G", Health.GREEN),
        ("vert", Health.GREEN),
        ("Ensoleillé", Health.GREEN),
        ("🟢", Health.GREEN),
        ("AMBER", Health.AMBER),
        ("Amber/red", Health.AMBER),
        ("Amber / Green", Health.AMBER),
        ("Orange", Health.AMBER),
        ("Nuageux", Health.AMBER),
        ("red", Health.RED),
        ("Rouge", Health.RED),
        ("◆A", Health.AMBER),
        ("not reported", Health.GREY),
        ("☀️", Health.GREEN),
        ("off track", Health.RED),
    ],
)
def test_health_in_the_words_of_files(text: str, health: Health):
    assert reader("health").read(text) is health


def test_a_word_that_is_no_health_is_refused_unless_the_map_says_what_it_means():
    assert isinstance(reader("health").read("Closed"), Unreadable)
    assert reader("health", values=(("closed*", "green"),)).read("CLOSED  early") is Health.GREEN
    assert reader("health", values=(("Closed", ""),)).read("Closed") == Emptied("Closed")


def test_markers_empty_a_cell_and_are_named():
    found = reader("budget", ("Exempt under *", "n/a"))
    assert found.read("Exempt  under\nSection 43") == Emptied("Exempt under *")
    assert found.read(" N/A ") == Emptied("n/a")
    assert found.read("  ") is NOTHING
    assert reader("summary", ("n/a",), empty=()).read("n/a") == "n/a"


def test_texts_are_cleaned():
    assert reader("name").read("a\x1b[31m\n b") == "a\ufffd[31m b"
    assert reader("summary").read("a\r\r\nb\x00") == "a\n\nb\ufffd"


def test_lists_are_parted_by_lines_or_by_signs():
    assert reader("tags").read("Cloud, data;  Été 2026") == ("cloud", "data", "ete-2026")
    assert reader("tags", separators="/").read("a/b c") == ("a", "b-c")
    assert reader("objectives").read("Grow; Save, and earn") == ("Grow", "Save, and earn")
    assert reader("objectives").read("a;b\n") == ("a;b",)
    assert reader("links").read("https://a.example\nThe plan https://b.example") == (
        "https://a.example",
        "The plan https://b.example",
    )
    assert isinstance(reader("links").read("somewhere"), Unreadable)


def test_choices_and_yes_or_no():
    choice = custom_field("kind", "Kind", Kind.CHOICE, ("Run", "Élan"))
    found = CellReader(choice, Rule("kind", ("kind",)), ())
    assert found.read("elan") == "Élan"
    assert isinstance(found.read("Walk"), Unreadable)
    yes = CellReader(Field("sure", Kind.YES_NO, "Sure", custom=True), Rule("sure", ("sure",)), ())
    assert [yes.read(text) for text in ("Oui", "x", "0", "NON")] == [True, True, False, False]
    assert isinstance(yes.read("perhaps"), Unreadable)


@pytest.mark.parametrize("cell", ["9" * 5000, "9E99", "-" + "9" * 900_000])
def test_a_number_of_any_length_is_refused_in_a_sentence(cell: str):
    found = CellReader(custom_field("n", "N", Kind.INTEGER), Rule("n", ("n",)), ()).read(cell)
    assert isinstance(found, Unreadable)
    assert "too large a number" in found.message
