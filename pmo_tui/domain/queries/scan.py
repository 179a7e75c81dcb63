"""Scanning: a query's text taken apart into words and values, with what stands in quotes kept together."""

from __future__ import annotations

import re

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_CLOSED = re.compile(rf'(?:{_QUOTED}|[^"])*')
_WORD = re.compile(rf'(?:{_QUOTED}|[^ "])+')
_ESCAPED = re.compile(r'\\(["\\])')
_SAFE = re.compile(r"\w[\w/+&@#’'-]*(?:\.[\w/+&@#’'-]+)*")

Pieces = list[str]
"""Parts of a query as they were written, quotes included."""


def is_closed(text: str) -> bool:
    """Tell whether every quote that opens in `text` is closed."""
    return _CLOSED.fullmatch(text) is not None


def closed(text: str) -> str:
    """Give half-typed `text` with its open quote closed at the end."""
    while not is_closed(text):
        # a backslash at the end would swallow the quote that closes
        text = text[:-1] if text.endswith("\\") else text + '"'
    return text


def words(text: str) -> Pieces:
    """Take `text`, whose quotes are closed, apart at the spaces outside quotes."""
    return _WORD.findall(text)


def split(piece: str, separator: str) -> Pieces:
    """Take `piece` apart at each `separator` outside quotes."""
    parts = re.findall(rf"(?:{_QUOTED}|(?!{re.escape(separator)}|\").)+|{re.escape(separator)}", piece)
    found = [""]
    for part in parts:
        if part == separator:
            found.append("")
        else:
            found[-1] += part
    return found


def is_quoted(piece: str) -> bool:
    """Tell whether any part of `piece` stands in quotes, so that it means just its letters."""
    return '"' in piece


def plain(piece: str) -> str:
    """Give `piece` without its quotes."""
    parts = re.findall(rf'{_QUOTED}|[^"]+', piece)
    return "".join(_ESCAPED.sub(r"\1", part[1:-1]) if part.startswith('"') else part for part in parts)


def quoted(text: str) -> str:
    """Give `text` in quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def written(text: str) -> str:
    """Give `text` as it is written in a query, in quotes only where it needs them."""
    return text if _SAFE.fullmatch(text) else quoted(text)
