"""The keepers of risks, of the scale that weighs them, and of comments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from db import sql
from db.keepers.base import Keeper, Past, Row, by_keys
from db.keepers.items import ItemKeeper
from db.models.risks import (
    CommentRecord,
    RiskAppetiteRecord,
    RiskBandRecord,
    RiskCategoryRecord,
    RiskRecord,
    RiskStepRecord,
)
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.risk_values import PREFIXES, expected, impact_fields, severity, signed
from pmo_tui.domain.risks import Status, Step

PERCENT = 10_000
"""Percentages of risks are kept in ten-thousandths."""

FOLLOWS = (*PREFIXES, "exposure", "net")
OVER = frozenset(status.value for status in Status if status.over)


class RiskKeeper(ItemKeeper):
    """Lays the facts of risks into their tables."""

    def __init__(self) -> None:
        super().__init__("risk", RiskRecord, follows=FOLLOWS)

    def settle(self, facts: Row, before: Facts | None, given: Collection[str], *, undoing: bool) -> None:
        """Make a risk's facts agree: an impact is the worst of those on each consequence, where any was assessed.

        A risk that is over has no next review.
        """
        super().settle(facts, before, given, undoing=undoing)
        for which, (_probability, impact, _prefix) in PREFIXES.items():
            if (
                before is not None
                and not undoing
                and impact not in given
                and _withdrawn(facts, before, which)
            ):
                facts[impact] = None
            facts[impact] = severity(facts.get, which).impact
        if facts["status"] in OVER and not undoing:
            facts["review"] = None

    def holding(self, standing: Facts, given: Facts) -> list[str]:
        """Give the impacts that are as bad as the whole, where another one is given for the whole alone."""
        held: list[str] = []
        for which, (_probability, impact, _prefix) in PREFIXES.items():
            worst, names = standing[impact], impact_fields(which)
            if given.get(impact, worst) != worst and not any(name in given for name in names):
                held += [name for name in names if standing[name] == worst]
        return held

    def derived(self, facts: Facts) -> Row:
        """Give the columns that follow: scores and exposure besides those of every item."""
        amount = expected(_values(facts).get, probabilities())
        return {
            **super().derived(facts),
            **{which: severity(facts.get, which).score for which in PREFIXES},
            "exposure": amount,
            "net": signed(facts["side"], amount),
        }

    def weigh_again(self) -> None:
        """Work out every exposure anew, for the scale of probability has changed."""
        keys = [key for (key,) in sql.ask("SELECT id FROM risk WHERE chance IS NULL AND cost IS NOT NULL")]
        steps = probabilities()
        rows = []
        for key, facts in self.read(keys).items():
            amount = expected(_values(facts).get, steps)
            rows.append((amount, signed(facts["side"], amount), key))
        sql.many("UPDATE risk SET exposure = ?, net = ? WHERE id = ?", rows)


def probabilities() -> tuple[Step, ...]:
    """Give the scale of probability as it is kept."""
    rows = sql.ask("SELECT word, least, most FROM risk_step WHERE axis = 'probability' ORDER BY rank")
    return tuple(Step(word, percent(least), percent(most)) for word, least, most in rows)


def percent(kept: int | None) -> Decimal | None:
    """Give a percentage of what is kept."""
    return None if kept is None else Decimal(kept) / PERCENT


def _values(facts: Facts) -> dict[str, object]:
    """Give facts with the chance as a percentage."""
    kept = facts["chance"]
    return {**facts, "chance": percent(kept if isinstance(kept, int) else None)}


def _withdrawn(facts: Facts, before: Facts, which: str) -> bool:
    """Tell whether impacts were assessed by consequence and none is any more: then nothing stands behind the whole."""
    names = impact_fields(which)
    return all(facts[name] is None for name in names) and any(before[name] is not None for name in names)


RISKS = RiskKeeper()


class StepKeeper(Keeper):
    """Lays the steps of the scales into their table; with those of probability the exposures change."""

    def __init__(self) -> None:
        super().__init__("risk_step", RiskStepRecord)

    def insert(self, rows: Sequence[tuple[int, Facts]], pasts: Mapping[int, Past], at: str) -> None:
        """Insert steps, and weigh the risks again."""
        super().insert(rows, pasts, at)
        RISKS.weigh_again()

    def update(self, key: int, version: int, facts: Facts, changed: Iterable[str], at: str) -> bool:
        """Change a step, and weigh the risks again where its middle has become another."""
        names = set(changed)
        done = super().update(key, version, facts, names, at)
        if facts["axis"] == "probability" and not names.isdisjoint({"least", "most"}):
            RISKS.weigh_again()
        return done

    def delete(self, keys: Sequence[int]) -> None:
        """Delete steps, and weigh the risks again."""
        super().delete(keys)
        RISKS.weigh_again()


class CommentKeeper(Keeper):
    """Lays comments into their table."""

    def __init__(self) -> None:
        super().__init__("comment", CommentRecord)

    def about(self, key: int, facts: Facts) -> int | None:
        """Give the project that is commented, or that of the item that is."""
        del key
        return project_of(str(facts["entity"]), facts["key"])


OF_PROJECT = {
    **dict.fromkeys(("risk", "issue", "assumption", "raid_decision", "change_request"), "project_id"),
    "dependency": "needs_id",
    "action": "COALESCE(project_id, (SELECT risk.project_id FROM risk WHERE risk.id = risk_id))",
}
"""The column that says of which project an item is, by its kind."""


def project_of(entity: str, key: object) -> int | None:
    """Give the project to which a thing belongs, None where it is of none."""
    if not isinstance(key, int):
        return None
    if entity not in OF_PROJECT:
        return key if entity == "project" else None
    found = list(by_keys(f'SELECT {OF_PROJECT[entity]} FROM "{entity}" WHERE id IN ', [key]))
    return found[0][0] if found else None


KEEPERS = (
    Keeper("risk_category", RiskCategoryRecord, named=True),
    StepKeeper(),
    Keeper("risk_band", RiskBandRecord),
    Keeper("risk_appetite", RiskAppetiteRecord),
    RISKS,
    CommentKeeper(),
)
