"""The page of an item: everything about one item of a register, as tabs; the base of that of each kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from pmo_tui.domain.refusal import N_
from pmo_tui.domain.relations import Related
from pmo_tui.domain.risk_parts import Comment
from pmo_tui.services import items
from pmo_tui.services.histories import Entry
from pmo_tui.services.items import Dossier
from pmo_tui.words import _, numbers
from screens.actions.action import Action
from screens.cells import Span
from screens.item.commenting import delete_comment
from screens.item.sheet import Sheet
from screens.item.walking import open_related, unrelate
from screens.sheets.page import SheetPage, TabSheet
from screens.widgets.tabs import Tab


class Deleting(NamedTuple):
    """What the key for deleting does on a tab of things that belong to the item, and what is said where none does."""

    label: str
    help: str
    nothing: str


_DELETING = {
    "related": Deleting(
        N_("unrelate"),
        N_("Take away the relation under the cursor, after asking."),
        N_("It is related to nothing yet."),
    ),
    "comments": Deleting(
        N_("delete comment"),
        N_("Delete the comment under the cursor, if it is yours."),
        N_("There is no comment to delete yet."),
    ),
}


class ItemPage(SheetPage):
    """One item; opened with its key or its code. A page of a kind says which `TABS` it has and how an item stands."""

    TABS: ClassVar[Mapping[str, TabSheet]]
    entity: str

    def __init__(self) -> None:
        super().__init__()
        self.key: int | None = None
        self.code = ""
        self.dossier: Dossier | None = None
        self.before: list[tuple[str, int]] = []
        """From which things of this page one has walked here, each with its entity; the last one is gone back to."""
        self.begin(next(iter(self.TABS)))

    @property
    def tabs_here(self) -> Mapping[str, TabSheet]:
        """The tabs of the kind, in their order."""
        return self.TABS

    def standing(self, dossier: Dossier) -> Sequence[str | Span]:
        """Say at the right of the heading how an item stands."""
        raise NotImplementedError

    def tab_labels(self) -> Sequence[Tab]:
        """Give the tabs, and how many things it is related to."""
        known = len(self.dossier.related) if self.dossier is not None else 0
        counted = {"related": numbers.whole(known) if known else ""}
        return [Tab(name, _(tab.label), counted.get(name, "")) for name, tab in self.tabs_here.items()]

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
        return left, self.standing(self.dossier)

    def gone(self) -> str:
        """Say that the item is not there any more."""
        told = _("It is not there any more: someone has deleted it. {key} goes back.")
        return told.format(key=self.key_of("shell.back"))

    def opened_with(self, *, key: int | None = None, code: str = "", tab: str = "", **given: Any) -> None:
        """Take the item by its key or its code."""
        del given
        if (key, code) != (self.key, self.code):
            self.keep_way()
            self.key, self.code, self.dossier = key, code, None
            self.begin(next(iter(self.TABS)))
        self.tab = tab if tab in self.tabs_here else self.tab
        if self.is_mounted:
            self.show()

    def keep_way(self) -> None:
        """Keep what is shown as the way back, where the page is open and is about to show another thing."""
        if self not in self.app.screen_stack:
            self.before = []
        elif self.dossier is not None:
            self.before.append((self.entity, self.dossier.item.id))

    def step_back(self) -> bool:
        """Go back to the thing from which one has walked here."""
        if not self.before:
            return False
        before = self.before.copy()
        entity, key = before.pop()
        self.pmo.open(self.ID, entity=entity, key=key, tab="related")
        self.before = before
        return True

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

    def edited_at(self) -> tuple[str, str]:
        """Give the section and the field at which the form opens: that under the cursor."""
        return self.section, self.rows.row.field if self.rows.row is not None else ""

    def present_actions(self) -> Sequence[Action]:
        """Give the actions; what opening and deleting do hangs on the tab and on the row under the cursor."""
        return tuple(self._here(action) for action in super().present_actions())

    def _here(self, action: Action) -> Action:
        """Give an action as it stands on this tab and this row."""
        if action.id == f"{self.ID}.open":
            if self._related is not None:
                return action._replace(label=N_("open"))
            return action if self._project is not None else action._replace(footer=0)
        if action.id == f"{self.ID}.delete" and self.tab in _DELETING:
            label, told, _nothing = _DELETING[self.tab]
            there = self._related is not None or self._comment is not None
            return action._replace(label=label, help=told, footer=12 if there else 0)
        return action

    @property
    def _related(self) -> Related | None:
        """What is related under the cursor, None where no such thing stands there."""
        row = self.rows.row
        return row.key if row is not None and isinstance(row.key, Related) else None

    @property
    def _comment(self) -> Comment | None:
        """The comment under the cursor, None where none stands there."""
        row = self.rows.row
        return row.key if row is not None and isinstance(row.key, Comment) else None

    @property
    def _project(self) -> str | None:
        """The code of the project of the item, None where it is of none."""
        project = self.dossier.item.value("project") if self.dossier is not None else None
        return None if project is None else str(project)

    async def delete(self) -> None:
        """Delete the item and go back; the page of a kind says how."""
        raise NotImplementedError

    async def action_delete(self) -> None:
        """Delete the item; among its relations and its comments the one under the cursor."""
        if self.tab not in _DELETING or self.dossier is None:
            await self.delete()
        elif self._related is not None:
            await unrelate(self, self.dossier.item, self._related)
        elif self._comment is not None:
            await delete_comment(self, self.dossier.item, self._comment)
        else:
            self.say(_(_DELETING[self.tab].nothing), role="warn")

    def action_open(self) -> None:
        """Open what is related under the cursor, else the project of the item."""
        if self._related is not None:
            open_related(self, self._related)
        elif self._project is None:
            self.say(_("It is of no project."), role="warn")
        else:
            self.pmo.open("project", code=self._project)
