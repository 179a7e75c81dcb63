"""Use cases of the matrix of risks: which of them stand in which cell, and where they have come from since a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from db import asking, pasts
from db import journal as journal_kept
from db import risks as kept
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.risk_grades import Grade, grade
from pmo_tui.domain.risk_values import PREFIXES, Scales
from pmo_tui.domain.risks import STEPS, Severity, Side, Status
from pmo_tui.services.lists import question
from pmo_tui.services.risk_lists import RISKS
from pmo_tui.services.session import Session, one_moment

Which = Literal["inherent", "current", "target"]
"""The assessment of which a matrix is asked."""

Place = tuple[int, int]
"""Where a cell is: the steps of probability and of impact, 1 the least."""

SCORES: Mapping[Which, str] = {"inherent": "inherent", "current": "score", "target": "target"}
"""The score that follows from each assessment."""


class Cell(NamedTuple):
    """A cell of the matrix: the grade of what stands in it, and the keys of the risks that do, in the query's order."""

    grade: Grade
    keys: tuple[int, ...] = ()


class Matrix(NamedTuple):
    """The risks of a query and of one side by probability and impact, all 25 cells.

    Apart from them: the keys of those that have no score, how many are left out for they are over, and how many are
    of the other side, where nothing is over: what is good news of an opportunity is bad news of a threat.
    """

    which: Which
    cells: Mapping[Place, Cell]
    unscored: tuple[int, ...]
    over: int
    scales: Scales
    side: Side = Side.THREAT
    others: int = 0

    @property
    def placed(self) -> int:
        """How many risks stand in a cell."""
        return sum(len(cell.keys) for cell in self.cells.values())


class Move(NamedTuple):
    """A risk that stands elsewhere than it did: its cells then and now, None where it stood in none.

    It stands in none while it has no score, before it was raised, and when it is over.
    """

    key: int
    code: str
    title: str
    then: Place | None
    now: Place | None
    side: Side = Side.THREAT
    known: bool = True
    """Whether it was there already: one that was not is new."""
    over: bool = False
    """Whether nothing is awaited of it any more."""

    @property
    def worsened(self) -> int:
        """By how much it is worse than it was: a threat that scores more, an opportunity that scores less."""
        if self.then is None or self.now is None:
            return 0
        risen = self.now[0] * self.now[1] - self.then[0] * self.then[1]
        return risen if self.side is Side.THREAT else -risen


@one_moment
def matrix(
    session: Session, query_text: str = "", which: Which = "current", side: Side | None = None
) -> Matrix:
    """Give the matrix of the risks that meet a query by one of their assessments; those that are over are left out.

    Without a `side` it is that of the threats, or of the opportunities where the query finds nothing else.
    """
    asked = question(session, RISKS, query_text)
    scales = kept.scales_kept()
    probability, impact, _prefix = PREFIXES[SCORES[which]]
    found = asking.columns(asked, ("side", probability, impact, "status"))
    counts = Counter(kept_side for _key, kept_side, *_rest in found)
    side = side or (Side.THREAT if counts[Side.THREAT.value] or not counts else Side.OPPORTUNITY)
    keys: dict[Place | None, list[int]] = {}
    over = others = 0
    for key, kept_side, row, column, status in found:
        if kept_side != side.value:
            others += not Status(status).over
        elif Status(status).over:
            over += 1
        else:
            keys.setdefault(_place(row, column), []).append(key)
    cells = {place: Cell(each, tuple(keys.get(place, ()))) for place, each in _grades(scales).items()}
    return Matrix(which, cells, tuple(keys.get(None, ())), over, scales, side, others)


@one_moment
def movement(session: Session, query_text: str, since: date, side: Side = Side.THREAT) -> tuple[Move, ...]:
    """Give the risks of a side that meet a query now and stand in another cell than they did when a day began.

    The past is read from the journal: a risk that it didn't know by then stood in no cell.
    """
    found = asking.columns(question(session, RISKS, query_text), ("code", "title", "side", *_MOVING))
    rows = [row for row in found if row[3] == side.value]
    now: dict[int, Facts] = {
        key: dict(zip(_MOVING, facts, strict=True)) for key, _code, _title, _side, *facts in rows
    }
    then = facts_at(since, now)
    moves = (
        Move(
            key,
            code,
            title,
            _stood(then[key]),
            _stood(now[key]),
            Side(side),
            known=then[key] is not None,
            over=Status(now[key]["status"]).over,
        )
        for key, code, title, side, *_ in rows
    )
    return tuple(move for move in moves if move.then != move.now)


_MOVING = ("probability", "impact", "status")
"""The facts on which it depends where a risk stands."""


def facts_at(day: date, now: Mapping[int, Facts]) -> dict[int, Facts | None]:
    """Give the facts of risks as they were when a day began, by key, of those facts that they are given with now.

    It is read backwards from the journal: None for a risk that was not there.
    """
    then: dict[int, Facts | None] = dict(now)
    names = list(next(iter(now.values()), ()))
    defaults = journal_kept.defaults("risk")
    unsaid = {name: defaults[name] for name in names}
    for _at, key, before in pasts.befores("risk", names, day):
        if key in then:
            then[key] = None if before is None else {**(then[key] or unsaid), **before}
    return then


def _stood(facts: Facts | None) -> Place | None:
    """Give the cell in which a risk stands by its facts; None for one that is not there."""
    if facts is None or Status(facts["status"]).over:
        return None
    return _place(facts["probability"], facts["impact"])


def _place(probability: object, impact: object) -> Place | None:
    """Give the cell of an assessment, None where it has no score."""
    if isinstance(probability, int) and isinstance(impact, int):
        return probability, impact
    return None


def _grades(scales: Scales) -> dict[Place, Grade]:
    """Give the grade of each cell, the least first."""
    places = [(probability, impact) for probability in STEPS for impact in STEPS]
    found = {place: grade(Severity(place[0], whole=place[1]), scales) for place in places}
    return {place: each for place, each in found.items() if each is not None}
