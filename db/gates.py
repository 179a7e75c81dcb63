"""Reads the decisions taken at gates."""

from __future__ import annotations

from peewee import JOIN

from db import sql
from db.models.projects import DecisionRecord, ProjectRecord
from db.names import Directory
from pmo_tui.domain.portfolio import Decision, GateDecision


def any_decided() -> bool:
    """Tell whether anything was ever decided at a gate and is still kept."""
    return DecisionRecord.select().exists()


def decisions(project: int | None = None, directory: Directory | None = None) -> list[GateDecision]:
    """Give the decisions taken at the gates of one project, or of all, oldest first."""
    query = (
        DecisionRecord.select(DecisionRecord, ProjectRecord.code)
        .join(ProjectRecord, JOIN.INNER)
        .order_by(DecisionRecord.decided_on, DecisionRecord.id)
    )
    if project is not None:
        query = query.where(DecisionRecord.project == project)
    directory = directory or Directory()
    phases, people = directory.of("phase").by_id, directory.of("person").by_id
    return [
        GateDecision(
            id=row["id"],
            version=row["version"],
            project=row["code"],
            gate=row["gate"],
            decision=Decision(row["decision"]),
            decided_on=row["decided_on"],
            from_phase=phases.get(row["from_phase"]),
            to_phase=phases.get(row["to_phase"]),
            decided_by=people.get(row["decided_by"]),
            conditions=row["conditions"],
            note=row["note"],
        )
        for row in sql.dicts(query)
    ]
