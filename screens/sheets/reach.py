"""How far a change reaches, in words: how many projects, risks and other items, and what the first are called."""

from __future__ import annotations

from collections.abc import Callable

from pmo_tui.services.journal import Reach
from pmo_tui.words import _, _n, numbers
from screens.cells import Line, line

COUNTED: dict[str, Callable[[int], str]] = {
    "project": lambda count: _n("{count} project", "{count} projects", count),
    "risk": lambda count: _n("{count} risk", "{count} risks", count),
    "issue": lambda count: _n("{count} issue", "{count} issues", count),
    "assumption": lambda count: _n("{count} assumption", "{count} assumptions", count),
    "dependency": lambda count: _n("{count} dependency", "{count} dependencies", count),
    "action": lambda count: _n("{count} action", "{count} actions", count),
    "raid_decision": lambda count: _n("{count} decision", "{count} decisions", count),
    "change_request": lambda count: _n("{count} change request", "{count} change requests", count),
}
"""The words for a number of things of each kind."""


def counted(reach: Reach) -> str:
    """Give in words how many things of each kind a change reaches."""
    return ", ".join(
        COUNTED[entity](count).format(count=numbers.whole(count)) for entity, count in reach.counts.items()
    )


def reaching(reach: Reach) -> list[Line]:
    """Tell what a change reaches, where it is more than one thing."""
    if reach.things < 2:
        return []
    told = _("It changes together: {counted}").format(counted=counted(reach))
    lines = [line(" ", (told, "muted")), *(line("   ", name) for name in reach.first)]
    more = reach.things - len(reach.first)
    if more:
        rest = _n("and {count} more", "and {count} more", more).format(count=numbers.whole(more))
        lines.append(line("   ", (rest, "muted")))
    return lines
