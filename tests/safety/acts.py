"""Acts: what a child process does with a database; it says what it has done, line by line, and waits to be told."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import sys
import tempfile
from pathlib import Path

from db.migrations import runner
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import imports, projects
from pmo_tui.services.editing import Conflict
from pmo_tui.services.session import Session, open_session

CHUNK = 1000
GROUP = 3000


def say(line: object) -> None:
    """Say one line; what is said has been done."""
    print(line, flush=True)


def wait() -> str:
    """Wait to be told to go on, and give what was told."""
    return sys.stdin.readline().strip()


def opened(path: str, who: str = "child") -> Session:
    """Open a database, made where it is missing."""
    return open_session(Path(path), create=True, who=who)


def write(path: str, count: str, place: str = "0") -> None:
    """Add projects one by one and say each code when it is kept."""
    session = opened(path, f"writer {place}")
    say("ready")
    wait()
    for number in range(int(count)):
        say(projects.add(session, {"name": f"Project {number} of {place}", "tags": (f"w{place}",)}).code)
    session.close()


def bulk(path: str, count: str) -> None:
    """Add many projects in one group, chunk by chunk, and say how far it is."""
    session = opened(path)
    say("ready")
    wait()
    try:
        with session.writing("Bulk") as group:
            for start in range(0, int(count), CHUNK):
                rows = range(start, min(start + CHUNK, int(count)))
                group.create_many(
                    "project",
                    [
                        {"code": f"B-{n}", "name": f"Bulk {n}", "phase": 1, "summary": f"{n} " * 400}
                        for n in rows
                    ],
                )
                say(f"made {rows[-1] + 1}")
                wait()
        say("kept")
    except KeyboardInterrupt:
        say("interrupted")
        say(projects.add(session, {"name": "Life goes on"}).code)
    session.close()


def take(path: str, file: str) -> None:
    """Import a file and say how far it is; where it is interrupted, say so and go on."""
    session = opened(path)
    table = imports.open_file(Path(file))
    plan = imports.plan(session, table, imports.guess(session, table).map)
    say("ready")

    def progress(done: int, total: int) -> None:
        say(f"at {done} of {total}")
        wait()

    try:
        imports.run(session, plan, progress)
        say("kept")
    except KeyboardInterrupt:
        say("interrupted")
        say(projects.add(session, {"name": "Life goes on"}).code)
    session.close()


def start(place: str) -> None:
    """Open one database after another, each at the moment it is told, and say how many phases it has.

    Where it is told a folder too, the program's migrations are those in there.
    """
    del place
    with tempfile.TemporaryDirectory() as folder:
        opened(f"{folder}/warm.db").close()  # everything is imported when it counts
    say("ready")
    while told := wait():
        path, _, migrations = told.partition("\t")
        runner.HERE = Path(migrations) if migrations else runner.HERE
        try:
            session = opened(path)
            say(f"phases {session.store.database.execute_sql('SELECT COUNT(*) FROM phase').fetchone()[0]}")
            session.close()
        except Refusal as refusal:
            say(f"refused {refusal}")


def fill(path: str, limit: str) -> None:
    """Add projects until the disk is full, say the sentence, and go on when told that there is room again."""
    session = opened(path)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    if int(limit):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), hard))
    say("ready")
    for step in (_one, _many):
        wait()
        with contextlib.suppress(_Full):
            while True:
                step(session)
    if int(limit):
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    wait()
    _one(session)
    session.close()


class _Full(Exception):
    """The disk is full."""


def _one(session: Session) -> None:
    """Add one project and say its code."""
    try:
        say(projects.add(session, {"name": "Large", "summary": os.urandom(10_000).hex()}).code)
    except Refusal as refusal:
        say(f"refused {refusal}")
        raise _Full from refusal


def _many(session: Session) -> None:
    """Add far more than there is room for, in one group."""
    rows: list[Facts] = [
        {"code": f"M-{n}", "name": "M", "phase": 1, "summary": os.urandom(10_000).hex()} for n in range(200)
    ]
    try:
        with session.writing("Many") as group:
            group.create_many("project", rows)
        say("kept many")
    except Refusal as refusal:
        say(f"refused {refusal}")
        raise _Full from refusal


def edit(path: str, code: str, changes: str) -> None:
    """Read a project, and when told save changes of it; say what came of it."""
    session = opened(path, "bob")
    project = projects.find(session, code)
    say("read")
    wait()
    mine = json.loads(changes)
    try:
        projects.save(session, project, mine) if mine else projects.delete(session, project)
        say("saved")
    except Conflict as conflict:
        theirs = conflict.theirs
        fields = [clash.field.name for clash in conflict.clashes]
        told = {
            "fields": fields,
            "base": {name: str(conflict.base.value(name)) for name in fields},
            "theirs": theirs and {name: str(theirs.value(name)) for name in fields},
            "mine": conflict.mine,
        }
        say(json.dumps(told))
    session.close()


def visit(path: str, uid: str, group: str, umask: str) -> None:
    """Become another account, open the database and write into it, as far as that goes, and say how far."""
    with tempfile.TemporaryDirectory() as folder:
        session = opened(f"{folder}/warm.db")  # everything is imported while it can be read
        projects.find(session, projects.add(session, {"name": "Warm"}).code)
        session.close()
    os.setgroups([int(group)])
    os.setgid(int(group))
    os.setuid(int(uid))
    os.umask(int(umask, 8))
    say("ready")
    while wait():
        try:
            session = opened(path, uid)
        except Refusal as refusal:
            say(f"refused {refusal}")
            continue
        say(f"open read_only={session.read_only}")
        while wait() == "try":
            _visit(session, uid)
        session.close()
        say("closed")


def _visit(session: Session, name: str) -> None:
    """Say how many projects there are, then add one."""
    say(f"projects {len(projects.read(session, list(range(1, 100))))}")
    try:
        say(projects.add(session, {"name": f"By {name}"}).code)
    except Refusal as refusal:
        say(f"refused {refusal}")


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
