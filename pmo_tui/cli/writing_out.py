"""Writing out: the options of the verbs that write a text to a file or to stdout, and how they do it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from pmo_tui.cli import talk
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.words import _


def arguments(parser: argparse.ArgumentParser, formats: Sequence[str], usual: str) -> None:
    """Declare format, file and force; `usual` says which format is written where none is named."""
    parser.add_argument("--format", metavar="|".join(formats), choices=formats, help=usual)
    parser.add_argument(
        "--out", metavar="FILE", type=Path, help=_("the file to be written; otherwise stdout")
    )
    parser.add_argument("--force", action="store_true", help=_("replace FILE where it is there already"))


def form_of(said: str | None, out: Path | None, formats: Sequence[str], usual: str) -> str:
    """Give the format that is asked for, or that the ending says. Raises Refusal where these contradict each other."""
    from pmo_tui.services.exports import check_ending

    ending = out.suffix[1:].lower() if out else ""
    if ending and ending not in formats and not said:
        message = N_("No format ends in .{ending}: {known} do. Name the file so, or say --format.")
        raise Refusal(message, ending=ending, known=", ".join(f".{form}" for form in formats))
    form = said or ending or usual
    if out is not None and ending in formats:
        check_ending(out, form)
    return form


def put_out(args: argparse.Namespace, form: str, text: Callable[[], str]) -> int:
    """Make a text and write it to the file that was named, or to stdout; a file that is there is kept from it first."""
    from pmo_tui.services import exports

    out: Path | None = None if args.out is None or str(args.out) == "-" else args.out
    if out is not None and not args.force:
        exports.check_free(out)
    made = text()
    if out is None:
        talk.put(made)
        return 0
    exports.save(made, out, form)
    talk.tell(_("Written: {path}").format(path=out))
    return 0
