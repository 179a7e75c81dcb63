"""The facet of a portfolio's own fields: their values in a project, by the key that the settings declare."""

from __future__ import annotations

from collections.abc import Sequence

from db import sql
from db.keepers.base import Row, by_keys
from db.keepers.facets import Facet
from pmo_tui.domain.fields import Kind
from pmo_tui.domain.journal import Facts, Kept
from pmo_tui.domain.text import fold

NUMBERS = frozenset({Kind.INTEGER.value, Kind.DECIMAL.value, Kind.MONEY.value, Kind.YES_NO.value})
"""The kinds whose values are kept as numbers."""


class OwnFields(Facet):
    """The values of own fields, one row each; which fields there are is read anew for each operation."""

    part = "value"
    columns = ("field_id", "text", "folded", "number")

    def declared(self) -> dict[str, tuple[int, str]]:
        """Give id and kind of each declared field, by its key."""
        rows = sql.ask("SELECT key, id, kind FROM custom_field ORDER BY position, id")
        return {key: (id_, kind) for key, id_, kind in rows}

    def defaults(self) -> Row:
        """Give every declared field as empty."""
        return dict.fromkeys(self.declared())

    def read_into(self, facts: dict[int, Row]) -> None:
        """Add to each project's facts its values of own fields."""
        names = {id_: (key, kind) for key, (id_, kind) in self.declared().items()}
        if not names:
            return
        statement = f"SELECT project_id, field_id, text, number FROM {self.table} WHERE project_id IN "
        for project, field, text, number in by_keys(statement, list(facts)):
            key, kind = names[field]
            value = text if kind not in NUMBERS else bool(number) if kind == Kind.YES_NO.value else number
            facts[project][key] = value

    def insert(self, projects: Sequence[tuple[int, Facts]]) -> None:
        """Insert the values of new projects."""
        declared = self.declared()
        sql.many(
            f"INSERT INTO {self.table} (project_id, field_id, text, folded, number) VALUES ({sql.marks(5)})",
            [
                (project, *_row(id_, kind, facts[key]))
                for project, facts in projects
                for key, (id_, kind) in declared.items()
                if facts.get(key) is not None
            ],
        )


def _row(field: int, kind: str, value: Kept) -> tuple[Kept, ...]:
    """Give the columns of one value, after the project's key."""
    if kind in NUMBERS:
        return field, None, None, int(value)  # type: ignore[arg-type]
    return field, value, fold(str(value)), None
