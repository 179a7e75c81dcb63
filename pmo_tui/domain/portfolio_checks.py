"""Checks of a whole portfolio: whether its settings agree, its names are told apart and all that is named is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from pmo_tui.domain.checks import of_field
from pmo_tui.domain.document import PortfolioDocument
from pmo_tui.domain.fields import Catalogue, Field, Kind, Value
from pmo_tui.domain.portfolio import Portfolio, View
from pmo_tui.domain.project_fields import BUILT_IN, RESERVED, with_custom
from pmo_tui.domain.queries.reading import parse
from pmo_tui.domain.raid_kinds import TABLES
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.register_checks import Fault, register_faults
from pmo_tui.domain.text import fold
from pmo_tui.domain.views import PARTS

_KEY = re.compile("[a-z][a-z0-9_]*")
_LIMITS = (("overrun_amber", "overrun_red"), ("slip_amber", "slip_red"))
LARGEST_LIMIT = 5_000
"""The most percent or days of any limit: decades of working days, and any amount times it fits a 64-bit integer."""
_TWICE = N_("There is “{name}” twice, case and accents ignored: rename one of the two.")
_ANY_DAY = date(2000, 1, 1)
"""Whether a query can be read is the same on every day."""


def settings_faults(portfolio: Portfolio) -> Iterator[Fault]:
    """Walk what is wrong with the settings of a portfolio."""
    limits = portfolio.thresholds
    for low, high in _LIMITS:
        amber, red = getattr(limits, low), getattr(limits, high)
        if amber < 0:
            yield low, Refusal(N_("{low} can't be below 0: raise it."), low=low)
        elif red < amber:
            message = N_(
                "{low} is {amber} and {high} only {red}: red comes after amber, change one of the two."
            )
            yield high, Refusal(message, low=low, high=high, amber=amber, red=red)
    for key, limit in limits._asdict().items():
        if limit > LARGEST_LIMIT:
            yield key, Refusal(N_("{key} is {most} at most: lower it."), key=key, most=LARGEST_LIMIT)
    if limits.report_stale < 1:
        yield "report_stale", Refusal(N_("report_stale is a number of days, 1 at least: raise it."))
    if not 1 <= portfolio.fiscal_month <= 12:
        yield "fiscal_month", Refusal(N_("fiscal_month must be a month, 1 to 12."))
    if not portfolio.currency:
        yield "currency", Refusal(N_("A portfolio needs a currency: write one such as EUR."))


def own_field_fault(field: Field) -> Refusal | None:
    """Give what is wrong with the declaration of an own field, None where nothing is."""
    if field.name in RESERVED or not _KEY.fullmatch(field.name):
        return Refusal(
            N_("“{key}” can't be the key of an own field: it is taken, or not made of a–z, 0–9 and _."),
            key=field.name,
        )
    if field.kind is Kind.CHOICE and not field.choices:
        return Refusal(
            N_("“{key}” has nothing to choose: list the words that can be chosen."), key=field.name
        )
    return None


def faults(document: PortfolioDocument) -> Iterator[Fault]:
    """Walk what is wrong with a portfolio, each place named with its number in the list in which it stands."""
    for key, refusal in settings_faults(document.portfolio):
        yield f"portfolio.{key}", refusal
    yield from _phase_faults(document)
    lists = (
        ("programmes", "name", (each.name for each in document.programmes)),
        ("objectives", "name", (each.name for each in document.objectives)),
        ("people", "name", (each.name for each in document.people)),
        ("projects", "code", (each.code for each in document.projects)),
        ("risks", "code", (each.code for each in document.register.risks)),
        *((table, "code", document.register.codes_of(thing)) for thing, table in TABLES.items()),
        ("risk_categories", "name", (each.name for each in document.register.categories)),
        ("custom_fields", "key", (each.name for each in document.custom_fields)),
        ("views", "name", (f"{each.name}\n{each.owner or ''}\n{each.thing}" for each in document.views)),
    )
    for table, key, names in lists:
        yield from _doubles(table, key, names)
    yield from _login_faults(document)
    for number, field in enumerate(document.custom_fields, 1):
        if (refused := own_field_fault(field)) is not None:
            yield f"custom_fields[{number}].key", refused
    yield from _references(document)
    yield from _view_faults(document)
    yield from register_faults(document)


def _phase_faults(document: PortfolioDocument) -> Iterator[Fault]:
    """Walk what is wrong with the phases."""
    if not document.phases:
        yield "phases", Refusal(N_("A portfolio needs at least one phase: add [[phases]] with a name."))
    catalogue = with_custom(document.custom_fields)
    yield from _doubles("phases", "name", (phase.name for phase in document.phases))
    for number, phase in enumerate(document.phases, 1):
        if phase.wip_limit is not None and phase.wip_limit < 1:
            message = N_("The limit of a phase is 1 at least: raise it, or leave it out for none.")
            yield f"phases[{number}].wip_limit", Refusal(message)
        for name in phase.needs:
            if (refused := _need_fault(name, catalogue)) is not None:
                yield f"phases[{number}].needs", refused


def _need_fault(name: str, catalogue: Catalogue) -> Refusal | None:
    """Give why a gate can't ask for a field, None where it can."""
    try:
        field = catalogue.get(name)
    except Refusal as refusal:
        return refusal
    if field.settable:
        return None
    return of_field(N_("{field} follows from other fields and can't be set."), field)


