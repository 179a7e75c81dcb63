"""`pmo-tui list`: projects, risks or items that meet a query, or what orders them, for the eye or as JSON."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from pmo_tui.cli import talk
from pmo_tui.cli.choices import one_of
from pmo_tui.cli.context import Context
from pmo_tui.domain import raid_columns
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.words import _

if TYPE_CHECKING:
    from pmo_tui.domain.fields import Field
    from pmo_tui.domain.items import Thing
    from pmo_tui.domain.lists import Heading
    from pmo_tui.services.session import Session

FIELDS = {
    "fields": "projects",
    "risk-fields": "risks",
    "issue-fields": "issues",
    "assumption-fields": "assumptions",
    "dependency-fields": "dependencies",
    "action-fields": "actions",
    "decision-fields": "decisions",
    "change-fields": "changes",
}
"""Lists of fields, which can be had without a portfolio, with the noun for what has them."""

WHAT = (
    *("projects", "risks", *raid_columns.USUAL, "people", "programmes", "objectives", "phases", "views"),
    *FIELDS,
)

USUAL = {
    "projects": ("code", "health", "name", "phase", "pm", "budget", "forecast", "slip", "finish"),
    # what stands further right leaves first where there is little room
    "risks": (
        *("code", "title", "score", "exposure", "review", "owner"),
        *("project", "status", "inherent", "target"),
    ),
    **raid_columns.USUAL,
}
"""The columns where none are named, by what is listed."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument(
        "what", metavar="WHAT", type=one_of(WHAT), help=_("one of: {words}").format(words=", ".join(WHAT))
    )
    parser.add_argument(
        "query", metavar="QUERY", nargs="*", default=[],
        help=_("which of them, as in: rag:red 'slip>10d' 'pm:\"Anna Li\"' sort:-budget"),
    )  # fmt: skip
    parser.add_argument(
        "--json", action="store_true", help=_("for programs: every field under its English name")
    )
    parser.add_argument(
        "--columns",
        metavar="A,B,C",
        help=_(
            "which fields; `list fields`, `list risk-fields`, `list issue-fields` and so on name them all"
        ),
    )


def run(args: argparse.Namespace, context: Context) -> int:
    """List them."""
    if args.what in FIELDS and not context.database().exists():
        _list_built_in(args, context)
        return 0
    with context.session() as session:
        if args.what in USUAL:
            _list_things(args, session)
            return 0
        _refuse_query(args)
        from pmo_tui.cli import things

        of_fields = args.what in FIELDS
        rows = things.fields(FIELDS[args.what]) if of_fields else things.READERS[args.what](session)
        things.put(rows, as_json=args.json)
    return 0


def _refuse_query(args: argparse.Namespace) -> None:
    """Refuse what only projects, risks and items can be asked for."""
    if args.query or args.columns:
        raise Refusal(N_("Only projects, risks and items can be asked for by a query or by columns."))


def _list_built_in(args: argparse.Namespace, context: Context) -> None:
    """List the fields that every portfolio has: before the first import one wants to know them."""
    from pmo_tui.cli import things

    _refuse_query(args)
    things.put(things.rows_of(things.built_in(FIELDS[args.what])), as_json=args.json)
    if context.named:
        told = _("There is no database {path}: these are the fields that every portfolio has.")
        talk.tell(told.format(path=talk.line(str(context.database()))))


def _list_things(args: argparse.Namespace, session: Session) -> None:
    """List projects, risks or items."""
    from pmo_tui.services import listing

    found = listing.listing(session, args.what, " ".join(args.query))
    names = [name for name in (args.columns or "").split(",") if name.strip()]
    if args.json:
        fields = found.fields(names) if names else tuple(found.catalogue)
        _put_json(listing.walked(session, found), fields)
        return
    fields = found.fields(names or list(USUAL[args.what]))
    things = list(listing.walked(session, found))
    hidden = _put_table(things, fields, found.rows)
    talk.tell(_total(args.what, things, fields, found.total, hidden))


