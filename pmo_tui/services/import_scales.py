"""Scales of an import: whether the steps of a register are those of the matrix here, or of one of another size."""

from __future__ import annotations

from collections import Counter

from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.risk_values import PREFIXES
from pmo_tui.domain.risks import STEPS
from pmo_tui.transfer.cells import CellReader
from pmo_tui.transfer.examples import columns_of, distinct
from pmo_tui.transfer.maps import ImportMap, Rule
from pmo_tui.transfer.notes import Note, note
from pmo_tui.transfer.tables import Table

_LEAST_ROWS = 8
"""In fewer rows it is no wonder that the highest step is not used."""
_LEAST_SIZE = 3
"""No matrix has fewer steps."""
_SLIPS = 10
"""Of so many rows one may be beyond the scale by a slip."""

_SMALLER = N_(
    "No probability and no impact is above {most}: if the register counts in {most} × {most}, say what its steps mean "
    "in {steps} × {steps}."
)
_LARGER = N_(
    "“{column}” goes up to {most}, and here a scale has {steps} steps: say what each of its steps means."
)


def of_another_size(table: Table, the_map: ImportMap) -> tuple[Note, ...]:
    """Say where the steps of a register look like those of a larger or of a smaller matrix."""
    scored = {rule.field: _steps(table, rule, the_map) for rule in the_map.rules if _holds_steps(rule)}
    larger = [
        note(_LARGER, column=rule.columns[0], most=max(scored[rule.field]), steps=STEPS[-1])
        for rule in the_map.rules
        if rule.field in scored and _beyond(scored[rule.field])
    ]
    smaller = (_smaller(scored, the_map, *names[:2]) for names in PREFIXES.values())
    return tuple(larger) or tuple(found for found in smaller if found is not None)[:1]


def _holds_steps(rule: Rule) -> bool:
    """Tell whether a rule fills a field of a scale from a column."""
    return bool(rule.columns) and RISK_FIELDS.get(rule.field).within is not None


def _steps(table: Table, rule: Rule, the_map: ImportMap) -> Counter[int]:
    """Count the steps that the cells of a rule say, those beyond the scale too."""
    reader = CellReader(RISK_FIELDS.get(rule.field)._replace(within=None), rule, the_map.empty)
    found: Counter[int] = Counter()
    for cell, count in distinct(table, columns_of(table, rule)).items():
        step = reader.read(cell)
        if isinstance(step, int):
            found[step] += count
    return found


def _beyond(steps: Counter[int]) -> bool:
    """Tell whether more steps are beyond the scale than by a slip."""
    return sum(count for step, count in steps.items() if step > STEPS[-1]) * _SLIPS > steps.total()


def _smaller(
    scored: dict[str, Counter[int]], the_map: ImportMap, probability: str, impact: str
) -> Note | None:
    """Say that both sides of a matrix end at the same step below the highest, which nobody has named."""
    sides = [
        [step for step in scored.get(name, Counter()).elements() if step <= STEPS[-1]]
        for name in (probability, impact)
    ]
    if min(map(len, sides)) < _LEAST_ROWS:
        return None
    ends = {max(side) for side in sides}
    rules = [the_map.rule(name) for name in (probability, impact)]
    named = any(meaning == str(STEPS[-1]) for rule in rules if rule for _text, meaning in rule.values)
    most = min(ends)
    if len(ends) > 1 or named or not _LEAST_SIZE <= most < STEPS[-1]:
        return None
    return note(_SMALLER, most=most, steps=STEPS[-1])
