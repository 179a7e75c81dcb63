"""Reading a whole portfolio from its TOML text; an error names the file, the table and the key."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from pmo_tui.domain.comments import Remark
from pmo_tui.domain.document import PortfolioDocument
from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.portfolio import (
    Decision,
    GateDecision,
    Objective,
    Person,
    Phase,
    Portfolio,
    Programme,
    Thresholds,
    View,
)
from pmo_tui.domain.portfolio_checks import faults
from pmo_tui.domain.project_fields import with_custom
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.toml import read_toml
from pmo_tui.transfer.maps import CUSTOM_KINDS, custom_field
from pmo_tui.transfer.places import FAULT, Place
from pmo_tui.transfer.portfolio import VERSION
from pmo_tui.transfer.project_reading import read_project
from pmo_tui.transfer.register_reading import TABLES, read_register

_TABLES = (
    "phases",
    "programmes",
    "objectives",
    "people",
    "custom_fields",
    "projects",
    "decisions",
    "comments",
    "views",
)
_THINGS = ("project", "risk", *BY_THING)
_MODES = ("board", "table")


def load(text: str, file: str) -> PortfolioDocument:
    """Read the text of a portfolio; `file` is its name, for the sentences. Raises Refusal where it is none."""
    return read(text, file).ordered()


def checked(text: str, file: str) -> PortfolioDocument:
    """Read a portfolio in which nothing is wrong. Raises Refusal that names the file and the key where something is."""
    document = read(text, file)
    for key, refusal in faults(document):
        raise Refusal(FAULT, file=file, key=key, why=refusal)
    return document.ordered()


def read(text: str, file: str) -> PortfolioDocument:
    """Read a portfolio in the order in which its file has everything."""
    top = Place(file, "", read_toml(text, file, Decimal))
    _check_version(top)
    top.only({"version", "portfolio", *_TABLES, *TABLES})
    custom = tuple(_custom(place) for place in top.entries("custom_fields"))
    catalogue = with_custom(custom)
    return PortfolioDocument(
        portfolio=_portfolio(top.table("portfolio")),
        phases=tuple(_phase(place, position) for position, place in enumerate(top.entries("phases"), 1)),
        programmes=tuple(Programme(0, 1, *_described(place)) for place in top.entries("programmes")),
        objectives=tuple(Objective(0, 1, *_described(place)) for place in top.entries("objectives")),
        people=tuple(_person(place) for place in top.entries("people")),
        custom_fields=custom,
        projects=tuple(read_project(place, catalogue) for place in top.entries("projects")),
        decisions=tuple(_decision(place) for place in top.entries("decisions")),
        views=tuple(_view(place) for place in top.entries("views")),
        register=read_register(top),
        comments=tuple(_remark(place) for place in top.entries("comments")),
    )


def _check_version(top: Place) -> None:
    """Refuse a text that is no portfolio, or one of a later program."""
    version = top.whole("version")
    if version is None or "portfolio" not in top.tree:
        message = N_("“{file}” is no portfolio: `pmo-tui export portfolio --format toml` writes one.")
        raise Refusal(message, file=top.file)
    if not 1 <= version <= VERSION:
        message = N_("“{file}” was written by a newer pmo-tui (layout {version}): update this one.")
        raise Refusal(message, file=top.file, version=version)


def _portfolio(place: Place) -> Portfolio:
    """Read the settings."""
    limits = Thresholds._fields
    place.only({"name", "currency", "fiscal_month", *limits})
    given = {name: number for name in limits if (number := place.whole(name)) is not None}
    month = 1 if (number := place.whole("fiscal_month")) is None else number
    return Portfolio(1, place.line("name"), place.line("currency", "EUR"), month, Thresholds(**given))


def _phase(place: Place, position: int) -> Phase:
    """Read a phase."""
    place.only({"name", "gate", "needs", "wip_limit", "closed"})
    gate, needs = place.line("gate") or None, place.lines("needs")
    return Phase(
        0, 1, place.needed("name"), position, gate, needs, place.whole("wip_limit"), place.flag("closed")
    )


def _described(place: Place) -> tuple[str, str | None]:
    """Read name and description."""
    place.only({"name", "description"})
    return place.needed("name"), place.prose("description")


def _person(place: Place) -> Person:
    """Read a person."""
    place.only({"name", "login", "email", "active"})
    active = place.flag("active") if "active" in place.tree else True
    return Person(
        0, 1, place.needed("name"), place.line("login") or None, place.line("email") or None, active
    )


def _custom(place: Place) -> Field:
    """Read the declaration of an own field."""
    place.only({"key", "label", "kind", "choices"})
    kind = CUSTOM_KINDS[place.one_of("kind", tuple(CUSTOM_KINDS), Kind.LINE.value)]
    return custom_field(place.needed("key"), place.needed("label"), kind, place.lines("choices"))


def _decision(place: Place) -> GateDecision:
    """Read a decision."""
    names, texts = ("from_phase", "to_phase", "decided_by"), ("conditions", "note")
    place.only({"project", "gate", "decision", "decided_on", *names, *texts})
    on = place.tree.get("decided_on")
    if not isinstance(on, date) or isinstance(on, datetime):
        raise place.wrong("decided_on", N_("“{file}”: {key} must be a date, written as 2026-12-31."))
    return GateDecision(
        0,
        1,
        place.needed("project"),
        place.needed("gate"),
        Decision(place.one_of("decision", [decision.value for decision in Decision], "")),
        on,
        *(place.line(key) or None for key in names),
        *(place.prose(key) for key in texts),
    )


def _remark(place: Place) -> Remark:
    """Read a comment."""
    place.only(set(Remark._fields))
    text = place.prose("text")
    if text is None:
        raise place.wrong("text", N_("“{file}”: {key} is empty: write something, or leave the comment out."))
    entity = place.one_of("entity", _THINGS, _THINGS[0])
    return Remark(entity, place.needed("code"), text, place.line("who") or None, _moment(place, "at"))


def _moment(place: Place, key: str) -> datetime | None:
    """Read a moment as naive universal time, None where there is none; one without an offset is universal."""
    found = place.tree.get(key)
    if found is None:
        return None
    try:
        if isinstance(found, datetime):
            return found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found
    except OverflowError:
        pass  # within a day of the calendar's end, where no other offset reaches
    raise place.wrong(key, N_("“{file}”: {key} must be a moment, written as 2026-12-31T09:30:00Z."))


def _view(place: Place) -> View:
    """Read a saved view."""
    place.only({"name", "thing", "owner", "query", "mode", "columns", "sort", "group"})
    return View(
        0,
        1,
        place.needed("name"),
        place.line("query"),
        place.one_of("mode", _MODES, "board"),
        place.lines("columns"),
        place.lines("sort"),
        place.line("group") or None,
        place.line("owner") or None,
        place.one_of("thing", _THINGS, _THINGS[0]),
    )
