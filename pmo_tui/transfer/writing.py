"""Writing: things in the format that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pmo_tui.domain.fields import Catalogue, Field
from pmo_tui.domain.items import Thing
from pmo_tui.domain.raid_columns import USUAL
from pmo_tui.domain.raid_kinds import NOUN_OF
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.transfer.csv_writing import to_csv
from pmo_tui.transfer.json_writing import to_json
from pmo_tui.transfer.markdown_writing import to_markdown
from pmo_tui.transfer.toml_writing import to_toml

Writer = Callable[[Iterable[Thing], Sequence[Field]], str]

WRITERS: dict[str, Writer] = {"csv": to_csv, "json": to_json, "toml": to_toml, "md": to_markdown}
"""The function that writes things, by the name of the format."""

READ_BY_PEOPLE = {
    "project": (
        "code",
        "name",
        "programme",
        "phase",
        "pm",
        "health",
        "budget",
        "forecast",
        "start",
        "finish",
    ),
    "risk": (
        "code",
        "title",
        "project",
        "owner",
        "status",
        "inherent",
        "score",
        "target",
        "band",
        "exposure",
        "review",
    ),
    **{thing: USUAL[noun] for thing, noun in NOUN_OF.items()},
}
"""The columns of a table that is read rather than imported, by what it is of."""


def exported(catalogue: Catalogue, form: str, names: Sequence[str] = ()) -> tuple[Field, ...]:
    """Give the fields that an export holds: those named, or what the format is for.

    A file that is imported again holds every field but those that follow from others.
    """
    if names:
        return tuple(catalogue.get(name) for name in names)
    if form == "md":
        return tuple(catalogue.by_name[name] for name in READ_BY_PEOPLE[catalogue.thing])
    return tuple(field for field in catalogue if field.settable)


def write_things(things: Iterable[Thing], fields: Sequence[Field], form: str, noun: str = "projects") -> str:
    """Give things as the text of a file; raises Refusal where there is no such format."""
    if form == "toml":
        return to_toml(things, fields, noun)
    writer = WRITERS.get(form)
    if writer is None:
        message = N_("There is no format “{form}”. Known: {known}.")
        raise Refusal(message, form=form, known=", ".join(WRITERS))
    return writer(things, fields)
