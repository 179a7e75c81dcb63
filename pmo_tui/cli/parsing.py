"""Reading the command line: options for everything, then a verb, then what that verb takes."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from pmo_tui.cli.talk import columns
from pmo_tui.cli.verbs import VERBS, Verb
from pmo_tui.domain.text import clean
from pmo_tui.words import _

PROGRAM = "pmo-tui"
VALUED = ("--db", "--lang", "--theme")
"""The options before the verb that take a value."""

_NEGATED = re.compile(r"-(?!-|h$).+", re.DOTALL)
"""A word of a query that begins with a minus; `-h` is the only option with a single one."""

_SHIELD = "\0"
"""Stands before such a word while argparse reads: no argument of a process can hold it."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """argparse's, told the width: to find it out by itself it would import all that handles archives."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=columns() - 2)


class Parser(argparse.ArgumentParser):
    """argparse, but for its guesses: options are written whole, and a wrong one gets the nearest."""

    def __init__(self, program: str, description: str) -> None:
        super().__init__(
            prog=program,
            description=description,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )

        self.color = False  # newer Pythons would colour the help with escapes, which are cleaned away here

    def format_help(self) -> str:
        """Give the help; argparse looks up the words of its headings, and sets the English colon behind them."""
        text = super().format_help()
        for title in (group.title for group in self._action_groups):
            text = text.replace(f"\n{title}:\n", "\n" + _("%(heading)s:") % {"heading": title} + "\n")
        return text

    def error(self, message: str) -> NoReturn:
        """Say what is wrong after the usage, and leave with the code of wrong usage."""
        self.print_usage(argparse._sys.stderr)  # type: ignore[attr-defined]
        self.exit(2, f"{self.prog}: {message}\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Say something, cleaned: all that argparse says, words of the command line included, comes by here."""
        super()._print_message(clean(message.replace(_SHIELD, "")), file)

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        """Read a word as it was written."""
        return super()._get_value(action, arg_string.removeprefix(_SHIELD))

    def read(self, words: Sequence[str], into: argparse.Namespace) -> argparse.Namespace:
        """Read options and arguments in any order; words of a query may begin with a minus."""
        if self.usage is None:
            # argparse keeps the usage by cutting off seven letters, which are "usage: " in English alone.
            self.usage = self.format_usage().removeprefix(_("usage: "))
        shielded = [_SHIELD + word if _NEGATED.fullmatch(word) else word for word in words]
        found, unknown = self.parse_known_intermixed_args(shielded, into)
        if unknown:
            self._refuse(unknown[0].removeprefix(_SHIELD))
        return found

    def _refuse(self, word: str) -> NoReturn:
        """Name what isn't understood, and what may have been meant."""
        from pmo_tui.domain.text import nearest

        known = re.findall(r"--[a-z-]+", self.format_help())
        near = nearest(word.partition("=")[0], known) if word.startswith("-") else None
        if near:
            self.error(_("“{word}” is not known here: did you mean “{near}”?").format(word=word, near=near))
        self.error(_("“{word}” is not known here.").format(word=word))


def split(words: Sequence[str]) -> tuple[list[str], str | None, list[str]]:
    """Part a command line into the options before the verb, the verb, and what follows it."""
    place = 0
    while place < len(words) and words[place].startswith("-") and words[place] != "--":
        place += 2 if words[place] in VALUED else 1
    if place >= len(words):
        return list(words), None, []
    return list(words[:place]), words[place], list(words[place + 1 :])


def for_everything() -> Parser:
    """Give the parser of the options that stand before the verb."""
    from pmo_tui import __version__

    parser = Parser(PROGRAM, _("The PMO's cockpit in a terminal. Without a verb it opens the screens."))
    parser.usage = f"{PROGRAM} [{_('OPTIONS')}] [{_('VERB')} …]"
    add_global(parser)
    parser.add_argument(
        "--version",
        action="version",
        version=f"{PROGRAM} {__version__}",
        help=_("show program's version number and exit"),
    )
    width = max(len(f"{verb.name} {verb.takes}") for verb in VERBS.values())
    lines = [f"  {f'{verb.name} {verb.takes}':<{width}}  {_(verb.help)}" for verb in VERBS.values()]
    more = _("`pmo-tui VERB --help` tells more of one.")
    parser.epilog = "\n".join([_("verbs:"), *lines, "", more])
    return parser


def for_verb(verb: Verb) -> Parser:
    """Give the parser of what one verb takes; the options for everything are understood here too."""
    parser = Parser(f"{PROGRAM} {verb.name}", _(verb.help))
    verb.load().arguments(parser)
    parser.set_defaults(verb=verb.name)
    add_global(parser, repeated=True)
    return parser


def add_global(parser: argparse.ArgumentParser, *, repeated: bool = False) -> None:
    """Declare the options for everything; where `repeated`, they are understood but not listed again."""

    def told(sentence: str) -> str:
        """Give the help of an option, or the mark that hides it."""
        return argparse.SUPPRESS if repeated else sentence

    default = argparse.SUPPRESS if repeated else None
    parser.add_argument(
        "--db", metavar="FILE", default=default,
        help=told(_("the database; otherwise PMO_TUI_DB, then config.toml, then your own portfolio")),
    )  # fmt: skip
    parser.add_argument(
        "--lang", metavar="en|fr", choices=("en", "fr"), default=default, help=told(_("the language"))
    )
    parser.add_argument(
        "--theme", metavar="dark|light", choices=("dark", "light"), default=default,
        help=told(_("the colours of the screens")),
    )  # fmt: skip
    parser.add_argument(
        "--ascii",
        action="store_true",
        default=default,
        help=told(_("draw with plain letters and signs only")),
    )
    parser.add_argument(
        "--mouse", action="store_true", default=default, help=told(_("let the mouse work in the screens"))
    )


def unknown_verb(word: str) -> str:
    """Give the sentence for a word that is no verb."""
    from pmo_tui.domain.text import nearest

    near = nearest(word, list(VERBS))
    if near:
        return _("“{word}” is no verb: did you mean “{near}”?").format(word=word, near=near)
    return _("“{word}” is no verb. Known: {known}.").format(word=word, known=", ".join(VERBS))
