"""Delimiters: which sign parts the cells of a file, found by reading its first rows with each candidate."""

from __future__ import annotations

import io
import re
from itertools import islice

from pmo_tui.transfer.csv_rows import parsed

CANDIDATES = (",", ";", "\t", "|")
_SAMPLE = 50
_SAMPLE_CHARS = 400_000
_SEP = re.compile(r"\"?sep=(.)\"?(\r\n|\r|\n)", re.IGNORECASE)


def declared(text: str) -> tuple[str, str]:
    """Give the delimiter that a first line `sep=;` declares (spreadsheets write it) and the text after that line."""
    found = _SEP.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def recognise(text: str, skip: int = 0) -> str:
    """Give the delimiter under which the most rows have as many cells as the header, the more cells the better.

    A table of one column has none; it is read as if parted by commas.
    """
    sample = text[:_SAMPLE_CHARS]
    scores = {candidate: _score(sample, candidate, skip) for candidate in CANDIDATES}
    best = max(CANDIDATES, key=lambda candidate: scores[candidate])
    return best if scores[best] > 0 else ","


def _score(sample: str, delimiter: str, skip: int) -> float:
    """Rate a delimiter: how consistent the rows are under it, times how many times it parts the header."""
    several = islice(parsed(io.StringIO(sample, newline=""), delimiter), skip, _SAMPLE)
    rows = [row for row in several if row]
    if not rows or len(rows[0]) < 2:
        return 0.0
    width = len(rows[0])
    consistent = sum(len(row) == width for row in rows) / len(rows)
    return consistent * consistent * (width - 1)
