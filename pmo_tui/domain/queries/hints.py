"""Hints: how the word that is being typed can go on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.queries.ordering import orders, special
from pmo_tui.domain.queries.periods import OVERDUE
from pmo_tui.domain.queries.scan import closed, is_quoted, plain, split, written
from pmo_tui.domain.queries.terms import ANY, ME, NONE
from pmo_tui.domain.queries.values import Names
from pmo_tui.domain.spellings import HEALTHS, YES_NO, spelled
from pmo_tui.domain.text import fold

Spoken = Callable[[Sequence[str]], Sequence[str]]
"""Gives those of some words of one meaning that are of the language spoken."""

_VALUE = re.compile(r"(-?\w[\w.-]*(?::|=|!=|[<>]=?))(.*)")
_NAME = re.compile(r"\w[\w.-]*")
_WORD = re.compile(r'(?:"(?:[^"\\]|\\.|\\\Z)*(?:"|\Z)|[^" ])+')


def being_typed(text: str, cursor: int) -> str:
    """Give the word before the cursor, from the last space outside quotes on."""
    *_before, last = ("", *(found[0] for found in _WORD.finditer(text[:cursor])))
    return last if text[:cursor].endswith(last) else ""


def suggest(
    text: str, cursor: int, catalogue: Catalogue, names: Names | None = None, spoken: Spoken = tuple
) -> list[str]:
    """Give what the word before the cursor can become, best first: names of fields, then what a field may hold.

    Each replaces the whole word that is `being_typed`. `names` are those that references, tags and texts may hold.
    Words that are not `spoken` come only where no other fits.
    """
    word = being_typed(text, cursor)
    found = _VALUE.fullmatch(word)
    if not found:
        minus, start = _dashed(word)
        fields = [
            *_names(start, list(catalogue), spoken),
            *([] if minus else _starting(["sort", "group"], start)),
        ]
        return [f"{minus}{name}:" for name in fields]
    *before, start = split(closed(found[2]), ",")
    head = found[1] + "".join(f"{piece}," for piece in before)
    return [head + value for value in _values(found[1], start, catalogue, names or {}, spoken)]


def _values(before: str, start: str, catalogue: Catalogue, names: Names, spoken: Spoken) -> list[str]:
    """Give the values that begin with `start` and fit after `before`, a name with its sign."""
    name = _NAME.findall(before)[0]
    if special(name, catalogue):
        dash, start = _dashed(start)
        return [dash + name for name in _names(start, list(filter(orders, catalogue)), spoken)]
    field = catalogue.find(name)
    if field is None:
        return []
    known = _held(names.get(field.of or field.name, ()), plain(start))
    chosen = _held(_choices(field, spoken), plain(start)) or _held(_choices(field, tuple), plain(start))
    if is_quoted(start):
        return known + chosen
    return (
        known + chosen + (_starting(_words(field, spoken), start) or _starting(_words(field, tuple), start))
    )


def _held(names: Sequence[str], start: str) -> list[str]:
    """Give the names that begin with `start`, then those of which a later word does, as they are written in a query."""
    first = _starting(names, start)
    later = [name for name in names if f" {fold(start)}" in fold(name)] if start.strip() else []
    return [written(name) for name in dict.fromkeys([*first, *later])]


def _dashed(word: str) -> tuple[str, str]:
    """Part a word from the dash before it."""
    return ("-", word[1:]) if word.startswith("-") else ("", word)


def _names(start: str, fields: list[Field], spoken: Spoken) -> list[str]:
    """Give the names of fields that begin with `start`: their own first, then an alias of each other field."""
    own = _starting([field.name for field in fields], start)
    others = [field.aliases for field in fields if field.name not in own]
    found = [*own, *_firsts(map(spoken, others), start)] or _firsts(others, start)
    return [re.sub(r"\W", "_", name) for name in found]


def _firsts(groups: Iterable[Sequence[str]], start: str) -> list[str]:
    """Give out of each group of words the first that begins with `start`."""
    return [word for words in groups for word in _starting(words, start)[:1]]


def _starting(words: Sequence[str], start: str) -> list[str]:
    """Give those of `words` that begin with `start` and go on."""
    return [word for word in words if fold(word).startswith(fold(start)) and fold(word) != fold(start)]


def _words(field: Field, spoken: Spoken) -> list[str]:
    """Give the words that a field takes besides names, as far as they are known, each as it is `spoken`."""
    known: dict[Kind, list[str]] = {
        Kind.HEALTH: _said(HEALTHS.values(), spoken),
        Kind.YES_NO: _said(YES_NO.values(), spoken),
        Kind.DATE: _said([OVERDUE], spoken),
    }
    common = (ME, NONE, ANY) if field.of == "person" else (NONE, ANY)
    return [*known.get(field.kind, []), *_said(common, spoken)]


def _choices(field: Field, spoken: Spoken) -> list[str]:
    """Give the choices of a field, each as it is `spoken`; one of a portfolio's own is as it stands."""
    if not field.said:
        return list(field.choices)
    ways = [(choice, *spelled(field, choice)[1:]) for choice in field.choices]
    return _said(ways, spoken) if spoken is not tuple else [word for words in ways for word in words]


def _said(groups: Iterable[Sequence[str]], spoken: Spoken) -> list[str]:
    """Give one word of each group that mean the same: the first that is `spoken`, else the first."""
    return [(spoken(words) or words)[0] for words in groups]
