"""The overview of a project: where it stands, how it is, and why, at a glance; pure."""

from __future__ import annotations

from pmo_tui.domain.health import Health
from pmo_tui.domain.portfolio import DECISION_LABELS
from pmo_tui.domain.projects import overrun, slip
from pmo_tui.words import _, _n, numbers
from pmo_tui.words.dates import date_
from screens.board.detail import reported
from screens.board.risks import risks_spans
from screens.cells import Line, Span, line, safe, width, wrapped
from screens.project.about import of_overrun, of_slip, of_weather
from screens.project.rows import Sheet
from screens.sheets.journal import recent
from screens.sheets.rows import (
    GAP,
    LABELS,
    Row,
    beside,
    fact,
    labelled,
    labelled_row,
    paragraphs,
    value_spans,
)
from screens.values import calendar_days, label, reason, said_of

_LEFT = ("pm", "sponsor", "programme", "department", "priority", "score")
_RIGHT = ("budget", "forecast", "actual", "start", "finish", "baseline_finish")
_TWO = 70
"""From how many cells on facts stand beside each other."""
_USUAL_LINES = 18
"""Lines that all but a long comment mostly take."""


def overview(sheet: Sheet) -> list[Row]:
    """Give the rows of the overview."""
    rows = [
        Row("phase", _phases(sheet), "phase"),
        *_weather(sheet),
        GAP,
        *_facts(sheet),
        *_risks(sheet),
        *_lists(sheet),
        GAP,
        *_gates(sheet),
        *_summary(sheet),
    ]
    return rows + recent(sheet, sheet.lines - len(rows) - 2)


def _phases(sheet: Sheet) -> Line:
    """Give the way through the phases, the present one strong."""
    phases = [phase.name for phase in sheet.dossier.around.phases]
    here = sheet.dossier.detail.project.phase
    at = phases.index(here) if here in phases else 0
    arrow = f" {sheet.glyphs.closed} "
    room = sheet.cells - LABELS - 2
    first = 0
    while first < at and width(safe(arrow.join(phases[first : at + 1]))) > room:
        first += 1
    spans: list[Span] = [(f"{sheet.glyphs.ellipsis} ", "faint")] if first else []
    for number in range(first, len(phases)):
        if number > first:
            spans.append((arrow, "faint"))
        spans.append((phases[number], "accent strong" if number == at else "muted"))
    return Line(tuple(labelled(_("Phase"), spans)))


def _weather(sheet: Sheet) -> list[Row]:
    """Give declared and computed weather, the last weeks, and the reasons."""
    detail, glyphs = sheet.dossier.detail, sheet.glyphs
    project, weather = detail.project, detail.weather
    spans: list[Span] = [(_("declared") + " ", "muted"), glyphs.health(project.health.value)]
    spans += reported(detail, sheet.today)
    spans += [(f" {glyphs.dot} " + _("computed") + " ", "muted"), glyphs.health(weather.health.value)]
    if len(detail.weeks) > 1 and any(week is not Health.GREY for week in detail.weeks):
        count = _n("last {count} week", "last {count} weeks", len(detail.weeks))
        spans += [(f" {glyphs.dot} ", "muted"), *(glyphs.shape(week.value) for week in detail.weeks)]
        told = " " + count.format(count=numbers.whole(len(detail.weeks)))
        spans += [(told, "muted")] if _width(spans) + width(told) <= sheet.cells - LABELS - 2 else []
    rows = [labelled_row("health", _("Weather"), spans, "health_time", of_weather(sheet))]
    for number, reading in enumerate(weather.reasons):
        why = (_("Why red") if weather.health is Health.RED else _("Why amber")) if number == 0 else ""
        rows.append(
            labelled_row(f"why{number}", why, [(f"{reason(reading)}.", "")], "health_time", of_weather(sheet))
        )
    if (
        weather.reasons
        and Health.GREY is not project.health
        and project.health.severity < weather.health.severity
    ):
        said = [(_("Declared is "), ""), glyphs.health(project.health.value), (_(": ask."), "")]
        rows.append(labelled_row("ask", "", said, "health_time", of_weather(sheet)))
    comment = project.health_comment
    if comment:
        rows += _comment(sheet, " ".join(comment.split()))
    return rows


def _comment(sheet: Sheet, comment: str) -> list[Row]:
    """Give the comment on the weather of the whole, on as many lines as there is room for, two at least."""
    most = max(2, sheet.lines - _USUAL_LINES)
    first, *more = [(text, "") for text in wrapped(comment, max(10, sheet.cells - LABELS - 3))]
    if len(more) >= most:
        more[most - 2 :] = [(f"{more[most - 2][0]} {sheet.glyphs.ellipsis}", "")]
    name = "health_comment"
    rows = [labelled_row(name, _("Comment"), [first], name)]
    return rows + [labelled_row(None, "", [text]) for text in more]


