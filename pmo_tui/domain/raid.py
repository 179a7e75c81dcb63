"""Items beside the risks: what their kinds have in common, and the rules by which each goes from state to state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from pmo_tui.domain.checks import of_field
from pmo_tui.domain.fields import LONGEST_TITLE, Catalogue, Field, Kind, Value, Values
from pmo_tui.domain.refusal import N_, Refusal, Word, Words
from pmo_tui.domain.risk_fields import LEVEL_LABELS
from pmo_tui.domain.risks import Level

GROUPS = {"overview": N_("Overview"), "life": N_("Life"), "links": N_("Links")}
"""The parts of an item's page and form, in order, with their labels."""

Before = Callable[[str], Value]
"""Gives the value that a field has before the changes, by its name."""


def _nothing(_values: Values, _today: date) -> dict[str, Value]:
    """Give nothing that follows besides."""
    return {}


def _agrees(_values: Values) -> None:
    """Refuse nothing."""


class ItemKind(NamedTuple):
    """What is a kind's own: its fields, the states of its life, and what these ask for and remember.

    `ways` gives the states to which each one can lead; the first state is that of a new item.
    """

    catalogue: Catalogue
    prefix: str
    """What the codes that the program gives begin with."""
    state: str
    """The field that says where an item stands."""
    ways: Mapping[str, tuple[str, ...]]
    ended: frozenset[str]
    """The states after which nothing is awaited."""
    asks: Mapping[str, str] = {}
    """The field that is to be filled for a state."""
    stamps: Mapping[str, frozenset[str]] = {}
    """The states that a day tells of: it is that on which an item came to one of them from another."""
    spans: tuple[tuple[str, str, str], ...] = ()
    """Two days that have an order, each with the sentence that is said where they are out of it."""
    own: Callable[[Values, date], dict[str, Value]] = _nothing
    """Gives what follows from the values of an item on a day, besides what follows in every kind."""
    check: Callable[[Values], None] = _agrees
    """Refuses values that contradict each other."""

    @property
    def thing(self) -> str:
        """What the journal calls it."""
        return self.catalogue.thing

    @property
    def first(self) -> str:
        """The state of a new item."""
        return next(iter(self.ways))

    @property
    def kept(self) -> tuple[Field, ...]:
        """The fields that are kept."""
        return tuple(field for field in self.catalogue if not field.derived)

    @property
    def people(self) -> tuple[str, ...]:
        """The fields that name people."""
        return tuple(field.name for field in self.catalogue if field.of == "person")


# --- fields ---------------------------------------------------------------------------------------------------


def named_fields(*code_aliases: str) -> tuple[Field, ...]:
    """Give code and title; a file has other names for the code of each kind."""
    return (
        Field(
            "code",
            Kind.LINE,
            N_("Code"),
            ("id", *code_aliases, "identifiant", "référence", "ref"),
            required=True,
        ),
        Field(
            "title",
            Kind.LINE,
            N_("Title"),
            ("name", "titre", "intitulé", "nom", "libellé"),
            required=True,
            longest=LONGEST_TITLE,
        ),
        Field("description", Kind.TEXT, N_("Description"), ("details", "détails", "détail")),
    )


def state_field(labels: Mapping[Any, str]) -> Field:
    """Give the field that says where an item stands."""
    return choice("status", N_("Status"), labels, "state", "statut", "état", required=True)


def choice(
    name: str,
    label: str,
    labels: Mapping[Any, str],
    *aliases: str,
    group: str = "overview",
    required: bool = False,
    rising: bool = False,
) -> Field:
    """Give a field that holds one of the words of an enumeration; where it is `rising`, the least stands first."""
    return Field(
        name,
        Kind.CHOICE,
        label,
        aliases,
        group,
        choices=tuple(str(each.value) for each in labels),
        rising=rising,
        said={str(each.value): said for each, said in labels.items()},
        required=required,
    )


def level_field() -> Field:
    """Give the field that says where an item is steered."""
    return choice("level", N_("Level"), LEVEL_LABELS, "niveau", required=True, rising=True)


def place_fields() -> tuple[Field, ...]:
    """Give of what an item is."""
    return (
        Field("project", Kind.REFERENCE, N_("Project"), ("project code", "projet"), of="project"),
        Field("programme", Kind.REFERENCE, N_("Programme"), ("program", "prog"), of="programme"),
    )


def owner_field(*aliases: str) -> Field:
    """Give the field that names the owner."""
    own = (*aliases, "responsible", "responsable", "porteur", "propriétaire", "pilote", "assigned to")
    return Field("owner", Kind.REFERENCE, N_("Owner"), own, of="person")


def raised_field() -> Field:
    """Give the day on which an item came up."""
    aliases = ("raised on", "date raised", "opened", "identified", "identifié le", "ouvert le", "soulevé le")
    return Field("raised", Kind.DATE, N_("Raised on"), aliases, "life")


def due_field(*aliases: str) -> Field:
    """Give the day until which it is awaited."""
    return Field("due", Kind.DATE, N_("Due"), (*aliases, "due date", "échéance", "deadline"), "life")


