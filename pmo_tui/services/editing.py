"""Use cases of editing things of any kind: add, save, delete, change many at once, and what another has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from db import pasts
from db.door import StaleVersion, Writing
from db.names import Directory
from db.packing import packed
from pmo_tui.domain.checks import kept as settled
from pmo_tui.domain.checks import of_field
from pmo_tui.domain.codes import code_number, next_code
from pmo_tui.domain.conflicts import clashes, theirs_alone
from pmo_tui.domain.fields import Catalogue, Value, Values
from pmo_tui.domain.items import Thing
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import kept_line
from pmo_tui.services.session import Session
from pmo_tui.words import _

Changes = Values
"""New values by field name."""

Before = Callable[[str], Value]
"""Gives the value that a field has before the changes, by its name."""

EDITED = N_("Edited {code}")
"""What the journal calls a change of a thing's fields."""

NEVER_MADE = frozenset({"", "phase", "project", "risk"})
"""What a name alone does not make: phases have an order, projects and risks have more than a name."""


T = TypeVar("T", bound=Thing)
"""A kind of thing that is edited."""


class Editable(NamedTuple, Generic[T]):
    """What there is to know of a kind of thing to edit it; `entity` is its name in the journal."""

    entity: str
    title: str
    """The field by which people call it, which it can't be without."""
    prefix: str
    """What the codes that the program gives begin with."""
    catalogue: Callable[[], Catalogue]
    read: Callable[[Session, Sequence[int]], list[T]]
    """Gives things in the order of their keys; those that have gone are left out."""
    as_it_stood: Callable[[Session, int, Facts, int], T]
    """Gives the thing with a key of what was kept of it in an earlier version."""
    keys_by_code: Callable[[], dict[str, int]]
    key_of: Callable[[str], int | None]
    """Gives the key of the thing with a code, case and accents ignored."""
    unknown: str
    """Says that there is nothing with the code `code`."""
    set_many: Callable[[int], str]
    """Gives the label of a change of one field of so many things, to be filled with `field` and `count`."""
    complete: Callable[[Session, dict[str, Value]], None]
    """Fills what a new thing can't be without, its code apart."""
    check: Callable[[Values, Values], None]
    """Refuses what does not agree in all values of a thing, of which those given second are being set."""
    following: Callable[[Values, Before, Writing], dict[str, Value]]
    """Gives changes with what follows from them on the day on which they are made."""
    decided: Callable[[Values, Before], None]
    """Refuses changes that need more than a new value: they have a use case of their own."""
    parts: Callable[[int], Iterable[tuple[str, int]]]
    """Gives what goes with a thing when it is deleted, each with its entity, in the order in which it goes."""


class Conflict(Exception):
    """Someone else has changed a thing of a `kind` since it was read: `base` as read, `theirs` as it stands now.

    `theirs` is None where it was deleted. `mine` are the changes that were not made, `clashes` the fields to choose in,
    `alone` those that only the other has changed, `label` what the journal would have called the changes.
    """

    def __init__(
        self, kind: Editable[Any], base: Any, theirs: Any | None, mine: Changes, label: str = EDITED
    ) -> None:
        self.kind = kind
        self.label = label
        self.base = base
        self.theirs = theirs
        self.mine = dict(mine)
        catalogue = kind.catalogue()
        self.clashes = () if theirs is None else clashes(catalogue, base, theirs, mine)
        self.alone = () if theirs is None else theirs_alone(catalogue, base, theirs, mine)
        super().__init__(base.code)


def find(session: Session, kind: Editable[T], code: str) -> T:
    """Give the thing with this code, case and accents ignored. Raises Refusal where there is none."""
    key = kind.key_of(kept_line(code))
    if key is None:
        raise Refusal(kind.unknown, code=code)
    return kind.read(session, [key])[0]


def get(session: Session, kind: Editable[T], key: int) -> T | None:
    """Give the thing with this key, None where it has gone."""
    return next(iter(kind.read(session, [key])), None)


def add(session: Session, kind: Editable[T], values: Changes) -> T:
    """Add a thing and give it; without a code it gets the next free one."""
    with session.writing("") as group:
        key, ready = create(session, group, kind, values)
        group.label = _("Added {code} {name}").format(code=ready["code"], name=ready[kind.title])
    return kind.read(session, [key])[0]


def create(session: Session, group: Writing, kind: Editable[Any], values: Changes) -> tuple[int, Values]:
    """Make a thing inside a group of changes, and give its key with the values that it has then."""
    catalogue = kind.catalogue()
    ready = ready_values(values, catalogue)
    _complete(session, kind, ready, catalogue)
    nothing = {field.name: field.empty for field in catalogue}.get
    check_changes(kind, ready, nothing, catalogue)
    directory = references(group, ready, catalogue)
    ready = kind.following(ready, nothing, group)
    return group.create(kind.entity, packed(ready, catalogue, directory)), ready


