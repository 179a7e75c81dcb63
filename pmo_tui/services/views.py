"""Use cases of saved views: named queries with the way they are shown, one's own or shared with everyone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db import portfolio as kept
from db.door import StaleVersion, Writing
from db.risks import bands as bands_kept
from db.risks import categories as categories_kept
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.portfolio import View
from pmo_tui.domain.queries.reading import parse
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risks import Band
from pmo_tui.domain.text import fold, kept_line
from pmo_tui.domain.views import catalogue_of, settled
from pmo_tui.services.people import me
from pmo_tui.services.session import Session, one_moment
from pmo_tui.words import _

LONGEST_NAME = 60
"""How many characters a view's name may have, so that it fits a line with what it shows."""


def views(session: Session, thing: str | None = None) -> tuple[View, ...]:
    """Give the views that one sees, of all things or of those named: one's own first, then the shared ones, by name."""
    seen = (view for view in kept.views(session.who) if thing in {None, view.thing})
    return tuple(sorted(seen, key=lambda view: (view.owner is None, fold(view.name), view.id)))


def called(among: Iterable[View], name: str, *, shared: bool) -> View | None:
    """Give the view of that name, one's own or the shared one, case and accents ignored; None where there is none."""
    wanted = fold(kept_line(name))
    return next(
        (view for view in among if fold(view.name) == wanted and (view.owner is None) == shared), None
    )


def save(session: Session, view: View) -> View:
    """Keep a view: a new one where its id is 0, else in the place of the one it was; give it as it is kept.

    An owner other than None is always the person at the keyboard. Raises Refusal where the name is empty, too long
    or taken, where the query can't be read or a field isn't there, or where someone else has changed the view since
    it was read.
    """
    ready = _ready(session, view)
    with session.writing(_("View “{name}” saved").format(name=ready.name)) as group:
        _check_free(session, ready)
        key = _write(group, ready)
    return _standing(session, key)


def rename(session: Session, view: View, name: str) -> View:
    """Give a view another name. Raises Refusal as `save` does."""
    return save(session, view._replace(name=name))


def delete(session: Session, view: View) -> None:
    """Delete a view; it can be undone. Raises Refusal where someone else has changed it since it was read."""
    with session.writing(_("View “{name}” deleted").format(name=view.name)) as group:
        try:
            group.delete("view", view.id, view.version)
        except StaleVersion:
            raise _changed(view) from None


@one_moment
def broken(
    session: Session, *, bands: Sequence[Band] | None = None, categories: Sequence[str] | None = None
) -> tuple[str, ...]:
    """Give the names of the views one sees whose query is read now, and is not with other bands or categories."""
    now = _Set(bands_kept(), tuple(each.name for each in categories_kept()))
    then = _Set(
        now.bands if bands is None else tuple(bands),
        now.categories if categories is None else tuple(categories),
    )
    who = me(session) or session.who
    own = tuple(each.field for each in kept.own_fields())

    def read(view: View, under: _Set) -> bool:
        """Tell whether the query of a view can be read under what is set."""
        try:
            catalogue = catalogue_of(view.thing, own, under.bands)
            named = {"risk_category": under.categories}
            parse(view.query, catalogue, today=session.today(), me=who, named=named)
        except Refusal:
            return False
        return True

    return tuple(view.name for view in views(session) if read(view, now) and not read(view, then))


class _Set(NamedTuple):
    """What is set for risks and named in queries."""

    bands: tuple[Band, ...]
    categories: tuple[str, ...]


def _ready(session: Session, view: View) -> View:
    """Give a view as it can be kept."""
    name = kept_line(view.name)
    if not name:
        raise Refusal(N_("A view needs a name: type one."))
    if len(name) > LONGEST_NAME:
        raise Refusal(N_("A view's name has at most {most} characters: shorten it."), most=LONGEST_NAME)
    # who keeps a view for others may be nobody here
    catalogue = catalogue_of(view.thing, tuple(own.field for own in kept.own_fields()), bands_kept())
    parse(view.query, catalogue, today=session.today(), me=me(session) or session.who)
    owner = None if view.owner is None else session.who
    return settled(view, catalogue)._replace(name=name, owner=owner)


def _check_free(session: Session, view: View) -> None:
    """Refuse a name that another view of the same sort has."""
    there = called(views(session, view.thing), view.name, shared=view.owner is None)
    if there is None or there.id == view.id:
        return
    if view.owner is None:
        raise Refusal(N_("There is a shared view “{name}” already: choose another name."), name=there.name)
    raise Refusal(N_("You have a view “{name}” already: choose another name."), name=there.name)


def facts(view: View) -> Facts:
    """Give a view as it is kept."""
    return {
        "thing": view.thing,
        "name": view.name,
        "owner": view.owner,
        "query": view.query,
        "mode": view.mode,
        "columns": json.dumps(view.columns),
        "sort": json.dumps(view.sort),
        "group": view.group,
    }


def _write(group: Writing, view: View) -> int:
    """Write a view and give its key."""
    if not view.id:
        return group.create("view", facts(view))
    try:
        group.change("view", view.id, view.version, facts(view))
    except StaleVersion:
        raise _changed(view) from None
    return view.id


def _standing(session: Session, key: int) -> View:
    """Give the view as it stands now."""
    return next(view for view in views(session) if view.id == key)


def _changed(view: View) -> Refusal:
    """Give the refusal for a view that is no longer what was read."""
    return Refusal(
        N_("The view “{name}” was changed or deleted by someone else meanwhile: open it again."),
        name=view.name,
    )
