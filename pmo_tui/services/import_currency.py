"""Currency of an import: an empty portfolio takes on that of the file, any other is told that nothing is converted."""

from __future__ import annotations

from db import portfolio as portfolio_kept
from db import projects as projects_kept
from db.door import Writing
from pmo_tui.domain.portfolio import Portfolio
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.import_plans import STALE, Currency
from pmo_tui.transfer.maps import ImportMap
from pmo_tui.transfer.notes import Note, note

_TAKEN_ON = N_(
    "The portfolio has no projects yet: it counts in {file} from now on, as the amounts of the file do."
)
_OTHER = N_(
    "The amounts of the file are in {file} and the portfolio counts in {portfolio}: they are taken as they are, "
    "and not converted."
)


def currency_of(the_map: ImportMap, *, creates: bool) -> Currency | None:
    """Give the currencies of a file and of the portfolio, None where the map names none."""
    if not the_map.currency:
        return None
    portfolio = portfolio_kept.portfolio() or Portfolio()
    other = the_map.currency != portfolio.currency
    taken_on = other and creates and not projects_kept.count()
    return Currency(
        the_map.currency, the_map.currency if taken_on else portfolio.currency, taken_on, portfolio.version
    )


def notes_on(currency: Currency | None) -> tuple[Note, ...]:
    """Say what becomes of the currency, nothing where both are the same."""
    if currency is None:
        return ()
    if currency.taken_on:
        return (note(_TAKEN_ON, file=currency.file),)
    if currency.file != currency.portfolio:
        return (note(_OTHER, file=currency.file, portfolio=currency.portfolio),)
    return ()


def take_on(group: Writing, currency: Currency | None) -> None:
    """Let the portfolio take on the currency of a file. Raises Refusal or StaleVersion where it is no longer empty."""
    if currency is None or not currency.taken_on:
        return
    if projects_kept.count():
        raise Refusal(STALE)
    group.change("portfolio", 1, currency.version, {"currency": currency.file})
