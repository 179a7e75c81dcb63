"""The catalogue of words, gathered from the code; as a program, it brings the French one up to date."""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
FRENCH = ROOT / "pmo_tui/words/fr/LC_MESSAGES/pmo_tui.po"
KEYWORDS = {"_": None, "N_": None, "_n": (1, 2), "_c": ((1, "c"), 2)}


def gathered() -> Catalog:
    """Gather every message that the three rooms show."""
    catalogue = Catalog(project="pmo-tui", charset="utf-8")
    for room in ("pmo_tui", "db", "screens"):
        for path in sorted((ROOT / room).rglob("*.py")):
            place = path.relative_to(ROOT).as_posix()
            for line, message, comments, context in extract_from_file("python", path, KEYWORDS, ["FRENCH:"]):
                catalogue.add(message, None, [(place, line)], auto_comments=comments, context=context)
            for line, message in _inside_f_strings(path):
                catalogue.add(message, None, [(place, line)])
    return catalogue


def _inside_f_strings(path: Path) -> Iterator[tuple[int, str]]:
    """Find the messages inside f-strings: before Python 3.12 their tokens show none."""
    for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for call in ast.walk(outer) if isinstance(outer, ast.JoinedStr) else ():
            match call:
                case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str(message))]):
                    yield call.lineno, message


def french() -> Catalog:
    """Read the French catalogue as it stands."""
    with FRENCH.open("rb") as file:
        return read_po(file, locale="fr")


def untranslated(catalogue: Catalog) -> Iterator[Message]:
    """Find the messages whose translation is missing, half missing or doubtful."""
    for message in catalogue:
        forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
        if message.id and (message.fuzzy or not forms or not all(forms)):
            yield message


def update() -> int:
    """Add new messages, drop those that are gone, and name those that want a translation."""
    catalogue = french()
    catalogue.update(gathered(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    # Sorted by message and without line numbers, so that only real changes show in a diff.
    text = BytesIO()
    write_po(text, catalogue, width=110, sort_output=True, include_lineno=False)
    FRENCH.write_bytes(text.getvalue())
    missing = list(untranslated(catalogue))
    for message in missing:
        print(f"to translate: {message.id!r}")
    print(f"{len(catalogue)} messages, {len(missing)} to translate, in {FRENCH.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(update())
