"""Choose a file: a path one types, and below it what stands in that folder, to walk through."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import _, _n, numbers, say
from pmo_tui.words.dates import date_, date_cells
from screens.cells import Line, Span, line, safe
from screens.files.listing import Found, Listing, above_of, anew, listing, parted, short, typed_path, unquoted
from screens.shell.browse import Keys
from screens.shell.editing import Edit, at_end
from screens.shell.matching import best
from screens.shell.search import Search

LEAST_LINES = 2
"""The lines of the page that stay in sight above: navigation and state."""


class ChooseFile(Search):
    """Its answer is the path of a file; None where one went back."""

    def __init__(
        self, title: str, folder: Path, suffixes: Collection[str], *, at: str = "", reason: str = ""
    ) -> None:
        super().__init__(title, at_end(short(folder)), reason=reason)
        self._suffixes = suffixes
        self._base = folder
        self._listing = Listing(folder)
        self._shown_as = short(folder)
        self._rows: Sequence[Found] = ()
        self._said = ""
        self._wanted = at

    def wanted_height(self) -> int:
        """Tell the height: all there is below navigation and state."""
        return self.pmo.size.height - LEAST_LINES

    def on_mount(self) -> None:
        """Read the first folder."""
        self._read(self._listing.folder)

    def count(self) -> int:
        """Tell how many files and folders are listed."""
        return len(self._rows)

    def nothing(self) -> Span:
        """Say why nothing is listed."""
        return (self._said, "warn") if self._said else (_("No such file here."), "muted")

    def row_line(self, number: int, cells: int) -> Line:
        """Give a file with size and day, or a folder."""
        found = self._rows[number]
        if found.folder:
            return line((found.name, "accent"))
        facts = [_size(found.size)] if found.changed else []
        facts += [date_(found.changed).rjust(date_cells())] if found.changed else []
        return line(found.name, right=[("  ".join(facts) + " ", "muted")])

    def keys(self) -> Keys:
        """Give the keys."""
        enter = self._rows[self.at].folder if self._rows else False
        return [
            ("enter", _("open the folder") if enter else _("take this file")),
            ("tab", _("complete")),
            ("↓ ↑" if self.glyphs.name != "ascii" else "down up", _("move")),
            ("esc", _("back")),
        ]

    def pressed(self, key: str, character: str | None) -> None:
        """Complete, take, type, move."""
        if key == "enter":
            self._enter()
        elif key == "tab":
            self._complete()
        else:
            super().pressed(key, character)

    def move(self, number: int) -> None:
        """Move the cursor, and say what enter does there."""
        super().move(number)
        self.changed(self.size.height - 1)

    def pasted(self, text: str) -> None:
        """Put a pasted path in; a whole path takes the place of what stands there."""
        whole = text.strip().strip("'\"").startswith(("/", "~", "file://"))
        self.type(at_end(text.strip()) if whole else self._edit.typed(text))

    def type(self, edit: Edit) -> None:
        """Take an edit in, from where a path begins anew in it, and list the folder that it means now."""
        whole = anew(edit.text)
        self._edit = Edit(whole, max(0, edit.at - len(edit.text) + len(whole)))
        head = parted(whole)[0]
        if head == self._shown_as:
            self._filter()
            return
        self._shown_as = head
        self._read(typed_path(head, self._base))

    def _read(self, folder: Path) -> None:
        """Read a folder beside the painting thread; a later one takes its place."""
        self.run_first(self._show(folder), "folder")

    async def _show(self, folder: Path) -> None:
        """Read a folder and show it, or say why it can't be read."""
        try:
            self._listing = await self.pmo.ask(_listed, folder, self._suffixes)
            self._said = ""
        except Refusal as refusal:
            self._listing = Listing(folder)
            self._said = say(refusal)
        self._filter()

    def _filter(self) -> None:
        """Show what begins as was typed, or holds it."""
        name = parted(self._edit.text)[1]
        hidden = name.startswith(".")
        found = [each for each in self._listing.found if hidden or not each.name.startswith(".")]
        above = () if self._said else above_of(self._listing.folder)
        # a name may hold bytes that are no letters: it is completed, and so found again, as it is shown
        self._rows = best(found, name, lambda each: safe(each.name)) if name else [*above, *found]
        names = [each.path.name for each in self._rows]
        first = len(above) if found and not name else 0
        self.at = names.index(self._wanted) if self._wanted in names else first
        self._wanted = ""
        self._top = 0
        self.move(self.at)
        self.changed()

    def _enter(self) -> None:
        """Open the folder or take the file under the cursor; where none is listed, take what was typed."""
        if self._rows:
            self._take(self._rows[self.at])
        else:
            self.run_first(self._take_typed(), "folder")

    async def _take_typed(self) -> None:
        """Take what was typed, if it is there."""
        found = await self.pmo.ask(_found, typed_path(self._edit.text, self._base))
        if found is not None:
            self._take(found)
            return
        told = _("There is no file “{name}”: type another name, or take one listed.")
        self._reason = told.format(name=parted(unquoted(self._edit.text))[1])
        self.changed()

    def _take(self, found: Found) -> None:
        """Open a folder, or take a file."""
        if found.folder:
            self._open(found.path)
        else:
            self.finish(found.path)

    def _open(self, folder: Path) -> None:
        """Go into a folder."""
        self._edit = at_end(short(folder))
        self._shown_as = self._edit.text
        self._read(folder)

    def _complete(self) -> None:
        """Go into the folder under the cursor, or write the name of the file under it."""
        if not self._rows:
            return
        found = self._rows[self.at]
        if found.folder:
            self._open(found.path)
        else:
            self.type(at_end(parted(self._edit.text)[0]).typed(found.path.name))


def _listed(_session: object, folder: Path, suffixes: Collection[str]) -> Listing:
    """List a folder on the thread that may wait."""
    return listing(folder, suffixes)


def _found(_session: object, path: Path) -> Found | None:
    """Look on the thread that may wait whether a path is a folder or a file."""
    return Found(path, folder=path.is_dir()) if path.is_dir() or path.is_file() else None


def _size(size: int) -> str:
    """Give the size of a file in little room."""
    if size < 1_000:
        return _n("{size} byte", "{size} bytes", size).format(size=size)
    return _("{size} kB").format(size=numbers.whole(round(size / 1_000)))
