"""What the board tells of a project's risks: how many are open, how bad the worst is, what is exposed; pure."""

from __future__ import annotations

from pmo_tui.domain.fields import Field
from pmo_tui.domain.projects import Project
from pmo_tui.domain.rollups import Rollup
from pmo_tui.words import _, numbers
from screens.cells import Span
from screens.glyphs import Glyphs
from screens.lists.columns import usual_cell


def worst_role(rollup: Rollup) -> str:
    """Give the role of the worst band: how hot it is among the bands there are."""
    from pmo_tui.domain.risk_grades import heat

    return "muted" if rollup.worst is None else f"heat{heat(rollup.worst, rollup.bands)}"


def cell(project: Project, field: Field, glyphs: Glyphs) -> Span:
    """Give what stands in a row under a field: the worst risk in its heat, and no number where there is none."""
    if field.name == "risk" and not field.custom:
        return project.rollup.band or "", worst_role(project.rollup)
    if field.name == "risks" and not project.rollup.risks and not field.custom:
        return "", "muted"
    return usual_cell(project, field, glyphs)


def risks_spans(rollup: Rollup, *, brief: bool = False) -> list[Span]:
    """Give the open risks in a few words: how many, how many of the worst band and, unless brief, the exposure."""
    if not rollup.risks:
        return []
    spans: list[Span] = [(_("Risks") + " ", "muted"), (numbers.whole(rollup.risks), "")]
    if rollup.band is not None:
        spans += [(", ", "muted"), (f"{numbers.whole(rollup.in_worst)} {rollup.band}", worst_role(rollup))]
    if not brief and rollup.exposure is not None:
        spans += [(", " + _("exposure") + " ", "muted"), *exposure_spans(rollup)]
    return spans


def exposure_spans(rollup: Rollup) -> list[Span]:
    """Give the exposure, and over how many risks it stands where it leaves some out."""
    if rollup.exposure is None:
        return []
    spans: list[Span] = [(numbers.money_short(rollup.exposure), "")]
    if rollup.unvalued:
        over = _("over {some} of {all}").format(
            some=numbers.whole(rollup.valued), all=numbers.whole(rollup.risks)
        )
        spans.append((f" {over}", "muted"))
    return spans
