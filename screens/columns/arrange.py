"""Arrange: a dialog to pick things with space and to put them in order with J and K."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pmo_tui.words import _, numbers
from screens.cells import Line, Span, fit, line, width
from screens.columns.arrangement import Arrangement, Item, Picked
from screens.shell.browse import Browse, Keys
from screens.shell.editing import Edit
from screens.shell.matching import best
from screens.shell.prompt import typed_line

_PLACE_CELLS = 3
_TEXT_CELLS = 26
Summary = Callable[[Arrangement], str]
"""Says in few words what the arrangement means."""


class Arrange(Browse):
    """Its answer is what was picked, in order, as pairs of key and way; None where one went back.

    With `at_least_one`, enter takes the item under the cursor where none is picked. With `keeps`, going back keeps
    what was picked.
    """

    def __init__(
        self,
        title: str,
        arrangement: Arrangement,
        *,
        summary: Summary | None = None,
        at_least_one: bool = False,
        keeps: bool = False,
    ) -> None:
        super().__init__()
        self._at_least_one = at_least_one
        self._began = arrangement.picked if keeps else None
        self._title = title
        self._arrangement = arrangement
        self._summary = summary
        self._edit: Edit | None = None
        self._sought = ""
        self.rows: list[Item] = arrangement.rows

    @property
    def arrangement(self) -> Arrangement:
        """What was picked so far."""
        return self._arrangement

    def _list(self) -> None:
        """List the items again: all, or what was looked for."""
        rows = self._arrangement.rows
        self.rows = best(rows, self._sought, lambda item: f"{item.text} {item.key}") if self._sought else rows

    def most_rows(self) -> int:
        """Tell how many rows are worth showing: all, so that the dialog keeps its height."""
        return len(self._arrangement.items)

    def count(self) -> int:
        """Tell how many items are listed."""
        return len(self.rows)

    def heading(self) -> Sequence[Line]:
        """Give the title with what is picked, or the line in which one looks for something."""
        if self._edit is not None:
            return [typed_line("/", self._edit, self.size.width)]
        picked, items = len(self._arrangement.picked), len(self._arrangement.items)
        of = _("{some} of {all}").format(some=numbers.whole(picked), all=numbers.whole(items))
        meant = self._summary(self._arrangement) if self._summary else ""
        found = [(f"/{self._sought} ", "match")] if self._sought else []
        return [line((f" {self._title}  ", "strong"), *found, (meant, "muted"), right=[(f"{of} ", "muted")])]

    def row_line(self, number: int, cells: int) -> Line:
        """Give an item with its place and way, where it is picked."""
        item = self.rows[number]
        place = self._arrangement.place(item.key)
        ellipsis = self.glyphs.ellipsis
        room = self._text_cells(cells)
        return line(
            (fit(str(place) if place else "", _PLACE_CELLS, "right"), "muted"),
            " ",
            self._sign(self._arrangement.way(item.key)),
            " ",
            (fit(item.text, room, ellipsis=ellipsis), "" if place else "muted"),
            (f" {item.note}", "muted"),
        )

    def _text_cells(self, cells: int) -> int:
        """Give the cells for the words of an item: as many as they need, while a third stays for the notes."""
        items = self._arrangement.items
        notes = min(max((width(item.note) for item in items), default=0), cells // 3)
        longest = max((width(item.text) for item in items), default=0)
        return max(8, min(max(longest, _TEXT_CELLS), cells - notes - _PLACE_CELLS - 4))

    def _sign(self, way: str) -> Span:
        """Give the sign of a way."""
        signs = {"on": self.glyphs.mark, "up": self.glyphs.ascending, "down": self.glyphs.descending}
        return (signs[way], "marked") if way else (" ", "")

    def keys(self) -> Keys:
        """Give the keys."""
        if self._edit is not None:
            return [("enter", _("to the list")), ("esc", _("show all"))]
        return [
            self.hint(_("pick"), "list.pick"),
            self.hint(_("move"), "move.down", "move.up"),
            self.hint(_("reorder"), "list.carry_down", "list.carry_up"),
            self.hint(_("find"), "list.find"),
            self.hint(_("take"), "list.take"),
            self.hint(_("done") if self._kept else _("back"), "shell.back"),
        ]

    @property
    def _kept(self) -> bool:
        """Whether going back keeps something."""
        return self._began is not None and self._began != self._arrangement.picked

    def pressed(self, key: str, character: str | None) -> None:
        """Type what is looked for, else do what the key means; escape shows all again first."""
        if self._edit is not None:
            self._typed(self._edit, key, character)
        elif self._sought and (key == "escape" or self.meaning(key) == "shell.back"):
            self._seek(None)
        elif self._kept and (key == "escape" or self.meaning(key) == "shell.back"):
            self.finish(self._arrangement.picked)
        else:
            super().pressed(key, character)

    def does(self, action: str) -> bool:
        """Pick, carry, look for, take."""
        if action == "list.take":
            self._take()
        elif action == "list.find":
            self._seek(Edit())
        elif action == "list.pick":
            self._toggle()
        elif action in ("list.carry_down", "list.carry_up"):
            self._carry(1 if action == "list.carry_down" else -1)
        else:
            return False
        return True

    def _typed(self, edit: Edit, key: str, character: str | None) -> None:
        """Type what is looked for; enter keeps what was found, escape shows all again."""
        if key == "escape":
            self._seek(None)
        elif key in ("enter", "down"):
            self._edit = None
            self.changed()
        else:
            now = edit.typed(character) if character else edit.pressed(key)
            if now is not None:
                self._seek(now)

    def _seek(self, edit: Edit | None) -> None:
        """Look for what was typed; None shows all, with the cursor on the item where it was."""
        here = self.rows[self.at].key if self.rows and edit is None else None
        self._edit = edit
        self._sought = edit.text if edit else ""
        self._list()
        self.at = self._top = 0
        if here is not None:
            self._follow(here)
        self.changed()

    def _toggle(self) -> None:
        """Pick the item under the cursor, or not; the cursor goes on unless the item has more ways than one."""
        if not self.rows:
            return
        item = self.rows[self.at]
        self._arrangement = self._arrangement.toggled(item.key)
        self._list()
        if len(item.ways) > 1:
            self._follow(item.key)
        else:
            self.move(self.at + 1)
        self.changed()

    def _take(self) -> None:
        """Answer with what is picked."""
        if self._at_least_one and not self._arrangement.picked and self.rows:
            self._arrangement = self._arrangement.toggled(self.rows[self.at].key)
        self.finish(self._arrangement.picked)

    def _carry(self, step: int) -> None:
        """Move the item under the cursor among those picked, the cursor with it."""
        if self.rows:
            item = self.rows[self.at]
            self._arrangement = self._arrangement.moved(item.key, step)
            self._list()
            self._follow(item.key)
            self.changed()

    def _follow(self, key: str) -> None:
        """Put the cursor on an item."""
        self.move([item.key for item in self.rows].index(key))


def keys_of(picked: Picked) -> tuple[str, ...]:
    """Give the keys picked, in order, whatever the way."""
    return tuple(key for key, _way in picked)
