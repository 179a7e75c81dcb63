"""Pictures: what the screen shows as an SVG file, which every page of documentation can show."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from rich.color import Color
from rich.style import Style
from rich.terminal_theme import MONOKAI
from textual.strip import Strip

CELL, LINE, SIZE = 8.4, 18, 14
"""Width of a cell, height of a line and size of the letters, in pixels."""


def svg(strips: Sequence[Strip]) -> str:
    """Draw the lines of a screen; each run of one style is stretched to its cells, whatever font is there."""
    width = max(strip.cell_length for strip in strips)
    fonts = 'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" xml:space="preserve"'
    box = f'viewBox="0 0 {width * CELL:.1f} {len(strips) * LINE}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} {fonts} font-size="{SIZE}">',
        '<rect width="100%" height="100%" fill="#121212"/>',
    ]
    for y, strip in enumerate(strips):
        x = 0
        for segment in strip:
            parts += _run(segment.text, segment.style or Style(), x, y, segment.cell_length)
            x += segment.cell_length
    return "\n".join([*parts, "</svg>", ""])


def _run(text: str, style: Style, x: int, y: int, cells: int) -> list[str]:
    """Draw a run of one style: its ground, then its letters."""
    parts = []
    left, across = f"{x * CELL:.1f}", f"{cells * CELL:.1f}"
    if style.bgcolor is not None:
        fill = _hex(style.bgcolor)
        parts.append(f'<rect x="{left}" y="{y * LINE}" width="{across}" height="{LINE}" fill="{fill}"/>')
    if text.strip():
        weight = ' font-weight="bold"' if style.bold else ""
        fill = _hex(style.color) if style.color is not None else "#d0d0d0"
        parts.append(
            f'<text x="{left}" y="{y * LINE + SIZE - 0.5}" textLength="{across}" '
            f'lengthAdjust="spacingAndGlyphs" fill="{fill}"{weight}>{escape(text)}</text>'
        )
    return parts


def _hex(colour: Color) -> str:
    """Give a colour as the web writes it."""
    return colour.get_truecolor(MONOKAI).hex
