"""Flows: a person names a file to be read, or one to be written."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.exports import check_ending
from pmo_tui.words import _, say
from screens.cells import line
from screens.files.listing import short, typed_path

if TYPE_CHECKING:
    from screens.shell.page import Page


async def choose_file(
    page: Page, title: str, suffixes: Collection[str], start: Path | None = None, *, reason: str = ""
) -> Path | None:
    """Let a person find a file with one of these suffixes; None where one went back.

    `start` is the folder to begin in, or a file on which the cursor shall stand; `reason` says what was wrong with
    the one chosen before.
    """
    from screens.files.choose_file import ChooseFile

    folder, at = await page.ask(_begun_at, start or Path.cwd())
    answer: Path | None = await page.talk(ChooseFile(title, folder, suffixes, at=at, reason=reason))
    return answer


def _begun_at(_session: object, start: Path) -> tuple[Path, str]:
    """Give the folder to begin in, and the name of the file on which the cursor shall stand."""
    return (start, "") if start.is_dir() else (start.parent, start.name)


async def name_file(
    page: Page, label: str, proposed: Path, about: str = "", *, form: str = ""
) -> Path | None:
    """Let a person name a file to be written; None where one went back.

    An existing file is replaced only after asking, and an ending that says another format than `form` is refused.
    """
    from screens.files.name_file import NameFile

    text, reason = f"{short(proposed.parent)}{proposed.name}", ""
    while True:
        answer: str | None = await page.talk(NameFile(label, text, about=about, reason=reason))
        if answer is None:
            return None
        text, path = answer, typed_path(answer, Path.cwd())
        try:
            there = await page.ask(_to_write, path, answer, form)
        except Refusal as refusal:
            reason = say(refusal)
            continue
        reason = ""
        if not there or await _replaced(page, path):
            return path


async def _replaced(page: Page, path: Path) -> bool:
    """Ask whether an existing file may be replaced."""
    question = _("Replace “{name}”?").format(name=path.name)
    about = _("The file in {folder} is there already.").format(folder=short(path.parent))
    return await page.confirm(question, [line((f" {about}", "muted"))], default=False)


def _to_write(_session: object, path: Path, typed: str, form: str) -> bool:
    """Tell whether the file is there already; raises Refusal where it can't be written."""
    if not typed.strip():
        raise Refusal(N_("A file needs a name: type one."))
    if path.is_dir():
        raise Refusal(N_("“{file}” is a folder: add the name of the file."), file=path)
    if form:
        check_ending(path, form)
    if not path.parent.is_dir():
        raise Refusal(N_("There is no folder “{folder}”: name one that is there."), folder=path.parent)
    if not os.access(path.parent, os.W_OK | os.X_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise Refusal(N_("“{file}” can't be written by this account: name another."), file=path)
    return path.exists()
