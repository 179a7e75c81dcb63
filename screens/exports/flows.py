"""Flow: what is shown is written to a file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmo_tui.domain.refusal import N_
from pmo_tui.services import exports, lists, portfolio
from pmo_tui.services.kinds import kind
from pmo_tui.words import _, _n, numbers
from screens.files.flows import name_file
from screens.files.listing import short

if TYPE_CHECKING:
    from pmo_tui.services.session import Session
    from screens.shell.choose import Choice
    from screens.shell.page import Page

FORMATS = {
    "csv": (N_("CSV"), N_("for spreadsheets; imports again here")),
    "json": (N_("JSON"), N_("for programs; imports again here")),
    "toml": (N_("TOML"), N_("to be read and compared")),
    "md": (N_("Markdown"), N_("a table for a document")),
}
"""The formats in the order in which they are offered: name and what it is for."""


NAMES = {"projects": N_("projects"), "risks": N_("risks")}
"""What a file is called by the noun for what it holds."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write: the format, and the columns (none: those that the format is for)."""

    name: str
    columns: tuple[str, ...] = ()


async def export_shown(
    page: Page, noun: str, query_text: str, columns: Sequence[str], marked: Sequence[int] = ()
) -> Path | None:
    """Let a person write things of a kind, called by its noun, to a file: the marked ones, or those that a query finds.

    Gives the path of the file, None where one went back.
    """
    around = await page.ask(portfolio.surroundings)
    keys = marked or await page.ask(_found, noun, query_text)
    catalogue = await page.ask(lambda _session: kind(noun).catalogue())
    count = len(keys)
    title = _("Export {count} marked as") if marked else _("Export {count} as")
    form: Format | None = await page.choose(
        title.format(count=numbers.whole(count)), _choices(tuple(columns), catalogue.by_name)
    )
    if form is None:
        return None
    proposed = await page.ask(_folder) / f"{_(NAMES[noun])}-{around.today.isoformat()}.{form.name}"
    about = _("Tab completes a folder's name.")
    path = await name_file(page, _("Write to"), proposed, about, form=form.name)
    if path is None:
        return None
    await page.ask(_write, noun, keys, form, path)
    written = _n("{count} written to {file}.", "{count} written to {file}.", count)
    page.say(written.format(count=numbers.whole(count), file=f"{short(path.parent)}{path.name}"), role="good")
    return path


def _choices(columns: tuple[str, ...], known: dict[str, Any]) -> list[Choice]:
    """Give the formats, with all fields, and with those columns of the table that hold anything, seen or not."""
    from screens.shell.choose import Choice

    shown = tuple(name for name in columns if name in known)
    choices: list[Choice] = []
    for name, (label, purpose) in FORMATS.items():
        fields = _("the usual columns") if name == "md" else _("every field")
        choices.append(Choice(Format(name), f"{_(label)}, {fields}", _(purpose)))
        if shown:
            told = _n("the {count} column of the table", "the {count} columns of the table", len(shown))
            choices.append(
                Choice(
                    Format(name, shown),
                    f"{_(label)}, {told.format(count=numbers.whole(len(shown)))}",
                    _(purpose),
                )
            )
    return choices


def _write(session: Session, noun: str, keys: Sequence[int], form: Format, path: Path) -> None:
    """Write things, whole or not at all."""
    exports.save(exports.chosen(session, noun, keys, form.name, form.columns), path, form.name)


def _found(session: Session, noun: str, query: str) -> Sequence[int]:
    """Give the keys of the things that a query finds, in its order."""
    return lists.keys(session, kind(noun).things(), query)


def _folder(_session: object) -> Path:
    """Give the folder to write to where none is named: the present one if it can be written, else one's home."""
    here = Path.cwd()
    return here if os.access(here, os.W_OK) else Path.home()
