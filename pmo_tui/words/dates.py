"""Days as a person reads them: pure formatting with our own names of months, never the system's."""

from datetime import date, datetime

from pmo_tui.moments import local
from pmo_tui.words import _


def month_short(month: int) -> str:
    """Name a month, 1 to 12, in little room: "Dec"."""
    names = (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
    return names[month - 1]


def date_(day: date) -> str:
    """Show a day with its year: "3 Dec 2026"."""
    return _("{day} {month} {year}").format(day=day.day, month=month_short(day.month), year=day.year)


def date_cells() -> int:
    """Tell how many cells a day with its year takes at most."""
    return max(len(date_(date(2026, month, 28))) for month in range(1, 13))


def date_short(day: date, today: date) -> str:
    """Show a day, with its year only when it is not this one: "3 Dec"."""
    if day.year != today.year:
        return date_(day)
    return _("{day} {month}").format(day=day.day, month=month_short(day.month))


def ago(day: date, today: date) -> str:
    """Tell how far a day is: "12 d ago", "today", "in 3 d"."""
    days = (today - day).days
    if days == 0:
        return _("today")
    return _("{days} d ago").format(days=days) if days > 0 else _("in {days} d").format(days=-days)


def minute(moment: datetime) -> str:
    """Show a moment of another day to the minute, for a sentence: "2026-11-23 09:00"."""
    return f"{local(moment):%Y-%m-%d %H:%M}"
