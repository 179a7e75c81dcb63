"""`pmo-tui show`: all that is known of one project, with the decisions taken at its gates."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmo_tui.cli import talk
from pmo_tui.cli.context import Context
from pmo_tui.words import _

if TYPE_CHECKING:
    from pmo_tui.domain.fields import Catalogue
    from pmo_tui.domain.portfolio import GateDecision
    from pmo_tui.domain.projects import Project


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("code", metavar="CODE", help=_("the code of the project, as in P-0007"))
    parser.add_argument(
        "--json", action="store_true", help=_("for programs: every field under its English name")
    )


def run(args: argparse.Namespace, context: Context) -> int:
    """Show it."""
    from pmo_tui.services import gates, portfolio, projects

    with context.session() as session:
        project = projects.find(session, args.code)
        decisions = gates.decisions(session, project)
        catalogue = portfolio.surroundings(session).catalogue
    if args.json:
        _put_json(project, decisions, catalogue)
    else:
        _put_text(project, decisions, catalogue)
    return 0


def _put_json(project: Project, decisions: Sequence[GateDecision], catalogue: Catalogue) -> None:
    """Write it as one JSON object."""
    from pmo_tui.transfer.json_writing import json_object, json_text, to_plain

    lines = [f'  "{name}": {json_text(value)}' for name, value in to_plain(project, tuple(catalogue)).items()]
    taken = ",\n".join(f"    {json_object(_plain(decision), '    ')}" for decision in decisions)
    lines.append('  "decisions": ' + (f"[\n{taken}\n  ]" if taken else "[]"))
    talk.put("{\n" + ",\n".join(lines) + "\n}\n")


def _plain(decision: GateDecision) -> dict[str, str | None]:
    """Give a decision under the names that JSON shows."""
    return {
        "gate": decision.gate,
        "decision": decision.decision.value,
        "decided_on": decision.decided_on.isoformat(),
        "from_phase": decision.from_phase,
        "to_phase": decision.to_phase,
        "decided_by": decision.decided_by,
        "conditions": decision.conditions,
        "note": decision.note,
    }


def _put_text(project: Project, decisions: Sequence[GateDecision], catalogue: Catalogue) -> None:
    """Write it for the eye: a part of the page after the other, what is empty left out."""
    from pmo_tui.cli.pages import page

    for line in page(project, decisions, catalogue, talk.width()):
        talk.put(line + "\n")
