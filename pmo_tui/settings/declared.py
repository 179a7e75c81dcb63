"""Every setting of config.toml, declared once: reading, checking and docs/settings.md derive from it."""

from __future__ import annotations

from typing import NamedTuple

from pmo_tui.domain.refusal import N_


class Setting(NamedTuple):
    """One key of config.toml: its name, its type, what holds where it isn't set, and what it means."""

    name: str
    type: type
    default: str | bool
    """What holds where it isn't set; an empty text means that nothing is asked for."""
    meaning: str
    """An English message to be translated when shown."""
    choices: tuple[str, ...] = ()
    example: str = ""
    """A value as it is written in the file, where the default says too little."""


SETTINGS = (
    Setting(
        "db",
        str,
        "",
        N_(
            "The database that is opened where neither --db nor PMO_TUI_DB names one. "
            "`~` is your home; a relative path starts at the folder of config.toml."
        ),
        example='"~/pmo/portfolio.db"',
    ),
    Setting(
        "lang",
        str,
        "",
        N_("The language of the program. Where it isn't set, LC_ALL, LC_MESSAGES and LANG decide."),
        ("en", "fr"),
        example='"fr"',
    ),
    Setting("theme", str, "dark", N_("The colours on a dark or on a light ground."), ("dark", "light")),
    Setting(
        "colours",
        str,
        "auto",
        N_("How many colours are used; `auto` asks the terminal, and NO_COLOR means none."),
        ("auto", "none", "16", "256"),
    ),
    Setting(
        "glyphs",
        str,
        "auto",
        N_(
            "The signs that are drawn: `ascii` where a font or a line lacks others, `safe` those that every "
            "common font has, `full` rarer ones too; `auto` asks the terminal."
        ),
        ("auto", "ascii", "safe", "full"),
    ),
    Setting(
        "mouse",
        bool,
        False,
        N_("Whether the mouse works. Off, a slow line carries less, and the terminal's own selection works."),
    ),
    Setting(
        "kitty_keys",
        bool,
        False,
        N_("Whether the terminal is asked for the kitty keyboard protocol; some lose AltGr letters by it."),
    ),
)
"""The settings, in the order in which they are documented."""

KEYS_MEANING = N_(
    "Other keys for actions: the action's id, then its keys with spaces between. "
    "docs/keys.md lists every id with its keys."
)
"""What the table [keys] means."""

BY_NAME = {setting.name: setting for setting in SETTINGS}
KNOWN = (*BY_NAME, "keys")
