"""Fills an empty database with a demo portfolio that one can believe, to look at and to try things on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from db import journal as journal_kept
from db import portfolio as kept
from db import projects as projects_kept
from db.door import Writing
from db.names import Directory
from pmo_tui import demo
from pmo_tui.demo import projects as made_up
from pmo_tui.demo.lives import CLOSING, DELIVERY, PLANNING, SCOPING
from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.health import Health
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import fold
from pmo_tui.services.portfolio import add_own_fields
from pmo_tui.services.session import Session
from pmo_tui.words import _, language

AUTHOR = "pmo-tui demo"
"""The author of the demo's group in the journal: nobody's to undo, and the mark by which a demo is known."""

USUAL = 212
MOST = 100_000
CHUNK = 2000

Progress = Callable[[int, int], None]
"""Told how many of how many projects are made."""


def silent(_done: int, _all: int) -> None:
    """Tell nobody."""


def is_demo(session: Session) -> bool:
    """Tell whether the database holds a demo portfolio."""
    return journal_kept.has_author(AUTHOR)


def make(session: Session, number: int = USUAL, seed: int = 1, progress: Progress = silent) -> None:
    """Fill the database with `number` projects, the same for the same seed, day and language, as one group.

    Raises Refusal where the database holds projects already.
    """
    if not 1 <= number <= MOST:
        raise Refusal(N_("A demo has 1 to {most} projects, not {number}."), most=MOST, number=number)
    if projects_kept.count():
        raise Refusal(
            N_("{path} holds projects already: name another file with --db."), path=session.store.path
        )
    words = demo.words(language())
    with session.writing(_("Demo portfolio made")) as group:
        group.who = AUTHOR
        _surround(session, group, words)
        catalogue, directory = kept.catalogue(), Directory()
        phases = Counter[int]()
        several = made_up.projects(number, seed, session.today(), words)
        while chunk := list(islice(several, CHUNK)):
            _write(group, chunk, catalogue, directory)
            phases.update(made.phase for made in chunk)
            progress(phases.total(), number)
        _limit(group, phases)


def _surround(session: Session, group: Writing, words: dict[str, Any]) -> None:
    """Write what stands around the projects: settings, programmes, objectives, people, own fields and views."""
    group.change("portfolio", 1, None, {"name": words["portfolio"]})
    for entity, things in (("programme", words["programmes"]), ("objective", words["objectives"])):
        group.create_many(entity, [{"name": t["name"], "description": t["description"]} for t in things])
    group.create_many("person", list(_people(session.who)))
    add_own_fields(group, made_up.own_fields(words))
    closed = kept.phases()[-1].name
    for view in words["views"]:
        query = view["query"].format(closed=_quoted(closed))
        group.create("view", _view(view, query))


def _view(view: dict[str, Any], query: str) -> Facts:
    """Give the facts of a view that all share."""
    return {
        "name": view["name"],
        "query": query,
        "mode": view["mode"],
        "columns": json.dumps(view["columns"]),
    }


def _quoted(name: str) -> str:
    """Give a name as a query takes it."""
    return f'"{name}"' if " " in name else name


def _people(who: str) -> Iterator[Facts]:
    """Give the people; the first manager is the person at the keyboard, so that their own view holds something."""
    for name in demo.PEOPLE:
        email = fold(name).replace(" ", ".").replace("'", "") + "@example.org"
        yield {"name": name, "login": who if name == made_up.MANAGERS[0] else None, "email": email}


def _write(group: Writing, chunk: list[made_up.Made], catalogue: Catalogue, directory: Directory) -> None:
    """Write projects and the decisions taken about them."""
    phases = kept.phases()
    rows = []
    for made in chunk:
        values = {**made.values, "phase": phases[made.phase].name}
        previous = (made.previous or Health.GREY).value
        rows.append({**projects_kept.packed(values, catalogue, directory), "health_previous": previous})
    keys = group.create_many("project", rows)
    group.create_many(
        "decision",
        [
            {
                "project": key,
                "gate": phases[taken.place].gate or phases[taken.place].name,
                "decision": taken.decision.value,
                "decided_on": taken.on.isoformat(),
                "from_phase": phases[taken.place - 1].id,
                "to_phase": phases[taken.place].id,
                "decided_by": directory.of("person").find(demo.PEOPLE[0]),
                "conditions": taken.conditions,
                "note": taken.note,
            }
            for key, made in zip(keys, chunk, strict=True)
            for taken in made.decisions
        ],
    )


def _limit(group: Writing, counts: Counter[int]) -> None:
    """Set limits of work in progress that the portfolio keeps, but for one: there is too much in planning."""
    for place, room in ((SCOPING, 4), (PLANNING, -2), (DELIVERY, 6), (CLOSING, 3)):
        phase = kept.phases()[place]
        group.change("phase", phase.id, None, {"wip_limit": max(1, counts[place] + room)})
