"""Kinds of imports: what differs by what is imported, each said once: words, columns, the page to go back to."""

from __future__ import annotations

from typing import NamedTuple

from pmo_tui.domain.refusal import N_
from pmo_tui.services.import_kinds import Importable
from pmo_tui.services.importables import importable
from pmo_tui.words import numbers
from screens.sheets.reach import COUNTED


class ImportKind(NamedTuple):
    """What the page says and shows of one kind of things; all sentences are to be translated."""

    noun: str
    """The noun of the command line."""
    page: str
    """The page that lists these things, to which one comes back."""
    heading: str
    question: str
    """Asks before the import, with `file`."""
    found_by: str
    there: str
    """Names those that are there already."""
    only_new: str
    apart: str
    """Says of a field that it is the key."""
    about_key: str
    nameless: str
    """Says what can be done where no column is the title, with `key`."""
    remedy: str
    """Says where one gives a column as the title, with `key`."""
    shown: tuple[tuple[str, int], ...] = (("project", 10), ("owner", 16))
    """The fields that a new thing shows beside its title, and how many cells each takes."""
    whole: bool = False
    """Whether a whole portfolio can be read in the place of such things."""

    @property
    def importable(self) -> Importable:
        """What there is to know of these things to import them."""
        return importable(self.noun)

    def counted(self, count: int) -> str:
        """Give in words how many there are."""
        return COUNTED[self.importable.entity](count).format(count=numbers.whole(count))


_BY_NAME = N_("Under “Columns”, {key} on the line of the name gives it.")
_BY_TITLE = N_("Under “Columns”, {key} on the line of the title gives it.")

KINDS = {
    kind.noun: kind
    for kind in (
        ImportKind(
            noun="projects",
            page="board",
            heading=N_("Import projects"),
            question=N_("Import projects from {file}?"),
            found_by=N_("A project is found again by"),
            there=N_("Projects that are there already"),
            only_new=N_("for new projects only"),
            apart=N_("tells projects apart"),
            about_key=N_(
                "A row is compared with the project that has the same value here; without one, a new project is made."
            ),
            nameless=N_(
                "New projects need a name: {key} says which column it is. Projects with a code keep theirs."
            ),
            remedy=_BY_NAME,
            shown=(("health", 8), ("budget", 10)),
            whole=True,
        ),
        ImportKind(
            noun="risks",
            page="risks",
            heading=N_("Import risks"),
            question=N_("Import risks from {file}?"),
            found_by=N_("A risk is found again by"),
            there=N_("Risks that are there already"),
            only_new=N_("for new risks only"),
            apart=N_("tells risks apart"),
            about_key=N_(
                "A row is compared with the risk that has the same value here; else a new one is made."
            ),
            nameless=N_(
                "New risks need a title: {key} says which column it is. Risks with a code keep theirs."
            ),
            remedy=_BY_TITLE,
            shown=(("project", 10), ("probability", 7), ("impact", 8)),
        ),
        ImportKind(
            noun="issues",
            page="issues",
            heading=N_("Import issues"),
            question=N_("Import issues from {file}?"),
            found_by=N_("An issue is found again by"),
            there=N_("Issues that are there already"),
            only_new=N_("for new issues only"),
            apart=N_("tells issues apart"),
            about_key=N_(
                "A row is compared with the issue that has the same value here; else a new one is made."
            ),
            nameless=N_(
                "New issues need a title: {key} says which column it is. Issues with a code keep theirs."
            ),
            remedy=_BY_TITLE,
        ),
        ImportKind(
            noun="assumptions",
            page="assumptions",
            heading=N_("Import assumptions"),
            question=N_("Import assumptions from {file}?"),
            found_by=N_("An assumption is found again by"),
            there=N_("Assumptions that are there already"),
            only_new=N_("for new assumptions only"),
            apart=N_("tells assumptions apart"),
            about_key=N_(
                "A row is compared with the assumption that has the same value here; else a new one is made."
            ),
            nameless=N_(
                "New assumptions need a title: {key} says which column it is. Assumptions with a code keep theirs."
            ),
            remedy=_BY_TITLE,
        ),
        ImportKind(
            noun="dependencies",
            page="dependencies",
            heading=N_("Import dependencies"),
            question=N_("Import dependencies from {file}?"),
            found_by=N_("A dependency is found again by"),
            there=N_("Dependencies that are there already"),
            only_new=N_("for new dependencies only"),
            apart=N_("tells dependencies apart"),
            about_key=N_(
                "A row is compared with the dependency that has the same value here; else a new one is made."
            ),
            nameless=N_(
                "New dependencies need a title: {key} says which column it is. Dependencies with a code keep theirs."
            ),
            remedy=_BY_TITLE,
            shown=(("gives", 10), ("needs", 10)),
        ),
        ImportKind(
            noun="actions",
            page="actions",
            heading=N_("Import actions"),
            question=N_("Import actions from {file}?"),
            found_by=N_("An action is found again by"),
            there=N_("Actions that are there already"),
            only_new=N_("for new actions only"),
            apart=N_("tells actions apart"),
            about_key=N_(
                "A row is compared with the action that has the same value here; else a new one is made."
            ),
            nameless=N_(
                "New actions need a title: {key} says which column it is. Actions with a code keep theirs."
            ),
            remedy=_BY_TITLE,
        ),
        ImportKind(
            noun="decisions",
            page="decisions",
            heading=N_("Import decisions"),
            question=N_("Import decisions from {file}?"),
            found_by=N_("A decision is found again by"),
            there=N_("Decisions that are there already"),
            only_new=N_("for new decisions only"),
            apart=N_("tells decisions apart"),
            about_key=N_(
                "A row is compared with the decision that has the same value here; else a new one is made."
            ),
            nameless=N_(
                "New decisions need a title: {key} says which column it is. Decisions with a code keep theirs."
            ),
            remedy=_BY_TITLE,
        ),
        ImportKind(
            noun="changes",
            page="changes",
            heading=N_("Import change requests"),
            question=N_("Import change requests from {file}?"),
            found_by=N_("A change request is found again by"),
            there=N_("Change requests that are there already"),
            only_new=N_("for new change requests only"),
            apart=N_("tells change requests apart"),
            about_key=N_(
                "A row is compared with the change request that has the same value here; else a new one is made."
            ),
            nameless=N_(
                "New change requests need a title: {key} says which column it is. Those with a code keep theirs."
            ),
            remedy=_BY_TITLE,
        ),
    )
}
"""The kinds by their nouns."""
