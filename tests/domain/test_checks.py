"""Checks of values: what may stand in a field, and what agrees with what."""

from __future__ import annotations

from datetime import date

import pytest

from pmo_tui.domain import checks
from pmo_tui.domain.refusal import Refusal


def test_dates_that_came_in_wrong_hold_up_no_change_of_something_else():
    wrong = {"start": date(2026, 5, 1), "finish": date(2026, 4, 1)}
    checks.agreeing(wrong, {"phase"})
    with pytest.raises(Refusal, match="lies before the start"):
        checks.agreeing(wrong, {"finish"})
