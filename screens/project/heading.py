"""The heading of the project's page: which project it is, how it is, and the tabs; pure."""

from __future__ import annotations

from collections.abc import Mapping

from pmo_tui.domain.health import Health
from pmo_tui.services.dossiers import Dossier
from pmo_tui.words import _
from screens.board.detail import reported
from screens.cells import Span
from screens.glyphs import Glyphs
from screens.project.raid import overdue
from screens.project.risks import above_appetite
from screens.widgets.tabs import Tab

_WIDE = 100


def left(dossier: Dossier | None, code: str, glyphs: Glyphs) -> list[str | Span]:
    """Give which project it is."""
    if dossier is None:
        return [(code, "muted")]
    project = dossier.detail.project
    told = "".join(f" {glyphs.dot} {fact}" for fact in (project.programme, project.phase) if fact)
    return [(f"{project.code} ", "muted"), (project.name, "strong"), (told, "muted")]


def right(dossier: Dossier | None, cells: int, glyphs: Glyphs) -> list[str | Span]:
    """Give declared and computed weather."""
    if dossier is None:
        return []
    project, weather = dossier.detail.project, dossier.detail.weather
    spans: list[str | Span] = [(_("declared") + " ", "muted"), glyphs.health(project.health.value)]
    if cells >= _WIDE:
        spans += reported(dossier.detail, dossier.around.today)
    if weather.health is not Health.GREY:
        spans.append((f" {glyphs.dot} " + _("computed") + " ", "muted"))
        spans.append(glyphs.health(weather.health.value))
    return spans


def tabs(labels: Mapping[str, str], dossier: Dossier | None) -> list[Tab]:
    """Give the tabs with how many things stand in some; risks above the appetite and late items stand out."""
    if dossier is None:
        return [Tab(name, _(label)) for name, label in labels.items()]
    counts = {
        "risks": dossier.detail.project.rollup.risks,
        "raid": sum(map(len, dossier.raid.values())),
        "gates": len(dossier.decisions),
        "links": len(dossier.detail.project.links),
    }
    stand_out = {"risks": above_appetite(dossier.risks), "raid": overdue(dossier.raid)}
    roles = {name: "warn" for name, some in stand_out.items() if some}
    return [
        Tab(name, _(label), str(counts[name]) if counts.get(name) else "", roles.get(name, "muted"))
        for name, label in labels.items()
    ]
