"""The gates of a project: what the next one asks for, and what was decided; pure."""

from __future__ import annotations

from pmo_tui.domain.portfolio import DECISION_LABELS, GateDecision, destination
from pmo_tui.words import _
from pmo_tui.words.dates import date_
from screens.cells import Line, Span, fit, line, wrapped
from screens.project.rows import Sheet
from screens.sheets.rows import GAP, Row, day_cells, head, muted
from screens.values import full, label

_DECISION = 15
_ROLES = {"go": "good", "conditional go": "warn", "hold": "warn", "recycle": "warn", "kill": "bad"}


def gates(sheet: Sheet) -> list[Row]:
    """Give what the next gate asks for, and the decisions taken, the newest first."""
    rows = _next_gate(sheet)
    decisions = sheet.dossier.decisions
    none = _("No decision was taken yet: {key} takes one.").format(key=sheet.key_of("project.gate"))
    rows += [head(_("Decisions")) if decisions else muted(none)]
    for decision in reversed(decisions):
        rows += _decision(sheet, decision)
    return rows


def _next_gate(sheet: Sheet) -> list[Row]:
    """Give the next gate, and each field that it asks for with what stands there."""
    if not sheet.dossier.gates:
        return []
    if sheet.is_closed:
        told = _("{phase} is the end of the way: no gate lies ahead. {key} leads back into an earlier phase.")
        here = sheet.dossier.detail.project.phase
        return [muted(told.format(phase=here, key=sheet.key_of("project.gate"))), GAP]
    gate = sheet.dossier.gates[0]
    told = _("Next: {gate}, into {phase}").format(gate=gate.name, phase=gate.phase.name)
    rows = [Row("gate", line(" ", (told, "strong")))]
    if not gate.needs:
        rows.append(muted(_("It asks for nothing.")))
    for field in gate.needs:
        there = field not in gate.missing
        mark: Span = (sheet.glyphs.mark, "good") if there else (sheet.glyphs.bullet, "warn")
        value = full(field, sheet.value(field.name)) if there else _("missing")
        spans = [("   ", ""), mark, (f" {fit(label(field), 18)} ", "muted"), (value, "" if there else "warn")]
        rows.append(Row(f"need {field.name}", Line(tuple(spans)), field.name))
    return [*rows, GAP]


def _decision(sheet: Sheet, decision: GateDecision) -> list[Row]:
    """Give a decision with its conditions and its note."""
    arrow = f" {sheet.glyphs.to} "
    way = arrow.join(_way(sheet, decision))
    by = f"  {decision.decided_by}" if decision.decided_by else ""
    spans: list[Span] = [
        (f" {fit(date_(decision.decided_on), day_cells())} ", "muted"),
        (fit(_(DECISION_LABELS[decision.decision]), _DECISION), _ROLES[decision.decision.value]),
        (decision.gate, ""),
        (f"  {way}{by}", "muted"),
    ]
    rows = [Row(f"decision {decision.id}", Line(tuple(spans)))]
    for words, told in ((_("on condition: "), decision.conditions), ("", decision.note)):
        if told:
            room = max(10, sheet.cells - day_cells() - 3)
            rows += [
                Row(None, line(" " * (day_cells() + 2), (part, ""))) for part in wrapped(words + told, room)
            ]
    return rows


def _way(sheet: Sheet, decision: GateDecision) -> list[str]:
    """Give the phase in which a project stood, and where the decision has led it if it did not stay there."""
    here, phases = decision.from_phase or "", sheet.dossier.around.phases
    asked = next((phase for phase in phases if phase.name == decision.to_phase), None)
    led = here if asked is None else destination(here, asked, decision.decision, phases)
    return [phase for phase in dict.fromkeys((here, led)) if phase]
