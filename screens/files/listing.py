"""Listing: what stands in a folder, and which folder a typed path means; no Textual here."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import fold


@dataclass(frozen=True, slots=True)
class Found:
    """A file or a folder in a folder."""

    path: Path
    folder: bool
    size: int = 0
    changed: date | None = None
    up: bool = False
    """Whether it is the folder above the one listed."""

    @property
    def name(self) -> str:
        """Its name, with a slash behind that of a folder."""
        if self.up:
            return "../"
        return f"{self.path.name}/" if self.folder else self.path.name


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands in a folder: its folders, then its files of the kinds asked for."""

    folder: Path
    found: tuple[Found, ...] = ()


def listing(folder: Path, suffixes: Collection[str]) -> Listing:
    """List a folder, the files with these suffixes only; raises Refusal where it can't be read."""
    found: list[Found] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                each = _found(entry)
                if each.folder or each.path.suffix.lower() in suffixes:
                    found.append(each)
    except OSError as error:
        message = N_("The folder “{folder}” can't be read: {why}.")
        raise Refusal(message, folder=folder, why=error.strerror or str(error)) from None
    found.sort(key=lambda each: (not each.folder, fold(each.path.name)))
    return Listing(folder, tuple(found))


def above_of(folder: Path) -> tuple[Found, ...]:
    """Give the folder above another one; none above the root."""
    return () if folder.parent == folder else (Found(folder.parent, folder=True, up=True),)


def _found(entry: os.DirEntry[str]) -> Found:
    """Give an entry of a folder; what vanished meanwhile or can't be looked at is a file of which nothing is known."""
    try:
        folder = entry.is_dir()
        stat = entry.stat()
        changed = date.fromtimestamp(stat.st_mtime)  # noqa: DTZ012 - the day as the host has it
        return Found(Path(entry.path), folder, 0 if folder else stat.st_size, changed)
    except (OSError, ValueError, OverflowError):
        return Found(Path(entry.path), folder=False)


def typed_path(text: str, base: Path) -> Path:
    """Give the path that was typed or pasted: `~` is one's home, quotation marks around it are taken off."""
    text = unquoted(text)
    try:
        path = Path(text).expanduser()
    except RuntimeError:
        path = Path(text)  # the home of somebody unknown
    return Path(os.path.normpath(base / path))


def unquoted(text: str) -> str:
    """Give a pasted path without the quotation marks or backslashes with which shells and file managers write it."""
    text = text.strip().removeprefix("file://")
    for mark in "'\"":
        if len(text) > 1 and text[0] == text[-1] == mark:
            return text[1:-1]
    return text.replace("\\ ", " ")


def anew(text: str) -> str:
    """Give what was typed from where a path begins anew in it, which a `/` or `~/` after a `/` does."""
    return text[max(text.rfind("//"), text.rfind("/~/")) + 1 :]


def parted(text: str) -> tuple[str, str]:
    """Part what was typed into its folder, slash included, and the beginning of a name."""
    if text in ("~", ".", ".."):
        return f"{text}/", ""
    at = text.rfind("/") + 1
    return text[:at], text[at:]


def short(folder: Path) -> str:
    """Give a folder as one types it, with `~` for one's home and a slash at the end."""
    text = str(folder)
    try:
        home = str(Path.home())
    except RuntimeError:
        home = ""
    if home not in ("", "/") and (text == home or text.startswith(home + "/")):
        text = "~" + text[len(home) :]
    return text if text.endswith("/") else f"{text}/"
