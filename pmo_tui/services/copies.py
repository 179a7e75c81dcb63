"""Use cases of copying: chosen things as text for the clipboard, small enough for a terminal to pass it on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from db.names import Directory
from pmo_tui.domain.fields import Field
from pmo_tui.domain.items import Thing
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.kinds import kind
from pmo_tui.services.session import Session
from pmo_tui.transfer.csv_writing import to_csv
from pmo_tui.transfer.markdown_writing import to_markdown

LARGEST = 70_000
"""How many bytes a clipboard takes by way of a terminal: some cut or drop more than 100 000 once they are encoded."""

STEP = 200
"""How many things are read before it is seen whether they are too many."""

FORMS: dict[str, Callable[[Iterable[Thing], Sequence[Field]], str]] = {
    "tabs": lambda things, fields: to_csv(things, fields, "\t"),
    "markdown": to_markdown,
}
"""How things can be copied as a table."""


def things(session: Session, noun: str, keys: Sequence[int], form: str, columns: Sequence[str]) -> str:
    """Give things of a kind as a table of some columns. Raises Refusal where it is too much for a clipboard."""
    asked = kind(noun)
    catalogue, directory = asked.catalogue(), Directory()
    fields = [catalogue.get(name) for name in columns]
    write = FORMS[form]
    head = text = write((), fields)
    for start in range(
        0, len(keys), STEP
    ):  # most of what is marked need not be read where it can't be copied
        read = asked.read(session, keys[start : start + STEP], directory)
        text = fitting(text + write(read, fields).removeprefix(head))
    return fitting(text)


def projects(session: Session, keys: Sequence[int], form: str, columns: Sequence[str]) -> str:
    """Give projects as a table, as `things` does."""
    return things(session, "projects", keys, form, columns)


def fitting(text: str) -> str:
    """Give a text that a terminal's clipboard takes. Raises Refusal where it is too long."""
    if len(text.encode()) > LARGEST:
        raise Refusal(N_("That is too much for a terminal's clipboard: mark fewer, or export it to a file."))
    return text
