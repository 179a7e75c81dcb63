"""Movements: what a cell tells of the risks that came to it and left it, and the list of them; pure."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pmo_tui.services.risk_matrix import Matrix, Move, Place
from pmo_tui.words import _, _n, numbers
from pmo_tui.words.dates import date_
from screens.cells import Line, Span, fit, line
from screens.glyphs import Glyphs
from screens.matrix.sides import hot


class Movements(NamedTuple):
    """The moves since a day."""

    since: date
    moves: tuple[Move, ...]

    def told(self, cell: Place, here: Place, glyphs: Glyphs) -> str:
        """Tell in a few cells what a cell has to do with that of the cursor.

        The cell of the cursor tells how many came and left; another one how many came from it, and went to it.
        """
        if cell == here:
            came = sum(move.now == cell for move in self.moves)
            left = sum(move.then == cell for move in self.moves)
            parts = [
                f"+{numbers.whole(came)}" if came else "",
                f"{numbers.MINUS}{numbers.whole(left)}" if left else "",
            ]
            return " ".join(filter(None, parts)) or glyphs.dot
        source = sum(move.then == cell and move.now == here for move in self.moves)
        target = sum(move.then == here and move.now == cell for move in self.moves)
        parts = [f"{source}{glyphs.to}" if source else "", f"{glyphs.to}{target}" if target else ""]
        return " ".join(filter(None, parts)) or glyphs.dot

    def summary(self) -> str:
        """Say how many have moved for better and for worse, are new, were scored first or no more, and are over."""
        worse = sum(move.worsened > 0 for move in self.moves)
        better = sum(move.worsened < 0 for move in self.moves)
        new = sum(not move.known for move in self.moves)
        over = sum(move.over for move in self.moves)
        counts = (
            (worse, _n("{count} worse", "{count} worse", worse)),
            (better, _n("{count} better", "{count} better", better)),
            (new, _n("{count} new", "{count} new", new)),
            (over, _n("{count} over", "{count} over", over)),
        )
        told = ", ".join(said.format(count=numbers.whole(count)) for count, said in counts)
        return _("Since {day}: {moves}").format(day=date_(self.since), moves=told)

    def of(self, cell: Place) -> list[Move]:
        """Give the moves to a cell and from it, the worst first."""
        found = [move for move in self.moves if cell in {move.then, move.now}]
        return sorted(found, key=lambda move: move.worsened, reverse=True)


def _nowhere(move: Move, *, now: bool) -> str:
    """Say why a risk stands in no cell: it is over, it was not there, or it has no score."""
    if now:
        return _("over") if move.over else _("no score")
    return _("no score") if move.known else _("new")


def move_line(move: Move, matrix: Matrix, glyphs: Glyphs) -> Line:
    """Give a move: from which score to which, and which risk."""
    spans: list[str | Span] = [" "]
    for place, after in ((move.then, f" {glyphs.to} "), (move.now, "  ")):
        if place is None:
            spans.append((fit(_nowhere(move, now=after == "  "), 8), "muted"))
        else:
            found = matrix.cells[place].grade
            told = fit(f"{place[0]}×{place[1]} {found.score}{found.letter}", 8)
            spans.append((told, hot(matrix.side, found)))
        spans.append((after, "faint"))
    return line(*spans, (f"{move.code} ", "muted"), move.title)


def moved_lines(found: Movements, place: Place, matrix: Matrix, glyphs: Glyphs, most: int) -> list[Line]:
    """Give the moves to a cell and from it, as many as there is room for."""
    moves = found.of(place)
    lines = [move_line(move, matrix, glyphs) for move in moves[:most]]
    if len(moves) > most:
        more = len(moves) - most + 1
        told = _n("and {count} more", "and {count} more", more).format(count=numbers.whole(more))
        lines[-1:] = [line((f" {told}", "muted"))]
    return lines or [line((" " + _("None has come here or left."), "muted"))]
