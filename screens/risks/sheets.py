"""The sheets of a risk: its story, its assessment, its response, its money; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risk_grades import Grade
from pmo_tui.domain.risk_parts import State
from pmo_tui.domain.risk_values import PREFIXES
from pmo_tui.domain.risks import Consequence, Level, Step
from pmo_tui.services.items import Dossier
from pmo_tui.services.risk_details import Detail
from pmo_tui.words import _, _n, numbers
from screens.cells import Line, Span, fit, line, wrapped
from screens.glyphs import Glyphs
from screens.item.related import related_rows
from screens.item.sheet import Sheet, facts
from screens.risks.about import of_exposure, of_score
from screens.risks.detail import action_lines, months, scored, standing_spans, story
from screens.sheets.comments import comment_rows
from screens.sheets.journal import journal, recent
from screens.sheets.page import TabSheet
from screens.sheets.rows import GAP, LABELS, Row, fact, head, labelled, labelled_row, muted
from screens.values import full, label

SCORES = {"inherent": N_("Inherent"), "score": N_("Current"), "target": N_("Target")}
"""The three scores in their order, as they are headed."""
IMPACTS = {
    Consequence.TIME: N_("on time"),
    Consequence.COST: N_("on cost"),
    Consequence.SCOPE: N_("on scope"),
    Consequence.QUALITY: N_("on quality"),
    Consequence.REPUTATION: N_("on reputation"),
}
"""The impacts by consequence, as they stand below each other."""
_COLUMN = 24
"""How many cells an assessment takes beside the others."""


def standing(dossier: Dossier, glyphs: Glyphs) -> list[str | Span]:
    """Say at the right of the heading how the risk stands."""
    return standing_spans(_detail(dossier).row, dossier.around.today, glyphs)


def _detail(dossier: Dossier) -> Detail:
    """Give what the register tells of the risk."""
    return cast(Detail, dossier.told)


def overview(sheet: Sheet) -> list[Row]:
    """Give the story of the risk, its scores, who cares for it and when."""
    detail = _detail(sheet.dossier)
    told = story(detail.row, sheet.glyphs)
    rows = [
        Row(f"story{n}", line(f" {text}"), "cause")
        for n, text in enumerate(wrapped(told, sheet.cells - 2))
        if told
    ]
    rows += [GAP] if rows else []
    rows += [
        labelled_row(which, _(words), _score_spans(grade, detail), _first(which), of_score(detail, which))
        for which, words in SCORES.items()
        if (grade := detail.row.grades[which])
    ]
    if sheet.holds("net"):
        rows.append(_exposure(sheet))
    rows.append(GAP)
    project = sheet.value("project")
    if project:
        spans: list[Span] = [(f"{project} ", "muted"), (detail.row.project, "")]
        rows.append(labelled_row("project", label(sheet.field("project")), spans, "project"))
    names = ("programme", "category", "level", "owner", "status", "raised", "proximity_from", "proximity_to")
    rows += facts(
        sheet, (*names, "trigger", "review", "reviewed", "tags", "links"), always=("owner", "review")
    )
    rows += facts(sheet, ("reason", "lesson", "escalated_from", "escalated_on", "escalated_why"))
    return rows + recent(sheet, sheet.lines - len(rows) - 2)


def _first(which: str) -> str:
    """Give the field at which a score is edited."""
    return PREFIXES[which][0]


def _score_spans(grade: Grade, detail: Detail) -> list[Span]:
    """Give a score with the words of its steps and of its band."""
    probability, impact = grade.severity.probability, grade.severity.impact
    scales = detail.scales
    words = [_step(scales.probabilities, probability), _step(scales.impacts, impact)]
    spans = cast(list[Span], scored(grade))
    return [*spans, (f"  {scales.bands[grade.band].name}", ""), (f"   {' × '.join(words)}", "muted")]


def _step(steps: Sequence[Step], rank: int | None) -> str:
    """Give the word of a step."""
    return steps[rank - 1].word if rank is not None else ""


def _range(step: Step) -> str:
    """Give the range of a step in percent."""
    least, most = step.least, step.most
    if most is None:
        return _("over {least} %").format(least=numbers.decimal(least or 0, 0))
    return _("{least}–{most} %").format(least=numbers.decimal(least or 0, 0), most=numbers.decimal(most, 0))


def assessment(sheet: Sheet) -> list[Row]:
    """Give the three assessments beside each other, what the appetite allows, and the score over time."""
    detail = _detail(sheet.dossier)
    cells = max(12, min(_COLUMN, (sheet.cells - LABELS - 2) // 3))
    heads = "".join(fit(_(words), cells) for words in SCORES.values())
    rows = [Row(None, Line(tuple(labelled("", [(heads, "muted")]))))]
    rows.append(_across(sheet, "probability", _("Probability"), cells))
    for consequence, words in IMPACTS.items():
        rows += _of_consequence(sheet, consequence, _(words), cells)
    rows += [_across(sheet, "impact", _("Impact"), cells), _scores(sheet, cells), GAP]
    rows += _appetite(sheet)
    rows += facts(sheet, ("chance",))
    history = months(detail, sheet.glyphs)
    rows += [GAP, Row("months", history)] if history.spans else []
    rows += [GAP, head(_("Steps of probability")), *_scale(detail.scales.probabilities)]
    return [
        *rows,
        GAP,
        head(_("Steps of impact, of the budget or the duration")),
        *_scale(detail.scales.impacts),
    ]


def _of_consequence(sheet: Sheet, consequence: Consequence, words: str, cells: int) -> list[Row]:
    """Give the impacts on one consequence, where any was assessed."""
    assessed = any(sheet.holds(PREFIXES[which][2] + consequence.value) for which in SCORES)
    return [_across(sheet, f"impact_{consequence.value}", f"  {words}", cells)] if assessed else []


def _across(sheet: Sheet, name: str, words: str, cells: int) -> Row:
    """Give one line of the assessments: a step of each, in digits and in words."""
    detail = _detail(sheet.dossier)
    steps = detail.scales.probabilities if name == "probability" else detail.scales.impacts
    spans: list[Span] = []
    for which in SCORES:
        probability, impact, prefix = PREFIXES[which]
        field = {"probability": probability, "impact": impact}.get(
            name, prefix + name.removeprefix("impact_")
        )
        rank = sheet.value(field)
        said = f"{rank} {_step(steps, rank)}" if isinstance(rank, int) else sheet.glyphs.dot
        spans.append(
            (fit(said, cells, ellipsis=sheet.glyphs.ellipsis), "" if isinstance(rank, int) else "faint")
        )
    return labelled_row(name, words, spans, name)


def _scores(sheet: Sheet, cells: int) -> Row:
    """Give the three scores below their steps."""
    detail = _detail(sheet.dossier)
    spans: list[Span] = []
    for which in SCORES:
        grade = detail.row.grades[which]
        said = (
            f"{grade.score}{grade.letter} {detail.scales.bands[grade.band].name}"
            if grade
            else sheet.glyphs.dot
        )
        spans.append((fit(said, cells), f"strong heat{grade.heat}" if grade else "faint"))
    return labelled_row("score", _("Score"), spans, "probability", of_score(detail, "score"))


def _appetite(sheet: Sheet) -> list[Row]:
    """Give up to which score nobody has to accept it, and who has."""
    detail = _detail(sheet.dossier)
    level, category = Level(sheet.value("level")), sheet.value("category")
    line_up = detail.scales.line(category if isinstance(category, str) else None)
    limit = detail.scales.appetite.limit(level, line_up)
    told: list[Span] = [(_("up to {limit}").format(limit=limit), "")]
    if sheet.value("over"):
        told.append(("  " + _("above appetite"), "warn"))
    rows = [labelled_row("appetite", _("Appetite"), told)]
    return rows + facts(sheet, ("accepted_by", "accepted_on", "accepted_why"))


def _scale(steps: Sequence[Step]) -> list[Row]:
    """Give the steps of a scale, one a line."""
    return [
        Row(None, line(f"   {rank} ", fit(step.word, 20), (_range(step), "muted")))
        for rank, step in enumerate(steps, 1)
    ]


def response(sheet: Sheet) -> list[Row]:
    """Give what is done about it: the response, the actions, the plan if it happens."""
    detail = _detail(sheet.dossier)
    rows = fact(sheet, "strategy")
    rows += facts(sheet, ("contingency", "accepted_by", "accepted_on", "accepted_why"))
    rows.append(GAP)
    lines = list(action_lines(detail, sheet.today, sheet.glyphs, sheet.cells))
    if not lines:
        return [*rows, muted(_("No actions yet."))]
    states = [action.state for action in detail.actions if action.state is not State.DROPPED]
    done = sum(state is State.DONE for state in states)
    told = _n("Actions: {done} of {all} done", "Actions: {done} of {all} done", done)
    heading = told.format(done=numbers.whole(done), all=numbers.whole(len(states)))
    return [*rows, head(heading), *(Row(f"action{n}", each) for n, each in enumerate(lines))]


def money(sheet: Sheet) -> list[Row]:
    """Give what it costs if it happens, what is to be expected, and what is held against it."""
    rows = facts(sheet, ("cost_low", "cost", "cost_high", "chance"), always=("cost",))
    rows.append(_exposure(sheet))
    rows.append(GAP)
    return rows + facts(sheet, ("reserve", "drawn"), always=("reserve", "drawn"))


def comments(sheet: Sheet) -> list[Row]:
    """Give what was said of the risk."""
    return comment_rows(sheet, sheet.dossier.comments, "risk.comment")


def _exposure(sheet: Sheet) -> Row:
    """Give what is to be expected, and how it is computed."""
    detail = _detail(sheet.dossier)
    net = sheet.value("net")
    told = full(sheet.field("net"), net) if net is not None else _("not known")
    role = "strong" if net is not None else "muted"
    return labelled_row("net", label(sheet.field("exposure")), [(told, role)], "cost", of_exposure(detail))


TABS = {
    "overview": TabSheet(N_("Overview"), "overview", overview),
    "assessment": TabSheet(N_("Assessment"), "assessment", assessment),
    "response": TabSheet(N_("Response"), "response", response),
    "money": TabSheet(N_("Money"), "money", money),
    "comments": TabSheet(N_("Comments"), "overview", comments),
    "related": TabSheet(N_("Related"), "overview", related_rows),
    "journal": TabSheet(N_("Journal"), "overview", journal),
}
"""The tabs in their order."""
