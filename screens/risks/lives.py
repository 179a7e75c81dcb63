"""Flows of a risk's life, one key each: respond, new action, escalate, hand back, occur, close."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risk_fields import LEVEL_LABELS, RISK_FIELDS
from pmo_tui.domain.risk_parts import ACTION_FIELDS
from pmo_tui.domain.risk_values import impact_fields
from pmo_tui.domain.risks import Level, Response, Side
from pmo_tui.services import comments, risk_actions, risk_issues, risk_lives
from pmo_tui.services.editing import Conflict
from pmo_tui.services.risk_forms import Subject
from pmo_tui.services.risks import RISK
from pmo_tui.words import _
from screens.cells import line
from screens.forms.fields import FormField, Reader
from screens.forms.state import FormState
from screens.forms.usual import usual_field
from screens.risks.fields import field_of, score_field, some_fields, strategy_field
from screens.risks.flows import read_subject
from screens.risks.steps import Step, taken
from screens.shell.page import Page
from screens.things.edited import told_of

_ACTION = "@action_"
"""What the fields of an action begin with in a form about its risk."""
_ON_ACTION = ("title", "owner", "due", "cost")


async def respond_to_risk(page: Page, key: int) -> Item | None:
    """Decide what is done about a risk, with a first action for it."""

    def fields(subject: Subject) -> list[FormField]:
        about = subject.about
        strategy = strategy_field(
            field_of(RISK_FIELDS.by_name["strategy"], about), Side(subject.risk.value("side"))
        )
        target = ("target_probability", *_assessed(subject, "target"), "target_impact")
        accepting = _if(Response.ACCEPT)
        accepted = [
            replace(each, when=accepting) for each in some_fields(("accepted_by", "accepted_why"), about)
        ]
        return [
            replace(strategy, section=""),
            *accepted,
            *(_action_field(name, subject) for name in _ON_ACTION),
            *(replace(each, section=_("After the response")) for each in some_fields(target, about)),
            replace(score_field("target", about), section=_("After the response")),
            *(replace(each, section=_("If it happens")) for each in some_fields(("contingency",), about)),
        ]

    async def act(page: Page, risk: Item, state: FormState) -> Item:
        changes, action = _parted(state.changes())
        strategy = Response(str(state.value("strategy")))
        changes.pop("strategy", None)
        return await page.ask(risk_lives.respond, risk, strategy, changes, action)

    title, told = _("Respond to {code} {name}"), _("Responded: {code}. {key} takes it back.")
    return await taken(page, key, Step("respond", title, fields, act, lambda _risk: told, at="strategy"))


def _assessed(subject: Subject, which: str) -> list[str]:
    """Give the impacts by consequence of a score that were assessed."""
    return [name for name in impact_fields(which) if subject.risk.value(name) is not None]


def _if(response: Response) -> Callable[[Reader], bool]:
    """Give the question whether a response is chosen."""
    return lambda read: read("strategy") == response.value


def _action_field(name: str, subject: Subject) -> FormField:
    """Give the field of an action in a form about its risk."""
    field = ACTION_FIELDS.by_name[name]
    found = usual_field(field._replace(name=_ACTION + name), subject.known, _("First action"))
    return replace(found, known=subject.known.names.get(field.of, ()))


def _parted(changes: Mapping[str, Value]) -> tuple[dict[str, Value], dict[str, Value]]:
    """Part what is changed of the risk from what an action is given, {} where nothing is said of one."""
    action = {
        name.removeprefix(_ACTION): value for name, value in changes.items() if name.startswith(_ACTION)
    }
    rest = {name: value for name, value in changes.items() if not name.startswith("@")}
    return rest, action if any(value not in (None, "", ()) for value in action.values()) else {}


async def add_action(page: Page, key: int) -> Item | None:
    """Add an action that responds to a risk."""

    def fields(subject: Subject) -> list[FormField]:
        found = [replace(_action_field(name, subject), section="") for name in _ON_ACTION]
        return [replace(each, required=each.name == f"{_ACTION}title") for each in found]

    async def act(page: Page, risk: Item, state: FormState) -> Item:
        await page.ask(risk_actions.add, risk, _parted(state.changes())[1])
        return risk

    title, told = _("New action for {code} {name}"), _("Action added to {code}. {key} takes it back.")
    return await taken(page, key, Step("act", title, fields, act, lambda _risk: told))


async def escalate_risk(page: Page, key: int) -> Item | None:
    """Give a risk to a higher level, for a reason."""
    subject = await read_subject(page, key)
    if subject is None:
        return None
    ranks = [level.value for level in Level]
    higher = ranks[ranks.index(str(subject.risk.value("level"))) + 1 :]
    if not higher:
        page.say(told_of(_("{code} stands at the highest level already."), RISK, subject.risk), role="warn")
        return None
    field = RISK_FIELDS.by_name["level"]._replace(name="@level", choices=tuple(higher))
    why = Field("@why", Kind.TEXT, N_("Why it is escalated"))

    def fields(_subject: Subject) -> list[FormField]:
        words: dict[Value, str] = {level.value: _(LEVEL_LABELS[level]) for level in Level}
        return [FormField(field, options=tuple(higher), words=words), FormField(why, required=True)]

    async def act(page: Page, risk: Item, state: FormState) -> Item:
        level = Level(str(state.value("@level")))
        return await page.ask(risk_lives.escalate, risk, level, str(state.value("@why")))

    title, told = _("Escalate {code} {name}"), _("Escalated: {code}. {key} takes it back.")
    begun: dict[str, Value] = {"@level": higher[0]}
    return await taken(page, key, Step("escalate", title, fields, act, lambda _risk: told, "@why", begun))


async def hand_back_risk(page: Page, key: int) -> Item | None:
    """Give an escalated risk back to the level from which it came."""
    subject = await read_subject(page, key)
    if subject is None:
        return None
    done = await _at_once(
        page, subject.risk, risk_lives.hand_back, _("Handed back: {code}. {key} takes it back.")
    )
    if done is not None:
        told = _("{code} is handed back and stands at this level now: {level}. {key} takes it back.")
        level = _(LEVEL_LABELS[Level(done.value("level"))])
        page.say(told_of(told, RISK, done, level=level, key=page.key_of("shell.undo")), role="good")
    return done


async def occurred(page: Page, key: int) -> Item | None:
    """Record that a risk has happened, after asking."""
    subject = await read_subject(page, key)
    if subject is None:
        return None
    question = told_of(_("Has it happened? {code} {name}"), RISK, subject.risk)
    if not await page.confirm(question, [line(" ", (_what_follows(subject.risk), "muted"))], default=False):
        return None
    done = await _at_once(
        page, subject.risk, risk_lives.occur, _("{code} has occurred. {key} takes it back.")
    )
    issue = await page.ask(risk_issues.issue_of, done) if done is not None else None
    if done is not None and issue is not None:
        told = _("{code} has occurred and is now issue {issue}. {key} takes it back.")
        undo = page.key_of("shell.undo")
        page.say(told_of(told, RISK, done, issue=issue.code, key=undo), role="good")
    return done


def _what_follows(risk: Item) -> str:
    """Say what a risk that has happened becomes."""
    if risk.value("side") == Side.OPPORTUNITY.value:
        return _("It leaves the opportunities as one that has come about.")
    return _("It leaves the risks as occurred, and stands among the issues from then on.")


async def _at_once(page: Page, base: Item, act: Callable[..., Item], told: str) -> Item | None:
    """Do something with a risk as it stands, and tell it."""
    try:
        done = await page.ask(act, base)
    except Conflict:
        page.say(_("Someone has changed it meanwhile: look again and repeat."), role="warn")
        return None
    page.say(told_of(told, RISK, done, key=page.key_of("shell.undo")), role="good")
    return done


async def close_risk(page: Page, key: int) -> Item | None:
    """Close a risk for a reason, with what is to be learned of it."""

    def fields(subject: Subject) -> list[FormField]:
        reason, lesson = some_fields(("reason", "lesson"), subject.about)
        return [replace(reason, required=True), lesson]

    async def act(page: Page, risk: Item, state: FormState) -> Item:
        lesson = state.value("lesson")
        return await page.ask(risk_lives.close, risk, str(state.value("reason")), str(lesson or ""))

    title, told = _("Close {code} {name}"), _("Closed: {code}. {key} takes it back.")
    return await taken(page, key, Step("close", title, fields, act, lambda _risk: told))


async def comment_on_risk(page: Page, key: int) -> Item | None:
    """Write a comment on a risk."""
    text = Field("@comment", Kind.TEXT, N_("Comment"))

    def fields(_subject: Subject) -> list[FormField]:
        return [FormField(text, required=True)]

    async def act(page: Page, risk: Item, state: FormState) -> Item:
        await page.ask(comments.add, "risk", risk, str(state.value("@comment")))
        return risk

    title, told = _("Comment on {code} {name}"), _("Comment kept on {code}. {key} takes it back.")
    return await taken(page, key, Step("comment", title, fields, act, lambda _risk: told))
