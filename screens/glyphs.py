"""The glyphs: three sets of shapes, of which the first needs nothing but ASCII; letters repeat every shape."""

from __future__ import annotations

from typing import NamedTuple

from pmo_tui.words import _c

Span = tuple[str, str]
"""A piece of text and its role."""


class Glyphs(NamedTuple):
    """One set of glyphs; every field is one cell wide unless it says otherwise."""

    name: str = "safe"
    green: str = "●G"  # health: two cells, shape and letter
    amber: str = "◆A"
    red: str = "▲R"
    grey: str = "○-"
    up: str = "↗"  # trends
    flat: str = "→"
    down: str = "↘"
    to: str = "→"  # from what to what; two cells in ASCII
    killed: str = "×"  # what was decided last at a gate
    held: str = "■"
    ellipsis: str = "…"
    rule: str = "─"
    bar: str = "│"
    corner: str = "┼"
    cursor: str = "▌"  # stands before the row of the cursor
    mark: str = "✓"  # a marked row, a thing done
    dot: str = "·"  # between facts, and an empty cell
    bullet: str = "○"  # a thing to do
    milestone: str = "◆"
    opened: str = "▾"
    closed: str = "▸"
    more_left: str = "◄"  # there is more on that side
    more_right: str = "►"
    ascending: str = "↑"
    descending: str = "↓"
    dash: str = "–"
    block: str = "█"  # bars of a chart or a roadmap
    shade: str = "░"
    thick: str = "▄"  # a thick line of a chart

    def spoken(self) -> Glyphs:
        """Give the same set with the letters of the language now spoken."""
        return self._replace(
            green=self.green[0] + _c("letter of green", "G"),
            amber=self.amber[0] + _c("letter of amber", "A"),
            red=self.red[0] + _c("letter of red", "R"),
        )

    def health(self, health: str) -> Span:
        """Give letter, shape and role of a health by its value: "green", "amber", "red", anything else is grey."""
        known = {"green": (self.green, "good"), "amber": (self.amber, "warn"), "red": (self.red, "bad")}
        return known.get(health, (self.grey, "grey"))

    def shape(self, health: str) -> Span:
        """Give the shape of a health without its letter, for a row of many where the words stand beside."""
        text, role = self.health(health)
        return text[:1], role

    def trend(self, trend: int | None) -> Span:
        """Give the arrow and role of a trend: 1 better, 0 the same, -1 worse, None not known."""
        if trend is None:
            return " ", "muted"
        if trend == 0:
            return self.flat, "muted"
        return (self.up, "good") if trend > 0 else (self.down, "bad")

    def lead(self, *, here: bool, marked: bool) -> Span:
        """Give the sign and role before a row; one with the cursor that is marked keeps its mark, on its ground."""
        if marked:
            return self.mark, "marked"
        return (self.cursor, "accent") if here else (" ", "")

    def decided(self, decision: str | None) -> Span | None:
        """Give the sign and role of a decision at a gate that stops a project, None for any other."""
        return {"kill": (self.killed, "bad"), "hold": (self.held, "warn")}.get(decision or "")


SAFE = Glyphs()
FULL = Glyphs(name="full", corner="┼", mark="✔", shade="▒")
ASCII = Glyphs(
    name="ascii",
    green="oG",
    amber="+A",
    red="!R",
    grey=".-",
    up="/",
    flat="=",
    down="\\",
    to="->",
    killed="x",
    held="#",
    ellipsis="~",
    rule="-",
    bar="|",
    corner="+",
    cursor=">",
    mark="x",
    dot=".",
    bullet="o",
    milestone="*",
    opened="v",
    closed=">",
    more_left="<",
    more_right=">",
    ascending="^",
    descending="v",
    dash="-",
    block="#",
    shade=":",
    thick="#",
)

_TWINS = str.maketrans(
    {
        "●": "o",
        "◆": "+",
        "▲": "!",
        "○": ".",
        "−": "-",
        "–": "-",
        "—": "-",
        "×": "x",
        "■": "#",
        "·": ".",
        "…": "~",
    }
    | {"↗": "/", "→": "->", "↘": "\\", "↑": "^", "↓": "v", "←": "<", "─": "-", "│": "|", "┼": "+", "█": "#"}
    | {"░": ":", "▒": ":", "▌": ">", "▐": "<", "✓": "x", "▾": "v", "▸": ">", "◇": "?", "Σ": "S", "•": "*"}
    | {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "€": "EUR", "≥": ">=", "≤": "<="}
    | {"\N{NO-BREAK SPACE}": " ", "▄": "#"}
)


def in_ascii(text: str) -> str:
    """Give a text with our own shapes and signs in ASCII; letters of people's names stay as they are."""
    return text if text.isascii() else text.translate(_TWINS)


SETS = {glyphs.name: glyphs for glyphs in (ASCII, SAFE, FULL)}
"""All sets by name."""
