"""Risks, as the register lists them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.services import copies, risk_details, risk_lists
from pmo_tui.services.risk_details import Detail
from screens.lists.columns import Layout
from screens.lists.kind import Kind
from screens.risks.detail import detail_lines
from screens.risks.rows import cell

if TYPE_CHECKING:
    from pmo_tui.services.session import Session


def _copied(session: Session, keys: Sequence[int], form: str, columns: Sequence[str]) -> str:
    """Give risks as text for the clipboard."""
    return copies.things(session, "risks", keys, form, columns)


RISKS: Kind[Detail] = Kind(
    things=risk_lists.RISKS,
    layout=Layout(
        usual=(
            *("trend", "code", "title", "inherent", "score", "target", "net", "review"),
            *("project", "owner", "strategy", "actions_done", "age"),
        ),
        fixed=("trend", "code", "title"),
        kept=("code", "title", "inherent", "score", "target"),
        title="title",
        widths={"title": 20, "trend": 1, "inherent": 4, "score": 4, "target": 4, "net": 8},
        share=4,
    ),
    catalogue=lambda _around: RISK_FIELDS,
    read=risk_lists.rows,
    detail=risk_details.detail,
    draw=detail_lines,
    names=risk_lists.names,
    copied=_copied,
    summed="net",
    all=N_("all risks"),
    lengths=lambda _around: {},
    cell=cell,
)
