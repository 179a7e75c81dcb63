"""Numbers as people write them: thousands parted in any way, and a comma or a point before the decimals."""

from __future__ import annotations

import re
from decimal import Decimal

from pmo_tui.domain.refusal import N_, Refusal

_NUMBER = re.compile(r"([+\-−]?)\s*([0-9](?:[0-9.,'’\s]*[0-9])?)")
_SPACES = re.compile(r"['’\s]")
_OPEN = re.compile("[1-9][0-9]{0,2}[.,][0-9]{3}")
"""What could be a thousand with its sign or a number with three decimals: no group of thousands begins with 0."""

_TWO_WAYS = N_("“{text}” can be read as {one} or as {other}: write the one you mean.")


def read_number(text: str, point: str, unit: str = "") -> Decimal | None:
    """Give the number that a text means, None where it means none.

    `point` is the sign that its reader writes before decimals, "" where it is read alike by everyone; `unit` stands
    behind the number. They decide what `1,250` is. Raises Refusal where it could still be two numbers.
    """
    found = _NUMBER.fullmatch(text)
    digits = found and _plain(found[2], point, unit)
    if not found or not digits:
        return None
    number = Decimal(digits)
    return -number if found[1] in {"-", "−"} and number else number


def _plain(digits: str, point: str, unit: str) -> str:
    """Give digits without signs of thousands and with a point for decimals; nothing where they are mixed up."""
    signs = [sign for sign in digits if sign in ".,"]
    if not signs:
        return _SPACES.sub("", digits)
    last = signs[-1]
    if len(signs) > 1 and len(set(signs)) == 1:
        return _ungrouped(digits, last)
    whole, _last, decimals = digits.rpartition(last)
    if len(signs) > 1:
        whole = _ungrouped(whole, "," if last == "." else ".")
    elif _OPEN.fullmatch(digits) and not _begins_decimals(digits, last, point, unit):
        return whole + decimals
    whole = _SPACES.sub("", whole)
    return f"{whole}.{decimals}" if whole.isdigit() and decimals.isdigit() else ""


def _ungrouped(digits: str, sign: str) -> str:
    """Give digits without the sign of thousands; nothing where it stands elsewhere, as in a date (12.05.26)."""
    first, *groups = digits.split(sign)
    in_groups = len(first) <= 3 and all(len(group) in {2, 3} for group in groups) and len(groups[-1]) == 3
    plain = "".join([first, *groups])
    return plain if in_groups and plain.isdigit() and plain[0] != "0" else ""


def _begins_decimals(digits: str, sign: str, point: str, unit: str) -> bool:
    """Tell whether the one sign among open digits begins the decimals, rather than part a thousand.

    It does where it is the reader's own. A comma parts thousands for those who write a point, but is left open
    before a unit (`1,250k`); for others it begins decimals there.
    """
    if sign == (point or "."):
        return True
    if (point == ".") == bool(unit):
        other = digits.replace(sign, point or ".")
        raise Refusal(_TWO_WAYS, text=digits + unit, one=digits.replace(sign, "") + unit, other=other + unit)
    return bool(unit)
