"""Checks of a whole risk: whether its values agree, and what is decided rather than simply set."""

from __future__ import annotations

from collections.abc import Callable

from pmo_tui.domain.checks import of_field
from pmo_tui.domain.fields import Value, Values
from pmo_tui.domain.refusal import N_, Refusal, Word
from pmo_tui.domain.risk_costs import check_cost
from pmo_tui.domain.risk_fields import LEVEL_LABELS, RESPONSE_LABELS, RISK_FIELDS, SIDE_LABELS
from pmo_tui.domain.risk_values import PREFIXES, Scales, cost, impact_fields, over, severity
from pmo_tui.domain.risks import RESPONSES, Level, Response, Side, Status

_DATES = (
    (
        N_("The next review {finish} lies before the risk was raised, {start}: correct one of them."),
        "raised",
        "review",
    ),
    (
        N_("“Could happen until” {finish} lies before “could happen from” {start}: correct one of them."),
        "proximity_from",
        "proximity_to",
    ),
)
_COSTS = ("cost", "cost_low", "cost_high")


def agreeing(whole: Values, changes: Values) -> None:
    """Refuse values of a risk that contradict each other; `changes` are those being set, the others hold up nothing."""
    for check, names in _CHECKS:
        if any(name in changes for name in names):
            check(whole)
    for which, (_probability, impact, _prefix) in PREFIXES.items():
        if changes.get(impact) is not None:
            _follows_worst(whole, which, impact)


def _follows_worst(whole: Values, which: str, impact: str) -> None:
    """Refuse an impact of the whole that is another than the worst of those assessed by consequence."""
    names = [name for name in impact_fields(which) if isinstance(whole.get(name), int)]
    worst = severity(whole.get, which).impact
    if names and worst != whole[impact]:
        culprit = next(name for name in names if whole[name] == worst)
        raise Refusal(
            N_("The impact follows the worst one ({name} is {step}): change that one."),
            name=Word(RISK_FIELDS.by_name[culprit].label),
            step=worst,
        )


def _dates(whole: Values) -> None:
    """Refuse days out of order."""
    for message, start, finish in _DATES:
        first, last = whole.get(start), whole.get(finish)
        if first and last and last < first:  # type: ignore[operator]
            raise Refusal(message, start=first, finish=last)


def _cost(whole: Values) -> None:
    """Refuse costs out of order, and a lowest or highest one without the likely one."""
    found = cost(whole.get)
    if found is not None:
        check_cost(found)
    elif whole.get("cost_low") is not None or whole.get("cost_high") is not None:
        raise Refusal(N_("A lowest or highest cost needs the likely one between them: type the cost too."))


def _reserve(whole: Values) -> None:
    """Refuse a reserve below nothing, and one of which more is drawn than was held."""
    for name in ("reserve", "drawn"):
        amount = whole.get(name)
        if isinstance(amount, int) and amount < 0:
            raise of_field(N_("{field} can't be below 0: correct it."), RISK_FIELDS.by_name[name])
    held, drawn = whole.get("reserve"), whole.get("drawn")
    if isinstance(drawn, int) and drawn > (held if isinstance(held, int) else 0):
        raise Refusal(N_("More of the reserve is drawn than was held: correct one of both amounts."))


def _strategy(whole: Values) -> None:
    """Refuse a response that is one to the other side."""
    strategy = whole.get("strategy")
    if strategy is None:
        return
    side, response = Side(whole["side"]), Response(strategy)
    if response not in RESPONSES[side]:
        raise Refusal(
            N_("“{response}” is no response to this side ({side}): choose another."),
            response=Word(RESPONSE_LABELS[response]),
            side=Word(SIDE_LABELS[side]),
        )


def _level(whole: Values) -> None:
    """Refuse a level at which there is nothing that it could be of."""
    level = Level(whole["level"])
    needed = {Level.PROJECT: "project", Level.PROGRAMME: "programme"}.get(level)
    if needed is not None and whole.get(needed) is None:
        raise Refusal(
            N_("A risk at this level ({level}) needs to be of one: name the {field}."),
            level=Word(LEVEL_LABELS[level]),
            field=Word(RISK_FIELDS.by_name[needed].label),
        )


_CHECKS: tuple[tuple[Callable[[Values], None], tuple[str, ...]], ...] = (
    (_dates, ("raised", "review", "proximity_from", "proximity_to")),
    (_cost, _COSTS),
    (_reserve, ("reserve", "drawn")),
    (_strategy, ("strategy", "side")),
    (_level, ("level", "project", "programme")),
)
"""The checks, each with the fields that it looks at."""

CLOSING = N_("A risk is closed with a reason: close it, instead of setting its status.")
OCCURRING = N_("A risk that happens is recorded as such: let it occur, instead of setting its status.")
ENDED = N_("{code} has occurred or was closed, which is final: undo that, or add another risk.")


def decided(changes: Values, before: Callable[[str], Value]) -> None:
    """Refuse a status that is reached by a use case of its own, and what would judge anew a risk that is over."""
    status = changes.get("status", before("status"))
    if Status(before("status")).over:
        stays(changes, before)
    if status == before("status"):
        return
    if status == Status.CLOSED.value:
        raise Refusal(CLOSING)
    if status == Status.OCCURRED.value:
        raise Refusal(OCCURRING)


_JUDGED = frozenset(
    {
        *("status", "side", "level", "chance", *_COSTS, "strategy", "review"),
        *(name for which, (*both, _prefix) in PREFIXES.items() for name in (*both, *impact_fields(which))),
    }
)
"""What stands once a risk is over: how it was assessed, and what was decided of it."""


def stays(changes: Values, before: Callable[[str], Value]) -> None:
    """Refuse what would judge anew a risk that is over; its words, its people and the use of its reserve may change."""
    if any(value != before(name) for name, value in changes.items() if name in _JUDGED):
        raise Refusal(ENDED, code=before("code"))
    if before("reason") is not None and not changes.get("reason", before("reason")):
        raise Refusal(N_("A closed risk keeps its reason: write another one instead of none."))


_WEIGHED = frozenset(
    {
        *("strategy", "accepted_by", "accepted_why", "level", "category"),
        *PREFIXES["score"][:2],
        *impact_fields("score"),
    }
)
"""The fields by which an acceptance has to be answered for."""


def accepting(whole: Values, changes: Values) -> bool:
    """Tell whether changes make or keep a risk accepted in such a way that it has to be answered for."""
    return whole.get("strategy") == Response.ACCEPT.value and not _WEIGHED.isdisjoint(changes)


def accepted(whole: Values, scales: Scales) -> None:
    """Refuse an acceptance above the appetite by nobody, or of which nobody says why."""
    if over(whole, scales) and not (whole.get("accepted_by") and whole.get("accepted_why")):
        raise Refusal(N_("It is above the appetite, and accepted: say who accepts it, and why."))
