"""The pages of the registers beside the risks: each lists the items of one kind, and does with them what all do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from pmo_tui.domain.queries.terms import SortKey
from pmo_tui.domain.raid_kinds import BY_NOUN
from screens.actions.action import Action
from screens.raid.actions import ON_ONE, of_register, on_issues
from screens.raid.doing import ItemDoing
from screens.raid.listing import ItemListing
from screens.raid.page import RaidPage
from screens.widgets.moves import ASIDE, MOVES


class ItemsPage(ItemDoing, RaidPage):
    """A register of one kind of items, called by its noun."""

    NOUN: ClassVar[str] = ""
    WITHIN: ClassVar[tuple[Action, ...]] = (*MOVES, *ASIDE)
    LISTING = ItemListing
    listing: ItemListing

    @property
    def noun(self) -> str:
        """The noun of the register."""
        return self.NOUN

    @property
    def meant(self) -> Sequence[int]:
        """The items that are marked, or the one under the cursor."""
        return self.listing.marked or [self.listing.present]

    def action_open(self) -> None:
        """Open the item under the cursor."""
        self.pmo.open("item", entity=BY_NOUN[self.NOUN].thing, key=self.listing.present)

    async def action_add(self) -> None:
        """Add an item."""
        from screens.raid.flows import add_item

        added = await add_item(self, self.NOUN)
        if added is not None:
            self.listing.wanted = added.id

    async def action_delete(self) -> None:
        """Delete the item."""
        from screens.raid.flows import delete_item

        await delete_item(self, self.NOUN, self.listing.present)

    async def action_export(self) -> None:
        """Write what is shown to a file."""
        from screens.exports.flows import export_shown

        here = self.listing
        await export_shown(self, self.NOUN, here.shown.text, here.columns_shown(), here.marked)

    def action_overdue(self) -> None:
        """Show what is overdue, the oldest first."""
        day = "due" if "due" in BY_NOUN[self.NOUN].catalogue.by_name else "review"
        shown = self.listing.shown._replace(query=f"active:yes {day}:overdue", sort=(SortKey(day),), name="")
        self.listing.use(shown)


class IssuesPage(ItemsPage):
    """The register of issues."""

    ID = NOUN = "issues"
    ACTIONS: ClassVar[tuple[Action, ...]] = (*of_register("issues"), *on_issues("issues", ON_ONE))


class AssumptionsPage(ItemsPage):
    """The register of assumptions."""

    ID = NOUN = "assumptions"
    ACTIONS: ClassVar[tuple[Action, ...]] = of_register("assumptions")


class DependenciesPage(ItemsPage):
    """The register of dependencies between projects."""

    ID = NOUN = "dependencies"
    ACTIONS: ClassVar[tuple[Action, ...]] = of_register("dependencies")


class ActionsPage(ItemsPage):
    """The register of actions, those that respond to risks among them."""

    ID = NOUN = "actions"
    ACTIONS: ClassVar[tuple[Action, ...]] = of_register("actions")


class DecisionsPage(ItemsPage):
    """The register of decisions that are asked for and taken."""

    ID = NOUN = "decisions"
    ACTIONS: ClassVar[tuple[Action, ...]] = of_register("decisions")


class ChangesPage(ItemsPage):
    """The register of change requests."""

    ID = NOUN = "changes"
    ACTIONS: ClassVar[tuple[Action, ...]] = of_register("changes")
