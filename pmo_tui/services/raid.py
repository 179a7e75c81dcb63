"""Use cases of the items beside the risks: each kind as it is edited, which all go by the same rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from db import raid as kept
from db import risks as risks_kept
from db.door import Writing
from pmo_tui.domain import raid as rules
from pmo_tui.domain.actions import ACTIONS
from pmo_tui.domain.assumptions import ASSUMPTIONS
from pmo_tui.domain.change_requests import CHANGE_REQUESTS
from pmo_tui.domain.decisions import DECISIONS
from pmo_tui.domain.dependencies import DEPENDENCIES
from pmo_tui.domain.fields import Value, Values
from pmo_tui.domain.issues import ISSUES
from pmo_tui.domain.items import Item
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.raid import ItemKind
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.editing import Before, Editable
from pmo_tui.services.risks import check_people, placed
from pmo_tui.services.session import Session
from pmo_tui.words import _n


def _editable(kind: ItemKind, unknown: str, set_many: Callable[[int], str]) -> Editable[Item]:
    """Give how the items of a kind are edited."""

    def read(session: Session, keys: Sequence[int]) -> list[Item]:
        """Read some of them."""
        return kept.read(kind, keys, session.today())

    def as_it_stood(session: Session, key: int, facts: Facts, version: int) -> Item:
        """Give one of what was kept of it."""
        return kept.as_it_stood(kind, key, facts, version, session.today())

    def complete(session: Session, ready: dict[str, Value]) -> None:
        """Give a new one what it can't be without."""
        for name, value in rules.usual(kind, ready).items():
            ready[name] = ready.get(name) or value
        ready.setdefault("raised", session.today())

    def check(whole: Values, changes: Values) -> None:
        """Refuse values that contradict each other, and a state of which nobody says what it asks for."""
        check_item(kind, whole, changes)
        rules.asked(kind, changes, whole.get)

    def following(changes: Values, before: Before, group: Writing) -> dict[str, Value]:
        """Give changes with the days of the states that are reached."""
        return rules.dated(kind, changes, before, group.day)

    def parts(key: int) -> Iterable[tuple[str, int]]:
        """Give what goes with one: its comments and relations."""
        return kept.keys_of_parts(kind.thing, [key])

    return Editable(
        entity=kind.thing,
        title="title",
        prefix=kind.prefix,
        catalogue=lambda: kind.catalogue,
        read=read,
        as_it_stood=as_it_stood,
        keys_by_code=partial(kept.keys_by_code, kind.thing),
        key_of=partial(kept.key_of, kind.thing),
        unknown=unknown,
        set_many=set_many,
        complete=complete,
        check=check,
        following=following,
        decided=partial(rules.decided, kind),
        parts=parts,
    )


def check_item(kind: ItemKind, whole: Values, changes: Values) -> None:
    """Refuse values of an item that contradict each other or its place, and people who have left."""
    if whole.get("risk") is not None:
        _check_risk(whole, changes)
    elif "programme" in kind.catalogue.by_name:
        whole = placed(_apart(whole, changes), changes)
    rules.agreeing(kind, whole, changes)
    check_people(changes, kind.people)


def _apart(whole: Values, changes: Values) -> Values:
    """Give the values of an item without the programme of a project that it leaves."""
    leaves = "project" in changes and changes["project"] is None and "programme" not in changes
    return {**whole, "programme": None} if leaves else whole


def _check_risk(whole: Values, changes: Values) -> None:
    """Refuse a project or a programme for an action of a risk that is not the risk's."""
    key = risks_kept.key_of(str(whole["risk"]))
    if key is None or not (changes.get("project") or changes.get("programme")):
        return
    project, programme = risks_kept.place_of(key)
    if changes.get("project") not in {None, project} or changes.get("programme") not in {None, programme}:
        raise Refusal(
            N_("The project is that of the risk {risk}: change it there, or leave it empty."),
            risk=whole["risk"],
        )


ISSUE = _editable(
    ISSUES,
    N_("There is no issue with the code “{code}”. `pmo-tui list issues` shows them."),
    lambda count: _n("Set {field} of {count} issue", "Set {field} of {count} issues", count),
)
ASSUMPTION = _editable(
    ASSUMPTIONS,
    N_("There is no assumption with the code “{code}”. `pmo-tui list assumptions` shows them."),
    lambda count: _n("Set {field} of {count} assumption", "Set {field} of {count} assumptions", count),
)
DEPENDENCY = _editable(
    DEPENDENCIES,
    N_("There is no dependency with the code “{code}”. `pmo-tui list dependencies` shows them."),
    lambda count: _n("Set {field} of {count} dependency", "Set {field} of {count} dependencies", count),
)
ACTION = _editable(
    ACTIONS,
    N_("There is no action with the code “{code}”. `pmo-tui list actions` shows them."),
    lambda count: _n("Set {field} of {count} action", "Set {field} of {count} actions", count),
)
DECISION = _editable(
    DECISIONS,
    N_("There is no decision with the code “{code}”. `pmo-tui list decisions` shows them."),
    lambda count: _n("Set {field} of {count} decision", "Set {field} of {count} decisions", count),
)
CHANGE_REQUEST = _editable(
    CHANGE_REQUESTS,
    N_("There is no change request with the code “{code}”. `pmo-tui list changes` shows them."),
    lambda count: _n(
        "Set {field} of {count} change request", "Set {field} of {count} change requests", count
    ),
)

EDITABLES: dict[str, Editable[Item]] = {
    kind.entity: kind for kind in (ISSUE, ASSUMPTION, DEPENDENCY, ACTION, DECISION, CHANGE_REQUEST)
}
"""Each kind as it is edited, by what the journal calls it."""
