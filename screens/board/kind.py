"""Projects, as the board lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pmo_tui.domain.refusal import N_
from pmo_tui.services import boards
from pmo_tui.services.boards import Detail
from pmo_tui.services.portfolio import Surroundings
from screens.board.detail import detail_lines
from screens.board.risks import cell
from screens.cells import safe, width
from screens.lists.columns import Layout
from screens.lists.kind import Kind

if TYPE_CHECKING:
    from pmo_tui.domain.projects import Project
    from pmo_tui.domain.queries.values import Names
    from pmo_tui.services.session import Session


def _read(session: Session, keys: Sequence[int]) -> list[Project]:
    """Give projects in the order of their keys."""
    from pmo_tui.services import projects

    return projects.read(session, keys)


def _copied(session: Session, keys: Sequence[int], form: str, columns: Sequence[str]) -> str:
    """Give projects as text for the clipboard."""
    from pmo_tui.services import copies

    return copies.projects(session, keys, form, columns)


def _names(session: Session) -> Names:
    """Give the names in use."""
    from pmo_tui.services import forms

    return forms.known(session).names


def _lengths(around: Surroundings) -> Mapping[str, int]:
    """Tell how many cells the longest phase takes, and the longest band of risks."""
    names = {"phase": [phase.name for phase in around.phases], "risk": around.catalogue.get("risk").choices}
    return {name: max((width(safe(each)) for each in said), default=0) for name, said in names.items()}


PROJECTS: Kind[Detail] = Kind(
    things=boards.PROJECTS,
    layout=Layout(
        usual=(
            *("code", "health", "name", "phase", "budget", "overrun", "finish", "slip"),
            *("risks", "risk", "exposure", "forecast", "pm", "programme", "department"),
        ),
        fixed=("code", "health", "name"),
        kept=("code", "name", "health", "phase"),
        together={"risks": "risk"},
        widths={"health": 2, "name": 20, "department": 12, "phase": 10, "risks": 6, "risk": 8},
    ),
    catalogue=lambda around: around.catalogue,
    read=_read,
    detail=boards.detail,
    draw=detail_lines,
    names=_names,
    copied=_copied,
    summed="budget",
    all=N_("all projects"),
    lengths=_lengths,
    cell=cell,
)
