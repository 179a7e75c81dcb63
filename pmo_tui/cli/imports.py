"""`pmo-tui import`: reads projects, risks, other items, or a whole portfolio, from a file; all of it or nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pmo_tui.cli import talk
from pmo_tui.cli.choices import one_of
from pmo_tui.cli.context import Context
from pmo_tui.cli.making import tell_new
from pmo_tui.domain.raid_columns import USUAL
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.words import _, _n, numbers

if TYPE_CHECKING:
    from pmo_tui.services.import_kinds import Importable
    from pmo_tui.services.imports import ImportPlan, ImportReport, Remembered
    from pmo_tui.services.session import Session
    from pmo_tui.transfer.maps import ImportMap
    from pmo_tui.transfer.notes import Note
    from pmo_tui.transfer.tables import Table

WHAT = ("projects", "risks", *USUAL, "portfolio")
_GUESS = "none"
"""In the place of a map: no map is taken, were one used for these columns before."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument(
        "what",
        metavar="WHAT",
        type=one_of(WHAT),
        help=_("one of: {words}; portfolio as TOML, all others as CSV or JSON").format(words=", ".join(WHAT)),
    )
    parser.add_argument("file", metavar="FILE", type=Path, help=_("the file to be read"))
    parser.add_argument(
        "--map", metavar="MAP", type=Path,
        help=_(
            "a TOML file that says what the columns mean; without one, the map last used for these columns or "
            "known headers are taken, with none, known headers alone"
        ),
    )  # fmt: skip
    parser.add_argument(
        "--save-map", metavar="MAP", type=Path,
        help=_("write how the columns were understood as a map, to correct it and give it with --map"),
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help=_("show what would be done, and do nothing"))
    parser.add_argument(
        "--details", action="store_true", help=_("name every row and every field that changes")
    )
    parser.add_argument("--json", action="store_true", help=_("the figures for programs"))


def run(args: argparse.Namespace, context: Context) -> int:
    """Import it; a database that was named or is one's own is made where it is missing."""
    if args.what == "portfolio":
        return _import_portfolio(args, context)
    from pmo_tui.cli import import_texts

    with _session(args, context) as session:
        plan, map_file = _plan(session, args)
        report = None
        if not args.dry_run:
            from pmo_tui.cli.progress import Progress
            from pmo_tui.services import imports

            report = imports.run(session, plan, Progress(_("{done} of {all} written")), map_file)
    _put(plan, args, report, undo=context.command("undo"))
    return 1 if import_texts.nothing_taken(plan) else 0


@contextmanager
def _session(args: argparse.Namespace, context: Context) -> Iterator[Session]:
    """Open the database; a dry run on one that is not there yet goes on a draft that is thrown away."""
    tell_new(context, dry=args.dry_run)
    if not args.dry_run or context.database().exists():
        with context.session(create=not args.dry_run) as session:
            yield session
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder, context.session(Path(folder) / "draft.db", create=True) as session:
        yield session


def _plan(session: Session, args: argparse.Namespace) -> tuple[ImportPlan, Path | None]:
    """Read the file and find out what importing it means; give the file of its map too, where it has one."""
    from pmo_tui.cli.progress import Progress
    from pmo_tui.services import imports
    from pmo_tui.services.importables import importable

    kind = importable(args.what)
    table, the_map, map_file = _understood(session, args, kind)
    if args.save_map:
        imports.save_map(the_map, args.save_map)
        talk.tell(_("The map is written to {path}.").format(path=talk.line(str(args.save_map))))
    plan = imports.plan(session, table, the_map, Progress(_("{done} of {all} rows read")), kind=kind)
    return plan, args.save_map or map_file


def _understood(
    session: Session, args: argparse.Namespace, kind: Importable
) -> tuple[Table, ImportMap, Path | None]:
    """Read the file by the map that is named, lies beside it or was used before, else by a guess; say which."""
    from pmo_tui.services import imports

    guessing = str(args.map) == _GUESS
    path = None if guessing else args.map or imports.map_beside(args.file)
    the_map = imports.open_map(session, path, kind) if path else None
    table = imports.open_file(args.file, the_map)
    if the_map is not None and not args.map:
        talk.tell(_("The file is read as {map} says.").format(map=talk.line(str(path))))
    if the_map is None and not guessing and (former := imports.remembered(session, table, kind)):
        table, the_map, path = former.table, former.map, former.map_file
        _tell_former(former)
    for note in table.notes:
        _tell_note(note)
    if the_map is None:
        guess = imports.guess(session, table, kind)
        the_map = guess.map
        for note in guess.notes:
            _tell_note(note)
    return table, the_map, path


def _tell_former(former: Remembered) -> None:
    """Say that a map is used because it was for a file with the same columns."""
    if former.map_file is None:
        told = _("The columns are those of {file}: its map is used; --map none guesses again.")
    else:
        told = _("The columns are those of {file}: its map {map} is used; --map none guesses again.")
    talk.tell(talk.line(told.format(file=former.file, map=former.map_file)))


def _tell_note(note: Note) -> None:
    """Say what is worth knowing of the file."""
    from pmo_tui.words import say

    talk.tell(talk.line(say(note)))


def _put(plan: ImportPlan, args: argparse.Namespace, report: ImportReport | None, *, undo: str) -> None:
    """Show what was or would be done."""
    from pmo_tui.cli import import_texts

    if args.json:
        talk.put(import_texts.as_json(plan, details=args.details))
        for line in import_texts.rejected_in(report):
            talk.tell(line)
        return
    for line in import_texts.summary(plan, dry=args.dry_run, details=args.details, undo=undo):
        talk.put(line + "\n")
    for line in import_texts.rejected_in(report):
        talk.put(line + "\n")


def _import_portfolio(args: argparse.Namespace, context: Context) -> int:
    """Read a whole portfolio into an empty database."""
    from pmo_tui.services import portfolio_imports

    if args.map or args.save_map or args.dry_run or args.details:
        raise Refusal(
            N_("A whole portfolio is imported as it stands: --map, --dry-run and --details are for projects.")
        )
    tell_new(context)
    with context.session(create=True) as session:
        document = portfolio_imports.read_portfolio(session, args.file)
    count = len(document.projects)
    if args.json:
        talk.put(f'{{"created": {count}}}\n')
    else:
        talk.put(
            _n("{n} project imported.", "{n} projects imported.", count).format(n=numbers.whole(count)) + "\n"
        )
    return 0
