"""Comparing: one `field:value` of a query, read by the kind of the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pmo_tui.domain.fields import NUMERIC, ORDERED, Catalogue, Field, Kind
from pmo_tui.domain.queries.scan import is_quoted, plain, quoted, split
from pmo_tui.domain.queries.terms import ANY, ME, NONE, Bound, Empty, Match, Op, Operand, Span, Text
from pmo_tui.domain.queries.values import EXAMPLES, EXPECTED, OUTSIDE, Asked, value
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.spellings import HEALTH_OF, choices_said, spelled
from pmo_tui.domain.text import fold, kept_line, nearest

TEXTS = frozenset(Kind) - ORDERED - {Kind.YES_NO}
"""The kinds that are compared as text."""

WHOLE = frozenset({Kind.TAGS})
"""The kinds of text of which “:” means the whole: a tag is a word, and `tag:it` is not “security”."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One `field:value` as it was written: `whole` is all of it."""

    whole: str
    minus: bool
    name: str
    sign: str
    values: str


def comparison(clause: Clause, catalogue: Catalogue, asked: Asked) -> Match:
    """Read one comparison; raises Refusal that names the field and what it takes."""
    field = _meant_by(clause, _field(clause, catalogue), catalogue)
    sign = clause.sign.removeprefix(":") or ":"
    negated = clause.minus != (sign == "!=")
    op = Op.IS if sign in {"!=", "=="} else Op(sign)
    if op not in {Op.HAS, Op.IS}:
        return Match(field.name, op, (_ordered(clause, op, field, asked),), negated)
    if field.kind not in TEXTS - WHOLE:
        op = Op.HAS
    pieces = [piece for piece in split(clause.values, ",") if _text(piece)]
    if not pieces:
        raise _nothing(clause, field)
    return Match(
        field.name, op, tuple(_operand(clause, piece, op, field, asked) for piece in pieces), negated
    )


def _field(clause: Clause, catalogue: Catalogue) -> Field:
    """Give the field before the sign; raises Refusal that names the nearest one, or says how to search for words."""
    if not catalogue.find(clause.name) and not nearest(clause.name, list(catalogue.by_name)):
        raise Refusal(
            N_("There is no field “{name}”; to search for the words, put quotes around them: {words}."),
            name=clause.name,
            words=quoted(plain(clause.whole)),
        )
    return catalogue.get(clause.name)


def _meant_by(clause: Clause, field: Field, catalogue: Catalogue) -> Field:
    """Give the field itself or, where nothing but healths stands after a name that a health shares, that health."""
    if not field.healths:
        return field
    texts = [fold(_text(end)) for piece in split(clause.values, ",") for end in split(piece, "..")]
    written = [text for text in texts if text]
    healths = written and all(text in HEALTH_OF and text not in map(fold, field.choices) for text in written)
    return catalogue.by_name[field.healths] if healths else field


def _ordered(clause: Clause, op: Op, field: Field, asked: Asked) -> Span:
    """Read the one value of `<`, `<=`, `>` or `>=`; a comma in it is a decimal sign, for there can be no list."""
    if not field.comparable:
        raise Refusal(
            N_("“{field}” has no order for “{sign}”: write {field}:value or {field}=value."),
            field=clause.name,
            sign=op.value,
        )
    if not _text(clause.values):
        raise _nothing(clause, field)
    several = len(split(clause.values, "..")) > 1 or _keyword(clause.values)
    if several or (field.kind not in NUMERIC and len(split(clause.values, ",")) > 1):
        raise Refusal(
            N_("“{sign}” takes one value, not “{text}”: write {field}:{text}."),
            field=clause.name, sign=op.value, text=clause.values,
        )  # fmt: skip
    span = _single(clause.values, clause, field, asked)
    if span.low is None or span.high is None:
        raise _open(clause, span)
    return span


def _open(clause: Clause, span: Span) -> Refusal:
    """Give the refusal for a value that is open at one end where two ends are needed."""
    return Refusal(N_("“{text}” stands alone: write {field}:{text}."), field=clause.name, text=span.spelling)


def _operand(clause: Clause, piece: str, op: Op, field: Field, asked: Asked) -> Operand:
    """Read one value of a list."""
    if keyword := _keyword(piece):
        return keyword
    ends = split(piece, "..")
    if field.kind in TEXTS and not (field.rising and len(ends) > 1):
        return _words(clause, piece, op, field, asked)
    return (
        _range(ends, piece, clause, field, asked) if len(ends) > 1 else _single(piece, clause, field, asked)
    )


