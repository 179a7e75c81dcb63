"""Use cases of the journal: undo and redo, and who changed what when."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db import journal as kept
from db import portfolio as portfolio_kept
from db import projects as projects_kept
from db import raid as raid_kept
from pmo_tui.domain.journal import Change, End, Group
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.portfolio import PROGRAM
from pmo_tui.words import _, _n
from pmo_tui.words.dates import minute
from pmo_tui.words.labels import named

if TYPE_CHECKING:
    from db.door import Writing
    from pmo_tui.domain.fields import Catalogue
    from pmo_tui.services.session import Session

MOST_NAMED = 3
"""How many things a sentence names before it counts the others."""

_CHANGED = N_("It can't be taken back: it has been changed since.")


class Taken(NamedTuple):
    """A group of changes that was taken back or made again; `again` tells which."""

    group: Group
    again: bool


def undo(session: Session, group: int | None = None) -> Taken:
    """Take back one's newest change that stands, or the group named; give what was taken back.

    Raises Refusal where there is nothing to take back, or where someone has changed the same thing since.
    """
    wanted = kept.to_undo(session.who) if group is None else kept.group(group)
    if wanted is None:
        raise Refusal(N_("There is nothing of yours to undo."))
    if wanted.who == PROGRAM:
        raise Refusal(N_("“{label}” is what all the rest stands on: it can't be undone."), label=wanted.label)
    _take_back(session, wanted, _("Undone: {label}").format(label=wanted.label))
    return Taken(wanted, again=False)


def redo(session: Session) -> Taken:
    """Make again what one has undone last, if one has changed nothing since; give what was made again.

    Raises Refusal where there is nothing to make again, or where someone has changed the same thing since.
    """
    undoing = kept.to_redo(session.who)
    if undoing is None or undoing.undoes is None:
        raise Refusal(N_("There is nothing of yours to redo."))
    first = kept.group(undoing.undoes)
    assert first is not None
    _take_back(session, undoing, _("Redone: {label}").format(label=first.label))
    return Taken(first, again=True)


def history(session: Session, entity: str, key: int, limit: int = 200) -> list[tuple[Group, Change]]:
    """Give the newest changes of one thing, each with its group, newest first."""
    return kept.history(entity, key, limit)


def groups(session: Session, limit: int, before: int | None = None) -> list[Group]:
    """Give the newest groups of changes by anyone, at most `limit`, older than group `before`."""
    return kept.groups(limit, before)


class Reach(NamedTuple):
    """How far a group of changes reaches: how many things of each kind, and what the first of them are called."""

    counts: Mapping[str, int]
    """By what the journal calls the kind, the projects first; a kind of which there are none is not there."""
    first: tuple[str, ...]

    @property
    def things(self) -> int:
        """How many things the group is about."""
        return sum(self.counts.values())


def reach(session: Session, group: int) -> Reach:
    """Tell which projects, risks and other items a group of changes is about.

    What is said of an item or belongs to it is about the item; all else is about its project.
    """
    from pmo_tui.services.raid_lives import BY_ENTITY  # here, for an undo seldom needs them

    found: dict[str, dict[int, None]] = {entity: {} for entity in ("project", *BY_ENTITY)}
    for change in kept.changes(group):
        for entity, key in _things(change, BY_ENTITY):
            found[entity][key] = None
    first = [
        f"{project.code} {project.name}"
        for project in projects_kept.read([*found["project"]][:MOST_NAMED], portfolio_kept.catalogue())
    ]
    for entity, kind in BY_ENTITY.items():
        items = kind.read(session, [*found[entity]][: MOST_NAMED - len(first)])
        first += [f"{item.code} {item.value('title')}" for item in items]
    return Reach({entity: len(keys) for entity, keys in found.items() if keys}, tuple(first))


def _things(change: Change, items: Container[str]) -> Iterator[tuple[str, int]]:
    """Walk what a change is about: the item, the one of which something is said, those related, or the project."""
    if change.entity in items:
        yield change.entity, change.key
        return
    facts = {**(change.before or {}), **(change.after or {})}
    ends = [(facts.get(f"{end}entity"), facts.get(f"{end}key")) for end in ("", "from_", "to_")]
    told = [(entity, key) for entity, key in ends if isinstance(entity, str) and isinstance(key, int)]
    yield from ((entity, key) for entity, key in told if entity in items)
    if change.about is not None and not any(entity in items for entity, _key in told):
        yield "project", change.about


def mark(session: Session) -> int:
    """Give a number that differs when anyone has changed anything.

    Raises Refusal where the database is no longer the one that was opened, in which nobody changes anything.
    """
    session.store.check()
    return kept.mark()


def only_one(session: Session, group: Group, entity: str) -> int | None:
    """Give the key of the one thing of a kind that a group is about, None where it is about none or several.

    A project is what all that belongs to it is about.
    """
    return kept.only_about(group.id) if entity == "project" else kept.only_one(group.id, entity)


def _take_back(session: Session, group: Group, label: str) -> None:
    """Make the inverse of every change of a group, newest first, as a group that undoes it.

    Raises Refusal where nothing would come of it: who is told that something was undone shall find it so.
    """
    with session.writing(label, undoes=group.id) as writing:
        if kept.undone([group.id]):
            raise Refusal(N_("“{label}” is undone already."), label=group.label)
        changes = kept.changes(group.id)
        since = kept.declared_since()
        for change in changes:
            kept.check_declared(change, change.before or {}, since)
        inverses = [change.inverse for change in reversed(changes)]
        going = {(change.entity, change.key) for change in inverses if change.after is None}
        for entity, run in _runs(inverses):
            _check(session, entity, run)
            _check_alone(session, entity, run, going)
            _apply(writing, entity, run)
        if not writing.changes:
            raise Refusal(_CHANGED)


def _runs(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    """Give changes cut into runs of the same entity and sort, so that an import is taken back in large steps.

    Within a run no thing stands twice.
    """
    runs: list[tuple[str, list[Change]]] = []
    seen: set[int] = set()
    kind: tuple[str, bool, bool] | None = None
    for change in changes:
        this = (change.entity, change.before is None, change.after is None)
        if this != kind or change.key in seen:
            runs.append((change.entity, []))
            seen = set()
            kind = this
        runs[-1][1].append(change)
        seen.add(change.key)
    return runs


def _check(session: Session, entity: str, run: Sequence[Change]) -> None:
    """Refuse where a thing no longer stands as the change that is to be inverted left it."""
    standing = kept.standing(entity, [change.key for change in run])
    defaults = kept.defaults(entity)
    for change in run:
        now = standing.get(change.key)
        if (change.before is None) != (now is None):
            raise _changed_since(session, entity, change, ())
        if change.before is None or now is None:
            continue
        expected = change.before if change.after is not None else {**defaults, **change.before}
        differing = [name for name, value in expected.items() if name in now and now[name] != value]
        if change.after is not None:
            differing = differing or kept.holding(entity, now, change.after)
        if differing:
            raise _changed_since(session, entity, change, differing)


def _check_alone(session: Session, entity: str, run: Sequence[Change], going: Container[End]) -> None:
    """Refuse where something belongs to what would go, and would not go with it: somebody has added it since."""
    keys = [change.key for change in run if change.after is None]
    for part, key in raid_kept.keys_of_parts(entity, keys):
        if (part, key) not in going:
            group = kept.last_change(part, key, ())
            assert group is not None  # what is there was made
            message = _BELONGS[group.who == session.who]
            raise Refusal(message, who=group.who, label=group.label, at=minute(group.at))


_BELONGS = {
    True: N_("It can't be taken back: you have added to it since ({label}, {at}). Take that away first."),
    False: N_("It can't be taken back: {who} has added to it since ({label}, {at})."),
}

_SINCE = {
    # what was done since, and whether by oneself
    ("changed", True): N_(
        "It can't be taken back: you have changed the same since: {fields} ({label}, {at})."
    ),
    ("changed", False): N_(
        "It can't be taken back: {who} has changed the same since: {fields} ({label}, {at})."
    ),
    ("made", True): N_("It can't be taken back: you have made it again since ({label}, {at})."),
    ("made", False): N_("It can't be taken back: {who} has made it again since ({label}, {at})."),
    ("deleted", True): N_("It can't be taken back: you have deleted it since ({label}, {at})."),
    ("deleted", False): N_("It can't be taken back: {who} has deleted it since ({label}, {at})."),
}


def _changed_since(session: Session, entity: str, change: Change, names: Sequence[str]) -> Refusal:
    """Give the refusal that says who has changed the thing since, when, and what."""
    group = kept.last_change(entity, change.key, names)
    if group is None:
        return Refusal(_CHANGED)
    done = "changed" if names else "made" if change.before is None else "deleted"
    message = _SINCE[done, group.who == session.who]
    return Refusal(
        message, who=group.who, label=group.label, at=minute(group.at), fields=_named(entity, names)
    )


def _named(entity: str, names: Sequence[str]) -> str:
    """Name the first of several facts as a person knows them; what only follows from another one is left out.

    Where nothing else has changed, that is named: of a project it is the weather.
    """
    fields = _catalogue(entity).by_name
    told = [fields[name] for name in names if name in fields]
    following = [fields["health"]] if "health" in fields else told
    known = [named(field) for field in [field for field in told if field.settable] or following]
    first = ", ".join(known[:MOST_NAMED])
    more = len(known) - MOST_NAMED
    if more <= 0:
        return first
    return _n("{names} and {count} more", "{names} and {count} more", more).format(names=first, count=more)


def _catalogue(entity: str) -> Catalogue:
    """Give the fields of a kind of thing; those of what is only a part of a project are a project's."""
    if entity == "risk":
        from pmo_tui.services.risks import RISK  # here, for an undo is seldom refused

        return RISK.catalogue()
    from pmo_tui.domain.raid_kinds import BY_THING

    return BY_THING[entity].catalogue if entity in BY_THING else portfolio_kept.catalogue()


def _apply(writing: Writing, entity: str, run: Sequence[Change]) -> None:
    """Make the changes of one run, which are all of one sort."""
    if run[0].before is None:
        writing.create_many(entity, [change.after or {} for change in run], [change.key for change in run])
    elif run[0].after is None:
        writing.delete_many(entity, [(change.key, None) for change in run])
    else:
        writing.change_many(entity, [(change.key, None, change.after or {}) for change in run])