def _put_json(things: Iterable[Thing], fields: Sequence[Field]) -> None:
    """Write things as a JSON list, one object a line."""
    from pmo_tui.transfer.json_writing import json_text, to_plain

    before = "[\n"
    for thing in things:
        pairs = (f'"{name}": {json_text(value)}' for name, value in to_plain(thing, fields).items())
        talk.put(f"{before}{{{', '.join(pairs)}}}")
        before = ",\n"
    talk.put("[]\n" if before == "[\n" else "\n]\n")


def _put_table(
    things: Sequence[Thing], fields: Sequence[Field], rows: Sequence[int | Heading]
) -> Sequence[Field]:
    """Write things as a table, the headings of groups between them, and give the fields that had no room in it.

    On a terminal it fits, amounts short, elsewhere everything stands in full.
    """
    if not things:
        return ()
    from pmo_tui.cli.tables import drawn, fitting
    from pmo_tui.cli.values import column

    width = talk.width()
    columns = [
        column(field, [thing.value(field.name) for thing in things], short=width is not None)
        for field in fields
    ]
    lines = drawn(columns, width)
    talk.put(next(lines) + "\n")
    headed = _headed(rows, {thing.id: thing for thing in things}, fields)
    for line in lines:
        talk.put("".join(f"\n{heading}\n" for heading in next(headed)) + line + "\n")
    return [field for field, cells in zip(fields, fitting(columns, width), strict=True) if not cells]


def _headed(
    rows: Sequence[int | Heading], known: Mapping[int, Thing], fields: Sequence[Field]
) -> Iterator[list[str]]:
    """Give for each thing the headings that stand above it: what its group is called, and its sub-totals."""
    from pmo_tui.cli.values import shown
    from pmo_tui.words import numbers

    above: list[str] = []
    for number, row in enumerate(rows):
        if isinstance(row, int):
            if row in known:
                yield above
                above = []
            continue
        within = takewhile(lambda each: isinstance(each, int), rows[number + 1 :])
        members = [known[key] for key in within if isinstance(key, int) and key in known]
        name = shown(row.field, row.value) or _("none")
        above = [" · ".join([name, numbers.whole(len(members)), *_sums(members, fields)])]


def _total(
    noun: str, things: Sequence[Thing], fields: Sequence[Field], total: int, hidden: Sequence[Field] = ()
) -> str:
    """Give the line that counts and sums, and tells what a sum and the table leave out."""
    from pmo_tui.words import _n, numbers
    from pmo_tui.words.labels import label

    counted = {
        "projects": _n("{count} of {total} project", "{count} of {total} projects", total),
        "risks": _n("{count} of {total} risk", "{count} of {total} risks", total),
        "issues": _n("{count} of {total} issue", "{count} of {total} issues", total),
        "assumptions": _n("{count} of {total} assumption", "{count} of {total} assumptions", total),
        "dependencies": _n("{count} of {total} dependency", "{count} of {total} dependencies", total),
        "actions": _n("{count} of {total} action", "{count} of {total} actions", total),
        "decisions": _n("{count} of {total} decision", "{count} of {total} decisions", total),
        "changes": _n("{count} of {total} change request", "{count} of {total} change requests", total),
    }
    parts = [counted[noun].format(count=numbers.whole(len(things)), total=numbers.whole(total))]
    parts += _sums(things, fields)
    if hidden:
        names = ", ".join(label(field) for field in hidden)
        parts.append(_("no room for {columns}").format(columns=names))
    return " · ".join(parts)


def _sums(things: Sequence[Thing], fields: Sequence[Field]) -> Iterator[str]:
    """Give the sum of each amount that is shown, and over how many it stands where not all have one."""
    from pmo_tui.domain.fields import Kind
    from pmo_tui.words import numbers
    from pmo_tui.words.labels import label

    for field in fields:
        if field.kind is not Kind.MONEY or not things:
            continue
        amounts = [value for thing in things if isinstance(value := thing.value(field.name), int)]
        summed = numbers.money_short(sum(amounts))
        if len(amounts) == len(things):
            yield f"{label(field)} {summed}"
        elif amounts:
            yield _("{field} {sum} over {known} of {count}").format(
                field=label(field),
                sum=summed,
                known=numbers.whole(len(amounts)),
                count=numbers.whole(len(things)),
            )
