"""Views: whether what a saved view shows, sorts and groups by is there; each refusal names the nearest field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pmo_tui.domain.fields import Catalogue, Field
from pmo_tui.domain.portfolio import View
from pmo_tui.domain.project_fields import with_custom
from pmo_tui.domain.queries.ordering import ordering_field
from pmo_tui.domain.risks import Band


def _columns(view: View, catalogue: Catalogue) -> View:
    """Give a view with the stable names of its columns."""
    return view._replace(columns=tuple(catalogue.get(name).name for name in view.columns))


def _sort(view: View, catalogue: Catalogue) -> View:
    """Give a view with the stable names of the fields that it sorts by."""
    keys = (("-" if name.startswith("-") else "", name.removeprefix("-")) for name in view.sort)
    return view._replace(sort=tuple(sign + ordering_field(name, catalogue) for sign, name in keys))


def _group(view: View, catalogue: Catalogue) -> View:
    """Give a view with the stable name of the field that it groups by."""
    return view._replace(group=ordering_field(view.group, catalogue)) if view.group else view


PARTS: dict[str, Callable[[View, Catalogue], View]] = {"columns": _columns, "sort": _sort, "group": _group}
"""What settles each part of a view that names fields; raises Refusal where there is no such field."""


def catalogue_of(thing: str, custom: tuple[Field, ...], bands: Sequence[Band]) -> Catalogue:
    """Give the fields of what a view is of, in a portfolio with these fields of its own and these bands."""
    names = tuple(band.name for band in bands)
    if thing == "project":
        return with_custom(custom, names)
    if thing == "risk":
        from pmo_tui.domain.risk_fields import with_bands  # most views are of projects

        return with_bands(names)
    from pmo_tui.domain.raid_kinds import BY_THING

    return BY_THING[thing].catalogue


def settled(view: View, catalogue: Catalogue) -> View:
    """Give a view with the stable names of its fields. Raises Refusal where there is no such field."""
    for settle in PARTS.values():
        view = settle(view, catalogue)
    return view
