"""Flows: a person finds a file and perhaps a map, and sees how they are understood."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import exports, imports
from pmo_tui.services.import_examples import examples, guessed
from pmo_tui.transfer.choices import Choices
from pmo_tui.transfer.likely import likely_name
from pmo_tui.transfer.map_writing import write_map
from pmo_tui.transfer.maps import ImportMap
from pmo_tui.transfer.tables import Table
from pmo_tui.words import _, _n, numbers, say
from screens.cells import line
from screens.files.flows import choose_file, name_file
from screens.files.listing import short
from screens.imports.importing import COLUMNS

if TYPE_CHECKING:
    from pmo_tui.domain.fields import Catalogue
    from pmo_tui.services.import_kinds import Importable
    from screens.imports.page import ImportsPage

SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".json"})
_PORTFOLIO = ".toml"
"""The ending of a whole portfolio."""


async def find_file(page: ImportsPage) -> None:
    """Let the person find a file, read it, and go on; leave where they go back."""
    here = page.importing
    if here.choosing:
        return
    here.choosing, reason = True, ""
    suffixes = SUFFIXES | {_PORTFOLIO} if here.kind.whole else SUFFIXES
    start = here.choices.table.path if here.choices else None
    try:
        while True:
            path = await choose_file(page, _("File to import"), suffixes, start, reason=reason)
            if path is None:
                page.pmo.go_back()
                return
            start = path
            try:
                if await take_file(page, path):
                    return
            except Refusal as refusal:
                reason = say(refusal)
    finally:
        here.choosing = False


async def take_file(page: ImportsPage, path: Path) -> bool:
    """Read a file and show how it is understood; tells whether that was done. Raises Refusal."""
    if path.suffix.lower() == _PORTFOLIO:
        return await _whole_portfolio(page, path)
    page.say(_("Reading {file}…").format(file=path.name))
    choices = await _choices(page, path)
    await use(page, choices)
    page.unsay()
    page.go(COLUMNS)
    if choices.former:
        told = _("The columns are those of {file}: its map is used; {key} on its first line guesses again.")
        page.say(told.format(file=choices.former, key=page.key_of("imports.open")))
    elif choices.map_file is not None:
        _say_map(page, choices.map_file)
    return True


async def use(page: ImportsPage, choices: Choices) -> None:
    """Take other choices, and see what the file says under them."""
    here = page.importing
    likely = "" if choices.map.rule(choices.catalogue.title) else await page.ask(_likely, choices)
    found = await page.ask(examples, choices.table, choices.map, here.kind.importable)
    here.use(choices, found, likely)


def _likely(_session: object, choices: Choices) -> str:
    """Look for the column that may be the title, on the thread that may wait."""
    return likely_name(choices.table, choices.map)


async def _choices(page: ImportsPage, path: Path) -> Choices:
    """Give what a file is taken for: as before, by the map beside it, by that of another such file, or by a guess."""
    former = page.importing.choices
    if former is not None and former.table.path != path:
        former = None
    table = await page.ask(read_file, path, former.map if former else None)
    if former is not None and former.table.headers == table.headers:
        return replace(former, table=table)  # the file may have changed; what was chosen stays
    beside = await page.ask(_map_beside, path)
    if beside is not None:
        return await _mapped(page, path, beside)
    former_map = await page.ask(imports.remembered, table, page.importing.kind.importable)
    if former_map is None:
        return await guess_again(page, table)
    catalogue = await page.ask(_catalogue, page.importing.kind.importable)
    return Choices(former_map.table, former_map.map, catalogue, (), former_map.map_file, former_map.file)


async def guess_again(page: ImportsPage, table: Table) -> Choices:
    """Give what a file is taken for by a guess."""
    guess = await page.ask(guessed, table, page.importing.kind.importable)
    catalogue = await page.ask(_catalogue, page.importing.kind.importable)
    return Choices(table, guess.map, catalogue, guess.notes)


async def _mapped(page: ImportsPage, path: Path, map_path: Path) -> Choices:
    """Give what a file is taken for under a map, which may say how the file is written too."""
    kind = page.importing.kind.importable
    the_map = await page.ask(imports.open_map, map_path, kind)
    table = await page.ask(read_file, path, the_map)
    catalogue = await page.ask(_catalogue, kind)
    return Choices(table, the_map, catalogue, (), map_path)


def read_file(_session: object, path: Path, the_map: ImportMap | None) -> Table:
    """Read a file."""
    return imports.open_file(path, the_map)


def _catalogue(_session: object, kind: Importable) -> Catalogue:
    """Give the fields of a kind."""
    return kind.catalogue()


def _map_beside(_session: object, path: Path) -> Path | None:
    """Look for the map that stands beside a file."""
    return imports.map_beside(path)


async def load_map(page: ImportsPage, choices: Choices) -> Choices | None:
    """Take a map from a file; where it says how the file is written, the file is read again."""
    start = choices.map_file or choices.table.path.parent
    path = await choose_file(page, _("Map to take"), {".toml"}, start)
    if path is None:
        return None
    found = await _mapped(page, choices.table.path, path)
    _say_map(page, path)
    return found


def _say_map(page: ImportsPage, path: Path) -> None:
    """Say which map is used."""
    page.say(_("The map in {file} is used.").format(file=path.name))


async def save_map(page: ImportsPage, choices: Choices) -> Choices:
    """Write the map to a file, for the next time and for the command line; give the choices with its file."""
    proposed = choices.map_file or choices.table.path.with_suffix(".map.toml")
    about = _("Tab completes a folder's name.")
    path = await name_file(page, _("Write the map to"), proposed, about, form="toml")
    if path is None:
        return choices
    await page.ask(_write, write_map(choices.map), path)
    told = _("Map written to {file}; pmo-tui import {noun} --map takes it too.")
    noun = page.importing.kind.noun
    page.say(told.format(file=f"{short(path.parent)}{path.name}", noun=noun), role="good")
    return replace(choices, map_file=path)


def _write(_session: object, text: str, path: Path) -> None:
    """Write a map."""
    exports.save(text, path, "toml")


async def _whole_portfolio(page: ImportsPage, path: Path) -> bool:
    """Read a whole portfolio into an empty database, after asking."""
    from pmo_tui.services.portfolio_imports import read_portfolio

    question = _("Read the whole portfolio in {file}?").format(file=path.name)
    about = _("Its settings, phases, people, projects and decisions come into this empty database.")
    if not await page.confirm(question, [line((f" {about}", "muted"))]):
        return False
    document = await page.ask(read_portfolio, path)
    count = len(document.projects)
    told = _n("{count} project read from {file}.", "{count} projects read from {file}.", count)
    page.leave_saying_done(told.format(count=numbers.whole(count), file=path.name))
    return True
