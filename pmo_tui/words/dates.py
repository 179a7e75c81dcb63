"""Days as a person reads them: pure formatting with our own names of months, never the system's."""

from datetime import date, datetime

from pmo_tui.moments import local
from pmo_tui.words import _, _c


def month_short(month: int) -> str:
    """Name a month, 1 to 12, in little room: "Dec"."""
    names = (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
    return names[month - 1]


def _number(day: date) -> str:
    """Give the number of a day in its month; in French the first one is an ordinal."""
    return _c("first day of a month", "1") if day.day == 1 else str(day.day)


def date_(day: date) -> str:
    """Show a day with its year: "3 Dec 2026"."""
    return _("{day} {month} {year}").format(day=_number(day), month=month_short(day.month), year=day.year)


def date_cells() -> int:
    """Tell how many cells a day with its year takes at most."""
    return max(len(date_(date(2026, month, day))) for month in range(1, 13) for day in (1, 28))


def date_short(day: date, today: date) -> str:
    """Show a day, with its year only when it is not this one: "3 Dec"."""
    if day.year != today.year:
        return date_(day)
    return _("{day} {month}").format(day=_number(day), month=month_short(day.month))


def span_short(first: date, last: date, today: date) -> tuple[str, str]:
    """Show two days that belong together: both without their years where they are of this one, else both with."""
    if first.year == last.year == today.year:
        return date_short(first, today), date_short(last, today)
    return date_(first), date_(last)


def ago(day: date, today: date) -> str:
    """Tell how far a day is: "12 d ago", "today", "in 3 d"."""
    days = (today - day).days
    if days == 0:
        return _("today")
    return _("{days} d ago").format(days=days) if days > 0 else _("in {days} d").format(days=-days)


def minute(moment: datetime) -> str:
    """Show a moment of another day to the minute, for a sentence: "2026-11-23 09:00"."""
    return f"{local(moment):%Y-%m-%d %H:%M}"
