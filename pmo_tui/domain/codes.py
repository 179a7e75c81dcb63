"""Codes: how the codes that the program gives to things of one kind follow each other."""

from __future__ import annotations

import re

from pmo_tui.domain.text import fold

_CODE = re.compile(r"([a-z]+)-([0-9]{4,18})")


def next_code(prefix: str, highest: int) -> str:
    """Give the code after the one numbered `highest`: `P-0001` after 0, `P-10000` after 9999."""
    return f"{prefix}-{highest + 1:04d}"


def code_number(prefix: str, code: str) -> int:
    """Give the number in a generated code, however its letters are written, 0 for a code of another form."""
    found = _CODE.fullmatch(fold(code))
    return int(found[2]) if found and found[1] == fold(prefix) else 0
