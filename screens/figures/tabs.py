"""The tabs of the figures: exposure and its burn-down, its distribution, the largest; pure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pmo_tui.domain.exposures import PERCENTILES, PLAYED, TRIALS
from pmo_tui.domain.money import Cents
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risk_costs import Exposure
from pmo_tui.services.risk_figures import SEED
from pmo_tui.words import _, _n, numbers
from pmo_tui.words.counts import over_risks
from pmo_tui.words.dates import date_
from screens.cells import Line, Span, fit, line
from screens.figures.bands import bands
from screens.figures.reserve import reserve
from screens.figures.sheet import Sheet
from screens.sheets.charted import amounts_charted, charted, side_by_side
from screens.sheets.page import TabSheet
from screens.sheets.rows import GAP, Row, explained, head, labelled_row, muted, right

if TYPE_CHECKING:
    from screens.charts import Series

_AMOUNT = 14
_HALF = 54
"""The cells that each of two charts beside each other takes at least."""


def exposure(sheet: Sheet) -> list[Row]:
    """Give what is to be expected, threats and opportunities apart, and how that has come about."""
    now = sheet.known.outlook.exposure
    told = over_risks(now.valued, now.of)
    rows = [
        muted(_("Amounts in {currency}, {over}").format(currency=sheet.known.currency, over=told)),
        _amount("threats", _("Threats"), now.threats),
        _amount("opportunities", _("Opportunities"), -now.opportunities),
        _amount("net", _("Net exposure"), now.net, "strong", of_exposure(now)),
        labelled_row("percentiles", _("Sum of all"), _percentiles(sheet), about=of_distribution(sheet)),
    ]
    return rows + _charts(sheet, sheet.lines - len(rows) - 2)


def _charts(sheet: Sheet, lines: int) -> list[Row]:
    """Give the burn-down, and the distribution at its right where both have room."""
    half = (sheet.cells - 3) // 2
    if half >= _HALF:
        narrow = sheet.narrowed(half)
        left, right_ = burn_down(narrow, lines), _s_curve(narrow, lines)
        if len(left) == len(right_):
            return side_by_side(left, right_, half + 2, sheet.glyphs.ellipsis)
    return burn_down(sheet, lines)


def _percentiles(sheet: Sheet) -> list[Span]:
    """Give the percentiles in a row."""
    spans: list[Span] = []
    for percent in PERCENTILES:
        spans += [
            (f"P{percent} ", "muted"),
            (_short(sheet.known.outlook.distribution.percentile(percent)), ""),
        ]
        spans.append(("   ", ""))
    return spans


def burn_down(sheet: Sheet, lines: int) -> list[Row]:
    """Give the net exposure at the end of each week as a chart, in so many lines, or in one where there are few."""
    from screens.charts import Series

    points = sheet.known.points
    if len(points) < 2:
        return [GAP, muted(_("The journal knows too little of these risks yet for a curve."))]
    first, last = points[0].exposure.net, points[-1].exposure.net
    corners = tuple((float(point.day.toordinal()), float(point.exposure.net)) for point in points)
    series = Series(_short(last), sheet.glyphs.thick, (corners,))
    weeks = _n(
        "Net exposure, {count} week: {first} {to} {last}",
        "Net exposure, {count} weeks: {first} {to} {last}",
        len(points),
    )
    title = weeks.format(
        count=numbers.whole(len(points)), first=_short(first), to=sheet.glyphs.to, last=_short(last)
    )
    drawn = amounts_charted(sheet, "curve", title, [series], lines, _of_curve())
    return drawn or [GAP, Row("curve", line(" ", (title, "strong")), about=_of_curve())]


def distribution(sheet: Sheet) -> list[Row]:
    """Give how much all risks together may cost, by how probable it is not to be passed, with the reserve marked."""
    now, about = sheet.known.outlook.exposure, of_distribution(sheet)
    rows = [
        labelled_row("percentiles", _("Sum of all"), _percentiles(sheet), about=about),
        _amount("net", _("Net exposure"), now.net, "strong", of_exposure(now)),
    ]
    return rows + _s_curve(sheet, sheet.lines - len(rows) - 2)


def _s_curve(sheet: Sheet, lines: int) -> list[Row]:
    """Give how many percent of the trials stay below a sum, as a curve."""
    from screens.charts import Series, Words

    found = sheet.known.outlook.distribution
    corners = tuple((float(found.percentile(percent)), float(percent)) for percent in range(1, 101))
    if corners[0][0] == corners[-1][0]:
        return []
    words = Words(
        lambda cents: _short(round(cents)),
        lambda percent, _finer: numbers.percent(percent, 0, signed=False),
    )
    title = _("How probable it is that the sum is not passed")
    series = [Series("", sheet.glyphs.thick, (corners,)), *_marks(sheet)]
    return charted(sheet, "distribution", title, series, words, lines, of_distribution(sheet))


def _marks(sheet: Sheet) -> list[Series]:
    """Give upright lines at what is to be expected and at what is left of the reserve, where any is held."""
    from screens.charts import Series

    reserve, net = sheet.known.outlook.reserve, sheet.known.outlook.exposure.net
    places = [(_("expected {amount}"), sheet.glyphs.bar, net)]
    if reserve.sum("reserve").over:
        left = reserve.sum("reserve").amount - reserve.sum("drawn").amount
        places.append((_("reserve {amount}"), ":", left))
    return [
        Series(words.format(amount=_short(cents)), sign, (((float(cents), 100.0), (float(cents), 0.0)),))
        for words, sign, cents in places
    ]


def largest(sheet: Sheet) -> list[Row]:
    """Give the largest exposures as bars, each with its share of all that may be lost or won."""
    top, now = sheet.known.outlook.top, sheet.known.outlook.exposure
    whole = now.threats + now.opportunities
    most = max((int(str(risk.value("exposure"))) for risk in top), default=1)
    title = max(16, min(44, sheet.cells - 54))
    room = max(6, min(40, sheet.cells - title - 38))
    rows = [head(_("The largest exposures"))]
    for risk in top:
        amount = int(str(risk.value("exposure")))
        share = numbers.percent(Decimal(amount * 100) / Decimal(whole or 1), 0, signed=False)
        sign = "" if risk.value("side") == "threat" else numbers.MINUS
        spans: list[str | Span] = [
            (f" {risk.code}  ", "muted"),
            fit(str(risk.value("title")), title, ellipsis=sheet.glyphs.ellipsis),
            (right(f"{sign}{_short(amount)}", 11), "strong"),
            (right(share, 6), "muted"),
            (
                "  " + sheet.glyphs.block * max(1, round(amount / most * room)),
                "accent" if not sign else "good",
            ),
        ]
        rows.append(Row(risk.id, line(*spans)))
    return rows if top else [*rows, muted(_("No risk here has a chance and a cost."))]


def _amount(key: str, words: str, cents: Cents, role: str = "", about: tuple[Line, ...] = ()) -> Row:
    """Give an amount in the column of amounts."""
    return labelled_row(key, words, [(right(numbers.money(round(cents, -2)), _AMOUNT), role)], about=about)


def _short(cents: Cents) -> str:
    """Give an amount in little room."""
    return numbers.money_short(cents)


def of_exposure(now: Exposure) -> tuple[Line, ...]:
    """Tell how the exposure is computed, and what it leaves out."""
    lines = explained(_("Net exposure = Σ chance × expected cost of threats − the same of opportunities."))
    if left := now.of - now.valued:
        told = _n(
            "{count} risk without a chance or a cost is left out.",
            "{count} risks without a chance or a cost are left out.",
            left,
        ).format(count=numbers.whole(left))
        return (*lines, *explained(told, "warn"))
    return lines


def of_distribution(sheet: Sheet) -> tuple[Line, ...]:
    """Tell how the distribution is computed."""
    told = _(
        "All risks are played {trials} times: each happens with its chance, whatever the others do; its cost is then "
        "drawn from the triangle of low, likely and high."
    )
    seed = _("Pxx is the least sum that xx percent of the trials do not pass. Seed {seed}, {day}.")
    return (
        *explained(told.format(trials=numbers.whole(TRIALS))),
        *_of_many(sheet),
        *explained(seed.format(seed=SEED, day=date_(sheet.today)), "muted"),
    )


def _of_many(sheet: Sheet) -> tuple[Line, ...]:
    """Tell how so many risks are played that playing each would take too long."""
    if sheet.known.outlook.exposure.valued <= PLAYED:
        return ()
    told = _(
        "One by one are played the {count} risks that weigh most; the others fall out together, with the mean, the "
        "variance and the skewness of their sum."
    )
    return explained(told.format(count=numbers.whole(PLAYED)))


def _of_curve() -> tuple[Line, ...]:
    """Tell what the curve shows."""
    told = _(
        "The risks that the query finds now, as the journal knows them at the end of each week, weighed by the scales "
        "of today; a risk counts from the day it stands there until it is over, those that are over by now included."
    )
    return explained(told)


TABS = {
    "exposure": TabSheet(N_("Exposure"), "", exposure),
    "distribution": TabSheet(N_("Distribution"), "", distribution),
    "reserve": TabSheet(N_("Reserve"), "", reserve),
    "bands": TabSheet(N_("Bands"), "", bands),
    "largest": TabSheet(N_("Top ten"), "", largest),
}
"""The tabs in their order."""
