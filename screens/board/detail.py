"""The detail of the board: what is known of the project under the cursor, as lines; pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pmo_tui.domain.health import DIMENSION_LABELS, Dimension, Health
from pmo_tui.domain.portfolio import DECISION_LABELS
from pmo_tui.domain.projects import Project, overrun, slip
from pmo_tui.services.boards import Detail
from pmo_tui.words import _, _n, numbers
from pmo_tui.words.dates import ago, date_, date_short, span_short
from screens.board.risks import risks_spans
from screens.cells import BLANK, Line, Span, line, safe, width
from screens.glyphs import Glyphs
from screens.values import calendar_days, reason, said_of

WIDEST = 1_000
"""More cells than any terminal has, for who lets the pane cut what does not fit."""
LONG_AGO = 99
"""Beyond so many days a date says more than their number."""


def detail_lines(detail: Detail, today: date, glyphs: Glyphs, cells: int = WIDEST) -> list[Line]:
    """Give all that the board tells of a project, the most important first, for a pane that shows what fits."""
    return [
        _head(detail, today, glyphs),
        _figures(detail.project, today, glyphs, cells),
        _why(detail, glyphs, cells),
        _weather(detail, today, glyphs),
        *_more(detail.project),
    ]


def _head(detail: Detail, today: date, glyphs: Glyphs) -> Line:
    """Give who and what: code, name, programme, people; at the right declared and computed weather."""
    project = detail.project
    facts = [project.programme, project.department]
    facts += [_("PM {name}").format(name=project.pm)] if project.pm else []
    facts += [_("sponsor {name}").format(name=project.sponsor)] if project.sponsor else []
    told = "".join(f" {glyphs.dot} {fact}" for fact in facts if fact)
    right: list[str | Span] = [(_("declared "), "muted"), glyphs.health(project.health.value)]
    right += reported(detail, today)
    if detail.weather.health is not Health.GREY:
        computed = glyphs.health(detail.weather.health.value)
        right += [(f" {glyphs.dot} " + _("computed "), "muted"), computed]
    return line(
        (f" {project.code} ", "muted"), (project.name, "strong"), (told, "muted"), right=[*right, " "]
    )


def reported(detail: Detail, today: date) -> list[Span]:
    """Give when the weather was declared, marked where that is too long ago."""
    day = detail.project.health_date
    if day is None:
        return []
    said = date_(day) if abs((today - day).days) > LONG_AGO else ago(day, today)
    return [(f" {said}", "muted"), *([(" " + _("stale"), "warn")] if detail.stale else [])]


def _figures(project: Project, today: date, glyphs: Glyphs, cells: int) -> Line:
    """Give the money, the dates, the dimensions that were declared, and the phase for who sees a table.

    Where there is no room for all the phase yields first, then what was spent, then the exposure to risks.
    """
    dates, dimensions = _dates(project, today, glyphs), _dimensions(project, glyphs)
    risks, few = (risks_spans(project.rollup, brief=brief) for brief in (False, True))
    frugal = _money(project, spent=False)
    phase: list[str | Span] = [(_("Phase") + " ", "muted"), project.phase]
    return _fitting(
        [
            _in_a_row(_money(project), dates, risks, dimensions, phase),
            _in_a_row(_money(project), dates, risks, dimensions),
            _in_a_row(frugal, dates, risks, dimensions),
            _in_a_row(frugal, dates, few, dimensions),
        ],
        cells,
    )


def _in_a_row(*parts: Sequence[str | Span]) -> Line:
    """Put parts that say something one after the other."""
    spans: list[str | Span] = []
    for part in parts:
        spans += [("   " if spans else " "), *part] if part else []
    return line(*spans)


def _fitting(lines: Sequence[Line], cells: int) -> Line:
    """Give the first of several lines, each saying less than the one before, that fits; else the last."""
    return next((each for each in lines if width(safe(each.text)) <= cells), lines[-1])


def _dimensions(project: Project, glyphs: Glyphs) -> list[str | Span]:
    """Give each dimension that was declared worse than green; the overall health tells of the others."""
    spans: list[str | Span] = []
    for dimension in Dimension:
        declared = project.dimensions.get(dimension)
        if declared and declared.health in {Health.AMBER, Health.RED}:
            gap = "  " if spans else ""
            spans += [
                (f"{gap}{_(DIMENSION_LABELS[dimension])} ", "muted"),
                glyphs.shape(declared.health.value),
            ]
    return spans


def _dates(project: Project, today: date, glyphs: Glyphs) -> list[str | Span]:
    """Give start, finish and slip."""
    start, finish = project.actual_start or project.start, project.actual_finish or project.finish
    if not start and not finish:
        return []
    if start and finish:
        told = [_("Dates"), f" {glyphs.to} ".join(span_short(start, finish, today))]
    else:
        told = (
            [_("Start"), date_short(start, today)]
            if start
            else [_("Finish"), date_short(finish or today, today)]
        )
    spans: list[str | Span] = [(told[0] + " ", "muted"), told[1]]
    late = slip(project)
    if late:
        spans.append((" " + calendar_days(late), "bad" if late > 0 else "good"))
    return spans


def _money(project: Project, *, spent: bool = True) -> list[str | Span]:
    """Give the forecast against the budget, or the one that is known, and where wanted what was spent."""
    known = project.forecast if project.forecast is not None else project.budget
    if known is None:
        return []
    spans: list[str | Span] = [(_("Cost") + " ", "muted"), numbers.money_short(known, 2)]
    if project.forecast is not None and project.budget is not None:
        spans.append((" " + _("of {amount}").format(amount=numbers.money_short(project.budget, 2)), "muted"))
    percent = overrun(project)
    if percent:
        spans.append((" " + numbers.percent(percent), "bad" if percent > 0 else "good"))
    if spent and project.actual is not None:
        spans.append(
            (" " + _("spent {amount}").format(amount=numbers.money_short(project.actual, 2)), "muted")
        )
    return spans


def _why(detail: Detail, glyphs: Glyphs, cells: int) -> Line:
    """Give the reason of the computed weather, else the comment on the declared one, else the summary."""
    project, weather = detail.project, detail.weather
    if weather.reasons:
        label = _("Why red") if weather.health is Health.RED else _("Why amber")
        whole, short = (
            ", ".join(reason(reading, brief=brief) for reading in weather.reasons) for brief in (False, True)
        )
        asks: list[str | Span] = []
        if project.health is not Health.GREY and project.health.severity < weather.health.severity:
            said = glyphs.health(project.health.value)
            asks = [(" " + _("Declared is "), "muted"), said, (_(": ask."), "muted")]
        head = (f" {label}  ", "muted")
        asked = [line(head, each + ".", *asks) for each in (whole, short)]
        return _fitting([*asked, line(head, short + ".")], cells)
    comment = project.health_comment or next(
        (said.comment for said in project.dimensions.values() if said.comment), None
    )
    if comment:
        return line((" " + _("Comment") + "  ", "muted"), " ".join(comment.split()))
    if project.summary:
        return line((" " + _("About") + "  ", "muted"), " ".join(project.summary.split()))
    return BLANK


def _weather(detail: Detail, today: date, glyphs: Glyphs) -> Line:
    """Give the declared weather of the last weeks and the last decision at a gate."""
    weeks = detail.weeks
    spans: list[str | Span] = []
    if len(weeks) > 1 and any(week is not Health.GREY for week in weeks):
        count = _n("last {count} week", "last {count} weeks", len(weeks)).format(
            count=numbers.whole(len(weeks))
        )
        spans = [(" " + _("Weather") + "  ", "muted"), *(glyphs.shape(week.value) for week in weeks)]
        spans.append((f"  {count}", "muted"))
    if detail.last_decision:
        decision = detail.last_decision
        spans += [
            (("   " if spans else " ") + _("Gate") + "  ", "muted"),
            said_of(decision.gate, _(DECISION_LABELS[decision.decision])),
            (f" {date_short(decision.decided_on, today)}", "muted"),
        ]
    return line(*spans)


def _more(project: Project) -> list[Line]:
    """Give what a tall pane has room for: score, priority, tags."""
    facts: list[tuple[str, str]] = []
    if project.score is not None:
        facts.append((_("Score"), _number(project.score)))
    if project.priority is not None:
        facts.append((_("Priority"), str(project.priority)))
    if project.tags:
        facts.append((_("Tags"), ", ".join(project.tags)))
    spans: list[str | Span] = []
    for label, value in facts:
        spans += [(("   " if spans else " ") + label + " ", "muted"), value]
    return [line(*spans)] if spans else []


def _number(value: Decimal) -> str:
    """Give a number without needless zeros."""
    return numbers.decimal(value, max(0, -int(value.normalize().as_tuple().exponent)))
