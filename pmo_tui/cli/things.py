"""Lists what orders projects: people, programmes, objectives, phases, views and fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from pmo_tui.cli import talk
from pmo_tui.cli.tables import Column, drawn
from pmo_tui.domain.money import cents, units
from pmo_tui.domain.refusal import N_
from pmo_tui.words import _, _n, numbers

if TYPE_CHECKING:
    from pmo_tui.domain.fields import Catalogue, Field
    from pmo_tui.services.rollups import Programmes
    from pmo_tui.services.session import Session

Cell = str | int | bool | Decimal | list[str] | None
Row = dict[str, Cell]
"""What is known of one thing, under the names that JSON shows; the same names in each row."""


def put(rows: Sequence[Row], *, as_json: bool) -> None:
    """Write things of one kind."""
    if as_json:
        from pmo_tui.transfer.json_writing import json_text

        lines = (
            "{" + ", ".join(f'"{name}": {json_text(value)}' for name, value in row.items()) + "}"
            for row in rows
        )
        text = ",\n".join(lines)
        talk.put(f"[\n{text}\n]\n" if text else "[]\n")
    elif rows:
        columns = [
            Column(_(HEADINGS[name]), [_shown(_labelled(name, row[name])) for row in rows], name in COUNTS)
            for name in rows[0]
        ]
        for line in drawn(columns, talk.width()):
            talk.put(line + "\n")


def _labelled(name: str, value: Cell) -> Cell:
    """Give a kind of field in words, and the fields that a gate asks for by their labels; own ones keep their names."""
    if name == "kind" and isinstance(value, str):
        return _(KINDS[value])
    if name != "needs" or not isinstance(value, list):
        return value
    from pmo_tui.domain.project_fields import PROJECT_FIELDS

    fields = PROJECT_FIELDS.by_name
    return [_(fields[each].label) if each in fields else each for each in value]


def _shown(value: Cell) -> str:
    """Give a cell as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return numbers.whole(value)
    if isinstance(value, Decimal):
        return numbers.money(cents(value))
    return talk.line(", ".join(value) if isinstance(value, list) else value)


def _people(session: Session) -> list[Row]:
    """Give the people."""
    from pmo_tui.services import portfolio

    return [
        {"name": person.name, "login": person.login, "email": person.email, "active": person.active}
        for person in portfolio.people(session)
    ]


def _programmes(session: Session) -> list[Row]:
    """Give the programmes with what their open risks come to, and tell what all risks of the portfolio do."""
    from pmo_tui.services import rollups

    found = rollups.programmes(session)
    if found.whole.risks:
        talk.tell(_all_risks(found))
    return [
        {
            "name": thing.name,
            "description": thing.description,
            "risks": rollup.risks,
            "risk": rollup.band,
            "exposure": None if rollup.exposure is None else units(rollup.exposure),
            "valued": rollup.valued,
        }
        for thing, rollup in found.programmes
    ]


def _all_risks(found: Programmes) -> str:
    """Tell what all open risks come to, how many belong to no programme, and how many the exposure leaves out."""
    whole, apart = found.whole, found.apart
    counted = _n("{count} open risk in the portfolio", "{count} open risks in the portfolio", whole.risks)
    parts = [counted.format(count=numbers.whole(whole.risks))]
    if apart.risks:
        told = _n("{count} of no programme", "{count} of no programme", apart.risks)
        parts.append(told.format(count=numbers.whole(apart.risks)))
    if whole.exposure is not None:
        parts.append(_("exposure {amount}").format(amount=numbers.money_short(whole.exposure)))
    if whole.unvalued:
        told = _n("leaves out {count} without a cost", "leaves out {count} without a cost", whole.unvalued)
        parts.append(told.format(count=numbers.whole(whole.unvalued)))
    return " · ".join(parts)


def _objectives(session: Session) -> list[Row]:
    """Give the objectives."""
    from pmo_tui.services import portfolio

    return [{"name": thing.name, "description": thing.description} for thing in portfolio.objectives(session)]


def _phases(session: Session) -> list[Row]:
    """Give the phases in their order, with how many projects stand in each."""
    from pmo_tui.services import listing, portfolio

    counts = listing.counts(session)
    return [
        {
            "name": phase.name,
            "projects": counts.get(phase.name, 0),
            "wip_limit": phase.wip_limit,
            "gate": phase.gate,
            "needs": list(phase.needs),
            "closed": phase.closed,
        }
        for phase in portfolio.surroundings(session).phases
    ]


def _views(session: Session) -> list[Row]:
    """Give the saved views that one sees."""
    from pmo_tui.services import views

    return [
        {
            "name": view.name,
            "query": view.query,
            "mode": view.mode,
            "columns": list(view.columns),
            "owner": view.owner,
        }
        for view in views.views(session)
    ]


def fields(noun: str) -> list[Row]:
    """Give the fields that things of a kind have in this portfolio."""
    from pmo_tui.services.kinds import kind

    return rows_of(kind(noun).catalogue())


def built_in(noun: str) -> Catalogue:
    """Give the fields that things of a kind have in every portfolio."""
    from pmo_tui.domain.project_fields import PROJECT_FIELDS
    from pmo_tui.domain.raid_kinds import BY_NOUN
    from pmo_tui.domain.risk_fields import RISK_FIELDS

    if noun in BY_NOUN:
        return BY_NOUN[noun].catalogue
    return PROJECT_FIELDS if noun == "projects" else RISK_FIELDS


def rows_of(fields: Iterable[Field]) -> list[Row]:
    """Give fields, with what else they are called."""
    from pmo_tui.words.labels import label

    return [
        {
            "name": field.name,
            "label": label(field),
            "kind": field.kind.value,
            "aliases": list(field.aliases),
        }
        for field in fields
    ]


HEADINGS = {
    "name": N_("Name"), "login": N_("Account"), "email": N_("Mail"), "active": N_("Active"),
    "description": N_("Description"), "projects": N_("Projects"), "wip_limit": N_("Limit"), "gate": N_("Gate"),
    "needs": N_("Asks for"), "closed": N_("Closed"), "query": N_("Query"), "mode": N_("Shown as"),
    "columns": N_("Columns"), "owner": N_("Owner"), "label": N_("Label"), "kind": N_("Kind"),
    "aliases": N_("Also called"), "risks": N_("Open risks"), "risk": N_("Worst risk"),
    "exposure": N_("Exposure"), "valued": N_("Over"),
}  # fmt: skip
"""The headings of the tables, to be translated when shown."""

KINDS = {
    "line": N_("line"), "text": N_("text"), "integer": N_("whole number"), "decimal": N_("number"),
    "money": N_("amount"), "date": N_("date"), "health": N_("weather"), "choice": N_("choice"),
    "yes_no": N_("yes or no"), "reference": N_("name"), "references": N_("names"), "tags": N_("tags"),
    "links": N_("links"), "days": N_("days"), "percent": N_("percentage"),
}  # fmt: skip
"""The kinds of fields, by the names that JSON shows, to be translated when shown."""

COUNTS = frozenset({"projects", "wip_limit", "risks", "exposure", "valued"})
"""What is a number in every row, or nothing, and so stands to the right."""

READERS: dict[str, Callable[[Session], list[Row]]] = {
    "people": _people,
    "programmes": _programmes,
    "objectives": _objectives,
    "phases": _phases,
    "views": _views,
}
