"""The conflict dialog: what was read, theirs and one's own beside each other, and the choice between them."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_tui.domain.conflicts import Clash, Side
from pmo_tui.domain.fields import Value
from pmo_tui.words import _
from screens.cells import BLANK, Line, Span, fit, line, wrapped
from screens.shell.browse import Browse, Keys
from screens.values import full, named

_LABELS = 18
_FULL = 7
"""Lines below the list that show the values of the row in full."""
_BESIDE = 100
"""From how many cells on the three values stand beside each other; below they stand under each other."""
_SIDES = 10
_LEAST = 3
"""Lines below the list that the other's value and one's own need."""


class ConflictDialog(Browse):
    """Asks whose value is taken where both have changed a field; its answer is the sides by field name.

    It is None where one went back. `leads` says in a word what comes once all are chosen.
    """

    def __init__(self, title: str, who: str, found: Sequence[Clash], leads: str = "") -> None:
        super().__init__()
        self._title, self._who, self._leads = title, who, leads
        self._found = tuple(found)
        untouched = (clash.field.name for clash in found if clash.read == clash.theirs)
        self.sides: dict[str, Side] = dict.fromkeys(untouched, Side.MINE)
        self._said = ""

    def heading(self) -> Sequence[Line]:
        """Give what happened, and where the values stand beside each other the heads of their columns."""
        told = [
            line(" ", (self._title, "strong")),
            line(" ", (self._said, "bad") if self._said else (self._explained(), "muted")),
        ]
        if not self._beside:
            return told
        heads = [fit(head, self._cells()) for head in (_("Before"), _("Theirs"), _("Yours"))]
        return [*told, BLANK, line((f"  {fit('', _LABELS)}  " + "  ".join(heads), "muted"))]

    @property
    def _beside(self) -> bool:
        """Whether there is room for the three values beside each other."""
        return self.pmo.size.width >= _BESIDE

    def _explained(self) -> str:
        """Say what one chooses."""
        said = _("Changed by {who} while you were typing: choose what shall stand.")
        return said.format(who=self._who)

    def _cells(self) -> int:
        """Tell how many cells each of the three values has."""
        return max(8, (self.size.width - _LABELS - 10) // 3)

    def count(self) -> int:
        """Tell how many fields differ."""
        return len(self._found)

    def wanted_height(self) -> int:
        """Tell the height: the list and the values in full below it."""
        return min(self.count() + len(self.heading()) + 2 + _FULL, self.pmo.size.height - 1)

    @property
    def room(self) -> int:
        """How many rows can be seen above the values in full."""
        return max(1, self.size.height - len(self.heading()) - 2 - self._below())

    def _below(self) -> int:
        """Tell how many lines stand below the list; where the values stand nowhere else, three of them always do."""
        room = self.size.height - len(self.heading()) - 2 - min(self.count(), 4)
        if room >= _FULL:
            return _FULL
        return 0 if self._beside else max(_LEAST, room)

    def row_line(self, number: int, cells: int) -> Line:
        """Give a field with its three values, or with the one that is taken, which stands out."""
        clash = self._found[number]
        side = self.sides.get(clash.field.name)
        name = fit(f" {named(clash.field)}", _LABELS + 1, ellipsis=self.glyphs.ellipsis)
        head: Span = (name, "strong" if side is None else "")
        if not self._beside:
            return Line((head, *self._taken(clash, side)))
        return Line(
            (
                head,
                *self._value(clash, clash.read, taken=False),
                *self._value(clash, clash.theirs, taken=side is Side.THEIRS),
                *self._value(clash, clash.mine, taken=side is Side.MINE),
            )
        )

    def _taken(self, clash: Clash, side: Side | None) -> list[Span]:
        """Give whose value of a field is taken, and which that is."""
        if side is None:
            return [("  ", ""), (_("to be chosen"), "warn")]
        theirs = side is Side.THEIRS
        whose = fit(_("Theirs") if theirs else _("Yours"), _SIDES, ellipsis=self.glyphs.ellipsis)
        value = full(clash.field, clash.theirs if theirs else clash.mine) or self.glyphs.dot
        return [(f" {self.glyphs.mark}", "marked"), (f"{whose} ", "muted"), (value, "strong")]

    def _value(self, clash: Clash, value: Value, *, taken: bool) -> list[Span]:
        """Give one of the values of a field, with a mark before the one that is taken."""
        mark: Span = (f" {self.glyphs.mark}", "marked") if taken else ("  ", "")
        shown = fit(full(clash.field, value) or self.glyphs.dot, self._cells(), ellipsis=self.glyphs.ellipsis)
        return [mark, (shown, "strong" if taken else "muted")]

    def drawn_line(self, y: int) -> Line:
        """Give the list, and the values of its row in full below it."""
        below = self.size.height - 1 - self._below()
        if not self._below() or y < below or y == self.size.height - 1:
            return super().drawn_line(y)
        full = self._full_lines()
        return full[y - below] if y - below < len(full) else BLANK

    def _row_at(self, number: int) -> Line:
        """Give a row of the list, and nothing below its last one."""
        return super()._row_at(number) if number < self._top + self.room else BLANK

    def _full_lines(self) -> list[Line]:
        """Give the values of the row under the cursor in full, the one that was read only where there is room."""
        clash = self._found[self.at]
        values = [(_("Before"), clash.read), (_("Theirs"), clash.theirs), (_("Yours"), clash.mine)]
        if self._beside or self._below() <= _LEAST:
            del values[0]
        most = (self._below() - 1) // len(values)
        lines = [self.rule()]
        for whose, value in values:
            rows = wrapped(full(clash.field, value) or self.glyphs.dot, self.size.width - _SIDES - 4)[:most]
            lines += [
                line(" ", (fit(whose if n == 0 else "", _SIDES), "muted"), " ", row)
                for n, row in enumerate(rows)
            ]
        return lines

    def keys(self) -> Keys:
        """Give the keys."""
        return [
            self.hint(_("theirs, yours"), "list.theirs", "list.yours"),
            self.hint(self._leads or _("save"), "list.take"),
            self.hint(_("all theirs"), "list.all_theirs"),
            self.hint(_("all yours"), "list.all_yours"),
            self.hint(_("back to the form"), "shell.back"),
        ]

    def pressed(self, key: str, character: str | None) -> None:
        """Do what the key means, and show the values of the row it leads to in full; ^o saves as in the form."""
        self._say("")
        before = self.at
        if key == "ctrl+o":
            self._enter()
        else:
            super().pressed(key, character)
        if self.at != before:
            self.changed(*range(self.size.height - 1 - self._below(), self.size.height - 1))

    def does(self, action: str) -> bool:
        """Choose a side, for this field or for all, and save when all are chosen."""
        if action in ("list.theirs", "list.yours"):
            self._choose(Side.THEIRS if action == "list.theirs" else Side.MINE)
        elif action in ("list.all_theirs", "list.all_yours"):
            side = Side.THEIRS if action == "list.all_theirs" else Side.MINE
            self.sides = {clash.field.name: side for clash in self._found}
            self.changed()
        elif action == "list.take":
            self._enter()
        else:
            return False
        return True

    def _choose(self, side: Side) -> None:
        """Take one side for the field under the cursor."""
        self.sides[self._found[self.at].field.name] = side
        self.changed(1 + len(self.heading()) + self.at - self._top)

    def _enter(self) -> None:
        """Answer, or go to the first field that is not chosen yet."""
        open_ = [number for number, clash in enumerate(self._found) if clash.field.name not in self.sides]
        if not open_:
            self.finish(dict(self.sides))
            return
        self.move(open_[0])
        self.changed()
        keys, _label = self.hint("", "list.theirs", "list.yours")
        self._say(_("Both of you changed this: choose one with {keys}.").format(keys=keys))

    def _say(self, text: str) -> None:
        """Say a sentence in the place of the explanation."""
        if text != self._said:
            self._said = text
            self.changed(2)