def _facts(sheet: Sheet) -> list[Row]:
    """Give people, money and dates, in two columns where there is room."""
    left = [(name, labelled(label(sheet.field(name)), value_spans(sheet, name))) for name in _LEFT]
    right = [(name, labelled(label(sheet.field(name)), _figure(sheet, name))) for name in _RIGHT]
    if sheet.cells < _TWO:
        return [Row(name, Line(tuple(spans)), name) for name, spans in (*left, *right)]
    cells = _parted(sheet.cells, [spans for _name, spans in left], [spans for _name, spans in right])
    return [
        Row(name, beside(spans, other, cells, sheet.glyphs.ellipsis), name, _about(sheet, beside_name))
        for (name, spans), (beside_name, other) in zip(left, right, strict=True)
    ]


def _parted(cells: int, left: list[list[Span]], right: list[list[Span]]) -> int:
    """Give the cells of the left one of two columns: half, unless one needs more and the other can spare it."""
    least, most = max(map(_width, left)) + 1, cells - max(map(_width, right))
    half = cells // 2
    return max(half, most) if most < least else min(max(half, least), most)


def _width(spans: list[Span]) -> int:
    """Tell how many cells spans take."""
    return sum(width(safe(text)) for text, _role in spans)


def _about(sheet: Sheet, name: str) -> tuple[Line, ...]:
    """Give what help says about a figure."""
    if name == "forecast":
        return of_overrun(sheet)
    return of_slip(sheet) if name in {"finish", "baseline_finish"} else ()


def _figure(sheet: Sheet, name: str) -> list[Span]:
    """Give an amount or a day, with how far it is off."""
    project = sheet.dossier.detail.project
    spans = value_spans(sheet, name)
    percent, late = overrun(project), slip(project)
    if name == "forecast" and percent:
        spans.append((f"  {numbers.percent(percent)}", "bad" if percent > 0 else "good"))
    if name == "finish" and late:
        spans.append((f"  {calendar_days(late)}", "bad" if late > 0 else "good"))
    return spans


def _risks(sheet: Sheet) -> list[Row]:
    """Give how many risks are open, the worst of them, and the exposure; nothing where there is none."""
    rollup = sheet.dossier.detail.project.rollup
    spans = risks_spans(rollup)[1:]  # the label says what they are
    return [labelled_row("risks", _("Open risks"), spans)] if spans else []


def _lists(sheet: Sheet) -> list[Row]:
    """Give tags, objectives and links, where there are any."""
    rows = [row for name in ("tags", "objectives") if sheet.value(name) for row in fact(sheet, name)]
    links = sheet.dossier.detail.project.links
    if links:
        more = f"  + {len(links) - 1}" if len(links) > 1 else ""
        spans: list[Span] = [(links[0], ""), (more, "muted")]
        rows.append(labelled_row("links", _("Links"), spans, "links"))
    return rows


def _gates(sheet: Sheet) -> list[Row]:
    """Give the next gate with what it misses, and the last decision."""
    rows = []
    dossier = sheet.dossier
    if dossier.gates and not sheet.is_closed:
        gate = dossier.gates[0]
        spans: list[Span] = [(gate.name, ""), (f" {sheet.glyphs.to} {gate.phase.name}", "muted")]
        if gate.missing:
            missing = ", ".join(label(field) for field in gate.missing)
            spans.append(("  " + _("missing: {fields}").format(fields=missing), "warn"))
        elif gate.needs:
            spans.append(("  " + _("all it asks for is there"), "good"))
        rows.append(
            labelled_row(
                "gate",
                _("Next gate"),
                spans,
                gate.missing[0].name if gate.missing else "",
            )
        )
    if dossier.decisions:
        last = dossier.decisions[-1]
        said = said_of(last.gate, _(DECISION_LABELS[last.decision]))
        rows.append(
            Row(
                "decision",
                line(*labelled(_("Last gate"), [(said, ""), (f"  {date_(last.decided_on)}", "muted")])),
            )
        )
    return rows


def _summary(sheet: Sheet) -> list[Row]:
    """Give the summary, broken to the width."""
    summary = sheet.dossier.detail.project.summary
    if not summary:
        return []
    texts = paragraphs(summary, max(20, sheet.cells - 2))
    return [GAP, *(Row(f"summary{n}", line(" ", text), "summary") for n, text in enumerate(texts))]
