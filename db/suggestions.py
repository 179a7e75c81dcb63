"""Reads what was typed before, to be suggested again: tags and departments in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from db import sql


def tags() -> tuple[str, ...]:
    """Give the tags in use, the most used first."""
    rows = sql.ask("SELECT tag FROM project_tag GROUP BY tag ORDER BY COUNT(*) DESC, tag")
    return tuple(tag for (tag,) in rows)


def departments() -> tuple[str, ...]:
    """Give the departments in use, the most used first."""
    rows = sql.ask(
        "SELECT department FROM project WHERE department IS NOT NULL "
        "GROUP BY department ORDER BY COUNT(*) DESC, department"
    )
    return tuple(department for (department,) in rows)


def projects_like(words: Sequence[str], limit: int) -> list[tuple[int, str, str, str]]:
    """Give key, code, name and phase of the projects whose code, name or tags hold all these folded words.

    Codes that begin with the first word come first.
    """
    if not words:
        return []
    parts = [word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for word in words]
    holds = " AND ".join("project.search LIKE ? ESCAPE '\\'" for _part in parts)
    return cast(
        list[tuple[int, str, str, str]],
        sql.ask(
            "SELECT project.id, project.code, project.name, phase.name FROM project "
            f"JOIN phase ON phase.id = project.phase_id WHERE {holds} "
            "ORDER BY project.search LIKE ? ESCAPE '\\' DESC, project.name, project.id LIMIT ?",
            (*(f"%{part}%" for part in parts), f"{parts[0]}%", limit),
        ),
    )
