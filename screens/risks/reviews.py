"""Flows of reviews: of one risk in a form that is saved with one key, or of many that stand as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from pmo_tui.domain.items import Item
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.risk_values import impact_fields
from pmo_tui.domain.typed import read
from pmo_tui.services import portfolio, risk_lives, risks
from pmo_tui.services.risk_forms import Subject
from pmo_tui.words import _, _n, numbers
from pmo_tui.words.dates import date_
from pmo_tui.words.numbers import point
from screens.forms.fields import FormField
from screens.forms.state import SAVE, FormState
from screens.risks.fields import review_proposed, score_field, some_fields
from screens.risks.steps import Step, taken
from screens.shell.checked_prompt import CheckedPrompt
from screens.shell.page import Page


async def review_risks(page: Page, keys: Sequence[int]) -> int:
    """Review one risk, or several that stand as they are; gives how many were."""
    if len(keys) == 1:
        return 1 if await taken(page, keys[0], _review()) is not None else 0
    bases = await page.ask(risks.read, list(keys))
    read_day = _day((await page.ask(portfolio.surroundings)).today)
    title = _n(
        "{count} risk stands as it is: next review",
        "{count} risks stand as they are: next review",
        len(bases),
    )
    about = _("A day for all, such as +30d; blank: each in its usual interval, the hotter the sooner.")
    day: str | None = await page.talk(
        CheckedPrompt(title.format(count=numbers.whole(len(bases))), about=about, check=read_day)
    )
    if day is None:
        return 0
    count = await page.ask(risk_lives.review_many, bases, read_day(day))
    told = _n(
        "{count} risk reviewed. {key} takes it back.", "{count} risks reviewed. {key} takes it back.", count
    )
    page.say(told.format(count=numbers.whole(count), key=page.key_of("shell.undo")), role="good")
    return count


def _day(today: date) -> Callable[[str], date | None]:
    """Give what reads a day to come, nothing for a blank."""

    def day(text: str) -> date | None:
        value = read(RISK_FIELDS.by_name["review"], text, today, point())
        if isinstance(value, date) and value < today:
            raise Refusal(N_("The next review {day} is past: write a day from today on."), day=value)
        return value if isinstance(value, date) else None

    return day


def _review() -> Step:
    """Give the step of a review: still so? scores, next date; the cursor stands where one saves."""

    def fields(subject: Subject) -> list[FormField]:
        value = subject.risk.value
        by_consequence = [name for name in impact_fields("score") if value(name) is not None]
        found = some_fields(("probability", *by_consequence, "impact"), subject.about)
        [again] = some_fields(("review",), subject.about)
        again = replace(again, required=True, proposes=review_proposed(subject.about))
        return [*found, replace(score_field("score", subject.about), section=""), again]

    async def act(page: Page, risk: Item, state: FormState) -> Item:
        changes = {name: value for name, value in state.changes().items() if name != "review"}
        again = state.value("review")
        assert isinstance(again, date)
        return await page.ask(risk_lives.review, risk, again, changes)

    def told(risk: Item) -> str:
        again = risk.value("review")
        day = date_(again) if isinstance(again, date) else ""
        return _("Reviewed: {code} {name}. Next on {day}.").replace("{day}", day)

    title = _("Still so? {code} {name}")
    return Step("review", title, fields, act, told, at=SAVE, begun={"review": None})
