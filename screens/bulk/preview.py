"""Preview: what a change of many things would do, thing by thing, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_tui.domain.fields import Field, Value
from pmo_tui.domain.items import Thing
from pmo_tui.domain.list_changes import ListChange
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services.bulk import BulkChange
from pmo_tui.words import _, _n, numbers, say
from screens.cells import BLANK, Line, Span, fit, line, width
from screens.shell.browse import Browse, Keys
from screens.values import named, said_of, shown

_LEAST_CODE_CELLS, _MOST_CODE_CELLS = 9, 18
_NAME_CELLS, _VALUE_CELLS = 32, 24


class Preview(Browse):
    """Its answer is True where the change is to be made."""

    def __init__(self, field: Field, title: str, bulk: BulkChange) -> None:
        super().__init__()
        self._field = field
        self._title = title
        self._bulk = bulk
        codes = [thing.code for thing, _why in (*bulk.differing, *bulk.refused)]
        longest = max(map(width, codes), default=0)
        self._code_cells = max(_LEAST_CODE_CELLS, min(longest, _MOST_CODE_CELLS))

    def heading(self) -> Sequence[Line]:
        """Say what is set, in how many things, and what is left as it is."""
        bulk = self._bulk
        count = len(bulk.differing)
        change = bulk.value
        value, role = (str(change), "") if isinstance(change, ListChange) else self._shown(change)
        rest: list[Span] = []
        if bulk.same:
            text = _n("{count} has it already", "{count} have it already", bulk.same)
            rest.append((text.format(count=numbers.whole(bulk.same)), "muted"))
        if bulk.refused:
            text = _n("{count} can't be changed", "{count} can't be changed", len(bulk.refused))
            rest.append((text.format(count=numbers.whole(len(bulk.refused))), "warn"))
        changed = _n("{count} changes", "{count} change", count).format(count=numbers.whole(count))
        parts: list[Span] = [(f" {changed}", "strong" if count else "")]
        for part in rest:
            parts += [(f" {self.glyphs.dot} ", "faint"), part]
        head = line((" " + said_of(named(self._field), ""), "muted"), (value, f"{role} strong".strip()))
        return [head, line(*parts), *([self._reason_line()] if bulk.refused else [])]

    def _reason_line(self) -> Line:
        """Give the whole reason why the thing under the cursor can't be changed."""
        number = self.at - len(self._bulk.differing)
        return line((f" {say(self._bulk.refused[number][1])}", "warn")) if number >= 0 else BLANK

    def move(self, number: int) -> None:
        """Move the cursor, and say the reason of the row it comes to."""
        super().move(number)
        if self._bulk.refused:
            self.changed(3)

    def count(self) -> int:
        """Tell how many things are listed: those that change, then those that can't."""
        return len(self._bulk.differing) + len(self._bulk.refused)

    def nothing(self) -> Span:
        """Say that nothing differs."""
        return _("Nothing would change."), "muted"

    def row_line(self, number: int, cells: int) -> Line:
        """Give a thing with its value now and then, or with the reason why it can't be changed."""
        changing = len(self._bulk.differing)
        if number < changing:
            thing, before = self._bulk.differing[number]
            return line(*self._thing(thing, cells), *self._from_to(before))
        thing, refusal = self._bulk.refused[number - changing]
        return self._refused(thing, refusal, cells)

    def _thing(self, thing: Thing, cells: int) -> list[Span]:
        """Give code and name of a thing."""
        room = max(10, min(_NAME_CELLS, cells - self._code_cells - 2 * _VALUE_CELLS))
        return [
            (fit(thing.code, self._code_cells, ellipsis=self.glyphs.ellipsis), "muted"),
            (f" {fit(str(thing.value(self._title)), room, ellipsis=self.glyphs.ellipsis)}", ""),
            ("  ", ""),
        ]

    def _from_to(self, before: Value) -> list[Span]:
        """Give a value now, an arrow, and the value then."""
        now, role = self._shown(before)
        after, role_after = self._shown(self._bulk.after(before))
        room = max((width(self._shown(value)[0]) for _thing, value in self._bulk.differing[:200]), default=0)
        return [
            (fit(now, min(_VALUE_CELLS, room), ellipsis=self.glyphs.ellipsis), role or "muted"),
            (f" {self.glyphs.to} ", "faint"),
            (after, role_after),
        ]

    def _refused(self, thing: Thing, refusal: Refusal, cells: int) -> Line:
        """Give a thing that can't be changed, and why."""
        return line(*self._thing(thing, cells), (say(refusal), "warn"))

    def _shown(self, value: object) -> Span:
        """Give a value, or a dash for none."""
        text, role = shown(self._field, value, self.glyphs)  # type: ignore[arg-type]
        return (text, role) if text else (self.glyphs.dash, "muted")

    def keys(self) -> Keys:
        """Give the keys; where nothing would change, one can only go back."""
        if not self._bulk.differing:
            return [self.hint(_("back"), "shell.back")]
        return [
            self.hint(_("change them"), "list.take"),
            self.hint(_("move"), "move.down", "move.up"),
            self.hint(_("back"), "shell.back"),
        ]

    def does(self, action: str) -> bool:
        """Make the change."""
        if action != "list.take" or not self._bulk.differing:
            return False
        self.finish(True)
        return True
