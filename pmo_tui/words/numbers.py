"""Numbers as a person reads them in a column: pure formatting, by the language now spoken.

Thousands are parted by a plain space (the screens pad their cells, nothing wraps), negatives carry
the true minus sign, and a half is rounded away from zero, as people do who check by hand.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

from pmo_tui.words import _, language

MINUS = "−"
ABSENT = "–"

_POINT = {"en": ".", "fr": ","}
_EXACTLY = Context(prec=400)  # room for any float, so that nothing is too long to round


def point() -> str:
    """Give the sign before decimals."""
    return _POINT[language()]


def whole(n: int) -> str:
    """Show a whole number: "1 234"."""
    return _grouped(Decimal(n))


def decimal(x: float | Decimal, digits: int) -> str:
    """Show a number with so many digits after the point: "0.90", in French "0,90"."""
    exact = _exact(x)
    return _grouped(_rounded(exact, digits)) if exact.is_finite() else ABSENT


def percent(x: float | Decimal, digits: int = 1, *, signed: bool = True) -> str:
    """Show a percentage, 10.5 being "+10.5 %"; a share of a whole is better `signed=False`."""
    exact = _exact(x)
    if not exact.is_finite():
        return ABSENT
    rounded = _rounded(exact, digits)
    plus = "+" if signed and rounded > 0 else ""
    return f"{plus}{_grouped(rounded)} %"


def money(cents: int) -> str:
    """Show an amount in full: "1 234 567.50"; round amounts without ".00"."""
    units = Decimal(cents) / 100
    return _grouped(_rounded(units, 0 if cents % 100 == 0 else 2))


def money_short(cents: int, digits: int = 1) -> str:
    """Show an amount in little room: "9 500", "620 k", "4.3 M", "494 181 M".

    `digits` are those of millions below a thousand million; the unit is chosen after rounding, so
    that 999 600 is "1.0 M" and never "1 000 k".
    """
    units = Decimal(cents) / 100
    whole_units = _rounded(units, 0)
    if abs(whole_units) < 10_000:
        return _grouped(whole_units)
    thousands = _rounded(units / 1_000, 0)
    if abs(thousands) < 1_000:
        return _("{number} k").format(number=_grouped(thousands))
    millions = _rounded(units / 1_000_000, digits)
    if abs(millions) >= 1_000:
        millions = _rounded(units / 1_000_000, 0)
    return _("{number} M").format(number=_grouped(millions))


def _exact(x: float | Decimal) -> Decimal:
    """Take a float at the digits it prints with, so that 2.675 is a half and not a little less."""
    return x if isinstance(x, Decimal) else Decimal(repr(x))


def _rounded(x: Decimal, digits: int) -> Decimal:
    """Round a half away from zero; what rounds to nothing has no sign."""
    rounded = x.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _EXACTLY)
    return rounded or rounded.copy_abs()


def _grouped(x: Decimal) -> str:
    """Write a rounded number with its thousands parted, its point and its minus sign."""
    text = f"{x.copy_abs():,f}".replace(",", " ").replace(".", point())
    return f"{MINUS}{text}" if x < 0 else text
