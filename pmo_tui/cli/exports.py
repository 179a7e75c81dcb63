"""`pmo-tui export`: writes projects, risks, other items, or the whole portfolio, to stdout or to a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from pmo_tui.cli import talk
from pmo_tui.cli.choices import one_of
from pmo_tui.cli.context import Context
from pmo_tui.domain.raid_columns import USUAL
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.words import _

WHAT = ("projects", "risks", *USUAL, "portfolio")
FORMATS = ("csv", "json", "toml", "md")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument(
        "what", metavar="WHAT", type=one_of(WHAT), help=_("one of: {words}").format(words=", ".join(WHAT))
    )
    parser.add_argument(
        "query", metavar="QUERY", nargs="*", default=[],
        help=_("which of them, as in: phase:delivery 'budget>1M'"),
    )  # fmt: skip
    parser.add_argument(
        "--format", metavar="|".join(FORMATS), choices=FORMATS,
        help=_("otherwise what the ending of FILE says; else toml for the portfolio, csv for all others"),
    )  # fmt: skip
    parser.add_argument(
        "--columns",
        metavar="A,B,C",
        help=_(
            "which fields; `list fields`, `list risk-fields`, `list issue-fields` and so on name them all"
        ),
    )
    parser.add_argument(
        "--out", metavar="FILE", type=Path, help=_("the file to be written; otherwise stdout")
    )
    parser.add_argument("--force", action="store_true", help=_("replace FILE where it is there already"))


def run(args: argparse.Namespace, context: Context) -> int:
    """Export it."""
    from pmo_tui.services import exports

    form = _form(args)
    out = None if args.out is None or str(args.out) == "-" else args.out
    if out is not None and not args.force:
        exports.check_free(out)
    with context.session() as session:
        if args.what == "portfolio":
            text = exports.portfolio(session)
        else:
            columns = [name for name in (args.columns or "").split(",") if name.strip()]
            text = exports.things(session, args.what, " ".join(args.query), form, columns)
    if out is None:
        talk.put(text)
        return 0
    exports.save(text, out, form)
    talk.tell(_("Written: {path}").format(path=out))
    return 0


def _form(args: argparse.Namespace) -> str:
    """Give the format that is asked for, or that the ending says. Raises Refusal where these contradict each other.

    The whole portfolio has one format, and is written as a whole.
    """
    from pmo_tui.services.exports import check_ending

    ending = args.out.suffix[1:].lower() if args.out else ""
    usual = "toml" if args.what == "portfolio" else "csv"
    if ending and ending not in FORMATS and not args.format:
        message = N_("No format ends in .{ending}: {known} do. Name the file so, or say --format.")
        raise Refusal(message, ending=ending, known=", ".join(f".{form}" for form in FORMATS))
    form: str = args.format or ending or usual
    if args.what == "portfolio":
        if form != "toml":
            raise Refusal(N_("A whole portfolio is written as TOML only: write --format toml."))
        if args.query or args.columns:
            raise Refusal(N_("A whole portfolio takes no query and no columns: export projects instead."))
    if ending in FORMATS:
        check_ending(args.out, form)
    return form
