"""The themes of pmo-tui: every number is an exact colour of the 256-colour palette, so none is ever approximated."""

from __future__ import annotations

from screens.themes.looks import Look, Theme

DARK = Theme(
    name="dark",
    dark=True,
    grounds={
        "page": Look(fore=252, back=233),
        "bar": Look(fore=252, back=234),
        "selected": Look(fore=255, back=237),
        "field": Look(fore=255, back=235),
        "heat0": Look(fore=255, back=22),
        "heat1": Look(fore=255, back=58),
        "heat2": Look(fore=255, back=94),
        "heat3": Look(fore=255, back=52),
    },
    roles={
        "text": Look(),
        "strong": Look(fore=255, bold=True),
        "muted": Look(fore=245),
        "faint": Look(fore=239),
        "accent": Look(fore=75),
        "key": Look(fore=75, bold=True),
        "good": Look(fore=77),
        "warn": Look(fore=179),
        "bad": Look(fore=210),
        "grey": Look(fore=245),
        "marked": Look(fore=75, bold=True),
        "match": Look(fore=179, underline=True),
        "cursor": Look(fore=233, back=75),
        "typing": Look(fore=255, back=236),
        "heat0": Look(fore=77),
        "heat1": Look(fore=185),
        "heat2": Look(fore=215),
        "heat3": Look(fore=210),
    },
)

LIGHT = Theme(
    name="light",
    dark=False,
    grounds={
        "page": Look(fore=235, back=231),
        "bar": Look(fore=235, back=255),
        "selected": Look(fore=232, back=189),
        "field": Look(fore=232, back=254),
        "heat0": Look(fore=235, back=194),
        "heat1": Look(fore=235, back=230),
        "heat2": Look(fore=235, back=223),
        "heat3": Look(fore=235, back=224),
    },
    roles={
        "text": Look(),
        "strong": Look(fore=232, bold=True),
        "muted": Look(fore=241),
        "faint": Look(fore=250),
        "accent": Look(fore=25),
        "key": Look(fore=25, bold=True),
        "good": Look(fore=28),
        "warn": Look(fore=130),
        "bad": Look(fore=160),
        "grey": Look(fore=241),
        "marked": Look(fore=25, bold=True),
        "match": Look(fore=130, underline=True),
        "cursor": Look(fore=231, back=25),
        "typing": Look(fore=232, back=254),
        "heat0": Look(fore=28),
        "heat1": Look(fore=94),
        "heat2": Look(fore=130),
        "heat3": Look(fore=160),
    },
)

# Sixteen colours are the terminal's own, so text and ground stay what the person chose; the row of the
# cursor is reversed and drops all colours, because no pair of the sixteen is readable on every palette.
SIXTEEN = Theme(
    name="16",
    dark=True,
    loud=frozenset({"selected"}),
    grounds={
        "page": Look(),
        "bar": Look(),
        "selected": Look(reverse=True),
        "field": Look(underline=True),
        "heat0": Look(),
        "heat1": Look(),
        "heat2": Look(),
        "heat3": Look(),
    },
    roles={
        "text": Look(),
        "strong": Look(bold=True),
        "muted": Look(),
        "faint": Look(fore=8),
        "accent": Look(fore=6),
        "key": Look(fore=6, bold=True),
        "good": Look(fore=2),
        "warn": Look(fore=3),
        "bad": Look(fore=1, bold=True),
        "grey": Look(),
        "marked": Look(fore=6, bold=True),
        "match": Look(underline=True),
        "cursor": Look(reverse=True),
        "typing": Look(underline=True),
        "heat0": Look(fore=2),
        "heat1": Look(),
        "heat2": Look(fore=3),
        "heat3": Look(fore=1, bold=True),
    },
)

MONO = Theme(
    name="none",
    dark=True,
    loud=frozenset({"selected"}),
    grounds={
        "page": Look(),
        "bar": Look(),
        "selected": Look(reverse=True),
        "field": Look(underline=True),
        "heat0": Look(),
        "heat1": Look(),
        "heat2": Look(),
        "heat3": Look(),
    },
    roles={
        "text": Look(),
        "strong": Look(bold=True),
        "muted": Look(),
        "faint": Look(dim=True),
        "accent": Look(bold=True),
        "key": Look(bold=True),
        "good": Look(),
        "warn": Look(),
        "bad": Look(bold=True),
        "grey": Look(),
        "marked": Look(bold=True),
        "match": Look(underline=True),
        "cursor": Look(reverse=True),
        "typing": Look(underline=True),
        "heat0": Look(),
        "heat1": Look(),
        "heat2": Look(),
        "heat3": Look(bold=True),
    },
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT, SIXTEEN, MONO)}
"""All themes by name."""
