"""A project as Markdown, for a message or a page: what is known of it, section by section."""

from __future__ import annotations

from pmo_tui.domain.projects import GROUPS
from pmo_tui.services.dossiers import Dossier
from pmo_tui.transfer.markdown_writing import escaped
from pmo_tui.words import _
from pmo_tui.words.dates import date_
from screens.values import full, named, said_of


def markdown(dossier: Dossier) -> str:
    """Give all that is known of a project, what is empty left out."""
    project, catalogue = dossier.detail.project, dossier.detail.catalogue
    lines = [f"# {escaped(project.code)} {escaped(project.name)}"]
    for group, words in GROUPS.items():
        rows = [
            "- " + said_of(escaped(named(field)), escaped(full(field, project.value(field.name))))
            for field in catalogue
            if field.group == group
            and field.name not in {"code", "name"}
            and project.value(field.name) not in (None, ())
            and project.value(field.name) != field.empty
        ]
        if rows:
            lines += ["", f"## {_(words)}", "", *rows]
    if dossier.decisions:
        lines += ["", f"## {_('Gates')}", ""]
        lines += [
            "- " + said_of(date_(each.decided_on), f"{escaped(each.gate)}, {_(each.decision.value)}")
            for each in dossier.decisions
        ]
    return "\n".join(lines) + "\n"
