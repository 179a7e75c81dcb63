"""About a number of the project: its formula, what went into it, and its limits; what `?` says."""

from __future__ import annotations

from pmo_tui.domain.projects import overrun, slip
from pmo_tui.words import _, numbers
from pmo_tui.words.dates import date_
from screens.cells import Line, line
from screens.project.rows import Sheet
from screens.values import days, reason


def of_overrun(sheet: Sheet) -> tuple[Line, ...]:
    """Tell how the overrun is computed."""
    project = sheet.dossier.detail.project
    percent = overrun(project)
    if percent is None or project.forecast is None or project.budget is None:
        return (line(" ", _("Overrun = (forecast − budget) ÷ budget; budget or forecast is not known.")),)
    limits = sheet.dossier.around.portfolio.thresholds
    told = _("= ({forecast} − {budget}) ÷ {budget} = {percent}")
    return (
        line(" ", _("Overrun = (forecast − budget) ÷ budget")),
        line(
            "   ",
            told.format(
                forecast=numbers.money(project.forecast),
                budget=numbers.money(project.budget),
                percent=numbers.percent(percent),
            ),
        ),
        line(
            " ",
            (
                _("Amber above {amber} %, red above {red} %.").format(
                    amber=limits.overrun_amber, red=limits.overrun_red
                ),
                "muted",
            ),
        ),
    )


def of_slip(sheet: Sheet) -> tuple[Line, ...]:
    """Tell how the slip is computed."""
    project = sheet.dossier.detail.project
    late = slip(project)
    finish = project.actual_finish or project.finish
    if late is None or finish is None or project.baseline_finish is None:
        return (line(" ", _("Slip = finish − baseline finish; one of them is not known.")),)
    limits = sheet.dossier.around.portfolio.thresholds
    told = _("= {finish} − {baseline} = {days}, in calendar days")
    shown = told.format(finish=date_(finish), baseline=date_(project.baseline_finish), days=days(late))
    limit = _("The weather counts working days: amber above {amber}, red above {red}.")
    return (
        line(" ", _("Slip = finish − baseline finish")),
        line("   ", shown),
        line(" ", (limit.format(amber=limits.slip_amber, red=limits.slip_red), "muted")),
    )


def of_weather(sheet: Sheet) -> tuple[Line, ...]:
    """Tell how the computed weather comes about."""
    weather = sheet.dossier.detail.weather
    if not weather.readings:
        return (
            line(" ", _("Nothing is computed: it takes budget and forecast, or a finish and its baseline.")),
        )
    lines = [line(" ", _("The computed weather is the worst of what the figures say:"))]
    lines += [
        line("   ", sheet.glyphs.health(each.health.value), f" {reason(each)}") for each in weather.readings
    ]
    return tuple(lines)
