"""Fills an empty database with a demo portfolio that one can believe, to look at and to try things on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from db import journal as journal_kept
from db import portfolio as kept
from db import projects as projects_kept
from db.door import Writing
from pmo_tui import demo
from pmo_tui.demo import projects as made_up
from pmo_tui.demo import raid as made_up_raid
from pmo_tui.demo import risks as made_up_risks
from pmo_tui.demo.calendar import beginning
from pmo_tui.demo.lives import CLOSED, CLOSING, DELIVERY, IDEA, PLANNING, SCOPING
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.portfolio import View
from pmo_tui.domain.queries.scan import written
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import fold
from pmo_tui.services import views
from pmo_tui.services.demo_rounds import AUTHOR, Rounds
from pmo_tui.services.portfolio import add_own_fields
from pmo_tui.services.risk_issues import story
from pmo_tui.services.session import Session
from pmo_tui.words import _, language

USUAL = 212
MOST = 100_000
CHUNK = 2000
RISKY = 5000
"""How many projects have risks at the most."""

Progress = Callable[[int, int], None]
"""Told how many of how many projects are made."""


def silent(_done: int, _all: int) -> None:
    """Tell nobody."""


def is_demo(session: Session) -> bool:
    """Tell whether the database holds a demo portfolio."""
    return journal_kept.has_author(AUTHOR)


def make(session: Session, number: int = USUAL, seed: int = 1, progress: Progress = silent) -> None:
    """Fill the database with `number` projects and their last weeks, the same for the same seed, day and language.

    Raises Refusal where the database holds projects already.
    """
    if not 1 <= number <= MOST:
        raise Refusal(N_("A demo has 1 to {most} projects, not {number}."), most=MOST, number=number)
    if projects_kept.count():
        raise Refusal(
            N_("{path} holds projects already: name another file with --db."), path=session.store.path
        )
    words = demo.words(language())
    today = session.today()
    rounds = Rounds(session)
    with rounds.writing(beginning(today), _("Demo portfolio made")) as group:
        _surround(session, group, words)
        rounds.know()
        phases = Counter[int]()
        several = made_up.projects(number, seed, today, words)
        risky: list[made_up.Made] = []
        while chunk := list(islice(several, CHUNK)):
            rounds.begin(group, chunk)
            risky += [made for made in chunk if made.phase not in {IDEA, CLOSED}][: RISKY - len(risky)]
            phases.update(made.phase for made in chunk)
            progress(phases.total(), number)
        _limit(group, phases)
        told = demo.words(f"risks_{language()}")
        risks = list(made_up_risks.risks(risky, seed, beginning(today), today, told))
        rounds.begin_register(group, risks)
        actions = sum(len(risk.actions) for risk in risks)
        told_of_items = demo.words(f"raid_{language()}")
        items = list(made_up_raid.items(risky, seed, today, told_of_items, actions))
        happened = [risk for risk in risks if risk.threat and risk.later.get("status") == "occurred"]
        rounds.begin_items(group, items, made_up_raid.come_of(items, happened, story))
    rounds.go_on(words["board"], told["review"])


def _surround(session: Session, group: Writing, words: dict[str, Any]) -> None:
    """Write what stands around the projects: settings, programmes, objectives, people, own fields and views."""
    group.change("portfolio", 1, None, {"name": words["portfolio"]})
    for entity, things in (("programme", words["programmes"]), ("objective", words["objectives"])):
        group.create_many(entity, [{"name": t["name"], "description": t["description"]} for t in things])
    group.create_many("person", list(_people(session.who)))
    add_own_fields(group, made_up.own_fields(words))
    closed = kept.phases()[-1].name
    for view in words["views"]:
        query = view["query"].format(closed=written(closed))
        shared = View(0, 1, view["name"], query, view["mode"], tuple(view["columns"]))
        group.create("view", views.facts(shared))


def _people(who: str) -> Iterator[Facts]:
    """Give the people; the first manager is the person at the keyboard, so that their own view holds something."""
    for name in demo.PEOPLE:
        email = fold(name).replace(" ", ".").replace("'", "") + "@example.org"
        yield {"name": name, "login": who if name == made_up.MANAGERS[0] else None, "email": email}


def _limit(group: Writing, counts: Counter[int]) -> None:
    """Set limits of work in progress that the portfolio keeps, but for one: there is too much in planning."""
    for place, room in ((SCOPING, 4), (PLANNING, -2), (DELIVERY, 6), (CLOSING, 3)):
        phase = kept.phases()[place]
        group.change("phase", phase.id, None, {"wip_limit": max(1, counts[place] + room)})
