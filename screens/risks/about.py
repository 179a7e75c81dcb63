"""About a number of a risk: its formula, what went into it, and its limits; what `?` says; pure."""

from __future__ import annotations

from pmo_tui.domain.risk_values import chance, cost
from pmo_tui.services.risk_details import Detail
from pmo_tui.words import _, numbers
from screens.cells import Line, line
from screens.sheets.rows import explained


def of_score(detail: Detail, which: str) -> tuple[Line, ...]:
    """Tell how a score comes about, and where the bands begin."""
    grade = detail.row.grades[which]
    lines = explained(_("Score = probability × impact, the worst of the impacts; both from 1 to 5."))
    if grade is not None:
        assessed = grade.severity
        lines += (line("   ", f"= {assessed.probability} × {assessed.impact} = {grade.score}"),)
    bands = ", ".join(
        _("{band} from {least}").format(band=band.name, least=band.least) for band in detail.scales.bands
    )
    told = _("Bands: {bands}. An impact of 5 is never in the first.").format(bands=bands)
    return lines + explained(told, "muted")


def of_exposure(detail: Detail) -> tuple[Line, ...]:
    """Tell how the exposure is computed."""
    value = detail.item.value
    percent, worth = chance(value, detail.scales.probabilities), cost(value)
    lines = explained(_("Exposure = chance × expected cost; expected cost = (low + likely + high) ÷ 3."))
    if percent is None or worth is None:
        lines += explained(_("Chance or cost is not known."), "warn")
    elif not value("active"):
        lines += explained(_("Nothing is to be expected of a risk that is over."), "warn")
    else:
        low, likely, high = (numbers.money(point) for point in worth.points)
        share = numbers.percent(percent, 1, signed=False)
        told = _("= {share} × ({low} + {likely} + {high}) ÷ 3")
        lines += (line("   ", told.format(share=share, low=low, likely=likely, high=high)),)
        if value("chance") is None:
            middle = _("The chance is the middle of its step; a chance in percent of its own goes before it.")
            lines += explained(middle, "muted")
    return lines + explained(_("What an opportunity is worth counts against what may be lost."), "muted")
