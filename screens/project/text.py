"""A project as Markdown, for a message or a page: what is known of it, and what was decided at its gates."""

from __future__ import annotations

from pmo_tui.domain.project_fields import GROUPS
from pmo_tui.services.dossiers import Dossier
from pmo_tui.transfer.markdown_writing import escaped
from pmo_tui.words import _
from pmo_tui.words.dates import date_
from screens.sheets.text import sections
from screens.values import said_of


def markdown(dossier: Dossier) -> str:
    """Give all that is known of a project, what is empty left out."""
    lines = sections(dossier.detail.project, dossier.detail.catalogue, GROUPS)
    if dossier.decisions:
        lines += ["", f"## {_('Gates')}", ""]
        lines += [
            "- " + said_of(date_(each.decided_on), f"{escaped(each.gate)}, {_(each.decision.value)}")
            for each in dossier.decisions
        ]
    return "\n".join(lines) + "\n"
