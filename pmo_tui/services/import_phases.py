"""Phases in an import: what gates have decided is not undone by a file unless a person says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from db import gates as gates_kept
from db import portfolio as portfolio_kept
from pmo_tui.domain.refusal import N_
from pmo_tui.services.import_plans import Move, Update
from pmo_tui.transfer.guessing import Guess
from pmo_tui.transfer.notes import note

_ONLY_NEW = N_(
    "“{header}” gives new projects their phase; those that are there keep theirs, as gates decide it here. "
    "A map can say otherwise."
)


def left_to_gates(guess: Guess) -> Guess:
    """Give the guess in which the phase is filled for new projects only, where decisions at gates are kept."""
    rule = guess.map.rule("phase")
    if rule is None or not gates_kept.any_decided():
        return guess
    rules = tuple(replace(each, only_new=True) if each is rule else each for each in guess.map.rules)
    said = note(_ONLY_NEW, header=rule.columns[0])
    return replace(guess, map=replace(guess.map, rules=rules), notes=(*guess.notes, said))


def moves(updates: Iterable[Update]) -> tuple[Move, ...]:
    """Give the projects that would change their phase, and which of them past a gate."""
    phases = portfolio_kept.phases()
    position = {phase.name: phase.position for phase in phases}
    gates = [phase.position for phase in phases if phase.gate]
    found: list[Move] = []
    for update in updates:
        for one in update.differences:
            if one.field == "phase":
                before = position.get(str(one.before), 0)
                after = position.get(str(one.after), len(position) + 1)  # a phase that is made now comes last
                past = any(min(before, after) < gate <= max(before, after) for gate in gates)
                way = (after > before) - (after < before) if past else 0
                found.append(Move(update.code, update.name, str(one.before), str(one.after), way))
    return tuple(found)
