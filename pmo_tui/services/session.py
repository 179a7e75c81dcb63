"""The session: an open database, who is at the keyboard, and which day it is."""

from __future__ import annotations

import os
import pwd
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from db.engine import Store
from pmo_tui.domain.journal import Door
from pmo_tui.domain.text import kept_line
from pmo_tui.moments import local_day

if TYPE_CHECKING:
    from db.door import Writing
    from db.work import Work


def account() -> str:
    """Give the name of the account that runs this process, as the system knows it.

    Environment variables such as LOGNAME are not asked, since anyone can set them.
    """
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def now() -> datetime:
    """Give the present moment as naive UTC, as all moments are kept."""
    return datetime.now(UTC).replace(tzinfo=None)


class Session:
    """What every use case works with: the store, the author of changes, their door and the clock."""

    def __init__(
        self,
        store: Store,
        who: str | None = None,
        door: Door = Door.SCREEN,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self.store = store
        self.who = kept_line(
            who or account()
        )  # as the journal keeps it, so that one finds one's own changes again
        self.door = door
        self.clock = clock

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self.store.read_only

    @property
    def work(self) -> Work:
        """What the database is at just now; any thread may look."""
        return self.store.work

    def today(self) -> date:
        """Give the day it is on this host."""
        return local_day(self.clock())

    @contextmanager
    def writing(
        self, label: str, *, undoes: int | None = None, door: Door | None = None
    ) -> Iterator[Writing]:
        """Open the one door for writing, with the author and the moment of this session."""
        from db.door import writing

        with writing(
            self.store, who=self.who, door=door or self.door, label=label, clock=self.clock, undoes=undoes
        ) as group:
            yield group

    def reading(self) -> AbstractContextManager[None]:
        """Have all that is read inside be of one moment; nothing that waits for anyone belongs there."""
        return self.store.reading()

    def close(self) -> None:
        """Close the database."""
        self.store.close()


Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def one_moment(
    use_case: Callable[Concatenate[Session, Given], Answer],
) -> Callable[Concatenate[Session, Given], Answer]:
    """Have a use case that asks several questions read all answers as of one moment."""

    @wraps(use_case)
    def at_once(session: Session, /, *args: Given.args, **kwargs: Given.kwargs) -> Answer:
        with session.reading():
            return use_case(session, *args, **kwargs)

    return at_once


def open_session(
    path: Path,
    *,
    create: bool = False,
    door: Door = Door.SCREEN,
    who: str | None = None,
    clock: Callable[[], datetime] = now,
) -> Session:
    """Open the database at `path` and give a session on it, set up where it is new.

    Raises Refusal, with the remedy, where that can't be done.
    """
    store = Store.open(path, create=create)
    session = Session(store, who, door, clock)
    if not store.read_only:
        from pmo_tui.services.portfolio import ensure

        try:
            ensure(session)
        except BaseException:
            session.close()
            raise
    return session
