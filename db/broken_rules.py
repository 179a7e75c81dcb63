"""Broken rules: what the schema forbids, told in one sentence."""

from __future__ import annotations

from collections.abc import Mapping

from peewee import IntegrityError

from db.keepers.base import Keeper
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.refusal import N_, Refusal


def still_used(keeper: Keeper, things: Mapping[int, Facts]) -> Refusal:
    """Give the refusal that names the first thing that can't be deleted because others refer to it."""
    for key, facts in things.items():
        try:
            keeper.delete([key])
        except IntegrityError:
            name = facts.get("code") or facts.get("name") or facts.get("label") or keeper.entity
            return Refusal(N_("“{name}” is still used by others: change these first."), name=name)
    return Refusal(N_("It is still used by others: change these first."))


def broken_rule(said: str) -> Refusal:
    """Give the refusal for a rule of the schema that a change would break."""
    if "FOREIGN KEY" in said:
        return Refusal(N_("It refers to something that has been deleted meanwhile: look again and repeat."))
    if "UNIQUE" in said:
        # an index on an expression is named itself, any other by its columns
        column = "name" if "'view_name'" in said else said.rpartition(".")[2].strip().removesuffix("_folded")
        return Refusal(N_("There is another one with the same {column}: choose another."), column=column)
    return Refusal(N_("A rule of the database forbids it ({rule})."), rule=said)
