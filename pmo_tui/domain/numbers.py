"""Numbers as people write them: thousands parted in any way, and a comma or a point before the decimals."""

from __future__ import annotations

import re
from decimal import Decimal

from pmo_tui.domain.refusal import N_, Refusal

SPACES = " \u00a0\u2007\u2009\u202f"
_KINDS = (SPACES, "'\u2019", ",", ".")
"""The signs that part groups of digits: those of one kind stand for each other, two kinds never in one number."""


def grouped(signs: str) -> str:
    """Give the pattern of a whole number whose digits are parted by signs among `signs`.

    Its groups are of three, the first of one to three that don't begin with 0; commas may also part them as in India,
    by two before the last three. Anything else is no number, but two side by side or a date (12.05.26).
    """
    kinds = ["".join(sign for sign in kind if sign in signs) for kind in _KINDS]
    kinds += sorted(set(signs).difference(*_KINDS))
    forms = [rf"[1-9]\d{{0,2}}(?:[{re.escape(kind)}]\d{{3}})+" for kind in kinds if kind]
    if "," in signs:
        forms.append(r"[1-9]\d?(?:,\d{2})+,\d{3}")
    return f"(?:{'|'.join(forms)})"


_NUMBER = re.compile(r"([+\-−]?)\s*([0-9].*)")
_WHOLE = re.compile(f"[0-9]+|{grouped(''.join(_KINDS))}", re.ASCII)
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
    if not signs or (len(signs) > 1 and len(set(signs)) == 1):
        return _ungrouped(digits)
    whole, last, decimals = digits.rpartition(signs[-1])
    if _OPEN.fullmatch(digits) and not _begins_decimals(digits, last, point, unit):
        return whole + decimals
    whole = _ungrouped(whole)
    return f"{whole}.{decimals}" if whole and decimals.isascii() and decimals.isdigit() else ""


def _ungrouped(digits: str) -> str:
    """Give the digits of a whole number without what parts them; nothing where they are in no groups."""
    return re.sub(r"[^0-9]", "", digits) if _WHOLE.fullmatch(digits) else ""


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
