"""The painter: sends only the cells that differ from what the terminal shows, in the fewest bytes."""

from __future__ import annotations

from screens.terminal.grid import UNKNOWN, Grid, is_narrow
from screens.terminal.scrolling import found_shift, shift_sequence, shifted
from screens.terminal.sgr import PLAIN, Rendition, can_be_erased, change, of_blank, serves

SYNC_ON, SYNC_OFF = "\x1b[?2026h", "\x1b[?2026l"
_SMALL = 1024
_GAP = 4
_FEWEST_ERASED = 8


class Painter:
    """Holds what the terminal shows and what it should show; `paint` gives the way from the one to the other.

    Frames that come while the line is slow are laid over each other, so only the newest is sent.
    """

    def __init__(self, width: int, height: int, *, erases: bool = False) -> None:
        self._erases = erases
        self._wanted = Grid(width, height)
        self._sent = Grid(width, height)
        self._rendition: Rendition | None = None
        self._cursor: tuple[int, int] | None = None
        self._out: list[str] = []
        self.synchronised = False

    def read(self, frame: str) -> None:
        """Take a frame in."""
        self._wanted.read(frame)

    def resize(self, width: int, height: int) -> None:
        """Begin anew at a size: what the terminal shows after a change of size nobody knows."""
        if (width, height) != (self._wanted.width, self._wanted.height):
            self._wanted = Grid(width, height)
        self._sent = Grid(width, height)
        self._wanted.changed = set(range(height))
        self._rendition = self._cursor = None

    @property
    def waits(self) -> bool:
        """Tell whether there may be something to paint."""
        return bool(self._wanted.changed)

    def reset(self) -> str:
        """Give what makes the terminal forget colours, before it is handed back."""
        was, self._rendition = self._rendition, PLAIN
        return "" if was == PLAIN else "\x1b[m"

    def paint(self) -> str:
        """Give the bytes, as text, that make the terminal show what it should."""
        if not self._wanted.changed:
            return ""
        self._out = []
        shift = found_shift(self._sent, self._wanted)
        if shift is not None:
            shifted(self._sent, shift)
            self._out.append(shift_sequence(shift))
            self._cursor = (0, 0)
            self._wanted.changed.update(range(shift.top, shift.bottom + 1))
        for y in sorted(self._wanted.changed):
            if self._wanted.rows[y] != self._sent.rows[y]:
                self._paint_row(y)
        self._wanted.changed.clear()
        if not self._out:
            return ""
        if self._wanted.cursor != (0, 0):
            self._move(*self._wanted.cursor)
        painted = "".join(self._out)
        if self.synchronised and len(painted) > _SMALL:
            return f"{SYNC_ON}{painted}{SYNC_OFF}"
        return painted

    def _paint_row(self, y: int) -> None:
        """Paint what differs in a row; of a blank only what is seen of it."""
        chars, renditions = self._wanted.rows[y]
        sent_chars, sent_renditions = self._sent.rows[y]
        differs = [
            char != sent_chars[x]
            or (
                renditions[x] != sent_renditions[x]
                and (char != " " or not serves(sent_renditions[x], renditions[x]))
            )
            for x, char in enumerate(chars)
        ]
        x = 0
        while True:
            try:
                x = differs.index(True, x)
            except ValueError:
                break
            end = self._run_end(y, x, differs)
            self._paint_run(y, x, end)
            x = end
        sent_chars[:] = chars
        sent_renditions[:] = renditions

    def _run_end(self, y: int, start: int, differs: list[bool]) -> int:
        """Give where a run of cells to send ends; a short gap of the same rendition is sent rather than jumped."""
        chars, renditions = self._wanted.rows[y]
        end = start + 1
        while end < len(chars):
            if differs[end] or chars[end] == "":
                end += 1
                continue
            near = next((x for x in range(end, min(end + _GAP, len(chars))) if differs[x]), None)
            if near is None or not all(
                self._is_told_alike(y, x, renditions[end - 1]) for x in range(end, near)
            ):
                break
            end = near
        return end

    def _is_told_alike(self, y: int, x: int, rendition: Rendition) -> bool:
        """Tell whether a cell can be sent in a rendition without being seen otherwise than it should."""
        chars, renditions = self._wanted.rows[y]
        if chars[x] == UNKNOWN:
            return False
        return renditions[x] == rendition or (chars[x] == " " and serves(rendition, renditions[x]))

    def _paint_run(self, y: int, start: int, end: int) -> None:
        """Paint the cells of a run, one stretch after the other that can be sent in one rendition."""
        chars = self._wanted.rows[y][0]
        if start and chars[start] == "":
            start -= 1
        x = start
        while x < end:
            rendition = self._rendition_from(y, x, end)
            stop = x + 1
            while stop < end and self._is_told_alike(y, stop, rendition):
                stop += 1
            self._paint_stretch(y, x, stop, rendition)
            x = stop

    def _rendition_from(self, y: int, start: int, end: int) -> Rendition:
        """Give the rendition in which the next cells are sent: for blanks one that is in force, or that comes next."""
        chars, renditions = self._wanted.rows[y]
        own = renditions[start]
        if chars[start] != " ":
            return own
        if self._rendition is not None and serves(self._rendition, own):
            return self._rendition
        text = next((x for x in range(start, end) if chars[x] != " "), None)
        if text is not None and all(serves(renditions[text], renditions[x]) for x in range(start, text)):
            return renditions[text]
        return of_blank(own)

    def _paint_stretch(self, y: int, start: int, end: int, rendition: Rendition) -> None:
        """Paint cells in one rendition, long blanks at their end by erasing."""
        cells = self._wanted.rows[y][0][start:end]
        if UNKNOWN in cells:
            return
        text = "".join(cells)
        blanks = len(text) - len(text.rstrip(" "))
        if self._erases and blanks >= _FEWEST_ERASED and can_be_erased(rendition):
            self._write(y, start, text[:-blanks], end - blanks, rendition)
            self._erase(y, end - blanks, blanks, rendition)
        else:
            self._write(y, start, text, end, rendition)

    def _write(self, y: int, x: int, text: str, end: int, rendition: Rendition) -> None:
        """Write a text at a place; where terminals disagree on its width, the place after it is not trusted."""
        if not text:
            return
        self._move(y, x)
        self._turn(rendition)
        if is_narrow(text):
            self._out.append(text)
            self._cursor = (y, end) if end < self._wanted.width else None
            return
        self._write_wide(y, x, end)

    def _write_wide(self, y: int, start: int, end: int) -> None:
        """Write cells one by one where some are wide, and find the place anew after each that may be misjudged."""
        chars = self._wanted.rows[y][0]
        for x in range(start, end):
            if chars[x] == "":
                continue
            self._move(y, x)
            self._out.append(chars[x])
            after = x + (2 if x + 1 < len(chars) and chars[x + 1] == "" else 1)
            sure = is_narrow(chars[x]) or "\u3040" <= chars[x] < "\ua000" or "\uac00" <= chars[x] < "\ud7a4"
            self._cursor = (y, after) if sure and after < self._wanted.width else None

    def _erase(self, y: int, x: int, count: int, rendition: Rendition) -> None:
        """Erase cells, which fills them with the background."""
        self._move(y, x)
        self._turn(rendition)
        self._out.append("\x1b[K" if x + count == self._wanted.width else f"\x1b[{count}X")

    def _turn(self, rendition: Rendition) -> None:
        """Change colours and attributes."""
        self._out.append(
            f"\x1b[m{change(PLAIN, rendition)}"
            if self._rendition is None
            else change(self._rendition, rendition)
        )
        self._rendition = rendition

    def _move(self, y: int, x: int) -> None:
        """Move the cursor by the shortest way."""
        if self._cursor == (y, x):
            return
        if self._cursor is not None and self._cursor[0] == y and x > self._cursor[1]:
            steps = x - self._cursor[1]
            self._out.append("\x1b[C" if steps == 1 else f"\x1b[{steps}C")
        else:
            self._out.append(f"\x1b[{y + 1}H" if x == 0 else f"\x1b[{y + 1};{x + 1}H")
        self._cursor = (y, x)
