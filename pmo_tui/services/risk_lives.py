"""Use cases of a risk's life: review, respond, escalate and hand back, occur, close."""

from __future__ import annotations

from datetime import date

from pmo_tui.domain.fields import Value, Values
from pmo_tui.domain.items import Item
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_checks import ENDED
from pmo_tui.domain.risks import Level, Response, Status
from pmo_tui.services import editing
from pmo_tui.services.editing import Changes, ready_values
from pmo_tui.services.risks import RISK
from pmo_tui.services.session import Session

_RANKS = {level.value: rank for rank, level in enumerate(Level)}


def review(session: Session, base: Item, again: date, changes: Changes | None = None) -> Item:
    """Review a risk: what it scores by now, and when to look again; the score that it had is remembered.

    Raises Refusal where the next review is past or a value can't stand, Conflict as `save` does.
    """
    today = session.today()
    if again < today:
        raise Refusal(N_("The next review {day} is past: write a day from today on."), day=again)
    remembered: dict[str, Value] = {"reviewed": today, "score_before": base.value("score")}
    ready = {**ready_values(changes or {}, RISK.catalogue()), "review": again, **remembered}
    return _change(session, base, ready, N_("Reviewed {code}"))


def respond(session: Session, base: Item, response: Response, changes: Changes | None = None) -> Item:
    """Decide what is done about a risk, which is responded to from then on; one that is accepted stays open.

    Raises Refusal where that is no response to its side, or where one is accepted above the appetite and nobody says
    who accepts it and why; Conflict as `save` does.
    """
    ready = {**ready_values(changes or {}, RISK.catalogue()), "strategy": response.value}
    active = response is not Response.ACCEPT and base.value("status") in {
        Status.DRAFT.value,
        Status.OPEN.value,
    }
    if active:
        ready["status"] = Status.RESPONDING.value
    return _change(session, base, ready, N_("Responded to {code}"))


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
        "escalated_from": base.value("escalated_from") or base.value("level"),
        "escalated_on": session.today(),
        "escalated_why": why,
    }
    return _change(session, base, ready, N_("Escalated {code}"))


def hand_back(session: Session, base: Item) -> Item:
    """Give an escalated risk back to the level from which it came, as it was there. Raises as `escalate` does."""
    level = base.value("escalated_from")
    if level is None:
        raise Refusal(N_("{code} was not escalated: there is nothing to hand back."), code=base.code)
    nothing = dict.fromkeys(("escalated_from", "escalated_on", "escalated_why"))
    return _change(session, base, {"level": level, **nothing}, N_("Handed back {code}"))


def occur(session: Session, base: Item) -> Item:
    """Record that a risk has happened, which is final. Raises Refusal where it is over; Conflict as `save` does."""
    ready: Values = {"status": Status.OCCURRED.value}
    return _change(session, base, ready, N_("{code} has occurred"))


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


def _change(session: Session, base: Item, ready: Values, label: str) -> Item:
    """Change a risk that is not over."""
    if Status(base.value("status")).over:
        raise Refusal(ENDED, code=base.code)
    return editing.change(session, RISK, base, ready, label)
