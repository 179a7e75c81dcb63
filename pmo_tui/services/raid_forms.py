"""Use cases of the forms of items beside the risks: all that such a form needs to know, asked for at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db import projects as projects_kept
from db import risks as risks_kept
from pmo_tui.domain.items import Item
from pmo_tui.services import editing, forms
from pmo_tui.services.editing import Editable
from pmo_tui.services.forms import Known
from pmo_tui.services.session import Session, one_moment


@dataclass(frozen=True, slots=True)
class Subject:
    """An item with what a form about it needs to know."""

    item: Item
    known: Known


@one_moment
def known(session: Session) -> Known:
    """Give what a form about items needs to know: besides the usual, the projects and risks by code and name."""
    found = forms.known(session)
    projects, risks = projects_kept.called(), risks_kept.called()
    names = {**found.names, "project": tuple(projects), "risk": tuple(risks)}
    return replace(found, names=names, called={"project": projects, "risk": risks})


@one_moment
def subject(session: Session, kind: Editable[Item], key: int) -> Subject | None:
    """Give an item and what a form about it needs to know, None where it has gone."""
    found = editing.get(session, kind, key)
    return None if found is None else Subject(found, known(session))
