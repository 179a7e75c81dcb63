"""The detail of the register: what is known of the risk under the cursor, as lines; pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmo_tui.domain.fields import Value
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.risk_grades import Grade
from pmo_tui.domain.risk_parts import ResponseAction, State
from pmo_tui.domain.risk_sentences import sentence
from pmo_tui.domain.risks import Side
from pmo_tui.moments import local
from pmo_tui.services.risk_details import Detail
from pmo_tui.services.risk_lists import Row
from pmo_tui.words import _, numbers
from pmo_tui.words.dates import ago, date_short, month_short
from screens.cells import Line, Span, fit, line, safe, width, wrapped
from screens.glyphs import Glyphs
from screens.risks.rows import grade_span, review_span
from screens.values import full

WIDEST = 1_000
"""More cells than any terminal has, for who lets the pane cut what does not fit."""
SENTENCE_LINES = 2
"""How many lines the sentence of cause, event and effect may take."""
SCORES = ("inherent", "score", "target")
"""The three scores of a risk, in the order in which they are told."""
_TITLE, _OWNER = 44, 18
_SCORE, _MONEY = 4, 6
"""The cells of a score with its letter, and of an amount in short."""
_AHEAD = {State.UNDERWAY: 0, State.PLANNED: 1, State.DONE: 2, State.DROPPED: 3}
"""In which order actions are told: those that want something first."""


def detail_lines(detail: Detail, today: date, glyphs: Glyphs, cells: int = WIDEST) -> list[Line]:
    """Give all that the register tells of a risk, the most important first, for a pane that shows what fits."""
    lines = [
        _head(detail.row, today, glyphs),
        _figures(detail.row, glyphs, cells),
        *_sentence(detail.row, glyphs, cells),
        *_response(detail.row),
        *action_lines(detail, today, glyphs, cells),
        *_said(detail, today, glyphs),
        _past(detail, today, glyphs),
    ]
    return [each for each in lines if each.spans]


def _head(row: Row, today: date, glyphs: Glyphs) -> Line:
    """Give what it is, where it belongs and whose it is; at the right its next review and its response."""
    owner, raised = row.value("owner"), row.value("raised")
    facts = [_of(row, "side").lower()] if row.value("side") != Side.THREAT.value else []
    facts += [row.project or _text(row.value("programme"))]
    facts += [_("owner {name}").format(name=owner) if owner else _("no owner")]
    facts += [_("raised {day}").format(day=date_short(raised, today))] if isinstance(raised, date) else []
    told = "".join(f" {glyphs.dot} {fact}" for fact in facts if fact)
    return line(
        (f" {row.item.code} ", "muted"),
        (_text(row.value("title")), "strong"),
        (told, "muted"),
        right=[*standing_spans(row, today, glyphs), " "],
    )


def standing_spans(row: Row, today: date, glyphs: Glyphs) -> list[str | Span]:
    """Give where it stands: its end, or its next review and what is done about it."""
    if not row.value("active"):
        return [(_of(row, "status"), "muted")]
    day = row.value("review")
    parts: list[Span] = []
    if row.overdue is not None:
        parts.append((_("review {late}").format(late=review_span(row)[0]), "strong bad"))
    elif isinstance(day, date):
        parts.append((_("review {day}").format(day=date_short(day, today)), "muted"))
    else:
        parts.append((_("never to be reviewed"), "warn"))
    if row.value("over"):
        parts.append((_("above appetite"), "warn"))
    response = _of(row, "strategy").lower()
    parts.append((response, "") if response else (_("no response"), "warn"))
    spans: list[str | Span] = []
    for part in parts:
        text, role = part
        spans.append((f" {glyphs.dot} {text}" if spans else text, role))
    return spans


def _sentence(row: Row, glyphs: Glyphs, cells: int) -> list[Line]:
    """Give cause, event and effect as one sentence, on as few lines as it takes."""
    lines = wrapped(story(row, glyphs), max(20, cells - 2))
    return [line(f" {each}") for each in lines[:SENTENCE_LINES]]


def story(row: Row, glyphs: Glyphs) -> str:
    """Tell cause, event and effect of a risk as one sentence."""
    cause, event, effect = (_text(row.value(name)) for name in ("cause", "event", "effect"))
    return sentence(cause, event, effect, glyphs.to)


def _figures(row: Row, glyphs: Glyphs, cells: int) -> Line:
    """Give the three scores, the exposure, and what it costs if it happens; the costs yield first.

    Each stands at the same place for every risk: the eye finds it there, and a step sends only the digits that differ.
    Only what stands now is in colour: it is what one looks for, and each colour more is sent at every step.
    """
    told = [*_scores(row), *_exposure(row)]
    with_costs = line(*told, *_costs(row, glyphs))
    return with_costs if width(safe(with_costs.text)) <= cells else line(*told)


def _scores(row: Row) -> list[str | Span]:
    """Give the inherent, the current and the target score, a place for each also where it is not known."""
    if not any(row.grades[which] for which in SCORES):
        return [(" " + _("Not assessed yet"), "warn")]
    scores: list[str | Span] = []
    for which, words in zip(SCORES, (_("Inherent"), _("current"), _("target")), strict=True):
        gap = "  " if scores else " "
        if grade := row.grades[which]:
            text, role = grade_span(grade, row.value("side"))
            now = f"strong {role}" if which == "score" else "muted"
            scores += [(f"{gap}{words} {_product(grade)} ", "muted"), (fit(text, _SCORE), now)]
        else:
            scores.append((fit(f"{gap}{words}", width(f"{gap}{words}") + 5 + _SCORE), "muted"))
    return scores


def _product(grade: Grade) -> str:
    """Give what a score comes of."""
    return f"{grade.severity.probability}×{grade.severity.impact}"


def scored(grade: Grade) -> list[str | Span]:
    """Give a score with what it comes of: 5×4 20C."""
    text, role = grade_span(grade)
    return [(f"{_product(grade)} ", "muted"), (text, f"strong {role}")]


def _exposure(row: Row) -> list[str | Span]:
    """Give the exposure; what a chance is worth is negative."""
    net = row.value("net")
    if not isinstance(net, int):
        return []
    return [("  " + _("exposure") + " ", "muted"), (fit(numbers.money_short(net), _MONEY), "strong")]


def _costs(row: Row, glyphs: Glyphs) -> list[Span]:
    """Give what it costs if it happens, with the least and the most."""
    cost, low, high = (row.value(name) for name in ("cost", "cost_low", "cost_high"))
    if not isinstance(cost, int):
        return []
    told = f"  {_('if it happens')} {numbers.money_short(cost)}"
    if isinstance(low, int) and isinstance(high, int):
        told += f" ({numbers.money_short(low)} {glyphs.dash} {numbers.money_short(high)})"
    return [(told, "muted")]


def action_lines(detail: Detail, today: date, glyphs: Glyphs, cells: int) -> Iterator[Line]:
    """Walk the actions, a line each: those that want something first."""
    title = max(16, min(_TITLE, cells - _OWNER - 30))
    for action in sorted(detail.actions, key=lambda each: _AHEAD[each.state]):
        sign, role = _sign(action, today, glyphs)
        yield line(
            " ",
            (sign, role),
            " " + fit(action.title, title, ellipsis=glyphs.ellipsis) + "  ",
            fit(action.owner or "", _OWNER, ellipsis=glyphs.ellipsis) + "  ",
            *_when(action, today),
        )


def _sign(action: ResponseAction, today: date, glyphs: Glyphs) -> Span:
    """Give the sign of an action: done, late, dropped, to do."""
    if action.state is State.DONE:
        return glyphs.mark, "good"
    if action.state is State.DROPPED:
        return glyphs.killed, "muted"
    return (glyphs.red[0], "bad") if action.due and action.due < today else (glyphs.bullet, "muted")


def _when(action: ResponseAction, today: date) -> list[Span]:
    """Give when an action was done or is due, and by how much it is late."""
    if action.state is State.DONE:
        day = action.done_on
        return [(_("done {day}").format(day=date_short(day, today)) if day else _("done"), "muted")]
    if action.state is State.DROPPED:
        return [(_("dropped"), "muted")]
    if action.due is None:
        return [(_("no date"), "muted")]
    spans: list[Span] = [(_("due {day}").format(day=date_short(action.due, today)), "")]
    late = (today - action.due).days
    if late > 0:
        spans.append((" " + _("{days} d late").format(days=numbers.whole(late)), "bad"))
    return spans


def _response(row: Row) -> Iterator[Line]:
    """Walk what is said of the response: why it was escalated, who accepted it, and the plan if it happens."""
    on = row.value("escalated_on")
    if row.value("escalated_from") and isinstance(on, date):
        yield line((" " + _("Escalated") + "  ", "muted"), _line(row.value("escalated_why")))
    if row.value("accepted_by"):
        yield line(
            (" " + _("Accepted by {name}").format(name=row.value("accepted_by")) + "  ", "muted"),
            _line(row.value("accepted_why")),
        )
    if row.value("contingency"):
        yield line((" " + _("If it happens") + "  ", "muted"), _line(row.value("contingency")))
    if row.value("lesson"):
        yield line((" " + _("Lesson") + "  ", "muted"), _line(row.value("lesson")))


def _said(detail: Detail, today: date, glyphs: Glyphs) -> Iterator[Line]:
    """Walk the newest comment, where there is any."""
    for comment in detail.comments[:1]:
        by = [comment.who, ago(local(comment.at).date(), today) if comment.at else ""]
        told = f" {glyphs.dot} ".join(filter(None, by))
        yield line((" " + _("Comment") + "  ", "muted"), _line(comment.text), (f"  {told}", "muted"))


def months(detail: Detail, glyphs: Glyphs) -> Line:
    """Give the score at the end of each of the last months."""
    if len(detail.months) < 2:
        return line()
    told = " ".join(grade_span(grade)[0] or glyphs.dot for _day, grade in detail.months)
    first, last = (month_short(day.month) for day, _grade in (detail.months[0], detail.months[-1]))
    return line((f" {_('Score')}  {told}  {first} {glyphs.ellipsis} {last}", "muted"))


def _past(detail: Detail, today: date, glyphs: Glyphs) -> Line:
    """Give the score over the last months, and what was changed last."""
    scores, last = months(detail, glyphs).text, detail.last[0] if detail.last else None
    changed = f"{last.label}, {ago(local(last.at).date(), today)}" if last else ""
    told = f" {glyphs.dot} ".join(filter(None, (scores.strip(), changed)))
    return line((f" {told}", "muted")) if told else line()


def _of(row: Row, name: str) -> str:
    """Give the value of a field in words."""
    return full(RISK_FIELDS.by_name[name], row.value(name))


def _line(value: Value) -> str:
    """Give a text on one line."""
    return " ".join(_text(value).split())


def _text(value: Value) -> str:
    """Give a text, "" for none."""
    return value if isinstance(value, str) else ""
