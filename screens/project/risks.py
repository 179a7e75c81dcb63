"""The risks of a project: what they come to, and each with its scores, the open ones first, the worst before; pure."""

from __future__ import annotations

from typing import NamedTuple

from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.services.risk_lists import Row as Risk
from pmo_tui.words import _, _n, numbers
from screens.board.risks import risks_spans
from screens.cells import Line, Span, line
from screens.lists.columns import fitting, heading, thing_line
from screens.project.rows import Sheet
from screens.risks.kind import RISKS
from screens.risks.rows import cell
from screens.sheets.rows import GAP, Row, muted

COLUMNS = ("code", "title", "inherent", "score", "target", "net", "review", "owner", "strategy")
"""What is told of each risk, the more important first."""


class RiskKey(NamedTuple):
    """The key of a row that stands for a risk."""

    risk: int


def risks(sheet: Sheet) -> list[Row]:
    """Give what the open risks come to, then every risk as a row."""
    found = sheet.dossier.risks
    if not found:
        return [muted(_("This project has no risks."))]
    longest = {"code": max(len(risk.item.code) for risk in found)}
    taken = fitting(RISKS.layout, COLUMNS, RISK_FIELDS, sheet.cells, longest)
    rows = [Row(RiskKey(risk.id), moved(thing_line(risk, taken.seen, sheet.glyphs, cell))) for risk in found]
    return [_whole(sheet), GAP, Row(None, heading(taken._replace(behind=0), (), sheet.glyphs)), *rows]


def moved(drawn: Line) -> Line:
    """Give a line one cell further to the right, where all lines of a sheet begin."""
    return line(" ", *drawn.spans)


def _whole(sheet: Sheet) -> Row:
    """Give what all open risks come to, and how many of them are above the appetite."""
    spans: list[Span] = risks_spans(sheet.dossier.detail.project.rollup)
    if above := above_appetite(sheet.dossier.risks):
        told = _n("{count} above appetite", "{count} above appetite", above)
        spans.append((f" {sheet.glyphs.dot} " + told.format(count=numbers.whole(above)), "warn"))
    return Row(None, line(" ", *(spans or [(_("No open risk"), "muted")])))


def above_appetite(found: tuple[Risk, ...]) -> int:
    """Count the open risks that are above the appetite."""
    return sum(risk.value("over") is True and risk.value("active") is True for risk in found)
