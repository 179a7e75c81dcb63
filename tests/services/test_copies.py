"""Copies: tables of projects that a terminal's clipboard takes, told early where it doesn't."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from db import projects as kept
from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import copies, portfolio, projects
from pmo_tui.services.session import Session

COLUMNS = ("code", "name")


def several(session: Session, count: int) -> list[int]:
    """Add so many projects and give their keys."""
    return [projects.add(session, {"name": f"Project {number}"}).id for number in range(count)]


@pytest.mark.parametrize("form", copies.FORMS)
def test_what_is_copied_in_steps_is_one_table(session: Session, form: str, monkeypatch: pytest.MonkeyPatch):
    keys = several(session, 5)
    at_once = copies.projects(session, keys, form, COLUMNS)
    monkeypatch.setattr(copies, "STEP", 2)
    assert copies.projects(session, keys, form, COLUMNS) == at_once
    assert [at_once.count(f"Project {number}") for number in range(5)] == [1] * 5
    assert at_once.lower().count("code") == 1


def test_what_is_too_much_is_refused_before_the_rest_is_read(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    keys = several(session, 5)
    read: list[int] = []
    found = kept.read

    def counted(keys: Sequence[int], *others: Any, **given: Any) -> list[Project]:
        """Read projects and note which."""
        read.extend(keys)
        return found(keys, *others, **given)

    monkeypatch.setattr(kept, "read", counted)
    monkeypatch.setattr(copies, "STEP", 2, raising=False)
    monkeypatch.setattr(copies, "LARGEST", 50)
    with pytest.raises(Refusal, match="too much for a terminal's clipboard"):
        copies.projects(session, keys, "markdown", COLUMNS)
    assert read == keys[:2]


def test_no_sign_of_a_label_or_a_text_means_anything_to_markdown(session: Session):
    with session.writing("declared") as group:
        portfolio.add_own_fields(group, [Field("site", Kind.LINE, "Site | zone", custom=True)])
    key = projects.add(session, {"name": "ERP", "site": "AT&amp;T"}).id
    heading, _rule, row = copies.projects(session, [key], "markdown", ("name", "site")).splitlines()
    assert heading == r"| Name | Site \| zone |"
    assert row == r"| ERP | AT\&amp;T |"
