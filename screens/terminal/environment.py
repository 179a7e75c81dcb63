"""What is decided before Textual is imported: its variables, the depth of colour, the glyphs; no Textual here."""

from __future__ import annotations

import codecs
from collections.abc import MutableMapping
from enum import Enum
from typing import NamedTuple

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.settings.config import Config


class Depth(Enum):
    """How many colours the screen may use."""

    NONE = "none"
    SIXTEEN = "16"
    PALETTE = "256"


class Surroundings(NamedTuple):
    """What the screens may count on: depth of colour, glyph set, theme, mouse, and what the line can carry."""

    depth: Depth = Depth.PALETTE
    glyphs: str = "safe"
    theme: str = "dark"
    mouse: bool = False
    encoding: str = "utf-8"
    erases: bool = False


# Frames per second: a single key is painted at once whatever stands here; a burst of keys is painted
# at most this often, so it bounds both the wait for a second frame and the bytes of a held key.
FRAMES = "1000"

_FORCED = {
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
    "TEXTUAL_FPS": FRAMES,
    "ESCDELAY": "250",
}
_PALETTE_TERMS = ("kitty", "alacritty", "foot", "wezterm", "ghostty", "direct", "tmux-256", "contour")
# GNU screen erases with the default background, and a real VT has no erase-characters at all.
_NO_ERASE_TERMS = ("screen", "vt100", "vt102", "ansi", "cygwin", "")


def prepare(
    environ: MutableMapping[str, str], config: Config | None = None, encoding: str = "utf-8"
) -> Surroundings:
    """Set the variables that Textual reads when it is imported and tell the surroundings; refuse a dumb terminal.

    `encoding` is the terminal's, as the standard error has it: Textual draws there.
    """
    config = config or Config()
    term = environ.get("TERM", "")
    if term == "dumb":
        raise Refusal(
            N_(
                "This terminal cannot place text (TERM=dumb): use the command line, as in pmo-tui list projects."
            )
        )
    depth = _depth(environ, config.colours)
    for name in [name for name in environ if name.startswith("TEXTUAL_") or name == "TEXTUAL"]:
        del environ[name]
    environ.update(_FORCED)
    # Without colours Textual still needs a system to send bold, underline and reverse.
    environ["TEXTUAL_COLOR_SYSTEM"] = "256" if depth is Depth.PALETTE else "standard"
    if not config.kitty_keys:
        environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    utf8 = _is_utf8(encoding)
    return Surroundings(
        depth=depth,
        glyphs=_glyphs(config.glyphs, utf8, term),
        theme=config.theme,
        mouse=config.mouse,
        encoding="utf-8" if utf8 else encoding,
        erases=term not in _NO_ERASE_TERMS and not term.startswith("screen"),
    )


def _depth(environ: MutableMapping[str, str], wished: str) -> Depth:
    """Decide the depth of colour: the wish, else NO_COLOR, else what the terminal says it has."""
    for depth in Depth:
        if wished == depth.value:
            return depth
    if environ.get("NO_COLOR"):
        return Depth.NONE
    term = environ.get("TERM", "")
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return Depth.PALETTE
    if "256color" in term or any(name in term for name in _PALETTE_TERMS):
        return Depth.PALETTE
    return Depth.SIXTEEN


def _glyphs(wished: str, utf8: bool, term: str) -> str:
    """Decide the glyph set: ASCII where the line cannot carry more or the console's font lacks the shapes."""
    if not utf8:
        return "ascii"
    if wished in ("ascii", "safe", "full"):
        return wished
    return "ascii" if term == "linux" else "safe"


def _is_utf8(encoding: str) -> bool:
    """Tell whether `encoding` is a name of UTF-8."""
    try:
        return codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        return False
