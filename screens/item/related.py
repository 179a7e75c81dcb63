"""The things to which an item is related, as rows of its page and as choices; pure."""

from __future__ import annotations

from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.relations import TIE_LABELS, Related
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.words import _
from screens.cells import Line, fit, laid_out, line
from screens.item.sheet import Sheet
from screens.sheets.rows import LABELS, Row, labelled, muted
from screens.shell.choose import Choice
from screens.values import full

_CODE = 8
"""How many cells a code takes."""


def status_of(related: Related) -> str:
    """Give the status of a related thing in words; the phase of a project is called as the office calls it."""
    if related.entity == "risk":
        return full(RISK_FIELDS.by_name["status"], related.status)
    kind = BY_THING.get(related.entity)
    return related.status if kind is None else full(kind.catalogue.by_name[kind.state], related.status)


def tie_of(related: Related) -> str:
    """Give in words how a thing is related."""
    return _(TIE_LABELS[related.tie, related.onward])


def related_rows(sheet: Sheet) -> list[Row]:
    """Give the related things as rows, each under how it is related; where there is none, say so."""
    rows = [Row(each, _line(each, sheet)) for each in sheet.dossier.related]
    return rows or [muted(_("It is related to nothing yet."))]


def _line(related: Related, sheet: Sheet) -> Line:
    """Give the line of a related thing: how it is related, its code and title, its status at the right."""
    spans = [(fit(related.code, _CODE), "muted"), (f" {related.title}", "")]
    told = line(*labelled(tie_of(related), spans, LABELS), right=[(f" {status_of(related)} ", "muted")])
    return Line(tuple(laid_out(told, sheet.cells, sheet.glyphs.ellipsis)))


def choice_of(related: Related) -> Choice:
    """Give a related thing to choose."""
    return Choice(related, f"{related.code} {related.title}", tie_of(related))
