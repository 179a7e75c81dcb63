"""The keepers of the items beside the risks, and of how things are related."""

from __future__ import annotations

from collections.abc import Collection

from db.keepers.base import Keeper, Row
from db.keepers.items import ItemKeeper
from db.keepers.risks import project_of
from db.models.raid import (
    ActionRecord,
    AssumptionRecord,
    ChangeRequestRecord,
    DependencyRecord,
    IssueRecord,
    RaidDecisionRecord,
    RelationRecord,
)
from pmo_tui.domain.journal import Facts


class ActionKeeper(ItemKeeper):
    """Lays actions into their tables; one of a risk is of the risk's project."""

    def __init__(self) -> None:
        super().__init__("action", ActionRecord)

    def settle(self, facts: Row, before: Facts | None, given: Collection[str], *, undoing: bool) -> None:
        """Make an action's facts agree."""
        if facts["risk"] is not None:
            facts["project"] = facts["programme"] = None
        super().settle(facts, before, given, undoing=undoing)

    def about(self, key: int, facts: Facts) -> int | None:
        """Give the project, or that of the risk."""
        return super().about(key, facts) if facts["risk"] is None else project_of("risk", facts["risk"])


class RelationKeeper(Keeper):
    """Lays relations into their table; one tells of the project of the thing from which it goes."""

    def __init__(self) -> None:
        super().__init__("relation", RelationRecord)

    def about(self, key: int, facts: Facts) -> int | None:
        """Give the project of the thing from which it goes."""
        del key
        return project_of(str(facts["from_entity"]), facts["from_key"])


KEEPERS = (
    ItemKeeper("issue", IssueRecord),
    ItemKeeper("assumption", AssumptionRecord),
    ItemKeeper("dependency", DependencyRecord, project="needs"),
    ActionKeeper(),
    ItemKeeper("raid_decision", RaidDecisionRecord),
    ItemKeeper("change_request", ChangeRequestRecord),
    RelationKeeper(),
)
