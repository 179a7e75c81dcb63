"""The start: the database is opened once to see that it can be, then the screens are shown on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.session import Session, open_session
from pmo_tui.settings.config import Config
from pmo_tui.words import say

if TYPE_CHECKING:
    from screens.shell.thing import Thing


def run(path: Path, config: Config) -> int:
    """Show the screens on the database at `path`, made where it is missing, and give the exit code.

    Raises Refusal, before anything is drawn, where the database or the terminal can't be used.
    """
    from screens.launch import launch

    _check_keys(config)
    portfolio, user = _looked_at(path)
    return launch(
        lambda: open_session(path),
        config,
        file=path.name,
        portfolio=portfolio,
        user=user,
        poll=_journal_mark,
        providers=(_found_projects, _found_risks, _found_items, _found_views),
    )


def _check_keys(config: Config) -> None:
    """Refuse keys of config.toml that name no action or clash; it imports every page, so only where there are any."""
    if not config.keys:
        return
    from screens.shell.declared import check_keymap

    try:
        check_keymap(config.keys)
    except Refusal as refusal:
        raise Refusal(N_("{path}, {mistake}"), path=config.path, mistake=say(refusal)) from None


def _looked_at(path: Path) -> tuple[str, str]:
    """Open the database on this thread and give the portfolio's name and who is at the keyboard."""
    session = open_session(path, create=True)
    try:
        return _name(session), session.who
    finally:
        session.close()


def _name(session: Session) -> str:
    """Give the name of the portfolio."""
    from pmo_tui.services import portfolio

    return portfolio.surroundings(session).portfolio.name


def _journal_mark(session: Session) -> int:
    """Tell whether anyone has changed anything; first asked before the first frame, and from then on it is news."""
    from pmo_tui.services import journal

    return journal.mark(session)


def _found_views(session: Session, typed: str) -> Sequence[Thing]:
    """Give the saved views that a few letters find."""
    from screens.board.finding import found_views

    return found_views(session, typed)


def _found_projects(session: Session, typed: str) -> Sequence[Thing]:
    """Find projects to go to; first asked when somebody types."""
    from screens.board.finding import found_projects

    return found_projects(session, typed)


def _found_risks(session: Session, typed: str) -> Sequence[Thing]:
    """Find risks to go to; first asked when somebody types."""
    from screens.risks.finding import found_risks

    return found_risks(session, typed)


def _found_items(session: Session, typed: str) -> Sequence[Thing]:
    """Find items beside the risks to go to; first asked when somebody types."""
    from screens.raid.finding import found_items

    return found_items(session, typed)
