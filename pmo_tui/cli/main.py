"""The entry point of the command line: chooses the language, reads the words typed and does what they ask."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from pmo_tui import words
from pmo_tui.cli import talk
from pmo_tui.cli.guard import MISUSED, guarded
from pmo_tui.words.choice import choose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from pmo_tui.cli.context import Context
    from pmo_tui.domain.refusal import Refusal
    from pmo_tui.settings.config import Config


def program() -> int:
    """Be the program, which has this process for itself."""
    gc.set_threshold(50_000)  # a command keeps most of what it makes: looking for garbage would be in vain
    code = main()
    gc.freeze()  # and so would Python's last look as it ends, a seventh of the time of a short list
    return code


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks and give the exit code; nothing is raised."""
    talk.prepare()
    given = list(sys.argv[1:] if argv is None else argv)
    return guarded(lambda: _run(given))


def _run(given: list[str]) -> int:
    """Do what the words typed ask."""
    config, wrong = _config()
    words.use(choose(_asked_language(given), config.lang or None, os.environ))
    from pmo_tui.cli import parsing
    from pmo_tui.cli.context import Context
    from pmo_tui.cli.verbs import VERBS

    head, word, tail = parsing.split(given)
    args = parsing.for_everything().parse_args(head)
    if word is not None and word not in VERBS:
        talk.tell(parsing.unknown_verb(word))
        return MISUSED
    doer: Callable[[Namespace, Context], int]
    if word is None:
        from pmo_tui.cli import opening

        doer = opening.run
    else:
        verb = VERBS[word]
        args = parsing.for_verb(verb).read(tail, args)
        doer = verb.load().run
    if wrong is not None:  # told only now, so that --help and --version are there to repair it
        raise wrong
    return doer(args, Context(args, config))


def _config() -> tuple[Config, Refusal | None]:
    """Read config.toml; where it can't be read, give what is usual, and the refusal."""
    from pmo_tui.domain.refusal import Refusal
    from pmo_tui.settings.config import Config, load

    try:
        return load(), None
    except Refusal as refusal:
        return Config(), refusal


def _asked_language(given: list[str]) -> str | None:
    """Give the language that --lang names, before anything is read that speaks."""
    for place, word in enumerate(given):
        if word == "--lang" and place + 1 < len(given):
            return given[place + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None
