"""Guessing a map for a file that comes without one: by its headers, and by how its cells are written.

A guess is an ordinary import map. What is not certain is left out and said, never settled by a coin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pmo_tui.domain.checks import called
from pmo_tui.domain.fields import NUMERIC, Catalogue, Field, Kind
from pmo_tui.domain.portfolio import default_phases
from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.text import fold
from pmo_tui.transfer.cells import CellReader, Unreadable
from pmo_tui.transfer.date_formats import SERIAL, date_reader
from pmo_tui.transfer.guess_formats import (
    Order,
    guess_currency,
    guess_dates,
    guess_numbers,
    guess_steps,
    numeric_dates,
    order_of,
)
from pmo_tui.transfer.likely import likely_name
from pmo_tui.transfer.maps import ImportMap, Rule, check
from pmo_tui.transfer.notes import Note, note, short
from pmo_tui.transfer.rows import OUR_COLUMNS
from pmo_tui.transfer.tables import Table

NOTHING = ("n/a", "na", "#n/a", "null", "none", "nil", "-", "–", "—", "tbc", "tbd", "?", "nc", "n.c.", "s.o.")
"""Texts that stand for nothing in a column of numbers, dates or healths, in English and French."""

_HEADERS = {
    "project id": "code", "project no": "code", "project number": "code", "code projet": "code", "id projet": "code",
    "n projet": "code", "no projet": "code", "n°": "code", "no": "code", "ticket": "code",
    "numero": "code", "numéro de projet": "code",
    "libellé": "name", "libellé du projet": "name", "nom projet": "name", "project title": "name",
    "portfolio": "programme", "business unit": "department", "phase actuelle": "phase", "current phase": "phase",
    "project lead": "pm", "lead": "pm", "owner": "pm", "pilote": "pm", "responsable": "pm", "project owner": "sponsor",
    "health status": "health", "rag status": "health", "overall status": "health", "météo globale": "health",
    "total budget": "budget", "budget total": "budget", "budget approuvé": "budget", "approved budget": "budget",
    "forecast cost": "forecast", "coût prévisionnel": "forecast", "coût estimé": "forecast", "reel": "actual",
    "spent to date": "actual", "actual cost to date": "actual", "cost to date": "actual", "dépensé à date": "actual",
    "notes": "health_comment", "comments": "health_comment", "commentaire": "health_comment",
    "commentaires": "health_comment",
    "actual costs": "actual", "coût réel": "actual", "consommé": "actual", "actuals": "actual",
    "date début": "start", "date fin": "finish", "due date": "finish", "échéance": "finish",
    "baseline end": "baseline_finish", "baseline start date": "baseline_start", "baseline end date": "baseline_finish",
    "actual start date": "actual_start", "actual end date": "actual_finish", "actual end": "actual_finish",
}  # fmt: skip
"""Headers that files have beyond the names that fields answer to everywhere."""

_RISK_HEADERS = {
    "risk no": "code", "risk number": "code", "no": "code", "n°": "code", "#": "code",
    "risk name": "title", "risk description": "event", "risk event": "event", "libellé": "title",
    "probability score": "probability", "likelihood score": "probability", "impact score": "impact",
    "gross likelihood": "inherent_probability", "inherent likelihood": "inherent_probability",
    "target likelihood": "target_probability", "risk response": "strategy", "mitigation plan": "contingency",
    "estimated cost": "cost", "financial impact": "cost", "contingency": "reserve",
    "project name": "project", "next review date": "review", "opened": "raised",
}  # fmt: skip
"""The same for registers of risks."""


def _outside(headers: Mapping[str, str], fields: Catalogue) -> Catalogue:
    """Give what such headers mean as a catalogue that answers to them."""
    names = dict.fromkeys(headers.values())
    said = {name: tuple(header for header, of in headers.items() if of == name) for name in names}
    return Catalogue("header", [Field(name, fields.get(name).kind, "", said[name]) for name in names])


_NONE = Catalogue("header", ())
"""What other kinds have beyond the names that their fields answer to."""

_OUTSIDE = {"project": _outside(_HEADERS, PROJECT_FIELDS), "risk": _outside(_RISK_HEADERS, RISK_FIELDS)}


_THING = frozenset({"project", "projects", "projet", "projets"})
_JOINING = frozenset({"of", "the", "du", "de", "des", "le", "la", "les", "l", "d"})

_NO_NAME = N_(
    "No column of “{file}” is called {title} or code (it has: {known}): write a map that says which they are."
)
_PERHAPS = N_(
    "No column of “{file}” is called {title} or code; is it “{header}”? A map with these two lines says so: "
    '[fields] and {title} = "{header}".'
)
_NO_CODE = N_("No column is a code: projects are found again by their name, and get new codes.")
_NO_RISK_CODE = N_("No column is a code: risks are found again by their title, and get new codes.")
_NO_ITEM_CODE = N_("No column is a code: items are found again by their title, and get new codes.")
_NO_CODES = {"project": _NO_CODE, "risk": _NO_RISK_CODE}
_TOO = N_("“{header}” would be {field} too, which “{other}” is: it is left out.")
_SERIAL = N_("“{header}” holds the day numbers of a spreadsheet: “{value}” is read as {day}.")
_PHASES = N_(
    "If “{header}” says how far projects are, a map can turn its words into phases: "
    '[fields.phase] with column = "{header}" and values = {{ "{value}" = "Delivery" }}.'
)
_PHASE = N_('If “{header}” says how far projects are, a map can take it as their phase: phase = "{header}".')
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
    if not {rule.field for rule in guess.map.rules} & {catalogue.title, "code"}:
        if header := likely_name(table, guess.map):
            raise Refusal(_PERHAPS, file=table.name, header=header, title=catalogue.title)
        raise Refusal(_NO_NAME, file=table.name, title=catalogue.title, known=", ".join(table.headers))
    check(guess.map, catalogue, table.name)
    return guess


def guess_rules(table: Table, catalogue: Catalogue) -> Guess:
    """Guess as much as can be guessed, for a person to complete: the map may lack its key."""
    candidates = {header: _field(header, catalogue) for header in table.headers if header not in OUR_COLUMNS}
    found, notes = _fields(table, catalogue, candidates)
    ignored = [header for header in candidates if header not in found]
    rules: list[Rule] = []
    unsure: list[str] = []
    order = _order(table, found)
    for header, field in found.items():
        rule, why = guess_rule(table, header, field, order)
        if why is None:
            rules.append(rule)
            notes += _serials(table, rule)
        else:
            notes.append(why)
            unsure.append(header)
    names = {rule.field for rule in rules}
    if "phase" not in names:
        notes += _words_of_phases(table, candidates, order)
    if catalogue.title in names and "code" not in names:
        notes.append(note(_NO_CODES.get(catalogue.thing, _NO_ITEM_CODE)))
    the_map = ImportMap(
        tuple(rules),
        key="code" if "code" in names else catalogue.title,
        currency=_currency(table, rules, catalogue),
        guessed=True,
    )
    return Guess(the_map, tuple(notes), (*ignored, *unsure))


def _fields(
    table: Table, catalogue: Catalogue, candidates: Mapping[str, Field | None]
) -> tuple[dict[str, Field], list[Note]]:
    """Give the field that each header names, and what is to be said of those that name the same.

    Of several the one whose values fit is taken: first the exact name of the field, then the one with most values.
    """
    wanted: dict[str, list[str]] = {}
    for header, field in candidates.items():
        if field is not None and field.settable:
            wanted.setdefault(field.name, []).append(header)
    order = _order(table, {header: field for header, field in candidates.items() if field is not None})
    notes: list[Note] = []
    taken: dict[str, str] = {}
    for name, headers in wanted.items():
        best = headers[0]
        if len(headers) > 1:
            best = min(headers, key=lambda header: _misfit(table, header, catalogue.by_name[name], order))
        taken[best] = name
        label = called(catalogue.by_name[name])
        notes += [note(_TOO, header=other, field=label, other=best) for other in headers if other != best]
    return {header: catalogue.by_name[taken[header]] for header in candidates if header in taken}, notes


def _currency(table: Table, rules: Iterable[Rule], catalogue: Catalogue) -> str:
    """Give the currency of the columns of money, "" where their signs leave some doubt."""
    amounts = [rule for rule in rules if catalogue.by_name[rule.field].kind is Kind.MONEY]
    headers = [header for rule in amounts for header in rule.columns]
    return guess_currency(text for header in headers for text in (header, *table.column(header)))


def _misfit(table: Table, header: str, field: Field, order: Order | None) -> tuple[bool, bool, int]:
    """Tell how badly a column fits a field, to be compared with others that bear a name of it."""
    rule, why = guess_rule(table, header, field, order)
    cells = filled(table, header)
    reader = CellReader(field, rule, ())
    readable = sum(not isinstance(reader.read(cell), Unreadable) for cell in cells)
    return why is not None or not cells, header != field.name, -readable


def _serials(table: Table, rule: Rule) -> list[Note]:
    """Say that a column of numbers is read as days."""
    if rule.formats != (SERIAL,):
        return []
    [header] = rule.columns
    value = filled(table, header)[0]
    return [note(_SERIAL, header=header, value=value, day=date_reader(rule.formats)(value))]


def _words_of_phases(table: Table, candidates: Mapping[str, Field | None], order: Order | None) -> list[Note]:
    """Say how a column called status becomes the phase, where it holds other words than those of health."""
    for header, field in candidates.items():
        if field is not None and field.name == "health":
            if guess_rule(table, header, field, order)[1] is None:
                continue
            phases = {fold(phase.name) for phase in default_phases()}
            other = next((cell for cell in filled(table, header) if fold(cell) not in phases), None)
            return [
                note(_PHASES, header=header, value=short(other)) if other else note(_PHASE, header=header)
            ]
    return []


def _field(header: str, catalogue: Catalogue) -> Field | None:
    """Give the field that a header names: by its own names or by those of files, as far as these say it.

    Without a unit in brackets, and without the words that only say that it is of the project.
    """
    bare = header.partition("(")[0].partition("[")[0].rstrip(" *:")
    for name in filter(None, (header, bare, _of_thing(bare))):
        found = catalogue.settable(name)
        if found is None and (outside := _OUTSIDE.get(catalogue.thing, _NONE).find(name)) is not None:
            found = catalogue.by_name[outside.name]
        if found is not None:
            return found
    return None


def _of_thing(header: str) -> str:
    """Give what a header says of the project, as "Intitulé" in "Intitulé du projet"; "" where it names none."""
    words = re.findall(r"[^\W_]+", fold(header))
    rest = [word for word in words if word not in _THING]
    return " ".join(word for word in rest if word not in _JOINING) if len(rest) < len(words) else ""


def _order(table: Table, fields: Mapping[str, Field]) -> Order | None:
    """Tell whether days come before months in the columns of dates, where those that leave no doubt agree."""
    headers = [header for header, field in fields.items() if field.kind is Kind.DATE]
    orders = {order_of(numeric_dates(filled(table, header))[1]) for header in headers} - {None}
    return orders.pop() if len(orders) == 1 else None


def filled(table: Table, header: str) -> list[str]:
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
    cells = filled(table, header)
    why: Note | None = None
    if field.kind is Kind.DATE:
        rule, why = guess_dates(rule, cells, order)
    elif field.kind in NUMERIC:
        rule = guess_numbers(rule, cells, header) if field.within is None else guess_steps(rule, cells)
    return rule, why or _other_sort(field, rule, cells)


def _other_sort(field: Field, rule: Rule, cells: list[str]) -> Note | None:
    """Say that a column holds something else than its header promised, where most of its cells can't be read."""
    reader = CellReader(field, rule, ())
    strange = [cell for cell in cells if isinstance(reader.read(cell), Unreadable)]
    if len(strange) * 2 <= len(cells):
        return None
    return note(_OTHER_SORT, header=rule.columns[0], field=called(field), value=short(strange[0]))
