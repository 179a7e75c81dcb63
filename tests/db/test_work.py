"""What a database is at, and how a wait for its lock is given up, from another thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

import pytest

from db.work import Work
from pmo_tui.domain.refusal import Refusal

SECONDS = 30


def locked_until(free: Callable[[], bool]) -> Callable[[], None]:
    """Give what takes a lock that another program holds until it is free."""

    def take() -> None:
        if not free():
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise Refusal("busy") from error

    return take


def free_at_the_second_try() -> Callable[[], bool]:
    """Give what is not yet free when it is first asked."""
    tries = iter((False, True))
    return lambda: next(tries)


class Late(Event):
    """An event that is set as late as can be: the wait it is to end goes on, and may end by itself, meanwhile."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        super().__init__()
        self._meanwhile = meanwhile

    def set(self) -> None:
        """Let the other thread go on, then set."""
        self._meanwhile()
        super().set()


def test_giving_up_a_wait_that_ends_just_then_refuses_no_later_write():
    work, free = Work(), Event()

    def write() -> None:
        with suppress(Refusal):
            work.locking(locked_until(free.is_set), SECONDS)

    writing = Thread(target=write)

    def go_on() -> None:
        free.set()
        writing.join(timeout=0.2)

    work._given_up = Late(go_on)
    writing.start()
    while not work.waits:
        pass
    work.give_up()
    writing.join()
    work.locking(locked_until(free_at_the_second_try()), SECONDS)


def test_where_nothing_waits_there_is_nothing_to_give_up():
    work = Work()
    assert not work.give_up()
    work.locking(locked_until(free_at_the_second_try()), SECONDS)
    assert not work.give_up()


def test_once_the_app_is_left_nothing_waits_any_more():
    work = Work()
    work.leave()
    for _time in range(2):
        with pytest.raises(Refusal):
            work.locking(locked_until(lambda: False), SECONDS)
    work.locking(locked_until(lambda: True), SECONDS)
