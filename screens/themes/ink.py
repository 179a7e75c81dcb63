"""Ink: the one place where a semantic role becomes a terminal style; screens never name a colour."""

from __future__ import annotations

from rich.color import Color
from rich.style import Style

from screens.terminal.environment import Depth
from screens.themes.catalogue import DARK, MONO, SIXTEEN, THEMES
from screens.themes.looks import Look, Theme


class Ink:
    """The styles of one theme, each made once: `ink.style("bad strong", "selected")`."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._styles: dict[tuple[str, str], Style] = {}

    def style(self, role: str = "", ground: str = "page") -> Style:
        """Give the style of a role, or of several separated by spaces, on a ground.

        A role may name a ground of its own, as "bad@selected" does for a part of a line that is selected.
        """
        try:
            return self._styles[role, ground]
        except KeyError:
            style = self._styles[role, ground] = self._made(role, ground)
            return style

    def _made(self, role: str, ground: str) -> Style:
        """Put the looks of a ground and of every named role on top of each other."""
        role, _, own = role.partition("@")
        ground = own or ground
        under = self.theme.grounds[ground]
        looks = [self.theme.roles[name] for name in role.split()]
        if ground in self.theme.loud:
            looks = [Look(bold=look.bold, underline=look.underline) for look in looks]
        return _style([under, *looks])


def _style(looks: list[Look]) -> Style:
    """Give the style of several looks, the last one on top."""
    fore = next((look.fore for look in reversed(looks) if look.fore is not None), None)
    back = next((look.back for look in reversed(looks) if look.back is not None), None)
    return Style(
        color=None if fore is None else Color.from_ansi(fore),
        bgcolor=None if back is None else Color.from_ansi(back),
        bold=any(look.bold for look in looks) or None,
        dim=any(look.dim for look in looks) or None,
        underline=any(look.underline for look in looks) or None,
        reverse=any(look.reverse for look in looks) or None,
    )


def ink_for(depth: Depth, theme: str = "dark") -> Ink:
    """Give the ink for a depth of colour; the theme's name counts only where there are colours enough."""
    if depth is Depth.PALETTE:
        return Ink(THEMES.get(theme, DARK))
    return Ink(SIXTEEN if depth is Depth.SIXTEEN else MONO)
