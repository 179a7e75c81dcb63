"""The fields of the forms of risks: steps in the words of the scales, and what follows from them as one types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risk_checks import agreeing
from pmo_tui.domain.risk_fields import GROUPS, RESPONSE_LABELS, RISK_FIELDS, STATUS_LABELS
from pmo_tui.domain.risk_grades import grade
from pmo_tui.domain.risk_reviews import next_review
from pmo_tui.domain.risk_values import PREFIXES, Scales, impact_fields, severity
from pmo_tui.domain.risks import RESPONSES, STEPS, Side, Status, Step
from pmo_tui.services.risk_forms import RiskKnown
from pmo_tui.services.risks import usual
from pmo_tui.words import _
from screens.forms.fields import FormField, Reader
from screens.forms.usual import usual_field

SCORED = "@"
"""What the name of a line that tells a score begins with, which no field's name does."""
_OF_CONSEQUENCES = {name: which for which in PREFIXES for name in impact_fields(which)}
_AGREE = ("review", "proximity_to", "cost", "cost_low", "cost_high", "reserve", "drawn")
"""The fields that are checked against others as one types."""


def risk_fields(about: RiskKnown, *, adding: bool = False) -> list[FormField]:
    """Give the form fields of all that can be typed of a risk, by section, with the scores that follow."""
    order = list(GROUPS)
    typed = [field for field in RISK_FIELDS if field.settable]
    typed.sort(key=lambda field: (order.index(field.group), field.name == "code"))
    found: list[FormField] = []
    for field in typed:
        found.append(field_of(field, about, adding=adding))
        for which, (_probability, impact, _prefix) in PREFIXES.items():
            if field.name == impact:
                found.append(score_field(which, about))
    return found


def some_fields(names: Iterable[str], about: RiskKnown) -> list[FormField]:
    """Give the form fields of a few fields, without a heading."""
    return [replace(field_of(RISK_FIELDS.by_name[name], about), section="") for name in names]


def field_of(field: Field, about: RiskKnown, *, adding: bool = False) -> FormField:
    """Give the form field of one field of a risk."""
    found = usual_field(field, about.known, _(GROUPS[field.group]))
    found = replace(
        found,
        required=field.name == "title" or (field.name == "code" and not adding),
        hint=_("Leave it empty for the next free one.") if field.name == "code" and adding else "",
        check=_agreement(field.name) if field.name in _AGREE else None,
    )
    own = _OWN.get(field.name)
    if own is not None:
        return own(found, about)
    if field.within == (STEPS[0], STEPS[-1]):
        return _stepped(found, about.scales)
    return found


def _stepped(found: FormField, scales: Scales) -> FormField:
    """Give a field that holds a step of a scale: one picks it by its word or its number."""
    steps = scales.probabilities if found.name.endswith("probability") else scales.impacts
    words: dict[Value, str] = {rank: f"{rank} {step.word}" for rank, step in enumerate(steps, 1)}
    words[None] = _("not assessed")
    found = replace(found, options=(*STEPS, None), words=words, hint=_ranges(steps))
    if found.name in _OF_CONSEQUENCES:
        return replace(found, depth=1)
    for which, (_probability, impact, _prefix) in PREFIXES.items():
        if found.name == impact:
            return replace(found, follows=_worst(which))
    return found


def _ranges(steps: Iterable[Step]) -> str:
    """Say what the steps of a scale stand for."""
    ends = [step.least for step in steps if step.least is not None]
    told = " ".join(f"{rank}: {end.normalize():f} %+" for rank, end in enumerate(ends, 1))
    return _("Arrows or a digit; from: {steps}").format(steps=told)


def _worst(which: str) -> Callable[[Reader], Value]:
    """Give what the impact of the whole follows from: the worst by consequence, where any was assessed."""

    def worst(read: Reader) -> Value:
        steps = [step for name in impact_fields(which) if isinstance(step := read(name), int)]
        return max(steps, default=None)

    return worst


def score_field(which: str, about: RiskKnown) -> FormField:
    """Give the line that tells a score as it follows from what is typed."""
    labels = {"score": N_("Score"), "inherent": N_("Inherent score"), "target": N_("Target score")}

    def told(read: Reader) -> Value:
        found = grade(severity(read, which), about.scales)
        if found is None:
            return _("not assessed")
        named = about.scales.bands[found.band].name
        return f"{found.severity.probability}×{found.severity.impact} = {found.score}, {named}"

    field = Field(f"{SCORED}{which}", Kind.LINE, labels[which])
    return FormField(field, _(GROUPS["assessment"]), fixed=True, follows=told)


def review_proposed(about: RiskKnown) -> Callable[[Reader], Value]:
    """Give what proposes the next review: the sooner, the hotter the risk is by what is typed."""
    today = about.known.around.today

    def proposed(read: Reader) -> date:
        return next_review(today, grade(severity(read), about.scales))

    return proposed


def _agreement(name: str) -> Callable[[Value, Reader], None]:
    """Give the check that a value agrees with the others, as the rules of risks say."""

    def check(value: Value, read: Reader) -> None:
        whole = {field.name: read(field.name) for field in RISK_FIELDS}
        whole["side"] = whole["side"] or Side.THREAT.value
        agreeing({**whole, name: value}, {name: value})

    return check


def _side(found: FormField, _about: RiskKnown) -> FormField:
    """Give the side: a threat unless one says otherwise."""
    return replace(found, required=True)


def _status(found: FormField, _about: RiskKnown) -> FormField:
    """Give the status: what is not decided by a key of its own."""
    options = tuple(status.value for status in Status if not status.over)
    hint = _("A risk that happens or is closed has a key of its own.")
    return replace(
        found, options=options, words={each.value: _(STATUS_LABELS[each]) for each in Status}, hint=hint
    )


def _level(found: FormField, _about: RiskKnown) -> FormField:
    """Give the level: that of what the risk is of, unless one says otherwise."""

    def proposed(read: Reader) -> Value:
        return usual({name: read(name) for name in ("project", "programme")})["level"]

    return replace(found, proposes=proposed)


def strategy_field(found: FormField, side: Side) -> FormField:
    """Give the response to one side: none of the other can be picked."""
    options = tuple(response.value for response in RESPONSES[side])
    words: Mapping[Value, str] = {each.value: _(RESPONSE_LABELS[each]) for each in RESPONSES[side]}
    return replace(found, options=options, words=words, required=True, check=None)


def _responses(found: FormField, _about: RiskKnown) -> FormField:
    """Give the response of a risk of either side."""
    return replace(found, check=_agreement("strategy"))


_OWN: dict[str, Callable[[FormField, RiskKnown], FormField]] = {
    "side": _side,
    "status": _status,
    "level": _level,
    "strategy": _responses,
}
"""The fields that are asked for like no other."""
