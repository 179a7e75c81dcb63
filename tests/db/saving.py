"""Saving: makes the small database that stays in the tests as a file, and tells what is read in it.

`python -m tests.db.saving` writes `saved/NNNN.db` and `saved/NNNN.json` of the present schema NNNN, once and with the
program of that schema; afterwards these files never change.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from db import comments as comments_kept
from db import portfolio as portfolio_kept
from db import raid as raid_kept
from db import relations as relations_kept
from db import risks as risks_kept
from db import sql
from db.migrations.runner import known
from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.portfolio import Decision, View
from pmo_tui.domain.projects import Project
from pmo_tui.domain.raid_kinds import BY_NOUN, BY_THING
from pmo_tui.domain.risks import Level, Response
from pmo_tui.services import (
    editing,
    gates,
    journal,
    portfolio,
    projects,
    raid_lives,
    risk_actions,
    risk_lives,
    risks,
    views,
)
from pmo_tui.services.raid import ACTION, ASSUMPTION, DECISION, DEPENDENCY, ISSUE
from pmo_tui.services.session import Session
from tests.keeping import opened
from tests.query_texts import CUSTOM

HERE = Path(__file__).parent / "saved"
AUTHOR = "alice"
SINCE = frozenset({"Register of risks set up"})
"""What the program does when it first opens a database of an earlier schema."""

LATER = frozenset({"computed", "optimistic", "decision"})
"""The fields that the program of the first schema did not know; they follow from others."""


def fill(session: Session) -> None:
    """Do a little of everything."""
    with session.writing("Own fields") as group:
        portfolio.add_own_fields(group, CUSTOM)
    settings = portfolio.surroundings(session).portfolio
    portfolio.change_settings(session, settings.version, name="DSI 2026", currency="CHF", overrun_red=12)
    views.save(session, View(0, 1, "Réseau", "tag:cloud", "table", ("code", "name"), ("-budget",)))
    erp = projects.add(
        session,
        {
            "name": "ERP « finance » 😀",
            "summary": "Deux\nlignes",
            "programme": "Hôpital 2030",
            "pm": "Łukasz Żółw",
            "sponsor": "Zoé",
            "department": "DSI",
            "priority": 2,
            "score": Decimal("12.3456"),
            "tags": ("Cloud", "À revoir"),
            "objectives": ("Carbone", "Grow"),
            "budget": 123_456_789_01,
            "forecast": 130_000_000_00,
            "start": date(2026, 1, 1),
            "finish": date(2027, 3, 31),
            "baseline_finish": date(2027, 2, 28),
            "links": ("Plan https://plan.example/a?b=c",),
            "health_cost": Health.RED,
            "health_cost_comment": "trop cher",
            "cost_centre": "CC-1",
            "remarks": "Une\nremarque",
            "sites": 40,
            "carbon": Decimal("-1.5"),
            "saving": -100,
            "go_live": date(2028, 2, 29),
            "size": "Très grand",
            "secret": False,
        },
    )
    gate = gates.gates(session, erp)[0]
    verdict = gates.Verdict(Decision.CONDITIONAL, date(2026, 11, 20), "Zoé", "si tout va bien", "une note")
    erp = gates.decide(session, erp, gate, verdict)
    projects.save(session, erp, {"health_cost": Health.AMBER, "actual": 0, "secret": True})
    gone = projects.add(session, {"name": "Abandoned", "code": "X-1"})
    projects.delete(session, gone)
    projects.add(session, {"name": "[red]Wifi[/]", "health": Health.GREEN, "health_date": date(2026, 11, 1)})
    projects.add(session, {"name": "Taken back"})
    journal.undo(session)
    bulk = projects.preview(session, [erp.id, 3], "department", "Réseaux")
    projects.change_many(session, bulk)
    fill_register(session, erp)
    fill_raid(session, erp)


def fill_register(session: Session, erp: Project) -> None:
    """Do a little of everything with risks."""
    risk = risks.add(
        session,
        {
            "title": "Le fournisseur « fait défaut » 😀",
            "project": erp.code,
            "owner": "Łukasz Żółw",
            "category": "Suppliers",
            "cause": "Deux\ncauses",
            "tags": ("Cloud",),
            "links": ("Plan https://plan.example/a?b=c",),
            "probability": 4,
            "impact_time": 3,
            "impact_cost": 5,
            "inherent_probability": 5,
            "inherent_impact": 5,
            "target_probability": 1,
            "target_impact": 2,
            "chance": Decimal("62.5"),
            "cost": 123_456_789,
            "cost_high": 200_000_000,
            "reserve": 50_000_000,
            "review": date(2027, 1, 15),
        },
    )
    risk = risk_lives.respond(session, risk, Response.MITIGATE, {"contingency": "plan B"})
    risk = risk_lives.review(session, risk, date(2027, 2, 15), {"probability": 3})
    risk_lives.escalate(session, risk, Level.PROGRAMME, "trop grand")
    action = risk_actions.add(session, risk, {"title": "Appeler", "owner": "Zoé", "due": date(2026, 12, 1)})
    risk_actions.finish(session, action)
    with session.writing("Comment") as group:
        group.create("comment", {"entity": "risk", "key": risk.id, "text": "à suivre"})
    risks.delete(session, risks.add(session, {"title": "Gone"}))
    grant = risks.add(
        session, {"title": "Subvention", "side": "opportunity", "cost": 100_000_00, "probability": 2}
    )
    risk_lives.close(session, grant, "refusée", "demander plus tôt")


def fill_raid(session: Session, erp: Project) -> None:
    """Do a little of everything with the items beside the risks."""
    of: dict[str, Value] = {
        "project": erp.code,
        "owner": "Zoé",
        "tags": ("Cloud",),
        "links": ("https://plan.example/a",),
    }
    issue = editing.add(
        session, ISSUE, {"title": "Panne « Wi-Fi » 😀", "severity": "high", "due": date(2026, 12, 1), **of}
    )
    raid_lives.ask_decision(session, issue, {"title": "Qui paie ?", "asked_by": "Łukasz Żółw"})
    raid_lives.decide(session, editing.find(session, DECISION, "DEC-0001"), "Nous", {"decided_by": "Zoé"})
    change = raid_lives.ask_change(session, issue, {"impact_time": -3, "impact_cost": -123_45, "gate": "G2"})
    raid_lives.approve(session, raid_lives.submit(session, change), {"note": "d’accord"})
    raid_lives.resolve(session, editing.find(session, ISSUE, "I-0001"), "Deux\nbornes")
    assumption = editing.add(
        session, ASSUMPTION, {"title": "Les locaux sont libres", "confidence": "low", **of}
    )
    raid_lives.fail(session, assumption, "risk")
    dependency = editing.add(
        session,
        DEPENDENCY,
        {"title": "API", "gives": erp.code, "needs": "P-0002", "due": date(2027, 1, 31), "receiver": "Zoé"},
    )
    raid_lives.agree(session, dependency, {"promised": date(2027, 1, 15)})
    action = editing.add(session, ACTION, {"title": "Relancer", "cost": 500_00, **of})
    raid_lives.finish(session, action)


def told(session: Session) -> dict[str, Any]:
    """Tell what is read in a database, through what every later program has too."""
    catalogue = portfolio_kept.catalogue()
    around = portfolio.surroundings(session)
    keys = [key for (key,) in sql.ask("SELECT id FROM project ORDER BY id")]
    return {
        "portfolio": str(
            [around.portfolio.name, around.portfolio.currency, around.portfolio.thresholds.overrun_red]
        ),
        "phases": [
            [phase.name, phase.position, phase.gate, list(phase.needs), phase.closed]
            for phase in around.phases
        ],
        "people": [person.name for person in portfolio.people(session)],
        "programmes": [programme.name for programme in portfolio.programmes(session)],
        "objectives": [objective.name for objective in portfolio.objectives(session)],
        "fields": [
            [own.field.name, own.field.kind.value, list(own.field.choices)]
            for own in portfolio_kept.own_fields()
        ],
        "views": [[view.name, view.query, view.mode, view.owner] for view in portfolio_kept.all_views()],
        "projects": [
            {
                name: str(project.value(name))
                for name in sorted(catalogue.by_name)
                if project.value(name) and name not in LATER
            }
            for project in projects.read(session, keys)
        ],
        "decisions": [
            [
                each.project,
                each.gate,
                each.decision.value,
                str(each.decided_on),
                each.to_phase,
                each.conditions,
            ]
            for each in gates.decisions(session, projects.find(session, "P-0001"))
        ],
        "risks": [
            {
                name: str(risk.value(name))
                for name in sorted(risk.values)
                if name != "age" and risk.value(name)
            }
            for risk in risks.read(session, [key for (key,) in sql.ask("SELECT id FROM risk ORDER BY id")])
        ],
        "actions": [
            [
                action.risk,
                action.title,
                action.owner,
                str(action.due),
                action.state.value,
                str(action.done_on),
            ]
            for action in risks_kept.actions()
        ],
        "items": {
            noun: [
                {
                    name: str(item.value(name))
                    for name in sorted(item.values)
                    if name not in {"age", "latency"} and item.value(name)
                }
                for item in raid_kept.read(
                    kind, list(raid_kept.keys_by_code(kind.thing).values()), session.today()
                )
            ]
            for noun, kind in BY_NOUN.items()
        },
        "relations": [[*bond[:4], bond.tie.value] for bond in relations_kept.everything()],
        "comments": [
            [each.entity, each.code, each.text, each.who, str(each.at)]
            for each in comments_kept.everything(("project", "risk", *BY_THING))
        ],
        "bands": [[band.name, band.least] for band in risks_kept.bands()],
        "steps": [[step.word, str(step.middle)] for step in risks_kept.steps("probability")],
        "categories": [[category.name, category.parent] for category in risks_kept.categories()],
        "journal": [
            [group.who, group.label, group.size, str(group.at)]
            for group in journal.groups(session, 99)
            if group.label not in SINCE
        ],
    }


def save(folder: Path) -> None:
    """Write the database and what is read in it; the file is whole, without a log beside it."""
    path = folder / f"{known()[-1][:4]}.db"
    work = path.with_suffix(".work")
    session = opened(work, AUTHOR)
    fill(session)
    told_then = told(session)
    session.close()
    connection = sqlite3.connect(work)
    connection.execute("VACUUM INTO ?", (str(path),))
    connection.close()
    work.unlink()
    path.with_suffix(".json").write_text(json.dumps(told_then, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    save(HERE)