def _words(clause: Clause, piece: str, op: Op, field: Field, asked: Asked) -> Text:
    """Read a text; among choices it must be one of them, or with “:” a part of one."""
    if field.of == "person" and not is_quoted(piece) and fold(piece) in ME:
        if not asked.me:
            raise Refusal(
                N_(
                    "“{text}” is nobody yet: say who you are with “This is me” in the palette (ctrl+p), "
                    "or with `pmo-tui me NAME`."
                ),
                text=piece,
            )
        return Text(asked.me, me=True)
    text = Text(_text(piece))
    known = field.choices or asked.named.get(field.of, ())
    found = chosen(field, text, op) if field.kind is Kind.CHOICE else _meant(known, text, op)
    if known and not found:
        raise _none_of(clause, field, known, text.text)
    return text


def _none_of(clause: Clause, field: Field, known: Sequence[str], text: str) -> Refusal:
    """Give the refusal for a word that is none of those that there are."""
    return Refusal(
        N_("“{field}” is one of {known}, not “{text}”."),
        field=clause.name,
        known=choices_said(field) if field.choices else ", ".join(known),
        text=text,
    )


def _meant(names: Sequence[str], text: Text, op: Op) -> bool:
    """Tell whether any of the names is, or with HAS contains, a text."""
    return any(fold(name) == text.folded if op is Op.IS else text.folded in fold(name) for name in names)


def chosen(field: Field, text: Text, op: Op) -> tuple[str, ...]:
    """Give the choices of `field` that are, or with HAS contain, `text`."""
    words_of = {choice: spelled(field, choice) for choice in field.choices}
    if op is Op.IS:
        return tuple(choice for choice, words in words_of.items() if text.folded in words)
    return tuple(choice for choice, words in words_of.items() if any(text.folded in word for word in words))


def _range(ends: list[str], piece: str, clause: Clause, field: Field, asked: Asked) -> Span:
    """Read a range `low..high`, of which one end may be open."""
    written = [_text(end) for end in ends]
    if len(ends) != 2 or not field.comparable or not any(written):
        raise _unexpected(clause, field, piece)
    low, high = (
        _single(end, clause, field, asked) if text else None for end, text in zip(ends, written, strict=True)
    )
    for end in (low, high):
        if end and (end.low is None or end.high is None):
            raise _open(clause, end)
    if low and high and not _in_order(low.low, high.high):
        raise Refusal(N_("The range “{text}” runs backwards: write the smaller value first."), text=piece)
    return Span(low.low if low else None, high.high if high else None, f"{low or ''}..{high or ''}")


def _in_order(low: Bound | None, high: Bound | None) -> bool:
    """Tell whether two bounds of one kind stand in order."""
    return bool(low <= high)  # type: ignore[operator]


def _single(piece: str, clause: Clause, field: Field, asked: Asked) -> Span:
    """Read one value of a field that isn't text, or one of the choices that have an order."""
    if field.kind is Kind.CHOICE:
        return _choice(piece, clause, field)
    try:
        span = value(fold(_text(piece)), field.kind, asked)
    except ValueError:
        raise _unexpected(clause, field, piece) from None
    asks_for_it = clause.sign in {":", "=", ":="}  # what is below or above it may lie anywhere
    if (
        asks_for_it
        and field.within
        and not (_in_order(field.within[0], span.low) and _in_order(span.high, field.within[1]))
    ):
        least, most = field.within
        raise Refusal(OUTSIDE, field=clause.name, least=least, most=most, text=span.spelling)
    return span


def _choice(piece: str, clause: Clause, field: Field) -> Span:
    """Read the one choice that is meant, as its number among all; its own word comes before others for it."""
    text = Text(_text(piece))
    own = tuple(choice for choice in field.choices if fold(choice) == text.folded)
    found = own or chosen(field, text, Op.IS) or chosen(field, text, Op.HAS)
    if not text.text or len(found) != 1:
        raise _none_of(clause, field, field.choices, text.text)
    number = field.choices.index(found[0])
    return Span(number, number, str(Text(found[0])))


def _keyword(piece: str) -> Empty | None:
    """Read a word for nothing or anything; in quotes it is a word like others."""
    word = fold(piece)
    if word in NONE:
        return Empty()
    return Empty(filled=True) if word in ANY else None


def _text(piece: str) -> str:
    """Give what was written, without quotes and spaces around; nothing where there is no letter to compare."""
    text = kept_line(plain(piece))
    return text if fold(text).strip() else ""


def _unexpected(clause: Clause, field: Field, piece: str) -> Refusal:
    """Give the refusal for a value of another form than the field takes."""
    if field.kind is Kind.CHOICE:
        return _none_of(clause, field, field.choices, plain(piece))
    return Refusal(EXPECTED[field.kind], field=clause.name, text=plain(piece))


def _nothing(clause: Clause, field: Field) -> Refusal:
    """Give the refusal for a sign without a value after it."""
    word = field.choices[-1] if field.rising and field.choices else "word"
    example = f"{clause.name}{clause.sign}{EXAMPLES.get(field.kind, word)}"
    return Refusal(
        N_("Write a value right after “{written}”, as in {example}."),
        written=clause.name + clause.sign,
        example=example,
    )
