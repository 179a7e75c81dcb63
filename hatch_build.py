"""The build hook: compiles the translated words, so that a wheel carries them."""

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_words(root: Path) -> None:
    """Write a .mo beside every .po of the catalogue."""
    for source in root.glob("pmo_tui/words/*/LC_MESSAGES/*.po"):
        with source.open("rb") as po:
            catalogue = read_po(po, locale=source.parts[-3])
        # Written beside and moved in place: a program that runs meanwhile never reads half a file.
        half = source.with_suffix(f".{os.getpid()}.tmp")
        with half.open("wb") as mo:
            write_mo(mo, catalogue)
        half.replace(source.with_suffix(".mo"))


class WordsHook(BuildHookInterface[Any]):
    """Compiles the words before the files of a build are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before each build, of a wheel as of an installation in place."""
        compile_words(Path(self.root))
