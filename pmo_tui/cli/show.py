"""`pmo-tui show`: all that is known of one project, risk or item, with what belongs or is related to it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pmo_tui.cli import talk
from pmo_tui.cli.context import Context
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.words import _

if TYPE_CHECKING:
    from pmo_tui.domain.fields import Catalogue
    from pmo_tui.domain.items import Thing
    from pmo_tui.domain.portfolio import GateDecision
    from pmo_tui.domain.relations import Related
    from pmo_tui.domain.risk_parts import ResponseAction
    from pmo_tui.services.session import Session
    from pmo_tui.transfer.plain import Plain


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument(
        "code",
        metavar="CODE",
        help=_("the code of the project, risk or item, as in P-0007, R-0012 or I-0003"),
    )
    parser.add_argument(
        "--json", action="store_true", help=_("for programs: every field under its English name")
    )


def run(args: argparse.Namespace, context: Context) -> int:
    """Show it."""
    from pmo_tui.services import codes

    with context.session() as session:
        if codes.means_risk(session, args.code):
            _show_risk(args, session)
        elif codes.means_project(session, args.code):
            _show_project(args, session)
        elif thing := codes.means_item(session, args.code):
            _show_item(args, session, thing)
        else:
            message = N_(
                "Nothing has the code “{code}”: find it with `pmo-tui list projects`, `list risks` and so on."
            )
            raise Refusal(message, code=args.code)
    return 0


def _show_project(args: argparse.Namespace, session: Session) -> None:
    """Show a project."""
    from pmo_tui.cli.pages import page
    from pmo_tui.services import gates, portfolio, projects

    project = projects.find(session, args.code)
    decisions = gates.decisions(session, project)
    catalogue = portfolio.surroundings(session).catalogue
    if args.json:
        _put_json(project, catalogue, "decisions", map(_plain, decisions))
    else:
        _put_lines(page(project, decisions, catalogue, talk.width()))


def _show_risk(args: argparse.Namespace, session: Session) -> None:
    """Show a risk."""
    from pmo_tui.cli.pages import risk_page
    from pmo_tui.services import risk_actions, risks

    risk = risks.find(session, args.code)
    actions = risk_actions.actions(session, risk)
    catalogue = risks.RISK.catalogue()
    if args.json:
        _put_json(risk, catalogue, "response_actions", map(_plain_action, actions))
    else:
        _put_lines(risk_page(risk, actions, catalogue, talk.width()))


def _show_item(args: argparse.Namespace, session: Session, entity: str) -> None:
    """Show an item of another kind, with the things to which it is related."""
    from pmo_tui.cli.pages import item_page
    from pmo_tui.services import editing, relations
    from pmo_tui.services.raid import EDITABLES

    item = editing.find(session, EDITABLES[entity], args.code)
    related = relations.related(session, entity, item.id)
    catalogue = EDITABLES[entity].catalogue()
    if args.json:
        _put_json(item, catalogue, "related", map(_plain_related, related))
    else:
        _put_lines(item_page(item, related, catalogue, talk.width()))


def _plain_related(related: Related) -> Mapping[str, Plain]:
    """Give a thing to which another is related under the names that JSON shows."""
    return {
        "tie": related.tie.value,
        "onward": related.onward,
        "entity": related.entity,
        "code": related.code,
        "title": related.title,
        "status": related.status,
    }


def _put_json(thing: Thing, catalogue: Catalogue, parts: str, plain: Iterable[Mapping[str, Plain]]) -> None:
    """Write a thing with what belongs to it as one JSON object."""
    from pmo_tui.transfer.json_writing import json_object, json_text, to_plain

    lines = [f'  "{name}": {json_text(value)}' for name, value in to_plain(thing, tuple(catalogue)).items()]
    listed = ",\n".join(f"    {json_object(each, '    ')}" for each in plain)
    lines.append(f'  "{parts}": ' + (f"[\n{listed}\n  ]" if listed else "[]"))
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


def _plain_action(action: ResponseAction) -> Mapping[str, Plain]:
    """Give an action under the names that JSON shows."""
    from pmo_tui.transfer.register import plain_action

    return plain_action(action)


def _put_lines(lines: Iterable[str]) -> None:
    """Write a page for the eye."""
    for line in lines:
        talk.put(line + "\n")
