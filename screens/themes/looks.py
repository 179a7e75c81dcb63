"""Looks: what one role adds to a cell, as numbers and flags; the only vocabulary of the themes."""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """What a role sets: a foreground, a background (numbers of the palette), and attributes."""

    fore: int | None = None
    back: int | None = None
    bold: bool = False
    dim: bool = False
    underline: bool = False
    reverse: bool = False


class Theme(NamedTuple):
    """A theme: one look for each role, and what lies under the text for each ground.

    `loud` grounds drop the colours of what stands on them, as reversed text does where colours are few.
    """

    name: str
    dark: bool
    roles: dict[str, Look]
    grounds: dict[str, Look]
    loud: frozenset[str] = frozenset()


ROLES = (
    "text",  # what one reads
    "strong",  # a name, a heading, the present screen
    "muted",  # a label, a unit, what is there if one looks for it
    "faint",  # rules, dots, empty cells
    "accent",  # links, roles, the marker of the cursor
    "key",  # a key one can press
    "good",  # green, better
    "warn",  # amber, attention
    "bad",  # red, worse
    "grey",  # not reported
    "marked",  # the mark of a row chosen with space
    "match",  # what a search found
    "cursor",  # the cell under the cursor of an editor or a grid
    "typing",  # the cells one types into, in the field of the cursor
    "heat0",  # the heats of a scale, from the coolest to the hottest
    "heat1",
    "heat2",
    "heat3",
)
"""The semantic roles. Several may stand in one span, separated by spaces: "bad strong"."""

GROUNDS = (
    "page",  # content
    "bar",  # navigation and footer
    "selected",  # the row of the cursor
    "field",  # where one types
    "heat0",  # the cells of a heat map, from the coolest to the hottest
    "heat1",
    "heat2",
    "heat3",
)
"""What text stands on."""
