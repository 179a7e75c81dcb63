"""Use cases of a risk's life: review, respond, escalate and hand back, occur, close."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db import risks as kept
from db.door import StaleVersion
from db.names import Directory
from db.packing import packed, unpack
from pmo_tui.domain.fields import Value, Values
from pmo_tui.domain.items import Item
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.relations import Tie
from pmo_tui.domain.risk_checks import ENDED
from pmo_tui.domain.risk_grades import grade
from pmo_tui.domain.risk_reviews import next_review
from pmo_tui.domain.risk_values import severity
from pmo_tui.domain.risks import Level, Response, Side, Status
from pmo_tui.services import editing, risk_actions, risk_issues
from pmo_tui.services.bulk import STALE
from pmo_tui.services.editing import Changes, Conflict, change_within, check_changes, ready_values
from pmo_tui.services.raid import ISSUE
from pmo_tui.services.raid_lives import made_of
from pmo_tui.services.risks import RISK
from pmo_tui.services.session import Session
from pmo_tui.words import _, _n, numbers

_ESCALATED = ("escalated_from", "escalated_on", "escalated_why")
"""What is known of an escalation beside the level to which it went."""
_RANKS = {level.value: rank for rank, level in enumerate(Level)}


def review(session: Session, base: Item, again: date, changes: Changes | None = None) -> Item:
    """Review a risk: what it scores by now, and when to look again; the score that it had is remembered.

    Raises Refusal where the next review is past or a value can't stand, Conflict as `save` does.
    """
    ready = _reviewed(session, base, again, changes or {})
    return _change(session, base, ready, N_("Reviewed {code}"))


def _reviewed(session: Session, base: Item, again: date, changes: Changes) -> dict[str, Value]:
    """Give what a review changes."""
    today = session.today()
    if again < today:
        raise Refusal(N_("The next review {day} is past: write a day from today on."), day=again)
    remembered: dict[str, Value] = {"reviewed": today, "score_before": base.value("score")}
    return {**ready_values(changes, RISK.catalogue()), "review": again, **remembered}


def review_many(session: Session, bases: Sequence[Item], again: date | None = None) -> int:
    """Review risks that stand as they are, as one group: all on the same day again, or each in its usual interval.

    Gives how many. Raises Refusal where one is over or was changed since it was read: then nothing is changed.
    """
    scales, catalogue, directory = kept.scales_kept(), RISK.catalogue(), Directory()
    edits: list[tuple[int, int | None, Facts]] = []
    for base in bases:
        _refuse_ended(base)
        day = again or next_review(session.today(), grade(severity(base.value), scales))
        ready = _reviewed(session, base, day, {})
        check_changes(RISK, ready, base.value, catalogue, base.id)
        edits.append((base.id, base.version, packed(ready, catalogue, directory)))
    count = len(bases)
    label = _n("Reviewed {count} risk", "Reviewed {count} risks", count).format(count=numbers.whole(count))
    try:
        with session.writing(label) as group:
            group.change_many(RISK.entity, edits)
    except StaleVersion as stale:
        changed = next(base for base in bases if base.id == stale.key)
        raise Refusal(STALE, code=changed.code) from None
    return count


def respond(
    session: Session,
    base: Item,
    response: Response,
    changes: Changes | None = None,
    action: Changes | None = None,
) -> Item:
    """Decide what is done about a risk, which is responded to from then on; one that is accepted stays open.

    With an `action` that is made for it in the same group. Raises Refusal where that is no response to its side, or
    where one is accepted above the appetite and nobody says who accepts it and why; Conflict as `save` does.
    """
    ready = {**ready_values(changes or {}, RISK.catalogue()), "strategy": response.value}
    status = Status(base.value("status"))
    if response is Response.ACCEPT and status is Status.RESPONDING:
        ready["status"] = Status.OPEN.value
    elif response is not Response.ACCEPT and status in {Status.DRAFT, Status.OPEN}:
        ready["status"] = Status.RESPONDING.value
    return _change(session, base, ready, N_("Responded to {code}"), action)


def escalate(session: Session, base: Item, level: Level, why: str) -> Item:
    """Give a risk to a higher level, which steers it from then on; below one still sees that and why.

    Raises Refusal where the level is no higher one, or nobody says why; Conflict as `save` does.
    """
    if _RANKS[level.value] <= _RANKS[str(base.value("level"))]:
        raise Refusal(N_("A risk is escalated to a higher level: choose another, or hand it back."))
    if not why.strip():
        raise Refusal(N_("A risk is escalated for a reason: say why."))
    ready: dict[str, Value] = {
        "level": level.value,
        "escalated_from": base.value("level"),
        "escalated_on": session.today(),
        "escalated_why": why,
    }
    return _change(session, base, ready, N_("Escalated {code}"))


def hand_back(session: Session, base: Item) -> Item:
    """Give an escalated risk back to the level that escalated it last, as it was there. Raises as `escalate` does.

    What it was escalated by before that, the journal knows.
    """
    level = base.value("escalated_from")
    if level is None:
        raise Refusal(N_("{code} was not escalated: there is nothing to hand back."), code=base.code)
    before = {name: base.value(name) for name in _ESCALATED} | _before_escalated(base)
    if before["escalated_from"] in {None, level}:
        before = dict.fromkeys(_ESCALATED)
    return _change(session, base, {**before, "level": level}, N_("Handed back {code}"))


def _before_escalated(base: Item) -> dict[str, Value]:
    """Give what the last escalation of a risk has replaced of the one before; nothing where there was none."""
    nothing: dict[str, Value] = {"escalated_from": None}
    was, then = (str(base.value(name)) for name in ("escalated_from", "level"))
    facts = kept.before_level(base.id, was, then)
    catalogue, directory = RISK.catalogue(), Directory()
    return nothing | {
        name: unpack(catalogue.by_name[name], facts[name], directory) for name in _ESCALATED if name in facts
    }


def occur(session: Session, base: Item) -> Item:
    """Record that a risk has happened, which is final, and make of a threat an issue in the same group.

    The issue is found by `risk_issues.issue_of`; an opportunity that has come about is nothing to be settled.
    Raises Refusal where it is over; Conflict as `save` does.
    """
    _refuse_ended(base)
    ready: Values = {"status": Status.OCCURRED.value}
    label = N_("{code} has occurred")
    if base.value("side") == Side.OPPORTUNITY.value:
        return _change(session, base, ready, label)
    values = risk_issues.values_of(base, session.today())
    try:
        with session.writing(_(label).format(code=base.code)) as group:
            made_of(session, group, (RISK, base), ready, ISSUE, Tie.BECAME, values)
    except StaleVersion:
        raise Conflict(RISK, base, editing.get(session, RISK, base.id), ready, label) from None
    return editing.find(session, RISK, base.code)


def close(session: Session, base: Item, reason: str, lesson: str = "") -> Item:
    """Close a risk for a reason, with what is to be learned of it, which is final.

    Raises Refusal where there is no reason or it is over already; Conflict as `save` does.
    """
    if not reason.strip():
        raise Refusal(N_("A risk is closed for a reason: say why."))
    said = ready_values(
        {"reason": reason, **({"lesson": lesson} if lesson.strip() else {})}, RISK.catalogue()
    )
    return _change(session, base, {"status": Status.CLOSED.value, **said}, N_("Closed {code}"))


def _change(session: Session, base: Item, ready: Values, label: str, action: Changes | None = None) -> Item:
    """Change a risk that is not over, and make an action for it where one is given."""
    _refuse_ended(base)
    if not action:
        return editing.change(session, RISK, base, ready, label)
    try:
        with session.writing(_(label).format(code=base.code)) as group:
            change_within(group, RISK, base, ready)
            risk_actions.create(session, group, base, action)
    except StaleVersion:
        raise Conflict(RISK, base, editing.get(session, RISK, base.id), ready, label) from None
    return editing.find(session, RISK, base.code)


def _refuse_ended(base: Item) -> None:
    """Refuse to change a risk that is over."""
    if Status(base.value("status")).over:
        raise Refusal(ENDED, code=base.code)
