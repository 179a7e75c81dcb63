"""`pmo-tui report`: writes a report to stdout or to a file."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from pmo_tui.cli import writing_out
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
        "--since",
        metavar="DATE",
        help=_("tell what has changed since this day, as in 2026-10-01; otherwise 30 days"),
    )
    writing_out.arguments(parser, FORMATS, _("otherwise what the ending of FILE says, md without one"))


def run(args: argparse.Namespace, context: Context) -> int:
    """Write it."""
    from pmo_tui.domain.text import clean
    from pmo_tui.services import risk_reports

    form = writing_out.form_of(args.format, args.out, FORMATS, FORMATS[0])

    def text() -> str:
        with context.session() as session:
            since = _day(args.since, session.today())
            return clean(written(risk_reports.report(session, " ".join(args.query), since), form))

    return writing_out.put_out(args, form, text)


def written(report: RiskReport, form: str) -> str:
    """Give a report in a format."""
    if form in {"csv", "json"}:
        from pmo_tui.reports.risks_data import risks_csv, risks_json

        return risks_csv(report) if form == "csv" else risks_json(report)
    from pmo_tui.reports.html import to_html
    from pmo_tui.reports.markdown import to_markdown
    from pmo_tui.reports.risks import risks_document

    return (to_html if form == "html" else to_markdown)(risks_document(report))


def _day(said: str | None, today: date) -> date | None:
    """Read a day, or the first one of a period, as queries do. Raises Refusal where it is none."""
    from pmo_tui.domain.queries.periods import period
    from pmo_tui.domain.text import fold

    try:
        first = None if said is None else period(fold(said.strip()), today)[0]
    except ValueError:
        first = None
    if said is not None and first is None:
        raise Refusal(N_("“{text}” is no day: write it as in 2026-10-01, yesterday or -30d."), text=said)
    return first
