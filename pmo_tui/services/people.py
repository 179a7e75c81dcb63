"""Use cases of people: who is at the keyboard."""

from __future__ import annotations

from db import portfolio as kept
from pmo_tui.domain.portfolio import Person
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.session import Session
from pmo_tui.words import _


def me(session: Session) -> str | None:
    """Give the name of the person at the keyboard, None where nobody has the login of this account."""
    return next((person.name for person in kept.people() if person.login == session.who), None)


ALIKE = 0.7
"""From when on a name is so like another one that it may be a slip; two people with one first name are not."""


def meant(session: Session, name: str) -> str | None:
    """Give the name that may be meant by one that nobody has, None where it is somebody's or like nobody's."""
    from db.names import Directory
    from pmo_tui.domain.text import kept_line, nearest

    wanted = kept_line(name)
    if not wanted or Directory().of("person").find(wanted) is not None:
        return None
    return nearest(wanted, [person.name for person in kept.people()], ALIKE)


def this_is_me(session: Session, name: str) -> Person:
    """Give the person called `name`, added if they aren't there yet, the login of this account, and nobody else.

    Raises Refusal where the name is empty or that person has another login.
    """
    from db.names import Directory
    from pmo_tui.domain.text import kept_line

    wanted = kept_line(name)
    if not wanted:
        raise Refusal(N_("Who you are needs a name: type it."))
    with session.writing(_("{who} is {name}").format(who=session.who, name=wanted)) as group:
        key = Directory().of("person").find(wanted)
        people = {person.id: person for person in kept.people()}
        if key is None:
            key = group.create("person", {"name": wanted})
        elif people[key].login not in {None, session.who}:
            raise Refusal(
                N_(
                    "{name} has the login “{login}” already: choose another name, or change that in an export of the "
                    "portfolio and import it."
                ),
                name=people[key].name,
                login=people[key].login,
            )
        for former in people.values():
            if former.login == session.who and former.id != key:
                group.change("person", former.id, None, {"login": None})
        group.change("person", key, None, {"login": session.who})
    return next(person for person in kept.people() if person.id == key)
