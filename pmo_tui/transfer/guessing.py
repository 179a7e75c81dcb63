"""Guessing a map for a file that comes without one: by its headers, and by how its cells are written.

A guess is an ordinary import map. What is not certain is left out and said, never settled by a coin.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pmo_tui.domain.fields import NUMERIC, Catalogue, Field, Kind
from pmo_tui.domain.projects import PROJECT_FIELDS
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.transfer.cells import CellReader, Unreadable
from pmo_tui.transfer.guess_formats import Order, guess_dates, guess_numbers, numeric_dates, order_of
from pmo_tui.transfer.maps import ImportMap, Rule, check
from pmo_tui.transfer.notes import Note, note, short
from pmo_tui.transfer.rows import OUR_COLUMNS
from pmo_tui.transfer.tables import Table

NOTHING = ("n/a", "na", "#n/a", "null", "none", "nil", "-", "–", "—", "tbc", "tbd", "?", "nc", "n.c.", "s.o.")
"""Texts that stand for nothing in a column of numbers, dates or healths, in English and French."""

_HEADERS = {
    "project id": "code", "project no": "code", "project number": "code", "code projet": "code", "id projet": "code",
    "n projet": "code", "numero": "code", "numéro de projet": "code",
    "libellé": "name", "libellé du projet": "name", "nom projet": "name", "project title": "name",
    "portfolio": "programme", "business unit": "department", "phase actuelle": "phase", "current phase": "phase",
    "project lead": "pm", "pilote": "pm", "responsable": "pm", "project owner": "sponsor",
    "health status": "health", "rag status": "health", "overall status": "health", "météo globale": "health",
    "total budget": "budget", "budget total": "budget", "budget approuvé": "budget", "approved budget": "budget",
    "forecast cost": "forecast", "coût prévisionnel": "forecast", "coût estimé": "forecast", "reel": "actual",
    "actual costs": "actual", "coût réel": "actual", "consommé": "actual", "actuals": "actual",
    "date début": "start", "date fin": "finish", "due date": "finish", "échéance": "finish",
    "baseline end": "baseline_finish", "baseline start date": "baseline_start", "baseline end date": "baseline_finish",
    "actual start date": "actual_start", "actual end date": "actual_finish", "actual end": "actual_finish",
}  # fmt: skip
"""Headers that files have beyond the names that fields answer to everywhere."""

_OUTSIDE = Catalogue(
    "header",
    [
        Field(name, PROJECT_FIELDS.get(name).kind, "", tuple(h for h, n in _HEADERS.items() if n == name))
        for name in dict.fromkeys(_HEADERS.values())
    ],
)


_NO_NAME = N_(
    "No column of “{file}” is called name or code (it has: {known}): write a map that says which they are."
)
_NO_CODE = N_("No column is a code: projects are found again by their name, and get new codes.")
_OTHER_SORT = N_("“{header}” would be {field}, but does not hold such values (“{value}”): it is left out.")


@dataclass(frozen=True, slots=True)
class Guess:
    """A map that was guessed, with what is to be said about it: columns left out, and why."""

    map: ImportMap
    notes: tuple[Note, ...] = ()
    dropped: tuple[str, ...] = ()


def guess_map(table: Table, catalogue: Catalogue) -> Guess:
    """Guess what the columns of a table mean; raises Refusal where none of them is a project's name or code."""
    guess = guess_rules(table, catalogue)
    if not {rule.field for rule in guess.map.rules} & {"name", "code"}:
        raise Refusal(_NO_NAME, file=table.name, known=", ".join(table.headers))
    check(guess.map, catalogue, table.name)
    return guess


