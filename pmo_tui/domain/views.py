"""Views: whether what a saved view shows, sorts and groups by is there; each refusal names the nearest field."""

from __future__ import annotations

from collections.abc import Callable

from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.portfolio import View
from pmo_tui.domain.queries.ordering import ordering_field


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


def settled(view: View, catalogue: Catalogue) -> View:
    """Give a view with the stable names of its fields. Raises Refusal where there is no such field."""
    for settle in PARTS.values():
        view = settle(view, catalogue)
    return view
