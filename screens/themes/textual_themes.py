"""Our themes as Textual knows them, for what it draws itself, such as its own grounds."""

from __future__ import annotations

from functools import cache

from rich.color import Color
from textual.theme import Theme

from screens.terminal.environment import Depth
from screens.themes.catalogue import DARK, LIGHT
from screens.themes.looks import Theme as OurTheme


def hexadecimal(number: int | None) -> str:
    """Give a colour of the palette as #rrggbb."""
    return Color.from_ansi(number or 0).get_truecolor().hex


def _textual(ours: OurTheme) -> Theme:
    """Give one of our themes as Textual's."""
    ground, role = ours.grounds, ours.roles
    return Theme(
        name=f"pmo-{ours.name}",
        dark=ours.dark,
        primary=hexadecimal(role["accent"].fore),
        accent=hexadecimal(role["accent"].fore),
        success=hexadecimal(role["good"].fore),
        warning=hexadecimal(role["warn"].fore),
        error=hexadecimal(role["bad"].fore),
        foreground=hexadecimal(ground["page"].fore),
        background=hexadecimal(ground["page"].back),
        surface=hexadecimal(ground["field"].back),
        panel=hexadecimal(ground["bar"].back),
    )


@cache
def textual_themes() -> dict[str, Theme]:
    """Give our themes by Textual's names for them."""
    return {theme.name: theme for theme in map(_textual, (DARK, LIGHT))}


def textual_name(depth: Depth, theme: str) -> str:
    """Give the name of the theme that Textual's own widgets take for a depth of colour."""
    if depth is Depth.PALETTE:
        return f"pmo-{theme}"
    return "ansi-dark"
