"""Reading: a query's text made into a Query, or refused in one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.queries.comparing import Clause, comparison
from pmo_tui.domain.queries.ordering import group_field, sort_keys, special
from pmo_tui.domain.queries.scan import closed, is_closed, is_quoted, plain, words
from pmo_tui.domain.queries.terms import Query, SortKey, Term, Word
from pmo_tui.domain.queries.values import OUTSIDE, Asked, Names
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import fold, kept_line

LONGEST = 4000
"""How many characters a query may have; beyond, a database would refuse what follows from it."""

_CLAUSE = re.compile(r"(?P<minus>-?)(?P<name>\w[\w.-]*)(?P<sign>:?(?:!=|<=|>=|<|>)|==?|:)(?P<values>.*)")
_LONE_SIGN = re.compile(r":|!=|[<>]=?|=")


def parse(
    text: str,
    catalogue: Catalogue,
    *,
    today: date,
    me: str | None = None,
    named: Names | None = None,
    live: bool = False,
) -> Query:
    """Read `text` as a query on the fields of `catalogue`; raises Refusal, and nothing else, where it is none.

    `me` is the name of the person who asks, `named` all names of what there are few of. With `live` the text is still
    being typed: an open quote counts as closed, and a last word that can't be read yet is left out.
    """
    if len(text) > LONGEST:
        raise Refusal(N_("The query is too long: write at most {most} characters."), most=LONGEST)
    line = kept_line(text)
    typing = live and not (is_closed(line) and text[-1:].isspace())
    if not is_closed(line) and not live:
        raise Refusal(N_('A quote is never closed: end “{text}” with ".'), text=line[line.rfind('"') :])
    reader = _Reader(catalogue, Asked(today, me, named or {}))
    pieces = words(closed(line))
    for number, piece in enumerate(pieces, start=1):
        try:
            _refuse_or(pieces, number - 1)
            reader.read(piece)
        except Refusal as refusal:
            # no more typing brings back a number from outside
            if not typing or number < len(pieces) or refusal.message == OUTSIDE:
                raise
    return Query(tuple(reader.terms), reader.sort, reader.group)


def without(text: str, what: str, catalogue: Catalogue) -> str:
    """Give a query's text without what it says of "sort" or "group", as it was written otherwise."""

    def says(piece: str) -> bool:
        """Tell whether a word of the query says it."""
        found = _CLAUSE.fullmatch(piece)
        return found is not None and special(found["name"], catalogue) == what

    return " ".join(piece for piece in words(closed(kept_line(text))) if not says(piece))


def _refuse_or(pieces: Sequence[str], at: int) -> None:
    """Refuse brackets around a comparison, and an “or” between two: it would be searched as a word and find nothing."""
    piece = pieces[at]
    between = 0 < at < len(pieces) - 1 and all(_CLAUSE.fullmatch(pieces[near]) for near in (at - 1, at + 1))
    if piece.startswith("(") and _CLAUSE.fullmatch(piece.strip("()")):
        raise Refusal(N_("There are no brackets in a query: write {plain}."), plain=piece.strip("()"))
    if between and fold(piece) in {"or", "ou", "|", "||"}:
        raise Refusal(
            N_("There is no “{word}” in a query: write several values with a comma, as in rag:red,amber."),
            word=piece,
        )


class _Reader:
    """Reads one word of a query after the other."""

    def __init__(self, catalogue: Catalogue, asked: Asked) -> None:
        self.catalogue = catalogue
        self.asked = asked
        self.terms: list[Term] = []
        self.sort: tuple[SortKey, ...] = ()
        self.group: str | None = None

    def read(self, piece: str) -> None:
        """Read one word; the last sort and the last group stand, so that one can be added to a saved view."""
        found = _CLAUSE.fullmatch(piece)
        if not found:
            self._read_word(piece)
            return
        clause = Clause(piece, bool(found["minus"]), found["name"], found["sign"], found["values"])
        what = special(clause.name, self.catalogue)
        if what == "sort":
            self.sort = sort_keys(clause, self.catalogue)
        elif what == "group":
            self.group = group_field(clause, self.catalogue)
        else:
            self.terms.append(comparison(clause, self.catalogue, self.asked))

    def _read_word(self, piece: str) -> None:
        """Read a text to search; one without a letter to find, as a lone dash, asks for nothing."""
        negated = piece.startswith("-")
        bare = piece[1:] if negated else piece
        if sign := _LONE_SIGN.match(bare):
            raise Refusal(
                N_("Write the field right before “{sign}” and the value right after, as in budget>1M."),
                sign=sign[0],
            )
        text = kept_line(plain(bare))
        if fold(text).strip() and (text != "-" or is_quoted(bare)):
            self.terms.append(Word(text, negated))
