"""Lists in one cell: parted by a sign where they stand on one line, otherwise one item a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def join_list(items: Sequence[str], separators: str) -> str:
    """Give `items` as the text of one cell, that `split_list` takes apart again.

    One item a line where an item holds a separator itself: the line break at the end then says that lines part them.
    """
    if any(separator in item for item in items for separator in separators):
        return "".join(f"{item}\n" for item in items)
    return f"{separators[:1]} ".join(items) if separators else "\n".join(items)


def split_list(cell: str, separators: str) -> list[str]:
    """Give the items in a cell, without the empty ones: by lines where it has several, else by the separators."""
    if "\n" in cell or "\r" in cell or not separators:
        return _filled(cell.splitlines())
    for separator in separators[1:]:
        cell = cell.replace(separator, separators[0])
    return _filled(cell.split(separators[0]))


def _filled(items: Iterable[str]) -> list[str]:
    """Give the items that hold more than space."""
    return [item.strip() for item in items if item.strip()]
