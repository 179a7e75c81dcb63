"""Codes: how the codes that the program gives to projects follow each other."""

from __future__ import annotations

import re

from pmo_tui.domain.text import fold

_CODE = re.compile(r"p-([0-9]{4,18})")


def next_code(highest: int) -> str:
    """Give the code after the one numbered `highest`: `P-0001` after 0, `P-10000` after 9999."""
    return f"P-{highest + 1:04d}"


def code_number(code: str) -> int:
    """Give the number in a generated code, however its letter is written, 0 for a code of another form."""
    found = _CODE.fullmatch(fold(code))
    return int(found[1]) if found else 0
