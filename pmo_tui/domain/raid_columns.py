"""The columns of the items beside the risks where none are named, by the noun; light, for what lists at the start."""

from __future__ import annotations

USUAL: dict[str, tuple[str, ...]] = {
    "issues": ("code", "title", "project", "owner", "status", "severity", "due", "age"),
    "assumptions": ("code", "title", "project", "owner", "status", "confidence", "review", "age"),
    "dependencies": ("code", "title", "gives", "needs", "owner", "status", "due", "promised", "slack"),
    "actions": ("code", "title", "risk", "project", "owner", "state", "due", "cost"),
    "decisions": ("code", "title", "project", "asked_by", "status", "due", "decided_on", "latency"),
    "changes": ("code", "title", "project", "status", "impact_time", "impact_cost", "gate", "due"),
}
