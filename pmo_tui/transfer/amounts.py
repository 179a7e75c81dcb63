"""Numbers as files write them: decimal and thousands signs, currency signs, brackets, units; always exact."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from pmo_tui.domain.numbers import SPACES, grouped

NumberReader = Callable[[str], Decimal | None]

_CURRENCY = r"(?:[$¢£¤¥฿₠-⃀﷼＄￡￥]|[A-Z]{2,3}\$?|[Kk]r\.?|Fr\.?|zł)?"
_SCALES = {"k": 3, "m": 6, "mn": 6, "g": 9, "b": 9, "bn": 9, "md": 9}
_SCALE = r"(?P<scale>[Kk]|[Mm]n?|[Gg]|[Bb]n?|[Mm]d)?"


def thousands_for(decimal: str) -> str:
    """Give the signs that may part thousands where only the decimal sign is known: never that sign itself."""
    return f"{SPACES}'\u2019{'.' if decimal == ',' else ','}"


def number_reader(decimal: str = ".", thousands: str = "", factor: Decimal = Decimal(1)) -> NumberReader:
    """Give a function that reads a text as an exact number, None where it is none in this notation.

    `thousands` are the signs that may part groups (empty: those that are usual with this decimal sign). A unit
    behind the number (k, M, bn) is understood unless `factor` already says in which unit the column stands.
    """
    signs = thousands or thousands_for(decimal)
    whole = rf"(?:{grouped(signs)}|\d+)"
    point = re.escape(decimal)
    digits = rf"(?P<digits>{whole}(?:{point}\d*)?|{point}\d+)(?P<power>[Ee][+-]?\d{{1,2}})?"
    matcher = re.compile(
        rf"(?P<open>\()?\s*(?P<sign>[+\-−]?)\s*{_CURRENCY}\s*(?P<inner>[+\-−]?){digits}"
        rf"\s*{_SCALE if factor == 1 else ''}\s*(?:{_CURRENCY}|%)\s*(?P<close>\))?"
    )
    to_plain = {ord(sign): None for sign in signs}
    to_plain[ord(decimal)] = "."  # type: ignore[assignment]

    def read(text: str) -> Decimal | None:
        found = matcher.fullmatch(text)
        if not found or bool(found["open"]) != bool(found["close"]) or (found["sign"] and found["inner"]):
            return None
        try:
            number = Decimal(found["digits"].translate(to_plain) + (found["power"] or "")) * factor
        except InvalidOperation:
            return None
        scale = found.groupdict().get("scale")
        if scale:
            number = number.scaleb(_SCALES[scale.lower()])
        negative = found["open"] or (found["sign"] or found["inner"]) in {"-", "−"}
        return -number if negative and number else number

    return read
