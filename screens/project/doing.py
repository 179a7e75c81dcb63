"""What the keys of the project's page do to the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmo_tui.words import _
from screens.sheets.page import SheetPage

if TYPE_CHECKING:
    from pmo_tui.services.dossiers import Dossier


class Doing(SheetPage):
    """The actions of the project's page; what they act on is kept by the page itself."""

    key: int | None = None
    dossier: Dossier | None = None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self.dossier is not None and self.dossier.around.read_only

    @property
    def _present(self) -> int:
        """The key of the project, where `why_not` has made sure that it is there."""
        assert self.key is not None
        return self.key

    async def action_edit(self) -> None:
        """Edit the project, at the field under the cursor or the section of the tab."""
        from screens.project.flows import edit_project

        field = self.rows.row.field if self.rows.row is not None else ""
        await edit_project(self, self._present, self.section, field)

    async def action_open(self) -> None:
        """Open the risk or the item under the cursor; where there is none, edit what is under the cursor."""
        if self.under is None:
            self.action_do("project.edit")
            return
        entity, key = self.under
        if entity == "risk":
            self.pmo.open("risk", key=key)
        else:
            self.pmo.open("item", entity=entity, key=key)

    @property
    def under(self) -> tuple[str, int] | None:
        """The risk or the item under the cursor, None where none stands there."""
        from screens.project.raid import ItemKey
        from screens.project.risks import RiskKey

        key = self.rows.row.key if self.rows.row is not None else None
        if isinstance(key, RiskKey):
            return "risk", key.risk
        return (key.entity, key.item) if isinstance(key, ItemKey) else None

    async def action_walk(self) -> None:
        """Open what the risk or the item under the cursor is related to."""
        from screens.item.walking import walk

        if self.under is None:
            self._say_none()
        else:
            await walk(self, *self.under)

    async def action_relate(self) -> None:
        """Say that the risk or the item under the cursor has to do with another one."""
        from screens.item.walking import relate

        if self.under is None:
            self._say_none()
        else:
            await relate(self, *self.under)

    def _say_none(self) -> None:
        """Say that no risk and no item stands under the cursor."""
        self.say(
            _("Only risks and other items are related: set the cursor on one under Risks or RAID."),
            role="warn",
        )

    async def action_comment(self) -> None:
        """Write the comment on the health of the whole."""
        from screens.project.flows import edit_project

        await edit_project(self, self._present, "health", "health_comment")

    async def action_gate(self) -> None:
        """Take the decision at a gate."""
        from screens.project.flows import decide_gate

        await decide_gate(self, self._present)

    async def action_declare(self) -> None:
        """Declare the health."""
        from screens.project.flows import declare_status

        await declare_status(self, self._present)

    async def action_delete(self) -> None:
        """Delete the project and go back."""
        from screens.project.flows import delete_project

        deleted = await delete_project(self, self._present)
        if deleted is None:
            return
        self.leave_saying(self.message)

    async def action_export(self) -> None:
        """Write the project to a file."""
        from screens.project.exporting import export_project

        if self.dossier is not None:
            await export_project(self, self.dossier)
