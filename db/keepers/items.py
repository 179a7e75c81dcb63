"""The keeper of the items of a kind: a row with a code and a title, its tags and its links."""

from __future__ import annotations

from collections.abc import Collection

from db.keepers.base import Keeper, Row
from db.keepers.facets import Links, Tags, listed
from db.models.base import Record
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.text import fold


class ItemKeeper(Keeper):
    """Lays the items of a kind into their tables; one of a project has the programme of the project."""

    def __init__(
        self,
        entity: str,
        record: type[Record],
        *,
        project: str | None = "project",
        follows: Collection[str] = (),
    ) -> None:
        facets = (Tags(entity), Links(entity))
        follows = ("code_folded", "search", *follows)
        super().__init__(entity, record, project=project, facets=facets, follows=follows)
        self.placed = "programme" in self.columns

    def settle(self, facts: Row, before: Facts | None, given: Collection[str], *, undoing: bool) -> None:
        """Make an item's facts agree."""
        super().settle(facts, before, given, undoing=undoing)
        if self.placed and facts["project"] is not None:
            facts["programme"] = None

    def derived(self, facts: Facts) -> Row:
        """Give the columns that follow: folded code and title, and the text to search."""
        said = (str(facts["code"]), str(facts["title"]), *listed(facts["tags"]))
        return {"code_folded": fold(said[0]), "folded": fold(said[1]), "search": fold("\n".join(said))}
