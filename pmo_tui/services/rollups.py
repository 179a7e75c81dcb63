"""Use cases of rollups: what the open risks of each programme come to, and those of the whole portfolio."""

from __future__ import annotations

from typing import NamedTuple

from db import portfolio as portfolio_kept
from db import rollups as kept
from pmo_tui.domain.portfolio import Programme
from pmo_tui.domain.rollups import NO_RISKS, Rollup
from pmo_tui.services.session import Session, one_moment


class Programmes(NamedTuple):
    """The programmes with what the open risks of each come to: those of its projects, and its own."""

    programmes: tuple[tuple[Programme, Rollup], ...]
    apart: Rollup
    """Of no programme: the portfolio's own, and those of projects without one."""
    whole: Rollup


@one_moment
def programmes(session: Session) -> Programmes:
    """Give what the open risks of the programmes and of the whole portfolio come to."""
    of = kept.of_programmes()
    found = tuple((each, of.get(each.name, NO_RISKS)) for each in portfolio_kept.programmes())
    return Programmes(found, of.get(None, NO_RISKS), kept.whole())
