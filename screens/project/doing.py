"""What the keys of the project's page do to the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        from screens.project.raid import ItemKey
        from screens.project.risks import RiskKey

        row = self.rows.row
        if row is not None and isinstance(row.key, RiskKey):
            self.pmo.open("risk", key=row.key.risk)
        elif row is not None and isinstance(row.key, ItemKey):
            self.pmo.open("item", entity=row.key.entity, key=row.key.item)
        else:
            self.action_do("project.edit")

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
