"""The gates and the journal of a project: what was decided, who changed what when; pure."""

from __future__ import annotations

from datetime import datetime

from pmo_tui.domain.fields import Kind
from pmo_tui.domain.portfolio import DECISION_LABELS, GateDecision, destination
from pmo_tui.moments import local
from pmo_tui.services.histories import Difference, Entry
from pmo_tui.words import _
from pmo_tui.words.dates import date_, date_short
from screens.cells import Line, Span, cut, fit, line, safe, width, wrapped
from screens.project.rows import GAP, Row, Sheet, day_cells, head, muted
from screens.values import full, label, named, said_of, text

_DECISION = 15
LEAST_RECENT = 3
"""Below so many lines the last changes are left to the journal."""
_LONG = 200
"""How many cells of a long text the journal shows."""
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


def journal(sheet: Sheet) -> list[Row]:
    """Give who changed what when, the newest first, field by field."""
    rows: list[Row] = []
    for entry in sheet.dossier.history:
        rows.append(_entry(sheet, entry))
        rows += _made(sheet, entry) if entry.made else _changed(sheet, entry)
    return rows or [muted(_("Nothing was changed yet."))]


def recent(sheet: Sheet, most: int) -> list[Row]:
    """Give the last changes, one a line, as many as there is room for; none where it is too little to say much."""
    rows = [_in_short(sheet, entry) for entry in sheet.dossier.history if not entry.undone]
    return [GAP, head(_("Last changes")), *rows[:most]] if rows and most >= LEAST_RECENT else []


def _in_short(sheet: Sheet, entry: Entry) -> Row:
    """Give when, who and what in one line, with what came of it where more than a day was declared anew."""
    told = [] if entry.made else filter(None, map(_outcome, entry.differences))
    return Row(None, Line((*_entry(sheet, entry).line.spans, ("  " + ", ".join(told), "muted"))))


def _outcome(each: Difference) -> str:
    """Give a field with its new value, one of several lines by its name; nothing for a day of a declaration."""
    if not each.field.settable or (each.field.group == "health" and each.field.kind is Kind.DATE):
        return ""
    if each.field.kind in {Kind.TEXT, Kind.LINKS}:
        return named(each.field)
    return said_of(label(each.field), text(each.field, each.after) or _("nothing"))


def _entry(sheet: Sheet, entry: Entry) -> Row:
    """Give when, who and what in one line."""
    group = entry.group
    notes = [_("import")] if group.door.value == "import" else []
    notes += [_("taken back")] if entry.undone else []
    spans: list[Span] = [
        (f" {fit(moment(group.at, sheet), 14)} ", "muted"),
        (f"{fit(group.who, 12, ellipsis=sheet.glyphs.ellipsis)} ", "accent"),
        (group.label, "muted" if entry.undone else ""),
    ]
    said: tuple[Span, ...] = ((", ".join(notes) + " ", "muted"),) if notes else ()
    return Row(f"group {group.id}", Line(tuple(spans), said), group=group.id)


def moment(at: datetime, sheet: Sheet) -> str:
    """Give a moment on the clock of this host."""
    here = local(at)
    return f"{date_short(here.date(), sheet.today)} {here:%H:%M}"


def _made(sheet: Sheet, entry: Entry) -> list[Row]:
    """Give what a new project was given, in as few lines as it takes."""
    names = ", ".join(named(each.field) for each in entry.differences if each.field.settable)
    return [_told(part) for part in wrapped(names, max(10, sheet.cells - 6))[:3]]


def _told(text: str) -> Row:
    """Give a line below an entry."""
    return Row(None, line("    ", (text, "muted")))


def _changed(sheet: Sheet, entry: Entry) -> list[Row]:
    """Give each field that changed, as it was and as it is."""
    return [row for each in entry.differences for row in _difference(sheet, each)]


def _difference(sheet: Sheet, each: Difference) -> list[Row]:
    """Give one field as it was and as it became, on several lines where it is long."""
    name, arrow = said_of(named(each.field), ""), f" {sheet.glyphs.to} "
    before, after = (
        cut(safe(full(each.field, value)), _LONG, sheet.glyphs.ellipsis) or _("nothing")
        for value in (each.before, each.after)
    )
    room = max(10, sheet.cells - 5)
    if width(safe(name + before + arrow + after)) <= room:
        return [Row(None, line("    ", (name, "muted"), (before, "muted"), arrow, after))]
    texts = wrapped(name + before + arrow + after, room)
    return [Row(None, line("    ", text)) for text in texts]
