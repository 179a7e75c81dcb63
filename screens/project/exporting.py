"""Exporting one project: to a file whose name says the format."""

from __future__ import annotations

import asyncio
from pathlib import Path

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services import exports
from pmo_tui.services.dossiers import Dossier
from pmo_tui.transfer.writing import WRITERS, exported, write_things
from pmo_tui.words import _
from screens.files.flows import name_file
from screens.project.text import markdown
from screens.shell.page import Page


async def export_project(page: Page, dossier: Dossier) -> Path | None:
    """Let a person name a file, and write the project there; gives its path, None where they went back."""
    project = dossier.detail.project
    name = "".join(char if char.isalnum() or char in "-_." else "-" for char in project.code)
    about = _("The end of the name says the format: .md, .json, .csv or .toml.")
    path = await name_file(page, _("Write to"), Path.cwd() / f"{name}.md", about)
    if path is None:
        return None
    form = path.suffix.lstrip(".").lower()
    text = _text(dossier, form)
    await asyncio.to_thread(exports.save, text, path, form)
    page.say(_("{code} was written to {file}.").format(code=project.code, file=path.name), role="good")
    return path


def _text(dossier: Dossier, form: str) -> str:
    """Give a project as the text of a file; raises Refusal where there is no such format."""
    if form == "md":
        return markdown(dossier)
    if form not in WRITERS:
        raise Refusal(N_("There is no format “{form}”. Known: {known}."), form=form, known=", ".join(WRITERS))
    return write_things([dossier.detail.project], exported(dossier.detail.catalogue, form), form)
