"""`pmo-tui export`: writes projects, risks, other items, or the whole portfolio, to stdout or to a file."""

from __future__ import annotations

import argparse

from pmo_tui.cli import writing_out
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
        "--columns",
        metavar="A,B,C",
        help=_(
            "which fields; `list fields`, `list risk-fields`, `list issue-fields` and so on name them all"
        ),
    )
    writing_out.arguments(
        parser,
        FORMATS,
        _("otherwise what the ending of FILE says; else toml for the portfolio, csv for all others"),
    )


def run(args: argparse.Namespace, context: Context) -> int:
    """Export it."""
    from pmo_tui.services import exports

    form = _form(args)

    def text() -> str:
        with context.session() as session:
            if args.what == "portfolio":
                return exports.portfolio(session)
            columns = [name for name in (args.columns or "").split(",") if name.strip()]
            return exports.things(session, args.what, " ".join(args.query), form, columns)

    return writing_out.put_out(args, form, text)


def _form(args: argparse.Namespace) -> str:
    """Give the format; the whole portfolio has one, and is written as a whole. Raises Refusal."""
    form = writing_out.form_of(args.format, args.out, FORMATS, "toml" if args.what == "portfolio" else "csv")
    if args.what == "portfolio":
        if form != "toml":
            raise Refusal(N_("A whole portfolio is written as TOML only: write --format toml."))
        if args.query or args.columns:
            raise Refusal(N_("A whole portfolio takes no query and no columns: export projects instead."))
    return form
