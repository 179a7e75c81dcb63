"""The rows of the welcome: the ways to begin, each with its key and one sentence; pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pmo_tui.domain.refusal import N_
from pmo_tui.words import _
from screens.cells import BLANK, Line, fit, line, width, wrapped

_NAME_CELLS = 24
_LEAST_BESIDE = 72
"""From how many cells on a sentence stands beside its name, else below it."""
_WIDEST = 52


@dataclass(frozen=True, slots=True)
class Way:
    """A way to begin: the action that does it, its name and what it does."""

    action: str
    name: str
    sentence: str


WAYS = (
    Way(
        "welcome.import",
        N_("Import a file"),
        N_("Your projects from a CSV or JSON file. You see what would happen before anything does."),
    ),
    Way(
        "welcome.demo",
        N_("Look at a demo"),
        N_("A portfolio of 212 invented projects in a file of its own; yours stays as it is."),
    ),
    Way(
        "welcome.add",
        N_("Add the first project"),
        N_("A name is enough; everything else can be filled in later."),
    ),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list; lines below the first one of a way have no key, so the cursor passes over them."""

    way: str | None
    drawn: Line


def rows(cells: int, key_of: Callable[[str], str], *, begun: bool, airy: bool) -> list[Row]:
    """Give the ways, each with the key of its action, with an empty line between them where there is room.

    Where one has `begun` the first project is there already, and the board adds the next ones.
    """
    found: list[Row] = []
    for way in WAYS[:-1] if begun else WAYS:
        if found and airy:
            found.append(Row(None, BLANK))
        lay_out = _beside if cells >= _LEAST_BESIDE else _below
        found += lay_out(way, f" {key_of(way.action)}  ", cells)
    return found


def _beside(way: Way, key: str, cells: int) -> list[Row]:
    """Give a way with its sentence beside its name."""
    room = min(_WIDEST, cells - _NAME_CELLS - width(key) - 2)
    first, *more = wrapped(_(way.sentence), room)
    indent = " " * (_NAME_CELLS + width(key))
    name = line((key, "key"), (fit(_(way.name), _NAME_CELLS), "strong"), first)
    return [Row(way.action, name), *(Row(None, line(indent, each)) for each in more)]


def _below(way: Way, key: str, cells: int) -> list[Row]:
    """Give a way with its sentence below its name."""
    sentence = wrapped(_(way.sentence), max(10, cells - 6))
    name = line((key, "key"), (_(way.name), "strong"))
    return [Row(way.action, name), *(Row(None, line("    ", each)) for each in sentence)]


def below(pairs: Sequence[tuple[str, str]], cells: int) -> list[Row]:
    """Give labels with what they stand for, to stand below the ways; a long path is cut at its beginning."""
    label_cells = max((width(label) for label, _value in pairs), default=0)
    lines = [
        line((f" {fit(label, label_cells)}   ", "muted"), _tail(value, cells - label_cells - 5))
        for label, value in pairs
    ]
    return [Row(None, each) for each in (BLANK, BLANK, *lines)]


def _tail(text: str, cells: int) -> str:
    """Give the end of a text that is too long: of a path the end says most."""
    while width(text) > cells > 1:
        text = "…" + text[2:]
    return text
