"""Use cases of the matrix: how many risks stand in each cell of probability and impact, and from where they came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from db import journal as journal_kept
from db import risks as kept
from db import sql
from db.asking import Question
from pmo_tui.domain.risk_grades import Grade, grade
from pmo_tui.domain.risk_values import PREFIXES, Scales
from pmo_tui.domain.risks import STEPS, Severity
from pmo_tui.services.lists import question
from pmo_tui.services.risk_lists import RISKS
from pmo_tui.services.session import Session, one_moment

Cell = tuple[int, int]
"""A probability and an impact, 1 to 5 each."""

CELLS: tuple[Cell, ...] = tuple((probability, impact) for probability in STEPS for impact in STEPS)
"""All cells of the matrix."""


class Matrix(NamedTuple):
    """The keys of risks by cell, each in the order of the query; `without` counts those that have no such score."""

    which: str
    keys: Mapping[Cell, tuple[int, ...]]
    without: int
    scales: Scales

    def count(self, cell: Cell) -> int:
        """Tell how many risks stand in a cell."""
        return len(self.keys.get(cell, ()))

    @property
    def total(self) -> int:
        """How many risks stand in any cell."""
        return sum(map(len, self.keys.values()))


class Move(NamedTuple):
    """A risk whose cell is another than it was; `before` is None where it had no score then, or was not there."""

    key: int
    code: str
    title: str
    before: Cell | None
    now: Cell | None


def grade_of(cell: Cell, scales: Scales) -> Grade:
    """Give the grade of every risk in a cell."""
    found = grade(Severity(cell[0], {}, cell[1]), scales)
    assert found is not None
    return found


@one_moment
def matrix(session: Session, text: str, which: str = "score") -> Matrix:
    """Give the risks that meet a query by the cell of a score: inherent, score (the current one) or target."""
    asked = question(session, RISKS, text)
    probability, impact, _prefix = PREFIXES[which]
    columns = (asked.entity.record.id, asked.column(probability), asked.column(impact))
    found: dict[Cell, list[int]] = {}
    without = 0
    for key, likely, hard in sql.tuples(asked.ordered(asked.select(*columns))):
        if likely is None or hard is None:
            without += 1
        else:
            found.setdefault((likely, hard), []).append(key)
    return Matrix(which, {cell: tuple(keys) for cell, keys in found.items()}, without, kept.scales_kept())


@one_moment
def movement(session: Session, text: str, since: date) -> tuple[Move, ...]:
    """Give the risks of a query that stand in another cell than at the beginning of a day, in the query's order.

    It is read backwards from the journal; those that were not there yet, or had no score, come from nowhere.
    """
    asked = question(session, RISKS, text)
    now = _standing(asked)
    then: dict[int, dict[str, object]] = {key: dict(facts) for key, (_name, facts) in now.items()}
    for _at, change in journal_kept.since("risk", now, since):
        if change.before is None:
            then.pop(change.key, None)
        elif change.key in then:
            then[change.key] |= {name: change.before[name] for name in _FACTS if name in change.before}
    moves = (Move(key, *name, _cell(then.get(key, {})), _cell(facts)) for key, (name, facts) in now.items())
    return tuple(move for move in moves if move.before != move.now)


_FACTS = PREFIXES["score"][:2]
"""What says in which cell a risk stands."""


def _standing(asked: Question) -> dict[int, tuple[tuple[str, str], dict[str, object]]]:
    """Give code, title and cell of the risks that meet a question, by key, in its order."""
    names = ("code", "title", *_FACTS)
    columns = [asked.entity.record.id, *(asked.column(name) for name in names)]
    rows = sql.tuples(asked.ordered(asked.select(*columns)))
    return {key: ((code, title), dict(zip(_FACTS, cell, strict=True))) for key, code, title, *cell in rows}


def _cell(facts: Mapping[str, object]) -> Cell | None:
    """Give the cell that facts say, None for none."""
    probability, impact = (facts.get(name) for name in _FACTS)
    return (probability, impact) if isinstance(probability, int) and isinstance(impact, int) else None
