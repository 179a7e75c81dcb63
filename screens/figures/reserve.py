"""The tab of the reserve: what is held against the exposure of each programme, and how far that reaches; pure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pmo_tui.domain.reserves import Cover
from pmo_tui.words import _, _n, numbers
from screens.cells import Line, Span, fit, line, width, wrapped
from screens.figures.sheet import Sheet
from screens.sheets.rows import GAP, Row, explained, muted, right

_AMOUNT, _SHARE = 10, 9
_NAME, _LONGEST_BAR = 16, 18
_LEAST_BAR = 4


class _Widths(NamedTuple):
    """The cells of the columns whose width hangs on the terminal; 0 where one has no room."""

    name: int
    share: int
    bar: int


def reserve(sheet: Sheet) -> list[Row]:
    """Give what is held and drawn against what is to be expected, for each programme, the one short by most first."""
    covers, over = sheet.known.outlook.covers, sheet.known.outlook.reserve.sum("reserve").over
    count = sheet.known.outlook.reserve.count
    known = _n(
        "Amounts in {currency}, a reserve is held for {some} of {all} risk",
        "Amounts in {currency}, a reserve is held for {some} of {all} risks",
        count,
    ).format(currency=sheet.known.currency, some=numbers.whole(over), all=numbers.whole(count))
    total = _total(covers)
    rows = [muted(known), Row(None, _headings(sheet)), *(_row(sheet, each) for each in covers)]
    if len(covers) > 1:
        rows.append(_row(sheet, total, whole=True))
    return [*rows, GAP, *_verdict(sheet, total)]


def _total(covers: Sequence[Cover]) -> Cover:
    """Sum all programmes."""
    sums = [sum(amounts) for amounts in zip(*(each[1:] for each in covers), strict=True)] or [0] * 4
    return Cover(None, *sums)


def _widths(sheet: Sheet) -> _Widths:
    """Share the cells of a line: amounts first, then the share that is covered, names as long as any is, and a bar."""
    room = sheet.cells - 1 - 4 * _AMOUNT
    share = _SHARE if room - _SHARE >= _NAME else 0
    longest = max((width(_name(each)) for each in sheet.known.outlook.covers), default=0)
    name = max(_NAME, min(longest, room - share - (2 + _LEAST_BAR if share else 0)))
    bar = min(_LONGEST_BAR, room - share - name - 2)
    return _Widths(name, share, bar if share and bar >= _LEAST_BAR else 0)


def _headings(sheet: Sheet) -> Line:
    """Give what stands above the columns."""
    widths, ellipsis = _widths(sheet), sheet.glyphs.ellipsis
    words = [_("Expected"), _("Held"), _("Drawn"), _("Short by")]
    heads = [fit(_("Programme"), widths.name, ellipsis=ellipsis)]
    heads += [fit(" " + word, _AMOUNT, "right", ellipsis=ellipsis) for word in words]
    if widths.share:
        heads.append(fit(" " + _("Covered"), widths.share, "right", ellipsis=ellipsis))
    return line(" ", ("".join(heads), "muted"))


def _row(sheet: Sheet, cover: Cover, *, whole: bool = False) -> Row:
    """Give a programme, or all of them."""
    widths = _widths(sheet)
    words = _("Total") if whole else _name(cover)
    role = "strong" if whole else "" if cover.programme else "muted"
    short = numbers.money_short(cover.short) if cover.short > 0 else ""
    spans: list[str | Span] = [
        " ",
        (fit(words, widths.name, ellipsis=sheet.glyphs.ellipsis), role),
        *(
            (right(numbers.money_short(amount), _AMOUNT), role)
            for amount in (cover.net, cover.held, cover.drawn)
        ),
        (right(short, _AMOUNT), "bad"),
        *(_share(sheet, cover, widths, role) if widths.share else ()),
    ]
    return Row("total" if whole else f"programme {cover.programme}", line(*spans), about=_about())


def _share(sheet: Sheet, cover: Cover, widths: _Widths, role: str) -> list[Span]:
    """Give how much is covered, in percent and as a bar where there is room."""
    if cover.covered is None:
        return []
    told: Span = (right(numbers.percent(cover.covered, 0, signed=False), widths.share), role)
    full = round(min(Decimal(100), max(Decimal(0), cover.covered)) / 100 * widths.bar)
    if not widths.bar:
        return [told]
    return [
        told,
        ("  ", ""),
        (sheet.glyphs.block * full, "good" if cover.short <= 0 else "warn"),
        (sheet.glyphs.dot * (widths.bar - full), "faint"),
    ]


def _name(cover: Cover) -> str:
    """Give what a programme is called."""
    return cover.programme or _("without a programme")


def _verdict(sheet: Sheet, total: Cover) -> list[Row]:
    """Say in a sentence whether what is left of the reserve covers what is to be expected."""
    amount = numbers.money(round(abs(total.short), -2))
    if total.short > 0:
        said, role = _("What is left of the reserve falls short of the exposure by {amount}."), "bad"
    else:
        said, role = _("What is left of the reserve covers the exposure, with {amount} to spare."), "good"
    pieces = wrapped(said.format(amount=amount), sheet.cells - 2)
    return [Row(("verdict", n), line(" ", (piece, role)), about=_about()) for n, piece in enumerate(pieces)]


def _about() -> tuple[Line, ...]:
    """Tell how the cover is computed."""
    return explained(
        _(
            "Short by = net exposure − (reserve held − drawn), of the same risks; covered is what is left in percent."
        )
    )
