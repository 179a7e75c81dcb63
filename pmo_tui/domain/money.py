"""Money: whole hundredths of the portfolio's currency, so that no sum ever drifts."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal

from pmo_tui.domain.numbers import read_number
from pmo_tui.domain.refusal import N_, Refusal

Cents = int
"""An amount in hundredths of the currency unit."""

LARGEST: Cents = 10**15
"""The largest amount kept, in cents: 10¹³ units, well inside a 64-bit integer."""

FACTORS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "b": 10**9, "bn": 10**9, "md": 10**9}

_AMOUNT = re.compile(r"(.*[0-9])\s*(k|m|g|bn?|md)?", re.IGNORECASE)


def cents(amount: Decimal | int | str) -> Cents:
    """Give `amount`, in currency units, as cents; what is finer than a cent is rounded half to even.

    Raises Refusal where the amount is not finite or larger than LARGEST.
    """
    value = Decimal(amount)
    if not value.is_finite() or abs(value) > LARGEST // 100:
        raise Refusal(N_("“{text}” is too large an amount: at most 10¹³."), text=amount)
    return int((value * 100).to_integral_value(ROUND_HALF_EVEN))


def units(amount: Cents) -> Decimal:
    """Give `amount` in currency units, exact, with no more decimals than it needs (12, 12.5, 12.34)."""
    whole, rest = divmod(abs(amount), 100)
    text = f"{whole}.{rest:02d}".rstrip("0").rstrip(".") if rest else str(whole)
    return Decimal(f"-{text}" if amount < 0 else text)


def read_amount(text: str, point: str) -> Decimal | None:
    """Read an amount in currency units, with or without a unit behind it; None where it isn't one.

    `point` is as in `read_number`. Raises Refusal where it could be two amounts.
    """
    found = _AMOUNT.fullmatch(text.strip())
    number = found and read_number(found[1], point, found[2] or "")
    return number * FACTORS[(found[2] or "").lower()] if found and number is not None else None


def parse_amount(text: str, point: str = ".") -> Cents:
    """Read an amount as a person types it: `1 234,50`, `1,234.50`, `1.2M`, `-3 k`.

    Raises Refusal where it isn't an amount, or could be two.
    """
    amount = read_amount(text, point)
    if amount is None:
        raise Refusal(N_("“{text}” is no amount: write 1200000, 1 200 000 or 1.2M."), text=text)
    return cents(amount)