def save(session: Session, kind: Editable[T], base: T, changes: Changes, label: str = EDITED) -> T:
    """Change fields of the thing that was read as `base`, and give it as it stands then.

    The journal calls it `label`, a message about its `code` and `name`.
    Raises Conflict where someone else has changed it since, Refusal where a value can't stand, or is not simply set.
    """
    catalogue = kind.catalogue()
    ready = ready_values(changes, catalogue)
    kind.decided(ready, base.value)
    return change(session, kind, base, ready, label)


def change(session: Session, kind: Editable[T], base: T, ready: Values, label: str) -> T:
    """Make settled changes of a thing under a label of their own, as `save` does."""
    try:
        with session.writing(_(label).format(code=base.code, name=base.value(kind.title))) as group:
            change_within(group, kind, base, ready)
    except StaleVersion:
        theirs = get(session, kind, base.id)
        if theirs is not None and all(theirs.value(name) == value for name, value in ready.items()):
            return theirs  # someone else has done the same
        raise Conflict(kind, base, theirs, ready, label) from None
    return kind.read(session, [base.id])[0]


def change_within(group: Writing, kind: Editable[T], base: T, ready: Values) -> None:
    """Make settled changes of a thing inside a group. Raises StaleVersion where someone else has changed it since."""
    catalogue = kind.catalogue()
    check_changes(kind, ready, base.value, catalogue, base.id)
    directory = references(group, ready, catalogue)
    said = kind.following(ready, base.value, group)
    group.change(kind.entity, base.id, base.version, packed(said, catalogue, directory))


def delete(session: Session, kind: Editable[T], base: T) -> None:
    """Delete a thing with what belongs to it; it can be undone. Raises Conflict as `save` does."""
    label = _("Deleted {code} {name}").format(code=base.code, name=base.value(kind.title))
    try:
        with session.writing(label) as group:
            for entity, key in kind.parts(base.id):
                group.delete(entity, key, None)
            group.delete(kind.entity, base.id, base.version)
    except StaleVersion:
        raise Conflict(kind, base, get(session, kind, base.id), {}) from None


def check_changes(
    kind: Editable[Any], changes: Changes, before: Before, catalogue: Catalogue, key: int | None = None
) -> None:
    """Check settled changes of one thing against the values that it had `before`; the one rule for all who write.

    `key` is its own, None where it is new. Raises Refusal where values contradict each other, or where the code is
    another's.
    """
    kind.check({**{field.name: before(field.name) for field in catalogue}, **changes}, changes)
    if "code" in changes and kind.key_of(str(changes["code"])) not in {None, key}:
        raise Refusal(
            N_("The code “{code}” is taken: choose another, or leave it empty."), code=str(changes["code"])
        )


def ready_values(values: Changes, catalogue: Catalogue) -> dict[str, Value]:
    """Give values as they are kept, names as the things are called.

    Raises Refusal for an unknown or computed field or a value that can't stand.
    """
    directory = Directory()
    ready: dict[str, Value] = {}
    for name, value in values.items():
        field = catalogue.get(name)
        if not field.settable:
            raise of_field(N_("{field} follows from other fields and can't be set."), field)
        ready[field.name] = directory.called(field.of, settled(field, value))
    return ready


def _complete(session: Session, kind: Editable[Any], ready: dict[str, Value], catalogue: Catalogue) -> None:
    """Fill a new thing's values with what it can't be without."""
    if not ready.get(kind.title):
        raise of_field(N_("{field} can't be empty: type it."), catalogue.by_name[kind.title])
    if not ready.get("code"):
        ready["code"] = next_code(kind.prefix, highest_code(kind))
    kind.complete(session, ready)


def highest_code(kind: Editable[Any], besides: Iterable[str] = ()) -> int:
    """Give the highest number in a code of a kind, 0 for none; those of deleted things count, and those given besides.

    Minutes and mails go on speaking of what was deleted: nothing else is called so.
    """
    codes = (*kind.keys_by_code(), *pasts.codes_gone(kind.entity), *besides)
    return max((code_number(kind.prefix, code) for code in codes), default=0)


def references(group: Writing, values: Changes, catalogue: Catalogue) -> Directory:
    """Add the things that `values` name and that a name alone makes, where they aren't there yet; give all names."""
    directory = Directory()
    for name, value in values.items():
        field = catalogue.by_name[name]
        if field.of in NEVER_MADE or not value:
            continue
        for wanted in value if isinstance(value, tuple) else (str(value),):
            names = directory.of(field.of)
            if names.find(wanted) is None:
                names.add(wanted, group.create(field.of, {"name": wanted}))
    return directory
