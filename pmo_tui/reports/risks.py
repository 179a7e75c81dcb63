"""The report on risks as a document: key figures, the matrices, the largest, what has changed, and the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmo_tui.domain.exposures import PERCENTILES
from pmo_tui.domain.fields import NUMERIC, Field
from pmo_tui.domain.items import Item
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risks import STEPS, Side
from pmo_tui.reports.document import Cell, Column, Document, Matrix, Paragraph, Section, Table
from pmo_tui.reports.risk_changes import change_parts, graded
from pmo_tui.services.risk_lists import Row
from pmo_tui.services.risk_matrix import Matrix as RiskMatrix
from pmo_tui.services.risk_matrix import Which
from pmo_tui.services.risk_reports import RiskReport
from pmo_tui.words import _, _n, language, numbers
from pmo_tui.words.counts import over_risks, over_threats
from pmo_tui.words.dates import date_
from pmo_tui.words.labels import heading, label, said_of
from pmo_tui.words.values import said

REGISTER = (
    *("code", "title", "project", "owner", "status", "inherent", "score", "target", "trend"),
    *("strategy", "actions_done", "exposure", "review"),
)
"""The columns of the register."""

GRADED = ("inherent", "score", "target")

MATRICES: dict[Which, str] = {"current": N_("Current"), "inherent": N_("Inherent"), "target": N_("Target")}


def risks_document(report: RiskReport) -> Document:
    """Give the report as a document in the language now spoken."""
    title = _("Risk report")
    name = report.portfolio.name
    about = [report.query.strip() or _("all risks"), date_(report.today), report.author]
    sections = (Section(_("Register"), (Paragraph(_("There are no risks here.")),)),)
    return Document(
        f"{name} – {title}" if name else title,
        " · ".join(about),
        tuple(_sections(report)) if report.rows else sections,
        language(),
    )


def _sections(report: RiskReport) -> Iterator[Section]:
    """Walk the sections of a report on some risks."""
    yield Section(_("Key figures"), (_figures(report),))
    yield Section(
        _("Matrix"), tuple(_matrix(report.matrices[which], _(word)) for which, word in MATRICES.items())
    )
    yield Section(_("The largest exposures of open risks"), (_largest(report),))
    yield Section(_("Reserve by programme"), (_reserve(report),))
    since = _("Changes since {day}").format(day=date_(report.since))
    yield Section(since, tuple(change_parts(report.changes)))
    yield Section(_("Register"), (_register(report),))


def _figures(report: RiskReport) -> Table:
    """Give the key figures, each with what it stands on."""
    open_ = report.open_rows
    exposure, reserve = report.outlook.exposure, report.outlook.reserve
    threats = report.of_side(Side.THREAT)
    scored = sum(row.value("score") is not None for row in threats)
    valued = over_risks(exposure.valued, exposure.of)
    rows = [
        (_("Open threats"), numbers.whole(len(threats)), _of(len(report.rows))),
        (_("Open opportunities"), numbers.whole(len(open_) - len(threats)), _of(len(report.rows))),
    ]
    band = heading(report.catalogue.get("band"))
    rows += [
        (said_of(band, _(name)), numbers.whole(count), over_threats(scored, len(threats)))
        for name, count in report.bands.items()
    ]
    above = sum(row.value("over") is True for row in open_)
    rows.append((_("Above appetite"), numbers.whole(above), over_threats(scored, len(threats))))
    reviewed = sum(row.value("review") is not None for row in open_)
    overdue = sum(row.overdue is not None for row in open_)
    rows.append((_("Reviews overdue"), numbers.whole(overdue), over_risks(reviewed, len(open_))))
    rows.append(
        (_("Exposure of threats"), numbers.money(exposure.threats), over_risks(*report.valued(Side.THREAT)))
    )
    won = numbers.money(exposure.opportunities)
    rows.append((_("Exposure of opportunities"), won, over_risks(*report.valued(Side.OPPORTUNITY))))
    rows.append((_("Net exposure"), numbers.money(exposure.net), valued))
    for percent in PERCENTILES:
        amount = report.outlook.distribution.percentile(percent)
        rows.append((f"P{percent}", numbers.money_short(amount), valued))
    for word, name in ((_("Reserve held"), "reserve"), (_("Reserve drawn"), "drawn")):
        amount, over = reserve.sum(name)
        rows.append((word, numbers.money(amount), over_risks(over, reserve.count)))
    caption = _("Amounts in {currency}").format(currency=report.portfolio.currency)
    columns = (Column(_("Figure")), Column(_("Value"), numeric=True), Column(_("Basis")))
    return Table(caption, columns, tuple(tuple(map(Cell, row)) for row in rows))


def _of(count: int) -> str:
    """Say of how many risks a number is told."""
    return _n("of {count} risk", "of {count} risks", count).format(count=numbers.whole(count))


def _matrix(found: RiskMatrix, word: str) -> Matrix:
    """Give one matrix, the most probable above, with what stands in no cell of it."""
    scales, left_out = found.scales, numbers.whole(len(found.unscored))
    if found.side is Side.THREAT:
        told = _("{assessment}, threats (without a score: {count})")
    else:
        told = _("{assessment}, opportunities (without a score: {count})")
    caption = told.format(assessment=word, count=left_out)
    rows = tuple(
        (
            _(scales.probabilities[probability - 1].word),
            tuple(_counted(found, probability, impact) for impact in STEPS),
        )
        for probability in reversed(STEPS)
    )
    return Matrix(caption, _("Probability / impact"), tuple(_(step.word) for step in scales.impacts), rows)


def _counted(found: RiskMatrix, probability: int, impact: int) -> Cell:
    """Give a cell of the matrix: the letter of its band, and how many stand there."""
    cell = found.cells[probability, impact]
    count = numbers.whole(len(cell.keys)) if cell.keys else ""
    heat = cell.grade.heat if found.side is Side.THREAT else None
    return Cell(f"{count} {cell.grade.letter}".strip(), heat, strong=bool(count))


def _largest(report: RiskReport) -> Table:
    """Give the largest exposures."""
    names = ("code", "title", "project", "owner", "side", "net")
    fields = [report.catalogue.get(name) for name in names]
    rows = tuple(tuple(_said(risk, field) for field in fields) for risk in report.outlook.top)
    return Table("", _columns(fields), rows)


def _reserve(report: RiskReport) -> Table:
    """Give what is held against the open risks of each programme, the one that is short by most first."""
    columns = (
        Column(_("Programme")), Column(_("Open risks"), numeric=True), Column(_("Net exposure"), numeric=True),
        Column(_("Reserve held"), numeric=True), Column(_("Reserve drawn"), numeric=True),
        Column(_("Short by"), numeric=True),
    )  # fmt: skip
    rows = (
        (
            Cell(each.programme or _("without a programme")),
            Cell(numbers.whole(each.risks)),
            *(Cell(numbers.money(amount)) for amount in (each.net, each.held, each.drawn)),
            Cell(numbers.money(each.short) if each.short > 0 else "", strong=True),
        )
        for each in report.outlook.covers
    )
    return Table("", columns, tuple(rows))


def _said(risk: Item | Row, field: Field) -> Cell:
    """Give the value of a field in words."""
    return Cell(said(field, risk.value(field.name), date_))


def _columns(fields: list[Field]) -> tuple[Column, ...]:
    """Give the columns of fields."""
    return tuple(Column(label(field), field.kind in NUMERIC) for field in fields)


def _register(report: RiskReport) -> Table:
    """Give the register."""
    fields = [report.catalogue.get(name) for name in REGISTER]
    rows = tuple(tuple(_cell(row, field) for field in fields) for row in report.rows)
    return Table("", _columns(fields), rows)


def _cell(row: Row, field: Field) -> Cell:
    """Give a cell of the register; a review that is overdue stands out."""
    if field.name in GRADED:
        return graded(row.grades[field.name], row.value("side"))
    value = row.value(field.name)
    if field.name == "trend" and isinstance(value, int) and value > 0:
        return Cell(f"+{value}")
    if field.name == "review" and isinstance(value, date) and row.overdue is not None:
        late = _("{days} d late").format(days=numbers.whole(row.overdue))
        return Cell(f"{date_(value)} ({late})", strong=True)
    if field.name == "project" and value:
        return Cell(f"{value} {row.project}".rstrip())
    return _said(row, field)
