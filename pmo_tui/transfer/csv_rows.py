"""Rows of CSV as they are parsed, with cells of any length."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader

# csv's limit holds for the whole program, so it is lifted once; the longest cell taken is said where rows are read
csv.field_size_limit(2**31 - 1)


def parsed(lines: Iterable[str], delimiter: str) -> Reader:
    """Give the rows of a text parted by `delimiter`."""
    return csv.reader(lines, delimiter=delimiter)
