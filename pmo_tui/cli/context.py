"""The surroundings of one command: settings, the database that was chosen, and a session on it."""

from __future__ import annotations

import argparse
import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.settings.places import DATABASE_VARIABLE

if TYPE_CHECKING:
    from pmo_tui.services.session import Session
    from pmo_tui.settings.config import Config


class Context:
    """What every verb is given: the arguments before it, and what config.toml says."""

    def __init__(self, args: argparse.Namespace, config: Config) -> None:
        self.args = args
        self.config = config

    @property
    def named(self) -> str:
        """The database that was named by --db, PMO_TUI_DB or config.toml; empty where none was."""
        return self.args.db or os.environ.get(DATABASE_VARIABLE) or self.config.db

    def command(self, verb: str = "") -> str:
        """Give the command line that does a verb on this database, or opens it, ready to be typed."""
        named = self.args.db or os.environ.get(DATABASE_VARIABLE)  # config.toml names it the next time too
        options = f"--db {shlex.quote(named)}" if named else ""
        return " ".join(filter(None, ("pmo-tui", options, verb)))

    def database(self) -> Path:
        """Give the path of the database. Raises Refusal for an address of another kind of database."""
        if self.named:
            return _path(self.named)
        from pmo_tui.settings.places import database_file

        return database_file()

    @contextmanager
    def session(self, path: Path | None = None, *, create: bool = False) -> Iterator[Session]:
        """Open a session on the database, or on `path`, and close it at the end."""
        from pmo_tui.domain.journal import Door
        from pmo_tui.services.session import open_session

        wanted = path or self.database()
        if create and (path is not None or not self.named):
            wanted.parent.mkdir(parents=True, exist_ok=True)
        session = open_session(wanted, create=create, door=Door.COMMAND)
        try:
            yield session
        finally:
            session.close()


def _path(name: str) -> Path:
    """Give the path that a name means. Raises Refusal for an address."""
    scheme, mark, _rest = name.partition("://")
    if mark:  # an address can hold a password: only its beginning is repeated
        raise Refusal(
            N_("{scheme}:// can't be opened: only SQLite files are supported so far. Name a file with --db."),
            scheme=scheme,
        )
    return Path(name).expanduser()
