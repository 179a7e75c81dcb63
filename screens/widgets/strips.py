"""Strips: a line of the screen becomes what Textual paints, with no markup in between."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from screens.cells import Line, laid_out
from screens.glyphs import SAFE, Glyphs, in_ascii
from screens.themes.ink import Ink


def to_strip(line: Line, cells: int, ink: Ink, ground: str = "page", glyphs: Glyphs = SAFE) -> Strip:
    """Give a line as a strip of exactly `cells`; neighbours of one style become one segment."""
    under = line.ground or ground
    if glyphs.name == "ascii":
        line = _in_ascii(line)
    segments: list[Segment] = []
    text, role = "", None
    for part, part_role in laid_out(line, cells, glyphs.ellipsis):
        if part_role == role:
            text += part
            continue
        if text:
            segments.append(Segment(text, ink.style(role or "", under)))
        text, role = part, part_role
    if text:
        segments.append(Segment(text, ink.style(role or "", under)))
    return Strip(segments, cells)


def _in_ascii(line: Line) -> Line:
    """Give a line whose shapes and signs are ASCII, also those that stand in words and numbers."""
    spans = tuple((in_ascii(text), role) for text, role in line.spans)
    return Line(spans, tuple((in_ascii(text), role) for text, role in line.right), line.ground)


def cropped(strips: list[Strip], crop: Region, cells: int) -> list[Strip]:
    """Give the part of whole-width strips that lies within `crop`."""
    wanted = strips[crop.y : crop.bottom]
    if crop.x == 0 and crop.width == cells:
        return wanted
    return [strip.crop(crop.x, crop.right) for strip in wanted]
