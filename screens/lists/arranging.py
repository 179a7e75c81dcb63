"""Arranging: what is shown of a list and how, chosen by a person: order, groups, columns, views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmo_tui.domain.lists import Table

if TYPE_CHECKING:
    from pmo_tui.domain.fields import Catalogue
    from screens.lists.kind import Kind
    from screens.lists.page import ListPage
    from screens.lists.shown import Found, Shown


class Arranging:
    """What the keys for arranging do; the list that is arranged says what it shows and shows something else."""

    page: ListPage
    kind: Kind[Any]
    shown: Shown
    found: Found | None

    @property
    def catalogue(self) -> Catalogue:
        """The fields of what is listed."""
        raise NotImplementedError

    def use(self, shown: Shown) -> None:
        """Show something else."""
        raise NotImplementedError

    async def action_sort(self) -> None:
        """Choose what to sort by."""
        from screens.columns.flows import choose_sort

        assert self.found is not None
        keys = await choose_sort(self.page, self.catalogue, self.found.order, self.kind.things.order)
        if keys is not None:
            self.use(self.shown.sorted_by(tuple(keys), self.catalogue))

    async def action_group(self) -> None:
        """Choose what to group by."""
        from screens.columns.flows import choose_group

        now = self.found.group if self.found is not None else None
        chosen = await choose_group(self.page, self.catalogue, now)
        if chosen is not None:
            self.use(self.shown.grouped_by(chosen or None, self.catalogue))

    async def action_columns(self) -> None:
        """Choose the columns of the table."""
        from screens.columns.flows import choose_columns

        assert isinstance(self.found, Table)
        now = self.shown.columns or self.kind.layout.chosen(self.found)
        chosen = await choose_columns(self.page, self.catalogue, now)
        if chosen is not None and chosen != now:
            self.use(self.shown._replace(columns=chosen))

    def columns_shown(self) -> tuple[str, ...]:
        """Give the columns that were chosen, or the usual ones that hold anything, seen or not; none for a board."""
        if self.shown.columns or not isinstance(self.found, Table):
            return self.shown.columns
        return self.kind.layout.chosen(self.found)

    async def action_views(self) -> None:
        """Open, save, rename or delete a view."""
        from screens.lists.viewing import choose_or_save

        shown = await choose_or_save(self.page, self.shown, self.kind.things.name)
        if shown is not None:
            self.use(shown)
