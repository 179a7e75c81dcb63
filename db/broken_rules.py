"""Broken rules: what the schema forbids, told in one sentence."""

from __future__ import annotations

from collections.abc import Mapping

from db.keepers.base import Keeper
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.refusal import N_, Refusal

_TAKEN = {
    "code": N_("There is another one with the same code: choose another."),
    "name": N_("There is another one with the same name: choose another."),
    "key": N_("There is another one with the same key: choose another."),
    "login": N_("There is another one with the same login: choose another."),
}
"""What is said where something is there twice, by the column that the schema lets hold it once."""


def check_unused(keeper: Keeper, things: Mapping[int, Facts]) -> None:
    """Refuse to delete things to which others refer, naming the first such thing."""
    used = keeper.used(things)
    for key, facts in things.items():
        if key in used:
            name = facts.get("code") or facts.get("name") or facts.get("label") or keeper.entity
            raise Refusal(N_("“{name}” is still used by others: change these first."), name=name)


def undeclared(name: str) -> Refusal:
    """Give the refusal for a fact that has no place any more: its own field has gone since."""
    return Refusal(N_("The field “{field}” is not declared any more: declare it again first."), field=name)


def broken_rule(said: str) -> Refusal:
    """Give the refusal for a rule of the schema that a change would break."""
    if "FOREIGN KEY" in said:
        return Refusal(N_("It refers to something that has been deleted meanwhile: look again and repeat."))
    if "UNIQUE" in said:
        # an index on an expression is named itself, any other by its columns
        column = "name" if "'view_name'" in said else said.rpartition(".")[2].strip().removesuffix("_folded")
        if column in _TAKEN:
            return Refusal(_TAKEN[column])
    return Refusal(N_("A rule of the database forbids it ({rule})."), rule=said)
