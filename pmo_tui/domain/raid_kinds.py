"""The kinds of items beside the risks, by what the journal calls them and by the noun that people use."""

from __future__ import annotations

from pmo_tui.domain.actions import ACTIONS
from pmo_tui.domain.assumptions import ASSUMPTIONS
from pmo_tui.domain.change_requests import CHANGE_REQUESTS
from pmo_tui.domain.decisions import DECISIONS
from pmo_tui.domain.dependencies import DEPENDENCIES
from pmo_tui.domain.issues import ISSUES
from pmo_tui.domain.raid import ItemKind

BY_NOUN: dict[str, ItemKind] = {
    "issues": ISSUES,
    "assumptions": ASSUMPTIONS,
    "dependencies": DEPENDENCIES,
    "actions": ACTIONS,
    "decisions": DECISIONS,
    "changes": CHANGE_REQUESTS,
}
"""The kinds in the order in which they are told, by the noun for many of them."""

BY_THING: dict[str, ItemKind] = {kind.thing: kind for kind in BY_NOUN.values()}
"""The kinds by what the journal calls them."""

NOUN_OF = {kind.thing: noun for noun, kind in BY_NOUN.items()}
"""The noun of each kind."""

TABLES = {**NOUN_OF, DECISIONS.thing: "raid_decisions"}
"""What the tables of each kind are called in a portfolio's file, where `decisions` are those at gates."""
