"""Hints: how the word that is being typed can go on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.queries.ordering import orders, special
from pmo_tui.domain.queries.periods import OVERDUE
from pmo_tui.domain.queries.scan import closed, is_quoted, plain, split, written
from pmo_tui.domain.queries.terms import ANY, ME, NONE
from pmo_tui.domain.queries.values import Names
from pmo_tui.domain.spellings import HEALTHS, YES_NO, spelled
from pmo_tui.domain.text import fold

_VALUE = re.compile(r"(-?\w[\w.-]*(?::|=|!=|[<>]=?))(.*)")
_NAME = re.compile(r"\w[\w.-]*")
_WORD = re.compile(r'(?:"(?:[^"\\]|\\.|\\\Z)*(?:"|\Z)|[^" ])+')


def being_typed(text: str, cursor: int) -> str:
    """Give the word before the cursor, from the last space outside quotes on."""
    *_before, last = ("", *(found[0] for found in _WORD.finditer(text[:cursor])))
    return last if text[:cursor].endswith(last) else ""


def suggest(text: str, cursor: int, catalogue: Catalogue, names: Names | None = None) -> list[str]:
    """Give what the word before the cursor can become, best first: names of fields, then what a field may hold.

    Each replaces the whole word that is `being_typed`. `names` are those that references, tags and texts may hold.
    """
    word = being_typed(text, cursor)
    found = _VALUE.fullmatch(word)
    if not found:
        minus, start = _dashed(word)
        fields = [*_names(start, list(catalogue)), *([] if minus else _starting(["sort", "group"], start))]
        return [f"{minus}{name}:" for name in fields]
    *before, start = split(closed(found[2]), ",")
    head = found[1] + "".join(f"{piece}," for piece in before)
    return [head + value for value in _values(found[1], start, catalogue, names or {})]


def _values(before: str, start: str, catalogue: Catalogue, names: Names) -> list[str]:
    """Give the values that begin with `start` and fit after `before`, a name with its sign."""
    name = _NAME.findall(before)[0]
    if special(name, catalogue):
        dash, start = _dashed(start)
        return [dash + name for name in _names(start, [field for field in catalogue if orders(field)])]
    field = catalogue.find(name)
    if field is None:
        return []
    names_held = [*names.get(field.of or field.name, ()), *_choices(field, begun=bool(start))]
    known = _held(names_held, plain(start))
    return known + ([] if is_quoted(start) else _starting(_words(field), start))


def _held(names: Sequence[str], start: str) -> list[str]:
    """Give the names that begin with `start`, then those of which a later word does, as they are written in a query."""
    first = _starting(names, start)
    later = [name for name in names if f" {fold(start)}" in fold(name)] if start.strip() else []
    return [written(name) for name in dict.fromkeys([*first, *later])]


def _dashed(word: str) -> tuple[str, str]:
    """Part a word from the dash before it."""
    return ("-", word[1:]) if word.startswith("-") else ("", word)


def _names(start: str, fields: list[Field]) -> list[str]:
    """Give the names of fields that begin with `start`: their own first, then an alias of each other field."""
    own = _starting([field.name for field in fields], start)
    aliases = (_starting(field.aliases, start)[:1] for field in fields if field.name not in own)
    return [re.sub(r"\W", "_", name) for name in [*own, *(alias for found in aliases for alias in found)]]


def _starting(words: Sequence[str], start: str) -> list[str]:
    """Give those of `words` that begin with `start` and go on."""
    return [word for word in words if fold(word).startswith(fold(start)) and fold(word) != fold(start)]


def _words(field: Field) -> list[str]:
    """Give the words that a field takes besides names, as far as they are known beforehand."""
    known: dict[Kind, list[str]] = {
        Kind.HEALTH: [words[0] for words in HEALTHS.values()],
        Kind.YES_NO: [words[0] for words in YES_NO.values()],
        Kind.DATE: [OVERDUE[0]],
    }
    return [*known.get(field.kind, []), *ME[: field.of == "person"], NONE[0], ANY[0]]


def _choices(field: Field, *, begun: bool) -> list[str]:
    """Give the choices of a field once `begun` in other words than their own too."""
    others = [word for choice in field.choices for word in spelled(field, choice)[1:]]
    return [*field.choices, *(others if begun else ())]
