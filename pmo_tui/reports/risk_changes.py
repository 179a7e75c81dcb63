"""What has become of risks since a day, as tables of a report: one for each kind of change, the worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmo_tui.domain.fields import Value
from pmo_tui.domain.money import Cents
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risk_grades import Grade
from pmo_tui.domain.risks import Side
from pmo_tui.reports.document import Cell, Column, Paragraph, Table
from pmo_tui.services.risk_changes import RiskChange, by_kind
from pmo_tui.words import _, numbers
from pmo_tui.words.labels import said_of

HAPPENED = {
    "occurred": N_("Occurred"),
    "escalated": N_("Escalated"),
    "worse band": N_("In a worse band"),
    "worse score": N_("Assessed worse"),
    "worse exposure": N_("Exposure worse"),
    "raised": N_("Raised"),
    "assessed": N_("Assessed for the first time"),
    "withdrawn": N_("Assessment withdrawn"),
    "handed back": N_("Handed back"),
    "better exposure": N_("Exposure better"),
    "better score": N_("Assessed better"),
    "better band": N_("In a better band"),
    "closed": N_("Closed"),
}
"""What is said of each thing that happens to a risk."""


def change_parts(changes: Sequence[RiskChange]) -> Iterator[Paragraph | Table]:
    """Walk the parts that tell of changes: how many there are of each kind, then a table for each."""
    groups = by_kind(changes)
    if not groups:
        yield Paragraph(_("Nothing has changed."))
        return
    yield Paragraph(" · ".join(_counted(kind, len(group)) for kind, group in groups.items()))
    for kind, group in groups.items():
        yield _table(_counted(kind, len(group)), group)


def _counted(kind: str, count: int) -> str:
    """Give the name of a kind with how many changes are of it."""
    return said_of(_(HAPPENED[kind]), numbers.whole(count))


def _table(caption: str, changes: Sequence[RiskChange]) -> Table:
    """Give the changes of one kind; a column that says nothing of any of them is left out."""
    columns = (
        Column(_("Code")), Column(_("Title")), Column(_("Project")),
        Column(_("Score then")), Column(_("Score now")),
        Column(_("Exposure then"), numeric=True), Column(_("Exposure now"), numeric=True),
        Column(_("Besides")), Column(_("Reason")),
    )  # fmt: skip
    rows = [_row(change) for change in changes]
    told = [n for n in range(len(columns)) if n < 2 or any(row[n].text for row in rows)]
    return Table(
        caption,
        tuple(columns[n] for n in told),
        tuple(tuple(row[n] for n in told) for row in rows),
    )


def _row(change: RiskChange) -> tuple[Cell, ...]:
    """Give what is told of one change."""
    row, before, after = change.row, change.before, change.after
    project = f"{row.value('project')} {row.project}".rstrip() if row.value("project") else ""
    reason = row.value("reason") if "closed" in change.happened else None
    return (
        Cell(row.item.code),
        Cell(str(row.value("title"))),
        Cell(project),
        graded(before.grade, row.value("side")),
        graded(after.grade, row.value("side")),
        _amount(before.exposure),
        _amount(after.exposure),
        Cell(", ".join(_(HAPPENED[name]) for name in change.happened[1:])),
        Cell(str(reason or "")),
    )


def graded(grade: Grade | None, side: Value) -> Cell:
    """Give a score with the letter and the heat of its band; that of an opportunity has a plus and is not hot."""
    if grade is None:
        return Cell("")
    told = f"{grade.score}{grade.letter}"
    return Cell(told, grade.heat) if side == Side.THREAT.value else Cell(f"+{told}")


def _amount(cents: Cents | None) -> Cell:
    """Give an exposure."""
    return Cell("" if cents is None else numbers.money(cents))