def guess_rules(table: Table, catalogue: Catalogue) -> Guess:
    """Guess as much as can be guessed, for a person to complete: the map may lack its key."""
    found, ignored, notes = _fields(table, catalogue)
    rules: list[Rule] = []
    unsure: list[str] = []
    order = _order(table, [header for header, field in found.items() if field.kind is Kind.DATE])
    for header, field in found.items():
        rule, why = guess_rule(table, header, field, order)
        if why is None:
            rules.append(rule)
        else:
            notes.append(why)
            unsure.append(header)
    names = {rule.field for rule in rules}
    if "name" in names and "code" not in names:
        notes.append(note(_NO_CODE))
    the_map = ImportMap(tuple(rules), key="code" if "code" in names else "name")
    return Guess(the_map, tuple(notes), (*ignored, *unsure))


def _fields(table: Table, catalogue: Catalogue) -> tuple[dict[str, Field], list[str], list[Note]]:
    """Give the field that each header names, the headers that name none, and what is to be said of these.

    The exact name of a field wins over its other names, an earlier column over a later one.
    """
    wanted: dict[str, Field] = {}
    ignored: list[str] = []
    notes: list[Note] = []
    by_header = {header: _field(header, catalogue) for header in table.headers}
    theirs = [header for header in table.headers if header not in OUR_COLUMNS]
    for header in sorted(theirs, key=lambda header: header not in catalogue.by_name):
        field = by_header[header]
        if field is None or field.computed:
            ignored.append(header)
        elif field in wanted.values():
            ignored.append(header)
            message = N_("“{header}” would be {field} too, which “{other}” is: it is left out.")
            other = next(known for known, taken in wanted.items() if taken is field)
            notes.append(note(message, header=header, field=field.name, other=other))
        else:
            wanted[header] = field
    in_order = {header: wanted[header] for header in table.headers if header in wanted}
    return in_order, [header for header in table.headers if header in ignored], notes


def _field(header: str, catalogue: Catalogue) -> Field | None:
    """Give the field that a header names: by its own names, by those of files, or without a unit in brackets."""
    bare = header.partition("(")[0].partition("[")[0].rstrip(" *:")
    for name in (header, bare):
        found = catalogue.find(name)
        if found is None and (outside := _OUTSIDE.find(name)) is not None:
            found = catalogue.by_name[outside.name]
        if found is not None:
            return found
    return None


def _order(table: Table, headers: list[str]) -> Order | None:
    """Tell whether days come before months in the columns of dates, where those that leave no doubt agree."""
    orders = {order_of(numeric_dates(_filled(table, header))[1]) for header in headers} - {None}
    return orders.pop() if len(orders) == 1 else None


def _filled(table: Table, header: str) -> list[str]:
    """Give the cells of a column that hold more than a text for nothing."""
    return [cell for cell in map(str.strip, table.column(header)) if cell and cell.lower() not in NOTHING]


def guess_rule(
    table: Table, header: str, field: Field, order: Order | None = None
) -> tuple[Rule, Note | None]:
    """Guess how a column is written; the note says why it can't be taken."""
    rule = Rule(field.name, (header,))
    if field.kind not in NUMERIC | {Kind.DATE, Kind.HEALTH, Kind.YES_NO, Kind.CHOICE}:
        return rule, None
    found = {cell.strip().lower() for cell in table.column(header)}
    if field.kind is not Kind.CHOICE:
        rule = replace(rule, empty=tuple(text for text in NOTHING if text in found) or None)
    cells = _filled(table, header)
    why: Note | None = None
    if field.kind is Kind.DATE:
        rule, why = guess_dates(rule, cells, order)
    elif field.kind in NUMERIC:
        rule = guess_numbers(rule, cells, header)
    return rule, why or _other_sort(field, rule, cells)


def _other_sort(field: Field, rule: Rule, cells: list[str]) -> Note | None:
    """Say that a column holds something else than its header promised, where most of its cells can't be read."""
    reader = CellReader(field, rule, ())
    strange = [cell for cell in cells if isinstance(reader.read(cell), Unreadable)]
    if len(strange) * 2 <= len(cells):
        return None
    return note(_OTHER_SORT, header=rule.columns[0], field=field.name, value=short(strange[0]))