def _doubles(table: str, key: str, names: Iterable[str]) -> Iterator[Fault]:
    """Walk the names of a list that stand there already, case and accents ignored."""
    known = set()
    for number, name in enumerate(names, 1):
        if fold(name) in known:
            yield f"{table}[{number}].{key}", Refusal(_TWICE, name=name.partition("\n")[0])
        known.add(fold(name))


def _login_faults(document: PortfolioDocument) -> Iterator[Fault]:
    """Walk the people with the login of another."""
    known = set()
    for number, person in enumerate(document.people, 1):
        if person.login and person.login in known:
            message = N_("Two people have the login “{login}”: correct one of the two.")
            yield f"people[{number}].login", Refusal(message, login=person.login)
        known.add(person.login)


def _references(document: PortfolioDocument) -> Iterator[Fault]:
    """Walk what projects and decisions name and the document does not have."""
    there = {
        "phase": {fold(each.name) for each in document.phases},
        "programme": {fold(each.name) for each in document.programmes},
        "objective": {fold(each.name) for each in document.objectives},
        "person": {fold(each.name) for each in document.people},
        "project": {fold(each.code) for each in document.projects},
    }

    def missing(place: str, of: str, value: Value) -> Iterator[Fault]:
        for name in value if isinstance(value, tuple) else (value,):
            if name is not None and fold(str(name)) not in there[of]:
                yield place, Refusal(N_("The file has no “{name}”: add it, or correct the name."), name=name)

    referring = [field for field in BUILT_IN if field.of]
    for number, project in enumerate(document.projects, 1):
        for field in referring:
            yield from missing(f"projects[{number}].{field.name}", field.of, project.value(field.name))
    kinds = {"project": "project", "from_phase": "phase", "to_phase": "phase", "decided_by": "person"}
    for number, decision in enumerate(document.decisions, 1):
        for key, of in kinds.items():
            yield from missing(f"decisions[{number}].{key}", of, getattr(decision, key))


def _view_faults(document: PortfolioDocument) -> Iterator[Fault]:
    """Walk the views whose query can't be read, or that show, sort or group by a field that there isn't."""
    for number, view in enumerate(document.views, 1):
        catalogue = document.catalogue_of(view)
        for key, check in {"query": _parsed, **PARTS}.items():
            try:
                check(view, catalogue)
            except Refusal as refusal:
                yield f"views[{number}].{key}", refusal


def _parsed(view: View, catalogue: Catalogue) -> View:
    """Give a view whose query can be read."""
    parse(view.query, catalogue, today=_ANY_DAY, me="me")
    return view
