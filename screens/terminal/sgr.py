"""Graphic renditions: what a terminal remembers of colours and attributes, and the shortest way to change it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Rendition(NamedTuple):
    """The foreground, the background (as their codes, "" by default) and the attributes that are on."""

    fore: str = ""
    back: str = ""
    on: frozenset[int] = frozenset()


PLAIN = Rendition()
"""A terminal that was just reset."""

_ENDS = {22: {1, 2}, 23: {3}, 24: {4, 21}, 25: {5, 6}, 27: {7}, 28: {8}, 29: {9}, 54: {51, 52}, 55: {53}}
_ENDED_BY = {code: end for end, codes in _ENDS.items() for code in codes}
_DRAWN_ON_BLANKS = frozenset({3, 4, 5, 6, 7, 8, 9, 21, 51, 52, 53})


@lru_cache(maxsize=4096)
def after(now: Rendition, codes: str) -> Rendition:
    """Give the rendition after the codes of one sequence, such as "1;38;5;75"."""
    fore, back, on = now
    parts = [int(part) if part.isdigit() else 0 for part in codes.replace(":", ";").split(";")]
    while parts:
        code = parts.pop(0)
        if code == 0:
            fore, back, on = PLAIN
        elif code in (38, 48):
            colour = _taken(code, parts)
            fore, back = (colour, back) if code == 38 else (fore, colour)
        elif code in _ENDS:
            on = on - _ENDS[code]
        elif 30 <= code <= 39 or 90 <= code <= 97:
            fore = "" if code == 39 else str(code)
        elif 40 <= code <= 49 or 100 <= code <= 107:
            back = "" if code == 49 else str(code)
        elif code in _ENDED_BY:
            on = on | {code}
    return Rendition(fore, back, on)


def _taken(code: int, parts: list[int]) -> str:
    """Take the rest of a colour of the palette or of a direct colour."""
    count = {5: 2, 2: 4}.get(parts[0] if parts else 0, 0)
    taken, parts[:count] = parts[:count], []
    return ";".join(map(str, [code, *taken]))


@lru_cache(maxsize=4096)
def change(now: Rendition, wanted: Rendition) -> str:
    """Give the shortest sequence that makes one rendition into another, "" where they are the same."""
    if now == wanted:
        return ""
    ends = sorted({_ENDED_BY[code] for code in now.on - wanted.on})
    left = now.on.difference(*(_ENDS[end] for end in ends))
    codes = [*map(str, ends), *map(str, sorted(wanted.on - left))]
    if now.fore != wanted.fore:
        codes.append(wanted.fore or "39")
    if now.back != wanted.back:
        codes.append(wanted.back or "49")
    anew = ["0", *map(str, sorted(wanted.on)), *filter(None, (wanted.fore, wanted.back))]
    shortest = min(";".join(codes), ";".join(anew), key=len)
    return f"\x1b[{'' if shortest == '0' else shortest}m"


def can_be_erased(rendition: Rendition) -> bool:
    """Tell whether a blank of this rendition looks like an erased cell."""
    return not rendition.on & _DRAWN_ON_BLANKS


@lru_cache(maxsize=4096)
def of_blank(rendition: Rendition) -> Rendition:
    """Give what is seen of a rendition on a blank: its background, and what is drawn on blanks, in its colour."""
    drawn = rendition.on & _DRAWN_ON_BLANKS
    return Rendition(rendition.fore if drawn else "", rendition.back, drawn)


@lru_cache(maxsize=4096)
def serves(rendition: Rendition, blank: Rendition) -> bool:
    """Tell whether a blank looks alike in a rendition and in its own."""
    return of_blank(rendition) == of_blank(blank)
