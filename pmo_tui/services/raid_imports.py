"""The items beside the risks as they are imported: completed, and checked by the rules of their kind."""

from __future__ import annotations

from datetime import date
from functools import partial

from db import raid as kept
from pmo_tui.domain.fields import Value, Values
from pmo_tui.domain.raid import ItemKind, dated, usual
from pmo_tui.domain.raid_kinds import BY_NOUN
from pmo_tui.domain.refusal import N_
from pmo_tui.services.import_kinds import Before, Importable, Rules
from pmo_tui.services.raid import check_item
from pmo_tui.transfer.rows import Row

_IMPORTED = {
    "issues": N_("Imported issues from {file}"),
    "assumptions": N_("Imported assumptions from {file}"),
    "dependencies": N_("Imported dependencies from {file}"),
    "actions": N_("Imported actions from {file}"),
    "decisions": N_("Imported decisions from {file}"),
    "changes": N_("Imported change requests from {file}"),
}
"""What the journal says of an import, by the noun of what it brought."""


class _Items(Rules):
    """What is the own of a kind of items in an import: a file tells what became of one, by whatever way."""

    def __init__(self, kind: ItemKind) -> None:
        self._kind = kind
        required = (field.name for field in kind.catalogue if field.required and field.name != "title")
        self.kept = frozenset(required)

    def complete(self, row: Row, values: dict[str, Value]) -> None:
        """Give a new item what it can't be without, and check it."""
        del row
        for name, value in usual(self._kind, values).items():
            values[name] = values.get(name) or value
        check_item(self._kind, values, values)
        _leave_out(values, values)

    def said(self, row: Row, said: dict[str, Value], before: Before) -> dict[str, Value]:
        """Leave out what an item has of another one."""
        del row
        _leave_out(said, {**self._whole(before), **said})
        return said

    def following(self, said: Values, before: Before, today: date) -> dict[str, Value]:
        """Give the days of the states that are reached."""
        if said.get(self._kind.state) == before(self._kind.state):
            return dict(said)
        return dated(self._kind, said, before, today)

    def check(self, said: Values, changed: Values, before: Before) -> None:
        """Refuse values that contradict each other."""
        check_item(self._kind, {**self._whole(before), **said}, changed)

    def _whole(self, before: Before) -> dict[str, Value]:
        """Give all values that an item has."""
        return {field.name: before(field.name) for field in self._kind.kept}


def _leave_out(said: dict[str, Value], whole: Values) -> None:
    """Leave out the project of a risk, and the programme of a project."""
    if whole.get("risk") is not None:
        said.pop("project", None)
    if whole.get("risk") is not None or whole.get("project") is not None:
        said.pop("programme", None)


def _importable(noun: str, kind: ItemKind) -> Importable:
    """Give how the items of a kind are imported."""
    return Importable(
        kind.thing,
        kind.prefix,
        lambda: kind.catalogue,
        partial(kept.keys_by_code, kind.thing),
        partial(_Items, kind),
        N_("The row has no title, and a new item needs one."),
        N_("The title is empty, and an item needs one."),
        N_("No column is the title, and new items need one."),
        N_("No column is the title, and new items need one. Is it “{header}”? {remedy}"),
        _IMPORTED[noun],
    )


IMPORTABLES = {noun: _importable(noun, kind) for noun, kind in BY_NOUN.items()}
"""Each kind as it is imported, by its noun."""
