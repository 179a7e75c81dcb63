"""The bars: what the line of navigation and the line of keys say at a given width; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pmo_tui.words import _
from screens.actions.action import Action, first_key, in_footer
from screens.cells import Line, Span, safe, width
from screens.shell.keys import PALETTE
from screens.shell.registry import Entry


def _cells(spans: Iterable[Span]) -> int:
    """Tell how many cells spans take."""
    return sum(width(safe(text)) for text, _role in spans)


def _entry(entry: Entry, present: str) -> list[Span]:
    """Give one page of the navigation, the present one strong."""
    label = (_(entry.label), "strong" if entry.id == present else "muted")
    return [("  ", ""), (f"{entry.number} ", "accent"), label]


def navigation(pages: Sequence[Entry], present: str, place: str, user: str, cells: int) -> Line:
    """Give the line of navigation; where it is narrow the place yields first, then the last pages."""
    numbered = [page for page in pages if page.number]
    drawn = {page.id: _entry(page, present) for page in numbered}
    head: list[Span] = [(" PMO", "key")]
    needed = _cells(head) + sum(_cells(spans) for spans in drawn.values())
    facts = [fact for fact in (place, user) if fact]
    while len(facts) > 1 and needed + _cells([(" · ".join(facts), "")]) + 3 > cells:
        facts.pop(0)
    right: list[Span] = [(" · ".join(facts) + " ", "muted")] if facts else []
    room = cells - _cells(head) - _cells(right) - 2
    return Line(tuple(head + _fitting(drawn, present, room)), tuple(right))


def _fitting(drawn: dict[str, list[Span]], present: str, room: int) -> list[Span]:
    """Give as many pages as fit, the present one always among them."""
    kept = dict(drawn)
    for page in [page for page in reversed(drawn) if page != present]:
        if sum(_cells(spans) for spans in kept.values()) <= room:
            break
        del kept[page]
    return [span for spans in kept.values() for span in spans]


def footer(
    actions: Iterable[Action], keymap: Mapping[str, str], cells: int, *, ascii_only: bool = False
) -> Line:
    """Give the line of keys: as many actions as fit, the last of them, help, always.

    The palette stands at the right end; where there is no room for all it is the first to yield, for help names it too.
    """
    pieces = [
        ((key, "key"), (" " + _(action.label), "muted"))
        for action in in_footer(actions)
        if (key := first_key(action, keymap, ascii_only=ascii_only))
    ]
    palette = (f"{first_key(PALETTE, keymap)} {_(PALETTE.label)} ".lstrip(), "muted")
    return in_a_row(pieces, cells, [palette])


def in_a_row(
    pieces: Sequence[tuple[Span, ...]], cells: int, right: Sequence[Span] = (), *, ground: str = ""
) -> Line:
    """Give as many pieces as fit, the last of them always; what stands at the right end is the first to yield."""
    kept = list(pieces)
    if _cells(_in_a_row(kept)) + 2 + _cells(right) <= cells:
        return Line(tuple(_in_a_row(kept)), tuple(right), ground)
    while len(kept) > 1 and _cells(_in_a_row(kept)) >= cells:
        del kept[-2]
    return Line(tuple(_in_a_row(kept)), ground=ground)


def in_rows(pieces: Sequence[tuple[Span, ...]], cells: int, *, ground: str = "") -> list[Line]:
    """Give all pieces, on as many lines as that takes."""
    rows: list[list[tuple[Span, ...]]] = [[]]
    for piece in pieces:
        if rows[-1] and _cells(_in_a_row([*rows[-1], piece])) >= cells:
            rows.append([])
        rows[-1].append(piece)
    return [Line(tuple(_in_a_row(row)), ground=ground) for row in rows]


def _in_a_row(pieces: Iterable[tuple[Span, ...]]) -> list[Span]:
    """Give pieces one after the other, with space around each."""
    return [
        span for number, piece in enumerate(pieces) for span in ((" " * (2 if number else 1), ""), *piece)
    ]
