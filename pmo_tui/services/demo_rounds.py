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
from pmo_tui.domain.health import Health
from pmo_tui.domain.journal import Facts
from pmo_tui.services.session import Session
from pmo_tui.words import _

AUTHOR = "pmo-tui demo"
"""The author of the demo's groups in the journal: nobody's to undo, and the mark by which a demo is known."""

STATUS, COMMITTEE = time(14), time(9)
"""At what time status is collected and the committee sits."""


class Rounds:
    """The groups of a demo in the order of their days."""

    def __init__(self, session: Session) -> None:
        self.session = session
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

    def go_on(self, committee: str) -> None:
        """Write what became different since, one group for each day on which anything did."""
        for (day, status), steps in sorted(self._to_come.items()):
            label, at = (_("Weekly status"), STATUS) if status else (committee, COMMITTEE)
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


def moment_of(day: date, at: time = COMMITTEE) -> datetime:
    """Give a time of a day in UTC as moments are kept."""
    return datetime.combine(day, at, UTC).replace(tzinfo=None)
