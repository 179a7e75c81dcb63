"""The money of a project: its amounts, what lies between them, and how they came about over time; pure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pmo_tui.domain.curves import AMOUNTS, steps, telling
from pmo_tui.domain.projects import overrun
from pmo_tui.words import _, numbers
from screens.cells import Line, Span, line
from screens.project.about import of_overrun
from screens.project.rows import Sheet
from screens.sheets.charted import amounts_charted
from screens.sheets.rows import GAP, Row, labelled, labelled_row, muted, right, share_spans
from screens.values import label

if TYPE_CHECKING:
    from screens.charts import Series

_AMOUNT = 16


def money(sheet: Sheet) -> list[Row]:
    """Give budget, forecast and actual, what lies between them, and how much is spent."""
    project = sheet.dossier.detail.project
    currency = sheet.dossier.around.portfolio.currency
    rows = [muted(_("Amounts in {currency}").format(currency=currency)), _amount(sheet, "budget")]
    percent = overrun(project)
    off: list[Span] = []
    if percent and project.forecast is not None and project.budget is not None:
        role = "bad" if percent > 0 else "good"
        gone = project.forecast - project.budget
        sign = "+" if gone > 0 else ""
        off = [(f"  {sign}{numbers.money(gone)}", role), (f"  {numbers.percent(percent)}", role)]
    rows += [_amount(sheet, "forecast", off, of_overrun(sheet)), _amount(sheet, "actual")]
    whole = project.forecast if project.forecast is not None else project.budget
    if project.actual is not None and whole:
        share = Decimal(project.actual) / Decimal(whole)
        rows += [
            GAP,
            Row("left", _plain(_("Left to spend"), right(numbers.money(whole - project.actual), _AMOUNT))),
            labelled_row("spent", _("Spent"), share_spans(sheet, share)),
        ]
    return rows + _curve(sheet, sheet.lines - len(rows) - 2)


def _curve(sheet: Sheet, lines: int) -> list[Row]:
    """Give the amounts over time as a chart of at most so many lines; nothing where they say nothing yet."""
    if not telling(sheet.dossier.amounts):
        return []
    title = _("Forecast and actual against budget")
    return amounts_charted(sheet, "curve", title, _series(sheet), lines, _of_curve())


def _series(sheet: Sheet) -> list[Series]:
    """Give the lines of the chart, each labelled with its amount, finer where two would read alike."""
    from screens.charts import Series

    known, glyphs = sheet.dossier.amounts, sheet.glyphs
    last = {each for each in known[-1][1:] if each is not None}
    digits = 1 if len({numbers.money_short(each) for each in last}) == len(last) else 2
    series = []
    for name, sign in zip(AMOUNTS, (glyphs.rule, glyphs.milestone, glyphs.thick), strict=True):
        value = sheet.value(name)
        amount = numbers.money_short(value, digits) if isinstance(value, int) else ""
        runs = [[(float(day.toordinal()), float(cents)) for day, cents in run] for run in steps(known, name)]
        series.append(Series(f"{label(sheet.field(name))} {amount}".rstrip(), sign, tuple(map(tuple, runs))))
    return series


def _of_curve() -> tuple[Line, ...]:
    """Tell what the chart shows."""
    told = _("Each amount as the journal knows it: it stays as it is until the day on which it was changed.")
    return (line(" ", told),)


def _amount(sheet: Sheet, name: str, off: list[Span] | None = None, about: tuple[Line, ...] = ()) -> Row:
    """Give one amount in the column of amounts."""
    value = sheet.value(name)
    text = numbers.money(value) if isinstance(value, int) else sheet.glyphs.dot
    spans: list[Span] = [(right(text, _AMOUNT), "" if value is not None else "faint"), *(off or [])]
    return labelled_row(name, label(sheet.field(name)), spans, name, about)


def _plain(words: str, text: str) -> Line:
    """Give a label and a text."""
    return Line(tuple(labelled(words, [(text, "")])))
