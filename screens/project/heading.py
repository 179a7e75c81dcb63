"""The heading of the project's page: which project it is, how it is, and the tabs; pure."""

from __future__ import annotations

from collections.abc import Mapping

from pmo_tui.domain.health import Health
from pmo_tui.services.dossiers import Dossier
from pmo_tui.words import _
from screens.board.detail import reported
from screens.cells import Line, Span, safe, width
from screens.glyphs import Glyphs

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


def tab_line(labels: Mapping[str, str], present: str, dossier: Dossier | None, cells: int) -> Line:
    """Give the names of the tabs, the present one strong; where it is narrow those around it."""
    names = list(labels)
    pieces = [_tab(_(labels[name]), _count(name, dossier), now=name == present) for name in names]
    at = names.index(present)
    first = 0
    while first < at and sum(_cells(piece) for piece in pieces[first : at + 1]) > cells - 2:
        first += 1
    return Line(tuple(span for piece in pieces[first:] for span in piece))


def _cells(spans: list[Span]) -> int:
    """Tell how many cells spans take."""
    return sum(width(safe(text)) for text, _role in spans)


def _count(name: str, dossier: Dossier | None) -> str:
    """Tell how many things stand in a tab, where that is worth knowing."""
    if dossier is None or name not in {"gates", "links"}:
        return ""
    number = len(dossier.decisions if name == "gates" else dossier.detail.project.links)
    return f" {number}" if number else ""


def _tab(label: str, count: str, *, now: bool) -> list[Span]:
    """Give the name of a tab, in brackets where it is the present one."""
    first, last = (("[", "accent"), ("]", "accent")) if now else ((" ", ""), (" ", ""))
    return [first, (label, "strong" if now else "muted"), (count, "muted"), last]
