"""Writes a demo portfolio as it came about: its beginning, then week after week what was reported and decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

from db import portfolio as kept
from db.door import Edit, Writing
from db.names import Directory
from db.packing import packed
from pmo_tui import demo
from pmo_tui.demo.decisions import Taken
from pmo_tui.demo.past import Step
from pmo_tui.demo.projects import Made
from pmo_tui.demo.raid import MadeItem, MadeTie
from pmo_tui.demo.risks import MadeRisk
from pmo_tui.domain.actions import ACTIONS
from pmo_tui.domain.codes import next_code
from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.raid_kinds import BY_NOUN
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.risk_parts import ACTION_FIELDS
from pmo_tui.services.relations import facts
from pmo_tui.services.session import Session
from pmo_tui.words import _, every_language

AUTHOR = "pmo-tui demo"
"""The author of the demo's groups in the journal: nobody's to undo, and the mark by which a demo is known."""

STATUS, COMMITTEE, REVIEW = time(14), time(9), time(11)
"""At what time status is collected, the committee sits and risks are reviewed."""


class Rounds:
    """The groups of a demo in the order of their days."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._reviews: dict[date, list[tuple[int, Facts]]] = defaultdict(list)
        self._to_come: dict[tuple[date, bool], list[tuple[int, Step]]] = defaultdict(list)

    def know(self) -> None:
        """Take up the phases, fields and names, once they are written."""
        self.phases = kept.phases()
        self.catalogue = kept.catalogue()
        self.directory = Directory()

    @contextmanager
    def writing(self, day: date, label: str, at: time = COMMITTEE) -> Iterator[Writing]:
        """Open the door for a group of a past day, or of this moment where that is still to come."""
        moment = min(self.session.clock(), moment_of(day, at))
        past = Session(self.session.store, AUTHOR, self.session.door, lambda: moment)
        with past.writing(label) as group:
            yield group

    def begin(self, group: Writing, chunk: Sequence[Made]) -> None:
        """Write projects as they were at the beginning, and keep in mind what became of them."""
        keys = group.create_many("project", [self._first(made) for made in chunk])
        together = list(zip(keys, chunk, strict=True))
        before = [self._decision(key, taken) for key, made in together for taken in made.past.decisions]
        group.create_many("decision", before)
        for key, made in together:
            for step in made.past.steps:
                self._to_come[step.on, step.taken is None].append((key, step))

    def _first(self, made: Made) -> Facts:
        """Give a project as it was at the beginning."""
        phase, previous = self.phases[made.past.phase].name, made.past.previous or Health.GREY
        values = {**made.values, **made.past.values, "phase": phase, "health_previous": previous}
        return packed(values, self.catalogue, self.directory)

    def begin_register(self, group: Writing, made: Sequence[MadeRisk]) -> None:
        """Write risks as they were at the beginning with their actions, and keep in mind what became of them."""
        directory = Directory()
        keys = group.create_many("risk", [_risk(each.values, directory) for each in made])
        together = list(zip(keys, made, strict=True))
        actions = [(key, action) for key, each in together for action in each.actions]
        facts = [
            {
                **packed(action, ACTION_FIELDS, directory),
                "risk": key,
                "code": next_code(ACTIONS.prefix, number),
            }
            for number, (key, action) in enumerate(actions)
        ]
        group.create_many(ACTIONS.thing, facts)
        for key, each in together:
            if each.later:
                self._reviews[each.reviewed].append((key, _risk(each.later, directory)))

    def begin_items(self, group: Writing, made: Sequence[MadeItem], ties: Sequence[MadeTie]) -> None:
        """Write the items beside the risks, and how they are related."""
        directory = Directory()
        keys = {("risk", code): key for key, code in directory.of("risk").by_id.items()}
        for noun, kind in BY_NOUN.items():
            mine = [each.values for each in made if each.noun == noun]
            found = group.create_many(kind.thing, [packed(each, kind.catalogue, directory) for each in mine])
            keys |= {(kind.thing, str(each["code"])): key for each, key in zip(mine, found, strict=True)}
        relations = [facts((t.this[0], keys[t.this]), (t.other[0], keys[t.other]), t.tie) for t in ties]
        group.create_many("relation", relations)

    def go_on(self, committee: str, review: str) -> None:
        """Write what became different since, one group for each day and occasion on which anything did."""
        for day in sorted({*(day for day, _status in self._to_come), *self._reviews}):
            self._go_on_with(day, status=False, label=committee, at=COMMITTEE)
            if reviewed := self._reviews.get(day):
                with self.writing(day, review, REVIEW) as group:
                    group.change_many("risk", [(key, None, facts) for key, facts in reviewed])
            self._go_on_with(day, status=True, label=_("Weekly status"), at=STATUS)

    def _go_on_with(self, day: date, *, status: bool, label: str, at: time) -> None:
        """Write what became different of projects on an occasion of a day, if anything did."""
        steps = self._to_come.get((day, status))
        if not steps:
            return
        with self.writing(day, label, at) as group:
            group.change_many("project", self._edits(steps))
            taken = [self._decision(key, step.taken) for key, step in steps if step.taken]
            group.create_many("decision", taken)

    def _edits(self, steps: Sequence[tuple[int, Step]]) -> list[Edit]:
        """Give the changes of projects that steps stand for."""
        edits: list[Edit] = []
        for key, step in steps:
            values = dict(step.values)
            if step.taken and step.taken.decision.opens:
                values["phase"] = self.phases[step.taken.place].name
            edits.append((key, None, packed(values, self.catalogue, self.directory)))
        return edits

    def _decision(self, project: int, taken: Taken) -> Facts:
        """Give the facts of a decision."""
        to = self.phases[taken.place]
        return {
            "project": project,
            "gate": to.gate or to.name,
            "decision": taken.decision.value,
            "decided_on": taken.on.isoformat(),
            "from_phase": self.phases[taken.place - 1].id,
            "to_phase": to.id,
            "decided_by": self.directory.of("person").find(demo.PEOPLE[0]),
            "conditions": taken.conditions,
            "note": taken.note,
        }


def _risk(values: dict[str, Value], directory: Directory) -> Facts:
    """Give the facts of a risk, whose category is called in English so far and is kept as the set-up called it."""
    if "category" not in values:
        return packed(values, RISK_FIELDS, directory)
    names = (said(str(values["category"])) for said in every_language())
    there = next((name for name in names if directory.of("risk_category").find(name) is not None), None)
    return packed({**values, "category": there}, RISK_FIELDS, directory)


def moment_of(day: date, at: time = COMMITTEE) -> datetime:
    """Give a time of a day in UTC as moments are kept."""
    return datetime.combine(day, at, UTC).replace(tzinfo=None)
