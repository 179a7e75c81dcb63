"""Name a file: a path one types, with tab completing the folders."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import _
from screens.files.listing import Listing, listing, parted, typed_path
from screens.shell.browse import Keys
from screens.shell.checked_prompt import CheckedPrompt
from screens.shell.editing import at_end


class NameFile(CheckedPrompt):
    """Its answer is the path as it was typed; None where one went back."""

    def keys(self) -> Keys:
        """Give the keys; tab completes."""
        return [("tab", _("complete")), *super().keys()]

    def pressed(self, key: str, character: str | None) -> None:
        """Complete with tab."""
        if key == "tab":
            self.run_first(self._complete(), "complete")
        else:
            super().pressed(key, character)

    async def _complete(self) -> None:
        """Write as much of a folder's name as is certain."""
        head, name = parted(self.text)
        try:
            found = await self.pmo.ask(_listed, typed_path(head, Path.cwd()))
        except Refusal:
            return
        names = [each.name for each in found.found if each.name.startswith(name)]
        longer = "".join(signs[0] for signs in takewhile(_alike, zip(*names, strict=False)))
        if len(longer) > len(name):
            self._show(at_end(head + longer))


def _listed(_session: object, folder: Path) -> Listing:
    """List the folders of a folder on the thread that may wait."""
    return listing(folder, ())


def _alike(signs: tuple[str, ...]) -> bool:
    """Tell whether all signs are the same."""
    return len(set(signs)) == 1
