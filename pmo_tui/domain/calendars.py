"""Calendars: when somebody works, which days are off for all, and when they are on leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import Enum, StrEnum
from typing import NamedTuple

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.timescales import Span

DAY = 100
"""A day of work, in the hundredths in which all days are kept."""

HALVES = 2
"""The parts of a day that a leave can take: morning and afternoon."""

MORNING, AFTERNOON = 1, 2


class Pattern(NamedTuple):
    """How much somebody works on each weekday, in hundredths of a day: part time is exact."""

    monday: int = DAY
    tuesday: int = DAY
    wednesday: int = DAY
    thursday: int = DAY
    friday: int = DAY
    saturday: int = 0
    sunday: int = 0

    @property
    def week(self) -> int:
        """The hundredths of a day of a whole week."""
        return sum(self)


FULL_TIME = Pattern()
"""Monday to Friday, a day each."""


class LeaveKind(StrEnum):
    """Why somebody is away."""

    HOLIDAY = "holiday"
    SICK = "sick"
    TRAINING = "training"
    PARENTAL = "parental"
    OTHER = "other"


LEAVE_LABELS: Mapping[Enum, str] = {
    LeaveKind.HOLIDAY: N_("Annual leave"),
    LeaveKind.SICK: N_("Sick leave"),
    LeaveKind.TRAINING: N_("Training"),
    LeaveKind.PARENTAL: N_("Parental leave"),
    LeaveKind.OTHER: N_("Other absence"),
}
"""What each kind is called."""


class Leave(NamedTuple):
    """An absence from a day to a day, both among them; it may begin at noon and end at noon."""

    first: date
    last: date
    from_noon: bool = False
    to_noon: bool = False
    kind: LeaveKind = LeaveKind.HOLIDAY

    @property
    def span(self) -> Span:
        """The days of which it takes at least a half."""
        return Span(self.first, self.last)

    def taken(self, day: date) -> int:
        """Give which halves of a day it takes, MORNING and AFTERNOON added."""
        if not self.first <= day <= self.last:
            return 0
        halves = MORNING + AFTERNOON
        if self.from_noon and day == self.first:
            halves -= MORNING
        if self.to_noon and day == self.last:
            halves -= AFTERNOON
        return halves


def checked(leave: Leave) -> Leave:
    """Give a leave back; raises Refusal where it ends before it begins, or takes no half of any day."""
    if leave.last < leave.first:
        raise Refusal(
            N_("The leave ends on {last}, before it begins on {first}: exchange the days."),
            first=leave.first,
            last=leave.last,
        )
    if not leave.taken(leave.first):
        raise Refusal(
            N_(
                "A leave on {day} from noon to noon takes nothing of that day: say from noon, or to noon, or neither."
            ),
            day=leave.first,
        )
    return leave


def halves_left(day: date, leaves: Iterable[Leave]) -> int:
    """Give how many halves of a day, 0 to 2, no leave takes; two leaves that overlap take it once."""
    taken = 0
    for leave in leaves:
        taken |= leave.taken(day)
    return HALVES - taken.bit_count()


def days_of(span: Span) -> Iterable[date]:
    """Walk the days of a span."""
    return (span.first + timedelta(days=number) for number in range(span.days))
