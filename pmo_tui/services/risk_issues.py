"""The issue that a risk becomes when it happens: it carries the risk's owner, place and days, and tells its story."""

from __future__ import annotations

from datetime import date

from db import risks as kept
from pmo_tui.domain.fields import Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.relations import Tie
from pmo_tui.domain.risk_grades import grade
from pmo_tui.domain.risk_values import severity
from pmo_tui.services import relations
from pmo_tui.services.editing import Before, get
from pmo_tui.services.raid import ISSUE
from pmo_tui.services.raid_lives import carried
from pmo_tui.services.risks import RISK
from pmo_tui.services.session import Session
from pmo_tui.words import _
from pmo_tui.words.labels import label, said_of
from pmo_tui.words.values import said

STORY = ("cause", "event", "effect", "trigger", "strategy", "contingency")
"""What of a risk makes its story, in its order."""

SEVERITIES = ("low", "moderate", "high", "critical")
"""How bad an issue is by how hot the band of its risk was, whatever bands a portfolio has set."""


def values_of(risk: Item, today: date) -> dict[str, Value]:
    """Give the values of the issue that a risk becomes: due when it was last expected, where that is still to come."""
    found = {**carried(RISK, risk, ISSUE), "description": story(risk.code, risk.value)}
    current, last = grade(severity(risk.value), kept.scales_kept()), risk.value("proximity_to")
    if current is not None:
        found["severity"] = SEVERITIES[current.heat]
    if isinstance(last, date) and last >= today:
        found["due"] = last
    return found


def story(code: str, value: Before) -> str:
    """Give what was known of a risk: cause, event, effect, what was done about it, each in a line under its name."""
    fields = RISK.catalogue().by_name
    told = [_("It was the risk {code}.").format(code=code)]
    filled = [(fields[name], value(name)) for name in STORY if value(name)]
    told += [said_of(label(field), said(field, kept)) for field, kept in filled]
    return "\n".join(told)


def issue_of(session: Session, risk: Item) -> Item | None:
    """Give the issue that a risk has become, None where it has become none."""
    for each in relations.related(session, RISK.entity, risk.id):
        if each.tie is Tie.BECAME and each.onward and each.entity == ISSUE.entity:
            return get(session, ISSUE, each.key)
    return None
