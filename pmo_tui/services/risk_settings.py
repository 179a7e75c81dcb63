"""Use cases of what a portfolio sets for its risks: categories, scales, bands and appetite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from db import risks as kept
from db.keepers.risks import PERCENT
from db.names import Directory
from pmo_tui.domain.items import Item
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_parts import Category
from pmo_tui.domain.risk_values import Scales, over, severity
from pmo_tui.domain.risks import CERTAIN, Appetite, Band, Step, band, check_bands, check_steps
from pmo_tui.services.session import Session, one_moment
from pmo_tui.words import _

if TYPE_CHECKING:
    from db.door import Writing


def set_up(group: Writing, scales: Scales, categories: Iterable[Category]) -> None:
    """Write what a portfolio has set for its risks where nothing is set yet."""
    group.create_many("risk_band", [band_facts(band) for band in scales.bands])
    group.create_many(
        "risk_step", [*step_facts("probability", scales.probabilities), *step_facts("impact", scales.impacts)]
    )
    keys: dict[str, int] = {}
    for category in categories:
        keys[category.name] = group.create("risk_category", category_facts(category, keys))
    group.create_many("risk_appetite", appetite_facts(scales.appetite, keys))


def band_facts(band: Band) -> Facts:
    """Give a band as it is kept."""
    return {"name": band.name, "least": band.least}


def step_facts(axis: str, steps: Iterable[Step]) -> list[Facts]:
    """Give the steps of a scale as they are kept."""
    return [
        {"axis": axis, "rank": rank, "word": step.word, "least": _kept(step.least), "most": _kept(step.most)}
        for rank, step in enumerate(steps, 1)
    ]


def _kept(percent: Decimal | None) -> int | None:
    """Give a percentage as it is kept."""
    return None if percent is None else int(percent * PERCENT)


def category_facts(category: Category, keys: dict[str, int]) -> Facts:
    """Give a category as it is kept; `keys` are those of the categories that there are."""
    parent = None if category.parent is None else keys[category.parent]
    return {"name": category.name, "parent": parent, "position": category.position}


def appetite_facts(appetite: Appetite, keys: dict[str, int]) -> list[Facts]:
    """Give the limits of the appetite as they are kept; `keys` are those of the categories."""
    levels: list[Facts] = [
        {"level": level.value, "category": None, "most": most} for level, most in appetite.by_level.items()
    ]
    return levels + [
        {"level": level.value, "category": keys[name], "most": most}
        for (level, name), most in appetite.by_category.items()
    ]


class Moved(NamedTuple):
    """A risk that stands in another band under other settings."""

    risk: Item
    before: str | None
    after: str | None


@one_moment
def preview(session: Session, bands: Sequence[Band]) -> tuple[Moved, ...]:
    """Show which risks would stand in another band, without changing anything.

    Raises Refusal where the bands don't part the scores.
    """
    check_bands(bands)
    pairs = zip(kept.bands(), bands, strict=False)
    renamed = {was.name: now.name for was, now in pairs if was.least == now.least}
    moved = []
    for risk in kept.read(list(kept.keys_by_code().values()), session.today()):
        number = band(severity(risk.value), bands)
        before, after = risk.value("band"), None if number is None else bands[number].name
        if before is not None and renamed.get(str(before), before) != after:
            moved.append(Moved(risk, str(before), after))
    return tuple(moved)


class Crossings(NamedTuple):
    """How many risks of which something is awaited would come above the appetite, and how many back within it."""

    above: int
    within: int


@one_moment
def crossings(session: Session, scales: Scales) -> Crossings:
    """Count the risks that other scales would bring above or within the appetite, without changing anything."""
    above = within = 0
    for risk in kept.read(list(kept.keys_by_code().values()), session.today()):
        before, after = bool(risk.value("over")), bool(over(risk.values, scales))
        if risk.value("active") and before != after:
            above += after
            within += before
    return Crossings(above, within)


@one_moment
def look(session: Session, appetite: Appetite) -> Crossings:
    """Show which risks another appetite would bring above or within it. Raises Refusal where a limit is no score."""
    appetite.check()
    return crossings(session, kept.scales_kept()._replace(appetite=appetite))


def set_bands(session: Session, bands: Sequence[Band], read: Sequence[Band] | None = None) -> None:
    """Set the bands in the place of those that were `read` (None: of whatever stands there).

    Raises Refusal where they don't part the scores, or somebody has set others since they were read.
    """
    check_bands(bands)
    with session.writing(_("Bands of risks changed")) as group:
        standing = kept.bands()
        _still(standing, None if read is None else tuple(read))
        if standing != tuple(bands):
            clear(group, "risk_band")
            group.create_many("risk_band", [band_facts(each) for each in bands])


def set_steps(session: Session, axis: str, steps: Sequence[Step], read: Sequence[Step] | None = None) -> None:
    """Set the scale of probability or of impact in the place of that which was `read` (None: of whatever stands there).

    Raises Refusal where its steps don't rise or aren't as many, or somebody has set others since they were read.
    """
    check_steps(steps, CERTAIN if axis == "probability" else None)
    with session.writing(_("Scale of risks changed")) as group:
        standing = kept.steps(axis)
        _still(standing, None if read is None else tuple(read))
        if standing != tuple(steps):
            keys = kept.keys_of_steps(axis)
            edits = zip(keys, step_facts(axis, steps), strict=True)
            group.change_many("risk_step", [(key, None, facts) for key, facts in edits])


def set_appetite(session: Session, appetite: Appetite, read: Appetite | None = None) -> None:
    """Set the limits of the appetite in the place of those that were `read` (None: of whatever stands there).

    Raises Refusal where one is no score or of a category that there isn't, or somebody has set others since.
    """
    known = Directory().of("risk_category")
    appetite.check()
    keys: dict[str, int] = {}
    for _level, name in appetite.by_category:
        found = known.find(name)
        if found is None:
            raise Refusal(N_("There is no category “{name}”: add it first, or choose another."), name=name)
        keys[name] = found
    with session.writing(_("Appetite for risks changed")) as group:
        standing = kept.appetite()
        _still(standing, read)
        if standing != appetite:
            clear(group, "risk_appetite")
            group.create_many("risk_appetite", appetite_facts(appetite, keys))


def _still(standing: object, read: object) -> None:
    """Refuse to set what somebody else has set since it was read."""
    if read is not None and standing != read:
        raise Refusal(
            N_(
                "Somebody has set this meanwhile, and nothing of yours was set: look at it again, then set it."
            )
        )


def clear(group: Writing, entity: str) -> None:
    """Delete all that is set of one kind."""
    group.delete_many(entity, list(kept.keys_of_settings(entity).items()))