def stamp(name: str, label: str, *aliases: str) -> Field:
    """Give a day that the program remembers."""
    return Field(name, Kind.DATE, label, aliases, "life", remembered=True)


def last_fields() -> tuple[Field, ...]:
    """Give what every item has at the end of its page."""
    return (
        Field("tags", Kind.TAGS, N_("Tags"), ("tag", "labels", "étiquettes", "étiquette", "mots clés")),
        Field("active", Kind.YES_NO, N_("Active"), ("live", "actif", "en cours"), "life", derived=True),
        Field("age", Kind.DAYS, N_("Age"), ("âge", "ancienneté"), "life", derived=True),
        Field("links", Kind.LINKS, N_("Links"), ("link", "url", "urls", "liens", "lien"), "links"),
        Field("created", Kind.DATE, N_("Created"), ("créé", "created on"), "life", derived=True),
        Field(
            "updated", Kind.DATE, N_("Updated"), ("modified", "modifié", "mis à jour"), "life", derived=True
        ),
    )


# --- rules ----------------------------------------------------------------------------------------------------


def following(kind: ItemKind, values: Values, today: date) -> dict[str, Value]:
    """Give the values of all fields that follow from others."""
    return {
        "active": values[kind.state] not in kind.ended,
        "age": days(values.get("raised"), today),
        **kind.own(values, today),
    }


def days(first: Value, last: Value) -> int | None:
    """Give the days from one day to another, None where either is unknown."""
    return (last - first).days if isinstance(first, date) and isinstance(last, date) else None


def usual(kind: ItemKind, values: Values) -> dict[str, Value]:
    """Give what an item is where nothing is said: in its first state, at the level of what it is of."""
    found: dict[str, Value] = {kind.state: kind.first}
    if "level" in kind.catalogue.by_name:
        of = [level for level in (Level.PROJECT, Level.PROGRAMME) if values.get(level.value)]
        found["level"] = (of[0] if of else Level.PORTFOLIO).value
    return found


def dated(kind: ItemKind, changes: Values, before: Before, today: date) -> dict[str, Value]:
    """Give changes with the days of the states that an item comes to, and without those of states that it leaves."""
    found = dict(changes)
    if kind.state not in changes:
        return found
    state = changes[kind.state]
    for name, states in kind.stamps.items():
        if state not in states:
            if before(name) is not None or name in changes:
                found[name] = None
        elif not changes.get(name) and (before(kind.state) not in states or before(name) is None):
            found[name] = today
    return found


def agreeing(kind: ItemKind, whole: Values, changes: Iterable[str]) -> None:
    """Refuse values of an item that contradict each other; what is not being set holds up nothing."""
    changed = frozenset(changes)
    for message, start, finish in kind.spans:
        first, last = whole.get(start), whole.get(finish)
        if not changed.isdisjoint({start, finish}) and first and last and last < first:  # type: ignore[operator]
            raise Refusal(message, start=first, finish=last)
    if "level" in whole and not changed.isdisjoint({"level", "project", "programme"}):
        _level(kind, whole)
    kind.check(whole)


def _level(kind: ItemKind, whole: Values) -> None:
    """Refuse a level at which there is nothing that an item could be of."""
    level = Level(whole["level"])
    needed = {Level.PROJECT: "project", Level.PROGRAMME: "programme"}.get(level)
    if needed is not None and whole.get(needed) is None:
        raise Refusal(
            N_("At this level ({level}) it needs to be of one: name the {field}."),
            level=Word(LEVEL_LABELS[level]),
            field=Word(kind.catalogue.by_name[needed].label),
        )


def decided(kind: ItemKind, changes: Values, before: Before) -> None:
    """Refuse a state to which no way leads from the one before."""
    state, was = changes.get(kind.state, before(kind.state)), before(kind.state)
    if state != was and was is not None and state not in kind.ways[str(was)]:
        raise Refusal(_no_way(kind, str(was)), code=before("code"), **_said(kind, was, kind.ways[str(was)]))


def _no_way(kind: ItemKind, was: str) -> str:
    """Give the sentence that says which states can follow."""
    if kind.ways[was]:
        return N_("{code} is at “{state}”, from where it can go on to: {states}.")
    return N_("{code} is at “{state}”, which is final: undo that, or add another one.")


def _said(kind: ItemKind, was: Value, ways: tuple[str, ...]) -> dict[str, object]:
    """Give the states that fill that sentence."""
    said = kind.catalogue.by_name[kind.state].said
    return {"state": Word(said[str(was)]), "states": Words([Word(said[way]) for way in ways])}


def asked(kind: ItemKind, changes: Values, before: Before) -> None:
    """Refuse a state that asks for words where nobody gives them."""
    field = kind.asks.get(str(changes.get(kind.state, before(kind.state))))
    if field is None or not {kind.state, field} & changes.keys():
        return
    if not changes.get(field, before(field)):
        said = kind.catalogue.by_name[kind.state].said
        state = Word(said[str(changes.get(kind.state, before(kind.state)))])
        raise of_field(
            N_("“{state}” needs words: fill “{field}”."), kind.catalogue.by_name[field], state=state
        )
