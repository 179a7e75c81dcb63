"""Who is at the keyboard: said once, told everywhere, and taken back."""

from __future__ import annotations

import pytest

from pmo_tui.domain.portfolio import View
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import boards, forms, journal, people, portfolio, projects, views
from pmo_tui.services.session import Session


def logins(session: Session) -> dict[str, str | None]:
    """Give the login of each person."""
    return {person.name: person.login for person in portfolio.people(session)}


def test_nobody_is_me_until_it_is_said(session: Session):
    projects.add(session, {"name": "ERP", "pm": "Anna Li"})
    assert people.me(session) is None
    with pytest.raises(Refusal, match="“me” is nobody yet: say who you are"):
        boards.board(session, "pm:me")
    assert people.this_is_me(session, " anna  LI ").name == "Anna Li"
    assert people.me(session) == forms.known(session).me == "Anna Li"
    assert boards.board(session, "pm:me").figures.count == 1
    journal.undo(session)
    assert people.me(session) is None


def test_one_login_is_one_person_s(session: Session):
    projects.add(session, {"name": "ERP", "pm": "Anna Li"})
    people.this_is_me(session, "Anna Li")
    people.this_is_me(session, "Bea New")
    assert logins(session) == {"Anna Li": None, "Bea New": "alice"}
    journal.undo(session)
    assert logins(session) == {"Anna Li": "alice"}


def test_another_s_login_is_not_taken(session: Session):
    people.this_is_me(session, "Anna Li")
    session.who = "bob"
    with pytest.raises(Refusal, match="Anna Li has the login “alice” already"):
        people.this_is_me(session, "Anna Li")
    with pytest.raises(Refusal, match="needs a name"):
        people.this_is_me(session, " \t")


def test_who_is_nobody_may_keep_a_view_of_one_s_own_projects(session: Session):
    assert views.save(session, View(0, 0, "Mine", "pm:me")).query == "pm:me"
