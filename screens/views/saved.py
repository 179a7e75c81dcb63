"""Saved: the dialog that lists the saved views, to open one, rename it or delete it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pmo_tui.domain.portfolio import View
from pmo_tui.words import _
from screens.cells import Line, Span, fit, line
from screens.shell.browse import Browse, Keys

_NAME_CELLS = 24


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one wants to do with a view: open, rename or delete it."""

    verb: str
    view: View


class Saved(Browse):
    """Its answer is what one wants to do with which view; None where one went back."""

    def __init__(self, views: Sequence[View], *, at: int = 0, reason: str = "") -> None:
        super().__init__(reason=reason)
        self._views = views
        self.at = max(0, min(at, len(views) - 1))

    def heading(self) -> Sequence[Line]:
        """Give the title."""
        return [line((f" {_('Saved views')}", "strong"))]

    def count(self) -> int:
        """Tell how many views there are."""
        return len(self._views)

    def nothing(self) -> Span:
        """Say how a view comes to be."""
        return _("No saved view yet: filter, sort, then save what you see."), "muted"

    def row_line(self, number: int, cells: int) -> Line:
        """Give a view: its name, what it shows, and who sees it."""
        view = self._views[number]
        mode = _("table") if view.mode == "table" else _("board")
        whose = _("shared") if view.owner is None else _("mine")
        room = min(_NAME_CELLS, cells // 3)
        return line(
            (fit(view.name, room, ellipsis=self.glyphs.ellipsis), "strong"),
            f"  {described(view)}",
            right=[(f"{mode} {self.glyphs.dot} {whose} ", "muted")],
        )

    def keys(self) -> Keys:
        """Give the keys; where there is no view, one can only go back."""
        if not self._views:
            return [self.hint(_("back"), "shell.back")]
        return [
            self.hint(_("open"), "list.take"),
            self.hint(_("rename"), "list.rename"),
            self.hint(_("delete"), "list.delete"),
            self.hint(_("back"), "shell.back"),
        ]

    def does(self, action: str) -> bool:
        """Open, rename or delete the view under the cursor."""
        verb = {"list.take": "open", "list.rename": "rename", "list.delete": "delete"}.get(action)
        if verb is None or not self._views:
            return False
        self.finish(Wanted(verb, self._views[self.at]))
        return True


def described(view: View) -> str:
    """Say what a view shows in the words of the query."""
    parts = [view.query] if view.query else []
    if view.sort:
        parts.append("sort:" + ",".join(view.sort))
    if view.group:
        parts.append(f"group:{view.group}")
    return " ".join(parts) or _("everything")
