"""What the keys of the project's page do to the project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmo_tui.services import journal
from pmo_tui.words import _, _n, numbers
from screens.actions.action import Action, Need
from screens.cells import Line, line
from screens.project.actions import TAKE_BACK
from screens.shell.page import Page

if TYPE_CHECKING:
    from pmo_tui.services.dossiers import Dossier
    from screens.project.rows import Row
    from screens.widgets.lines import Lines


class Doing(Page):
    """The actions of the project's page; what they act on is kept by the page itself."""

    key: int | None = None
    tab = "overview"
    dossier: Dossier | None = None
    answered = False
    """Whether it is known by now what the project is, or that it is not there any more."""
    rows: Lines[Row]

    @property
    def section(self) -> str:
        """The section of the form that belongs to what is shown."""
        raise NotImplementedError

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self.dossier is not None and self.dossier.around.read_only

    def lacking(self, need: Need) -> str | None:
        """Say what is lacking of what an action needs."""
        if need is Need.THING and self.dossier is None:
            if not self.answered:
                return _("It could not be read yet: {key} tries again.").format(
                    key=self.key_of("shell.reload")
                )
            return _("It is not there any more: someone has deleted it.")
        return super().lacking(need)

    def present_actions(self) -> Sequence[Action]:
        """Give the actions; in the journal the key for undoing acts on the entry under the cursor."""
        return (*self.ACTIONS, TAKE_BACK) if self.tab == "journal" else self.ACTIONS

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
        said = self.message
        if self.pmo.go_back() and self.pmo.page is not None:
            self.pmo.page.say(said)

    async def action_export(self) -> None:
        """Write the project to a file."""
        from screens.project.exporting import export_project

        if self.dossier is not None:
            await export_project(self, self.dossier)

    async def action_undo(self) -> None:
        """Take back one's last change; in the journal the group under the cursor, after asking."""
        group = self.rows.row.group if self.tab == "journal" and self.rows.row is not None else 0
        entry = next((e for e in self.dossier.history if e.group.id == group), None) if self.dossier else None
        if entry is None:
            await super().action_undo()
            return
        if entry.undone:
            told = _("That is taken back already: {key} does again what you took back.")
            self.say(told.format(key=self.key_of("shell.redo")), role="warn")
            return
        question = _("Take back “{label}” by {who}?").format(label=entry.group.label, who=entry.group.who)
        reach = await self.ask(journal.reach, group)
        if await self.confirm(question, _reaching(reach), default=False):
            taken = await self.ask(journal.undo, group)
            self.say(_("Undone: {label}").format(label=taken.group.label), role="good")


def _reaching(reach: journal.Reach) -> list[Line]:
    """Tell which projects a change reaches, where it is more than one."""
    if reach.projects < 2:
        return []
    told = _n(
        "It changes {count} project together:", "It changes {count} projects together:", reach.projects
    ).format(count=numbers.whole(reach.projects))
    lines = [line(" ", (told, "muted")), *(line("   ", name) for name in reach.first)]
    more = reach.projects - len(reach.first)
    if more:
        rest = _n("and {count} more", "and {count} more", more).format(count=numbers.whole(more))
        lines.append(line("   ", (rest, "muted")))
    return lines
