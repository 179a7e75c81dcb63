"""Reads what was typed before, to be suggested again: tags and departments in use."""

from __future__ import annotations

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
