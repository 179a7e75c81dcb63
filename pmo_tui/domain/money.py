"""Money: whole hundredths of the portfolio's currency, so that no sum ever drifts."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

from pmo_tui.domain.refusal import N_, Refusal

Cents = int
"""An amount in hundredths of the currency unit."""

LARGEST: Cents = 10**15
"""The largest amount kept, in cents: 10¹³ units, well inside a 64-bit integer."""

FACTORS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "b": 10**9, "bn": 10**9, "md": 10**9}

_AMOUNT = re.compile(r"([+\-−]?)\s*([0-9][0-9.,'\u2019\s\u00a0\u202f]*?)\s*(k|m|g|bn?|md)?", re.IGNORECASE)
_SPACES = re.compile(r"['\u2019\s\u00a0\u202f]")


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


def parse_amount(text: str) -> Cents:
    """Read an amount as a person types it: `1 234,50`, `1,234.50`, `1.2M`, `-3 k`.

    A single comma or point is the decimal sign unless exactly three digits follow and one to three precede
    a comma (`1,234` is a thousand, `1.234` is not). Raises Refusal where it isn't an amount.
    """
    found = _AMOUNT.fullmatch(text.strip())
    if not found:
        raise Refusal(N_("“{text}” is no amount: write 1200000, 1 200 000 or 1.2M."), text=text)
    sign, digits, suffix = found.groups()
    try:
        value = Decimal(_plain(_SPACES.sub("", digits))) * FACTORS[(suffix or "").lower()]
    except InvalidOperation:
        raise Refusal(N_("“{text}” is no amount: write 1200000, 1 200 000 or 1.2M."), text=text) from None
    return cents(-value if sign in {"-", "−"} else value)


def _plain(digits: str) -> str:
    """Give digits without signs of thousands and with a point for decimals; nothing where they are mixed up."""
    commas, points = digits.count(","), digits.count(".")
    if commas and points:
        decimal = max(digits.rfind(","), digits.rfind("."))
        thousands = _ungrouped(digits[:decimal], "," if digits[decimal] == "." else ".")
        return thousands and f"{thousands}.{digits[decimal + 1 :]}"
    if commas > 1 or re.fullmatch(r"[0-9]{1,3},[0-9]{3}", digits):
        return _ungrouped(digits, ",")
    if points > 1:
        return _ungrouped(digits, ".")
    return digits.replace(",", ".")


def _ungrouped(digits: str, sign: str) -> str:
    """Give digits without the sign of thousands; nothing where it stands elsewhere, as in a date (12.05.26)."""
    first, *groups = digits.split(sign)
    in_groups = 0 < len(first) <= 3 and all(len(group) in {2, 3} for group in groups) and len(groups[-1]) == 3
    return "".join([first, *groups]) if in_groups else ""
