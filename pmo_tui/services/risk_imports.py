"""Risks as they are imported: completed, checked by the rules of risks, and final where they are over."""

from __future__ import annotations

from db import risks as kept
from pmo_tui.domain.fields import Value, Values
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_checks import ENDED, agreeing
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.risk_values import PREFIXES, impact_fields
from pmo_tui.domain.risks import Status
from pmo_tui.services.import_kinds import Before, Importable, Rules
from pmo_tui.services.import_scales import of_another_size
from pmo_tui.services.risks import check_people, placed, usual
from pmo_tui.transfer.maps import ImportMap
from pmo_tui.transfer.notes import Note
from pmo_tui.transfer.rows import Row
from pmo_tui.transfer.tables import Table


class _Risks(Rules):
    """What is a risk's own in an import."""

    kept = frozenset({"code", "side", "status", "level"})

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

    def check(self, said: Values, changed: Values, before: Before) -> None:
        """Refuse values that contradict each other, and a status that is left although it is final."""
        if "status" in changed and Status(before("status")).over:
            raise Refusal(ENDED, code=before("code"))
        whole = {field.name: before(field.name) for field in RISK_FIELDS if not field.derived}
        _check({**whole, **said}, changed)

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
