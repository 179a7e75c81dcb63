"""The verbs of the command line: what each is called, what it does, and which module does it."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from pmo_tui.domain.refusal import N_

if TYPE_CHECKING:
    from pmo_tui.cli.context import Context


class Doer(Protocol):
    """The module of a verb."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what the verb takes."""

    def run(self, args: argparse.Namespace, context: Context, /) -> int:
        """Do it and give the exit code."""


class Verb(NamedTuple):
    """One verb; its module is imported when it is used."""

    name: str
    takes: str
    """What stands behind it, for the list of verbs."""
    help: str
    """An English sentence to be translated when shown."""
    module: str

    def load(self) -> Doer:
        """Import the module that does it."""
        return cast("Doer", import_module(f"pmo_tui.cli.{self.module}"))


VERBS = {
    verb.name: verb
    for verb in (
        Verb("demo", "", N_("Open a demo portfolio, to look at and to try things on."), "demo"),
        Verb("init", "", N_("Make an empty database with the usual phases."), "init"),
        Verb("import", "WHAT FILE", N_("Read projects, risks or a whole portfolio from a file."), "imports"),
        Verb(
            "export", "WHAT [QUERY]", N_("Write projects, risks or the whole portfolio as a file."), "exports"
        ),
        Verb("list", "WHAT [QUERY]", N_("List projects, risks, or what projects are ordered by."), "listing"),
        Verb(
            "report",
            "WHAT [QUERY]",
            N_("Write a report, to be printed, mailed or read by programs."),
            "reports",
        ),
        Verb("show", "CODE", N_("Show all that is known of one project or risk."), "show"),
        Verb("me", "NAME", N_("Say who you are here, so that pm:me finds your projects."), "me"),
        Verb("undo", "", N_("Take back your last change, an import as a whole."), "undoing"),
        Verb("redo", "", N_("Make again what you have undone last."), "undoing"),
    )
}
"""The verbs, in the order in which they are listed."""
