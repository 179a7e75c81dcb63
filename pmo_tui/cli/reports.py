"""`pmo-tui report`: writes a report to stdout or to a file."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pmo_tui.cli import talk
from pmo_tui.cli.choices import one_of
from pmo_tui.cli.context import Context
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.words import _

if TYPE_CHECKING:
    from pmo_tui.services.risk_reports import RiskReport

WHAT = ("risks",)
FORMATS = ("md", "html", "csv", "json")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("what", metavar="WHAT", type=one_of(WHAT), help=_("risks"))
    parser.add_argument(
        "query",
        metavar="QUERY",
        nargs="*",
        default=[],
        help=_("which risks, as in: 'score>=15' review:overdue"),
    )
    parser.add_argument(
        "--format", metavar="|".join(FORMATS), choices=FORMATS,
        help=_("otherwise what the ending of FILE says, md without one"),
    )  # fmt: skip
    parser.add_argument(
        "--since",
        metavar="DATE",
        help=_("tell what has changed since this day, as in 2026-10-01; otherwise 30 days"),
    )
    parser.add_argument(
        "--out", metavar="FILE", type=Path, help=_("the file to be written; otherwise stdout")
    )
    parser.add_argument("--force", action="store_true", help=_("replace FILE where it is there already"))


def run(args: argparse.Namespace, context: Context) -> int:
    """Write it."""
    from pmo_tui.domain.text import clean
    from pmo_tui.services import exports, risk_reports

    out = None if args.out is None or str(args.out) == "-" else args.out
    form, since = _form(args.format, out), _day(args.since)
    if out is not None and not args.force:
        exports.check_free(out)
    with context.session() as session:
        text = written(risk_reports.report(session, " ".join(args.query), since), form)
    if out is None:
        talk.put(text)
        return 0
    exports.save(clean(text), out, form)
    talk.tell(_("Written: {path}").format(path=out))
    return 0


def written(report: RiskReport, form: str) -> str:
    """Give a report in a format."""
    if form in {"csv", "json"}:
        from pmo_tui.reports.risks_data import risks_csv, risks_json

        return risks_csv(report) if form == "csv" else risks_json(report)
    from pmo_tui.reports.html import to_html
    from pmo_tui.reports.markdown import to_markdown
    from pmo_tui.reports.risks import risks_document

    return (to_html if form == "html" else to_markdown)(risks_document(report))


def _form(said: str | None, out: Path | None) -> str:
    """Give the format that is asked for, or that the ending says. Raises Refusal where these contradict each other."""
    from pmo_tui.services.exports import check_ending

    ending = out.suffix[1:].lower() if out else ""
    if ending and ending not in FORMATS and not said:
        message = N_("No format ends in .{ending}: {known} do. Name the file so, or say --format.")
        raise Refusal(message, ending=ending, known=", ".join(f".{form}" for form in FORMATS))
    form = said or ending or FORMATS[0]
    if out is not None and ending in FORMATS:
        check_ending(out, form)
    return form


def _day(said: str | None) -> date | None:
    """Read a day. Raises Refusal where it is none."""
    try:
        return None if said is None else date.fromisoformat(said)
    except ValueError:
        raise Refusal(N_("“{text}” is no day: write it as in 2026-10-01."), text=said) from None
