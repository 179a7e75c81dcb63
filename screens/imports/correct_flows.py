"""Flows: a person corrects how a file is understood, row by row of what the page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pmo_tui.domain.fields import Field
from pmo_tui.services.import_examples import guessed
from pmo_tui.transfer.choices import Choices
from pmo_tui.transfer.examples import Example
from pmo_tui.transfer.notes import short
from pmo_tui.transfer.tables import FileHints
from pmo_tui.words import _
from screens.imports import understanding
from screens.imports.aspects import change_columns, change_field, set_constant
from screens.imports.file_flows import guess_again, read_file
from screens.imports.meaning_flows import change_nothing
from screens.imports.saying import delimiter_said, encoding_said
from screens.shell.choose import Choice
from screens.values import named

if TYPE_CHECKING:
    from screens.imports.page import ImportsPage

ENCODINGS = ("utf-8", "cp1252", "latin-1", "utf-16", "mac-roman")
DELIMITERS = (",", ";", "\t", "|")
_OWN, _GUESS = "own", "guess"


async def correct(
    page: ImportsPage, choices: Choices, row: understanding.Row, examples: Mapping[str, Example]
) -> Choices | None:
    """Let a person correct what a row shows; None where nothing was changed."""
    if row.sort == understanding.FIELD:
        return await change_field(page, choices, row.name)
    if row.sort == understanding.COLUMN:
        return await place_column(page, choices, row.name)
    if row.sort == understanding.NAMELESS:
        return await change_columns(page, choices, choices.wide.get(choices.catalogue.title), row.name)
    if row.sort == understanding.KEY:
        return await change_key(page, choices)
    if row.sort == understanding.NOTHING:
        return await change_nothing(page, choices, examples)
    if row.sort == understanding.REST and not page.importing.kind.importable.own_fields:
        page.say(_("Only projects have fields of your own: these columns are left out."))
        return None
    if row.sort == understanding.REST:
        return choices.with_unmapped("drop" if choices.map.unmapped == "custom" else "custom")
    return await change_reading(page, choices)


async def add_field(page: ImportsPage, choices: Choices, header: str = "") -> Choices | None:
    """Let a person choose a field that is not filled yet, and what fills it: the column called `header` first."""
    field: Field | None = await page.choose(_("Field to fill"), _fields(choices, choices.fillable))
    if field is None:
        return None
    column = Choice(True, _("from columns of the file"))
    same = Choice(False, _("the same for all rows"))
    from_columns = await page.choose(_("{field} is").format(field=named(field)), [column, same])
    if from_columns is None:
        return None
    if from_columns:
        return await change_columns(page, choices, field, header)
    return await set_constant(page, choices, field)


async def place_column(page: ImportsPage, choices: Choices, header: str) -> Choices | None:
    """Let a person say which field a column fills, or that it becomes a field of one's own."""
    own = (
        [Choice(_OWN, _("A field of your own"), _("new"))]
        if page.importing.kind.importable.own_fields
        else []
    )
    title = _("“{column}” fills").format(column=short(header, 40))
    field: Field | str | None = await page.choose(title, [*own, *_fields(choices, choices.fillable)])
    if field is None:
        return None
    if isinstance(field, Field):
        name = field.name
        return await page.ask(lambda _session: choices.with_columns(name, (header,)))
    return await page.ask(lambda _session: choices.with_own_field(header))  # which reads all of the column


async def change_key(page: ImportsPage, choices: Choices) -> Choices | None:
    """Let a person choose by which field a thing is found again."""
    listed = [Choice(field.name, named(field), field.name) for field in choices.key_fields]
    name: str | None = await page.choose(_(page.importing.kind.found_by), listed)
    return None if name is None else choices.with_key(name)


async def change_reading(page: ImportsPage, choices: Choices) -> Choices | None:
    """Let a person correct how the file itself is read: its encoding, its delimiter, the row with the headers.

    What its columns mean can be guessed again, as if no map were known.
    """
    hints = choices.map.file
    rows = [Choice(replace(hints, header=n), _("Headers in row {row}").format(row=n)) for n in range(1, 11)]
    guess = [] if choices.map.guessed else [Choice(_GUESS, _("Guess again what the columns mean"))]
    listed = [
        *guess,
        *(Choice(replace(hints, encoding=e), encoding_said(e), _("encoding")) for e in ENCODINGS),
        *(Choice(replace(hints, delimiter=d), delimiter_said(d), _("delimiter")) for d in DELIMITERS),
        *rows,
    ]
    chosen: FileHints | str | None = await page.choose(_("The file is written with"), listed)
    if isinstance(chosen, str):
        return await guess_again(page, choices.table)
    if chosen is None or chosen == hints:
        return None
    return await _read_again(page, choices, chosen)


async def _read_again(page: ImportsPage, choices: Choices, hints: FileHints) -> Choices:
    """Read the file as the person says; what was chosen stays where the columns are the same."""
    table = await page.ask(read_file, choices.table.path, replace(choices.map, file=hints))
    return choices.read_again(table, hints, await page.ask(guessed, table, page.importing.kind.importable))


def _fields(choices: Choices, fields: Sequence[Field]) -> list[Choice]:
    """Give fields to choose from, each with the part of a page in which it stands."""
    groups = choices.wide.groups
    return [Choice(field, named(field), _(groups[field.group])) for field in fields]
