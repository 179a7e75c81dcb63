"""The page of an item: everything about one item of a register, as tabs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, ClassVar, cast

from pmo_tui.services import items
from pmo_tui.services.histories import Entry
from pmo_tui.services.items import Dossier
from pmo_tui.words import _
from screens.actions.action import Action
from screens.cells import Span
from screens.item.actions import ACTIONS
from screens.item.sheet import Sheet
from screens.risks.doing import RiskDoing
from screens.sheets.page import SheetPage, TabSheet

SHEETS = {"risk": "screens.risks.sheets"}
"""The modules that tell of each kind: their TABS, and `standing`, which says at the right how an item stands."""


class ItemPage(RiskDoing, SheetPage):
    """One item; opened with its kind and its key or its code."""

    ID = "item"
    ACTIONS: ClassVar[tuple[Action, ...]] = ACTIONS

    def __init__(self) -> None:
        super().__init__()
        self.entity, self.key, self.code = "risk", None, ""
        self.dossier: Dossier | None = None
        self.begin("overview")

    key: int | None

    @property
    def _module(self) -> Any:
        """What tells of the kind of the item."""
        return import_module(SHEETS[self.entity])

    @property
    def tabs_here(self) -> Mapping[str, TabSheet]:
        """The tabs of the kind, in their order."""
        return cast(Mapping[str, TabSheet], self._module.TABS)

    @property
    def history(self) -> Sequence[Entry] | None:
        """Who changed what when; None where the item is not known."""
        return None if self.dossier is None else self.dossier.history

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self.dossier is not None and self.dossier.around.read_only

    def sheet(self, cells: int, lines: int) -> Sheet:
        """Give what the tabs are drawn from."""
        assert self.dossier is not None
        return Sheet(self.dossier, self.pmo.glyphs, cells, lines, self.key_of)

    def heading(self, cells: int) -> tuple[Sequence[str | Span], Sequence[str | Span]]:
        """Give which item it is, and how it stands."""
        del cells
        if self.dossier is None:
            return [(self.code, "muted")], []
        item, title = self.dossier.item, self.dossier.catalogue.title
        left: list[str | Span] = [(f"{item.code} ", "muted"), (str(item.value(title)), "strong")]
        return left, self._module.standing(self.dossier, self.pmo.glyphs)

    def gone(self) -> str:
        """Say that the item is not there any more."""
        told = _("It is not there any more: someone has deleted it. {key} goes back.")
        return told.format(key=self.key_of("shell.back"))

    def opened_with(
        self, *, entity: str = "risk", key: int | None = None, code: str = "", tab: str = "", **given: Any
    ) -> None:
        """Take the item by its kind and its key or its code."""
        del given
        if (entity, key, code) != (self.entity, self.key, self.code):
            self.entity, self.key, self.code, self.dossier = entity, key, code, None
            self.begin("overview")
        self.tab = tab if tab in self.tabs_here else self.tab
        if self.is_mounted:
            self.show()

    async def load(self) -> None:
        """Ask for all that is known and show it; the tab and the cursor stay where they are."""
        self.dossier = await self.ask(items.dossier, self.entity, self.key, self.code)
        self.answered = True
        self.show()

    async def copied(self) -> str | None:
        """Give the item as Markdown."""
        from screens.sheets.text import sections

        if self.dossier is None:
            return None
        catalogue = self.dossier.catalogue
        return "\n".join(sections(self.dossier.item, catalogue, catalogue.groups)) + "\n"

    @property
    def meant(self) -> Sequence[int]:
        """The item that is shown."""
        assert self.dossier is not None
        return [self.dossier.item.id]

    def edited_at(self) -> tuple[str, str]:
        """Give the section and the field at which the form opens: that under the cursor."""
        return self.section, self.rows.row.field if self.rows.row is not None else ""

    async def action_delete(self) -> None:
        """Delete the item and go back."""
        from screens.risks.flows import delete_risk

        if await delete_risk(self, self.meant[0]) is not None:
            self.leave_saying(self.message)

    def action_open(self) -> None:
        """Open the project of the item."""
        project = self.dossier.item.value("project") if self.dossier is not None else None
        if project is None:
            self.say(_("It is of no project."), role="warn")
        else:
            self.pmo.open("project", code=str(project))
