"""The registers beside that of risks, each said once: what is listed, in which columns, and how it is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pmo_tui.domain.raid_kinds import BY_NOUN
from pmo_tui.domain.refusal import N_
from pmo_tui.services import copies, raid, raid_lists, raid_rows
from pmo_tui.services.raid_rows import Row
from screens.lists.columns import Layout
from screens.lists.kind import Kind
from screens.raid.detail import detail_lines
from screens.raid.rows import cell
from screens.things.edited import Edited

if TYPE_CHECKING:
    from pmo_tui.domain.items import Item
    from pmo_tui.services.session import Session


class Told(NamedTuple):
    """What a register says of its own: its usual columns, and the words for all of them and for a new one."""

    usual: tuple[str, ...]
    all: str
    new: str


REGISTERS: Mapping[str, Told] = {
    "issues": Told(
        ("severity", "due", "owner", "status", "project", "age"), N_("all issues"), N_("New issue")
    ),
    "assumptions": Told(
        ("confidence", "review", "owner", "status", "project", "age"),
        N_("all assumptions"),
        N_("New assumption"),
    ),
    "dependencies": Told(
        ("due", "status", "gives", "needs", "promised", "slack", "owner"),
        N_("all dependencies"),
        N_("New dependency"),
    ),
    "actions": Told(
        ("due", "owner", "state", "risk", "project", "cost", "age"), N_("all actions"), N_("New action")
    ),
    "decisions": Told(
        ("due", "status", "decided_by", "decided_on", "latency", "project"),
        N_("all decisions"),
        N_("New decision"),
    ),
    "changes": Told(
        ("impact_time", "impact_cost", "due", "status", "project", "gate"),
        N_("all change requests"),
        N_("New change request"),
    ),
}
"""The registers by their nouns, in the order of their tabs."""


def edited(noun: str) -> Edited[Item]:
    """Give how the items of a register are edited."""
    return Edited(
        raid.EDITABLES[BY_NOUN[noun].thing],
        goes=N_("Its comments and links go with it. {key} brings all back."),
        comes_back=N_("Its comments and links come back with it."),
    )


def listed(noun: str) -> Kind[Row]:
    """Give how the items of a register are listed."""
    kind, told = BY_NOUN[noun], REGISTERS[noun]
    things = raid_lists.THINGS[kind.thing]

    def copied(session: Session, keys: Sequence[int], form: str, columns: Sequence[str]) -> str:
        """Give items as text for the clipboard."""
        return copies.things(session, noun, keys, form, columns)

    return Kind(
        things=things,
        layout=Layout(
            usual=("code", "title", *told.usual),
            fixed=("code", "title"),
            kept=("code", "title", *(name for name in told.usual if name not in things.measured)),
            title="title",
            widths={"title": 24, "severity": 8, "confidence": 10, "status": 11, "state": 9, "slack": 6},
            share=4,
        ),
        catalogue=lambda _around: kind.catalogue,
        read=partial(raid_rows.rows, kind=kind),
        detail=partial(raid_rows.row, kind=kind),
        draw=detail_lines,
        names=raid_rows.names,
        copied=copied,
        summed=things.summed[0] if things.summed else "",
        all=told.all,
        lengths=lambda _around: {},
        cell=cell,
    )
