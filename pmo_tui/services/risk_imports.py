"""Risks as they are imported: completed, checked by the rules of risks, and final where they are over."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from db import risks as kept
from pmo_tui.domain.fields import Value, Values
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_checks import accepted, agreeing, stays
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.risk_values import PREFIXES, Scales, impact_fields
from pmo_tui.domain.risks import Response, Status
from pmo_tui.services.import_kinds import Before, Importable, Rules
from pmo_tui.services.import_scales import of_another_size
from pmo_tui.services.risks import check_people, following, placed, usual
from pmo_tui.transfer.maps import ImportMap
from pmo_tui.transfer.notes import Note
from pmo_tui.transfer.rows import Row
from pmo_tui.transfer.tables import Table


class _Risks(Rules):
    """What is a risk's own in an import."""

    kept = frozenset({"code", "side", "status", "level"})
    looked_at = (
        *("status", "reason", "side", "level", "category", "strategy", "accepted_by", "accepted_why"),
        *(PREFIXES["score"][:2]),
        *impact_fields("score"),
    )

    @cached_property
    def _scales(self) -> Scales:
        """What the portfolio has set for its risks."""
        return kept.scales_kept()

    def complete(self, row: Row, values: dict[str, Value]) -> None:
        """Give a new risk what it can't be without, and check it."""
        del row
        for name, value in usual(values).items():
            values[name] = values.get(name) or value
        _check(values, values)
        _leave_out(values, values)

    def said(self, row: Row, said: dict[str, Value], before: Before) -> dict[str, Value]:
        """Leave out what follows from other values."""
        del row
        whole = {**{field.name: before(field.name) for field in RISK_FIELDS if not field.derived}, **said}
        placed(whole, said)
        _leave_out(said, whole)
        return said

    def following(self, said: Values, before: Before, today: date) -> dict[str, Value]:
        """Give what is said with the day of an acceptance, and without an escalation that another level ends."""
        changed = {name: value for name, value in said.items() if value != before(name)}
        return {**said, **following(changed, before, today)}

    def check(self, said: Values, changed: Values, before: Before) -> None:
        """Refuse values that contradict each other, and what would judge anew a risk that is over."""
        if Status(before("status")).over:
            stays(changed, before)
        whole = {field.name: before(field.name) for field in RISK_FIELDS if not field.derived}
        _check({**whole, **said}, changed)

    def odd(self, values: Values) -> None:
        """Refuse an acceptance that nobody answers for, and an end of which nobody says why, or that is no issue."""
        if values.get("strategy") == Response.ACCEPT.value:
            accepted(values, self._scales)
        if values["status"] == Status.CLOSED.value and not values.get("reason"):
            raise Refusal(N_("It is closed, and nobody says why: write the reason."))
        if values["status"] == Status.OCCURRED.value:
            raise Refusal(N_("It has happened, and an import makes no issue of it: import the issue too."))

    def doubts(self, table: Table, the_map: ImportMap) -> tuple[Note, ...]:
        """Say that the register may count in a matrix of another size."""
        return of_another_size(table, the_map)


def _check(whole: Values, changes: Values) -> None:
    """Refuse values that contradict each other, and people who have left."""
    agreeing(placed(whole, changes), changes)
    check_people(changes)


def _leave_out(said: dict[str, Value], whole: Values) -> None:
    """Leave out the programme of a project, the review of what is over, and an impact that follows the worst one."""
    if whole.get("project") is not None:
        said.pop("programme", None)
    if Status(whole["status"]).over:
        said.pop("review", None)
    for which, (_probability, impact, _prefix) in PREFIXES.items():
        if said.get(impact) is None and any(whole.get(name) is not None for name in impact_fields(which)):
            said.pop(impact, None)


RISKS = Importable(
    "risk",
    "R",
    kept.catalogue,
    kept.keys_by_code,
    _Risks,
    N_("The row has no title, and a new risk needs one."),
    N_("The title is empty, and a risk needs one."),
    N_("No column is the title, and new risks need one."),
    N_("No column is the title, and new risks need one. Is it “{header}”? {remedy}"),
    N_("Imported risks from {file}"),
)
"""Risks, as they are imported."""
