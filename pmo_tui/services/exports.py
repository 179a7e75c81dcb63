"""Use cases of the export: things that a query finds, or the whole portfolio, as the text of a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from db import comments as comments_kept
from db import gates as gates_kept
from db import portfolio as portfolio_kept
from db import projects as projects_kept
from db import raid as raid_kept
from db import relations as relations_kept
from db import risks as risks_kept
from pmo_tui.domain.document import PortfolioDocument
from pmo_tui.domain.portfolio import Portfolio
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.register import Register
from pmo_tui.services.kinds import kind
from pmo_tui.services.listing import listing, read, walked
from pmo_tui.services.session import Session, one_moment
from pmo_tui.settings.files import write_whole
from pmo_tui.transfer.portfolio import dump
from pmo_tui.transfer.writing import exported, write_things


@one_moment
def things(
    session: Session, noun: str, query: str = "", form: str = "csv", columns: Sequence[str] = ()
) -> str:
    """Give the things that meet a query as text; without columns, those that the format is for. Raises Refusal."""
    found = listing(session, noun, query)
    fields = exported(found.catalogue, form, columns)
    return write_things(walked(session, found), fields, form, noun)


def projects(session: Session, query: str = "", form: str = "csv", columns: Sequence[str] = ()) -> str:
    """Give the projects that meet a query as text, as `things` does."""
    return things(session, "projects", query, form, columns)


@one_moment
def chosen(session: Session, noun: str, keys: Sequence[int], form: str, columns: Sequence[str] = ()) -> str:
    """Give things with these keys as text, in their order; without columns, those that the format is for."""
    asked = kind(noun)
    return write_things(read(session, asked, keys), exported(asked.catalogue(), form, columns), form, noun)


@one_moment
def document(session: Session) -> PortfolioDocument:
    """Give the whole portfolio as one value."""
    catalogue = portfolio_kept.catalogue()
    return PortfolioDocument(
        portfolio=portfolio_kept.portfolio() or Portfolio(),
        phases=portfolio_kept.phases(),
        programmes=portfolio_kept.programmes(),
        objectives=portfolio_kept.objectives(),
        people=portfolio_kept.people(),
        custom_fields=tuple(own.field for own in portfolio_kept.own_fields()),
        projects=tuple(projects_kept.read(sorted(projects_kept.keys_by_code().values()), catalogue)),
        decisions=tuple(gates_kept.decisions()),
        views=portfolio_kept.all_views(),
        register=_register(session),
        comments=tuple(comments_kept.everything(("project", "risk", *BY_THING))),
    )


def _register(session: Session) -> Register:
    """Give all risks and items of other kinds, with what is set and how they are related."""
    scales = risks_kept.scales_kept()
    risks = risks_kept.read(list(risks_kept.keys_by_code().values()), session.today(), scales=scales)
    items = [
        item
        for thing, kind in BY_THING.items()
        for item in raid_kept.read(kind, list(raid_kept.keys_by_code(thing).values()), session.today())
    ]
    bonds = tuple(relations_kept.everything())
    return Register(scales, risks_kept.categories(), tuple(risks), tuple(items), bonds)


def portfolio(session: Session) -> str:
    """Give the whole portfolio as one TOML text that git can compare."""
    return dump(document(session))


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
