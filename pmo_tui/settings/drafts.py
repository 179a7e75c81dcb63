"""Drafts: what was typed and not yet saved, kept in a file of its own so that a dropped line loses nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from pmo_tui.settings.files import PRIVATE, write_whole
from pmo_tui.settings.places import state_file

LARGEST = 4_000_000
"""Bytes of a draft that is still read; nothing that we write is larger."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed, by field, on which day, and over which version of what is edited; 0 for none."""

    texts: Mapping[str, str]
    on: date
    version: int = 0


def draft_file(place: str, form: str) -> Path:
    """Give the path of the draft of one form on one database."""
    name = sha256(f"{place}\0{form}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return state_file().parent / "drafts" / f"{name}.json"


def read_draft(place: str, form: str) -> Draft | None:
    """Give the draft of a form, None where there is none that can be read."""
    try:
        with draft_file(place, form).open("rb") as file:
            found = json.loads(file.read(LARGEST))
        draft = Draft(found["texts"], date.fromisoformat(found["at"]), int(found.get("version", 0)))
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None
    texts = draft.texts
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        return None
    return draft if texts else None


def write_draft(place: str, form: str, draft: Draft) -> None:
    """Keep a draft, whole or not at all; where it can't be kept, the form goes on without."""
    path = draft_file(place, form)
    kept = {"texts": dict(draft.texts), "at": draft.on.isoformat(), "version": draft.version}
    content = json.dumps(kept).encode()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(path, content, rights=PRIVATE)


def drop_draft(place: str, form: str) -> None:
    """Forget a draft."""
    with suppress(OSError):  # what can't be forgotten is offered once more, which does no harm
        draft_file(place, form).unlink()
