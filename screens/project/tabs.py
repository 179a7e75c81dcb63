"""The tabs of a project: status, dates, links and what else is known; pure."""

from __future__ import annotations

from decimal import Decimal

from pmo_tui.domain.health import DIMENSION_FIELDS, DIMENSION_LABELS, Dimension, Health
from pmo_tui.domain.projects import slip
from pmo_tui.words import _
from pmo_tui.words.dates import date_
from screens.cells import Line, Span, fit, line, safe, width
from screens.project.about import of_slip, of_weather
from screens.project.rows import Sheet
from screens.sheets.rows import (
    GAP,
    LABELS,
    Row,
    day_cells,
    fact,
    health_spans,
    labelled,
    labelled_row,
    muted,
    paragraphs,
    share_spans,
)
from screens.values import calendar_days, full, reason

_NARROW = 70
_HEALTH = 16


def _labels(sheet: Sheet) -> int:
    """Tell how many cells the labels of a table take: little where it is narrow."""
    return LABELS if sheet.cells >= _NARROW else 10


def status(sheet: Sheet) -> list[Row]:
    """Give what was declared of each dimension beside what the figures say, with comments and reasons."""
    heads = [fit(text, _HEALTH) for text in (_("Declared"), _("Computed"))]
    day = fit(_("on"), day_cells())
    rows = [_in_table(sheet, None, "", [(heads[0] + day + heads[1], "muted")])]
    rows += _declaration(sheet, "health", _("Overall"), sheet.dossier.detail.weather.health)
    for dimension in Dimension:
        reading = sheet.dossier.detail.weather.of(dimension)
        name = DIMENSION_FIELDS[dimension]
        rows += _declaration(sheet, name, _(DIMENSION_LABELS[dimension]), reading.health)
        if reading.reason and reading.health is not Health.GREEN:
            rows.append(_below(sheet, reason(reading)))
    return rows


def _in_table(
    sheet: Sheet, name: str | None, words: str, spans: list[Span], about: tuple[Line, ...] = ()
) -> Row:
    """Give a row of a table, edited at the field that names it."""
    return Row(name, Line(tuple(labelled(words, spans, _labels(sheet)))), name or "", about)


def _declaration(sheet: Sheet, name: str, words: str, computed: Health) -> list[Row]:
    """Give one declaration with the computed health beside it and its comment below."""
    declared, on = sheet.value(name), sheet.value(f"{name}_date")
    comment = sheet.value(f"{name}_comment")
    assert isinstance(declared, Health)
    spans = _padded(health_spans(declared, sheet.glyphs), _HEALTH)
    spans.append((fit(date_(on) if on else "", day_cells()), "muted"))  # type: ignore[arg-type]
    if computed is not Health.GREY:
        spans += health_spans(computed, sheet.glyphs)
    rows = [_in_table(sheet, name, words, spans, of_weather(sheet))]
    if isinstance(comment, str):
        room = max(10, sheet.cells - _labels(sheet) - 3)
        rows += [_in_table(sheet, None, "", [(text, "")]) for text in paragraphs(comment, room)]
    return rows


def _below(sheet: Sheet, text: str) -> Row:
    """Give a computed reason, below the column of what is computed where there is room."""
    lead = _HEALTH + day_cells() if sheet.cells >= 100 else 0
    return _in_table(sheet, None, "", [(" " * lead + text, "muted")])


def _padded(spans: list[Span], cells: int) -> list[Span]:
    """Give spans with blanks after them up to a width."""
    taken = sum(len(text) for text, _role in spans)
    return [*spans, (" " * max(1, cells - taken), "")]


def dates(sheet: Sheet) -> list[Row]:
    """Give start and finish as baseline, forecast and actual, with the slip."""
    heads = [fit(text, day_cells()) for text in (_("Baseline"), _("Forecast"), _("Actual"))]
    rows = [_in_table(sheet, None, "", [("".join(heads) + _("Slip"), "muted")])]
    for name, words in (("start", _("Start")), ("finish", _("Finish"))):
        spans: list[Span] = []
        for each in (f"baseline_{name}", name, f"actual_{name}"):
            day = sheet.value(each)
            text = full(sheet.field(each), day) if day else sheet.glyphs.dot
            spans.append((fit(text, day_cells()), "" if day else "faint"))
        rows.append(_in_table(sheet, name, words, [*spans, *_late(sheet, name)], of_slip(sheet)))
    return rows + _passed(sheet)


def _late(sheet: Sheet, name: str) -> list[Span]:
    """Give how far a day has moved from its baseline."""
    project = sheet.dossier.detail.project
    if name == "finish":
        late = slip(project)
    else:
        start = project.actual_start or project.start
        late = (start - project.baseline_start).days if start and project.baseline_start else None
    if late is None:
        return []
    return [(calendar_days(late), "bad" if late > 0 else "good" if late < 0 else "muted")]


def _passed(sheet: Sheet) -> list[Row]:
    """Give how much of the time has passed."""
    project = sheet.dossier.detail.project
    start, finish = project.actual_start or project.start, project.finish
    if project.actual_finish or not start or not finish or finish <= start:
        return []
    share = Decimal((sheet.today - start).days) / Decimal((finish - start).days)
    share = max(Decimal(0), share)
    return [GAP, labelled_row("passed", _("Time passed"), share_spans(sheet, share))]


def links(sheet: Sheet) -> list[Row]:
    """Give the links, one a row."""
    found = sheet.dossier.detail.project.links
    parts = [link.rpartition(" ") for link in found]
    longest = max((width(safe(words)) for words, _space, _address in parts), default=0)
    room = min(longest, sheet.cells // 2)
    rows = [
        Row(f"link{n}", _linked(words, address, room, sheet), "links")
        for n, (words, _space, address) in enumerate(parts)
    ]
    none = _("No links yet: {key} adds some.").format(key=sheet.key_of("project.edit"))
    return rows or [Row("links", line(" ", (none, "muted")), "links")]


def _linked(words: str, address: str, room: int, sheet: Sheet) -> Line:
    """Give a link: its words in so many cells, then its address, below those of the other links."""
    lead = f"{fit(words, room, ellipsis=sheet.glyphs.ellipsis)}  " if room else ""
    return line(" ", lead, (address, "accent"))


def more(sheet: Sheet) -> list[Row]:
    """Give the portfolio's own fields, and when the project was made and last changed."""
    own = [row for field in sheet.dossier.detail.catalogue if field.custom for row in fact(sheet, field.name)]
    if not own:
        own = [muted(_("The portfolio has no fields of its own; an import can declare some."))]
    return [*own, GAP, *fact(sheet, "created"), *fact(sheet, "updated")]
