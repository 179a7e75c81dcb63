"""Use cases of the categories of risks: seen with what stands in them, added, changed, moved and deleted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db import risk_categories as categories_kept
from db import risks as kept
from db.door import StaleVersion
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_categories import CategoryDraft, settled
from pmo_tui.domain.risk_parts import Category
from pmo_tui.domain.risk_values import Scales
from pmo_tui.domain.risks import Level
from pmo_tui.services.risk_settings import Crossings, crossings
from pmo_tui.services.session import Session, one_moment
from pmo_tui.words import _, _n

if TYPE_CHECKING:
    from db.door import Writing


@dataclass(frozen=True, slots=True)
class Standing:
    """A category with how many risks stand in it, how many categories below it, and its limits of the appetite."""

    category: Category
    risks: int = 0
    below: int = 0
    limits: dict[Level, int] = field(default_factory=dict)

    @property
    def draft(self) -> CategoryDraft:
        """The category as it is, to be changed."""
        return CategoryDraft(self.category.name, self.category.parent, self.limits)


@one_moment
def standings(session: Session) -> tuple[Standing, ...]:
    """Give the categories in their order, each behind the one it belongs to."""
    there, risks = kept.categories(), categories_kept.risks_in()
    limits = kept.appetite().by_category
    return tuple(
        Standing(
            each,
            risks.get(each.id, 0),
            sum(other.parent == each.name for other in there),
            {level: limits[level, each.name] for level in Level if (level, each.name) in limits},
        )
        for each in there
    )


@one_moment
def look(session: Session, base: Category, draft: CategoryDraft) -> Crossings:
    """Show what changing a category would do to its risks, without changing anything. Raises Refusal as `save` does."""
    ready = settled(draft, kept.categories(), base)
    return crossings(session, _with(kept.scales_kept(), base, ready))


def _with(scales: Scales, base: Category, draft: CategoryDraft) -> Scales:
    """Give scales in which a category stands where it is wanted and has the limits that are wanted."""
    others = {key: most for key, most in scales.appetite.by_category.items() if key[1] != base.name}
    own = {(level, base.name): most for level, most in draft.limits.items()}
    return scales._replace(
        parents={**scales.parents, base.name: draft.parent},
        appetite=scales.appetite._replace(by_category={**others, **own}),
    )


def add(session: Session, draft: CategoryDraft) -> Category:
    """Add a category behind the others. Raises Refusal where it can't stand."""
    ready = settled(draft, kept.categories(), None)
    with session.writing(_("Category “{name}” added").format(name=ready.name)) as group:
        key = group.create(
            "risk_category",
            {
                "name": ready.name,
                "parent": _key(ready.parent),
                "position": categories_kept.last_position() + 1,
            },
        )
        _limit(group, key, ready)
    return _standing(key)


def save(session: Session, base: Category, draft: CategoryDraft) -> Category:
    """Give a category another name, another place or other limits; all its risks are told by them then.

    Raises Refusal where it can't stand, or someone else has changed it since it was read.
    """
    with _of(base), session.writing(_("Category “{name}” changed").format(name=base.name)) as group:
        ready = settled(draft, kept.categories(), base)
        facts = {"name": ready.name, "parent": _key(ready.parent)}
        if ready.parent != base.parent:
            facts["position"] = categories_kept.last_position() + 1
        group.check("risk_category", base.id, base.version)
        group.change("risk_category", base.id, base.version, facts)
        _limit(group, base.id, ready)
    return _standing(base.id)


def delete(session: Session, base: Category) -> None:
    """Delete a category, its limits with it; it can be undone. Raises Refusal where anything stands in it."""
    with _of(base), session.writing(_("Category “{name}” deleted").format(name=base.name)) as group:
        group.check("risk_category", base.id, base.version)
        risks = categories_kept.risks_in().get(base.id, 0)
        if risks:
            message = _n(
                "{count} risk stands in “{name}”: give it another category first.",
                "{count} risks stand in “{name}”: give them another category first.",
                risks,
            )
            raise Refusal(message, count=risks, name=base.name)
        below = next((each.name for each in kept.categories() if each.parent == base.name), None)
        if below is not None:
            message = N_("“{below}” stands below “{name}”: move or delete it first.")
            raise Refusal(message, below=below, name=base.name)
        limits = categories_kept.limits_of(base.id)
        group.delete_many("risk_appetite", [(limit.key, limit.version) for limit in limits.values()])
        group.delete("risk_category", base.id, base.version)


@contextmanager
def _of(base: Category) -> Iterator[None]:
    """Refuse what is done to a category that is no longer as it was read."""
    try:
        yield
    except StaleVersion:
        message = N_("The category “{name}” was changed or deleted by someone else meanwhile: look again.")
        raise Refusal(message, name=base.name) from None


def _limit(group: Writing, key: int, draft: CategoryDraft) -> None:
    """Set the limits of a category."""
    there = categories_kept.limits_of(key)
    wanted = {level.value: most for level, most in draft.limits.items()}
    gone = [(limit.key, limit.version) for level, limit in there.items() if level not in wanted]
    group.delete_many("risk_appetite", gone)
    for level, most in wanted.items():
        if level in there:
            group.change("risk_appetite", there[level].key, there[level].version, {"most": most})
        else:
            group.create("risk_appetite", {"level": level, "category": key, "most": most})


def _key(name: str | None) -> int | None:
    """Give the key of the category above."""
    return next((each.id for each in kept.categories() if each.name == name), None)


def _standing(key: int) -> Category:
    """Give a category as it stands now."""
    return next(each for each in kept.categories() if each.id == key)
