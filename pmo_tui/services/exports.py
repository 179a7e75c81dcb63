"""Use cases of the export: projects that a query finds, or the whole portfolio, as the text of a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from db import asking
from db import gates as gates_kept
from db import portfolio as portfolio_kept
from db import projects as projects_kept
from db.names import Directory
from pmo_tui.domain.document import PortfolioDocument
from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.portfolio import Portfolio
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.boards import PROJECTS
from pmo_tui.services.lists import question
from pmo_tui.services.session import Session, one_moment
from pmo_tui.settings.files import write_whole
from pmo_tui.transfer.portfolio import dump
from pmo_tui.transfer.writing import exported, write_projects

CHUNK = 1000
"""How many projects are read at a time."""


@one_moment
def projects(session: Session, query: str = "", form: str = "csv", columns: Sequence[str] = ()) -> str:
    """Give the projects that meet a query as text; without columns, those that the format is for. Raises Refusal."""
    return chosen(session, asking.keys(question(session, PROJECTS, query)), form, columns)


@one_moment
def chosen(session: Session, keys: Sequence[int], form: str, columns: Sequence[str] = ()) -> str:
    """Give projects with these keys as text, in their order; without columns, those that the format is for."""
    catalogue = portfolio_kept.catalogue()
    fields = exported(catalogue, form, columns)
    return write_projects(_read(keys, catalogue, session.today()), fields, form)


@one_moment
def document(session: Session) -> PortfolioDocument:
    """Give the whole portfolio as one value."""
    catalogue = portfolio_kept.catalogue()
    keys = sorted(projects_kept.keys_by_code().values())
    return PortfolioDocument(
        portfolio=portfolio_kept.portfolio() or Portfolio(),
        phases=portfolio_kept.phases(),
        programmes=portfolio_kept.programmes(),
        objectives=portfolio_kept.objectives(),
        people=portfolio_kept.people(),
        custom_fields=tuple(own.field for own in portfolio_kept.own_fields()),
        projects=tuple(_read(keys, catalogue)),
        decisions=tuple(gates_kept.decisions()),
        views=portfolio_kept.all_views(),
    )


def portfolio(session: Session) -> str:
    """Give the whole portfolio as one TOML text that git can compare."""
    return dump(document(session))


def _read(keys: Sequence[int], catalogue: Catalogue, today: date | None = None) -> Iterator[Project]:
    """Walk projects in the order of their keys, some at a time; their weather is that of `today`, if it is wanted."""
    directory = Directory()
    for start in range(0, len(keys), CHUNK):
        yield from projects_kept.read(keys[start : start + CHUNK], catalogue, directory, today=today)


def check_ending(path: Path, form: str) -> None:
    """Refuse a file whose ending says another format than the one that is written."""
    ending = path.suffix[1:].lower()
    if ending and ending != form:
        message = N_("“{file}” ends in .{ending}, and {form} is written: name it “{better}”.")
        raise Refusal(
            message, file=path.name, ending=ending, form=form, better=path.with_suffix(f".{form}").name
        )


def check_free(path: Path) -> None:
    """Refuse to replace a file that is there already."""
    if path.is_file():
        raise Refusal(N_("“{file}” is there already: --force replaces it."), file=path)


def save(text: str, path: Path, form: str) -> None:
    """Write a text to a file, whole or not at all; CSV carries the mark by which spreadsheets know UTF-8.

    Raises Refusal where it can't be written.
    """
    try:
        write_whole(path, text.encode("utf-8-sig" if form == "csv" else "utf-8"))
    except OSError as error:
        raise Refusal(
            N_("“{file}” can't be written: {why}."), file=path, why=error.strerror or error
        ) from error
