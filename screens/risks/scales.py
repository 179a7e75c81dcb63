"""Flows of what a portfolio sets for its risks: bands, scales, appetite, categories, each shown before it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risk_fields import LEVEL_LABELS
from pmo_tui.domain.risks import CERTAIN, STEPS, Appetite, Band, Level, Step, check_bands, check_steps
from pmo_tui.services import risk_forms, risk_settings, views
from pmo_tui.services.risk_forms import RiskKnown
from pmo_tui.services.risk_settings import Crossings
from pmo_tui.words import _, _n, numbers
from pmo_tui.words.numbers import point
from screens.cells import line
from screens.forms.fields import FormField
from screens.forms.form import Form
from screens.forms.state import FormState
from screens.risks.categories import change_categories
from screens.risks.touched import crossed, left_behind, moves
from screens.shell.choose import Choice
from screens.shell.page import Page

MOST_BANDS = 6
"""How many bands a portfolio can set here."""
_SCORES = (1, STEPS[-1] ** 2)


async def change_settings(page: Page) -> None:
    """Let a person choose what is to be set for risks, and set it; each choice tells how it is set now."""
    about = await page.ask(risk_forms.known)
    scales = about.scales
    limits = scales.appetite.by_level
    top = sum(parent is None for parent in scales.parents.values())
    told = _n(
        "{count} category, {top} of the upper level",
        "{count} categories, {top} of the upper level",
        len(scales.parents),
    )
    choices = [
        Choice("bands", _("Bands of scores"), _in_a_row(page, _bounds(scales.bands))),
        Choice(
            "probability", _("Steps of probability"), _in_a_row(page, (s.word for s in scales.probabilities))
        ),
        Choice("impact", _("Steps of impact"), _in_a_row(page, (s.word for s in scales.impacts))),
        Choice(
            "appetite",
            _("Appetite by level"),
            _in_a_row(page, (f"{_(LEVEL_LABELS[each])} {limits[each]}" for each in Level if each in limits)),
        ),
        Choice(
            "categories",
            _("Categories"),
            told.format(count=numbers.whole(len(scales.parents)), top=numbers.whole(top)),
        ),
    ]
    chosen = await page.choose(_("Set for all risks"), choices)
    if chosen == "bands":
        await _bands(page, about)
    elif chosen == "appetite":
        await _appetite(page, about)
    elif chosen == "categories":
        await change_categories(page)
    elif chosen is not None:
        await _steps(page, chosen, about)


def _in_a_row(page: Page, words: Iterable[str]) -> str:
    """Give words in a row, parted as facts are."""
    return f" {page.pmo.glyphs.dot} ".join(words)


def _bounds(bands: Sequence[Band]) -> Iterator[str]:
    """Walk the names of bands, each with its least and its greatest score."""
    ends = [*(each.least - 1 for each in bands[1:]), _SCORES[1]]
    for each, most in zip(bands, ends, strict=True):
        yield f"{each.name} {each.least}–{most}" if most > each.least else f"{each.name} {most}"


async def _bands(page: Page, about: RiskKnown) -> None:
    """Let the bands be changed, after a look at which risks would change theirs."""
    scales = about.scales
    fields: list[FormField] = []
    values: dict[str, Value] = {}
    for number in range(MOST_BANDS):
        section = _("Band {number}").format(number=number + 1)
        fields.append(FormField(Field(f"name{number}", Kind.LINE, N_("Name")), section))
        fields.append(
            FormField(
                Field(f"least{number}", Kind.INTEGER, N_("Begins at"), within=_SCORES),
                section,
            )
        )
        if number < len(scales.bands):
            values |= {
                f"name{number}": scales.bands[number].name,
                f"least{number}": scales.bands[number].least,
            }

    async def read(state: FormState) -> tuple[Band, ...]:
        bands = tuple(_bands_of(state))
        check_bands(bands)
        return bands

    state = FormState(fields, values, about.known.around.today, point=point())
    bands: tuple[Band, ...] | None = await page.talk(
        Form(_("Bands of scores: each goes up to where the next one begins"), state, read)
    )
    if bands is None or bands == scales.bands:
        return
    moved = await page.ask(risk_settings.preview, bands)
    stale = await page.ask(views.broken, bands=bands)
    happens = [*moves(moved, page.pmo.glyphs.to), *left_behind(stale)]
    if await page.confirm(_("Set these bands?"), happens):
        await page.ask(risk_settings.set_bands, bands, scales.bands)
        _say_set(page)


def _bands_of(state: FormState) -> list[Band]:
    """Give the bands as they are typed; one without a name is left out."""
    rows = [(state.value(f"name{number}"), state.value(f"least{number}")) for number in range(MOST_BANDS)]
    return [Band(str(name), least if isinstance(least, int) else 0) for name, least in rows if name]


async def _steps(page: Page, axis: str, about: RiskKnown) -> None:
    """Let the words and ranges of a scale be changed: each step ends where the next one begins."""
    probable = axis == "probability"
    steps = about.scales.probabilities if probable else about.scales.impacts
    fields: list[FormField] = []
    values: dict[str, Value] = {}
    for rank, step in enumerate(steps, 1):
        section = _("Step {number}").format(number=rank)
        fields.append(FormField(Field(f"word{rank}", Kind.LINE, N_("Word")), section, required=True))
        fields.append(FormField(Field(f"most{rank}", Kind.DECIMAL, N_("Up to (%)")), section))
        values |= {f"word{rank}": step.word, f"most{rank}": step.most}

    async def read(state: FormState) -> tuple[Step, ...]:
        found: list[Step] = []
        for rank in STEPS:
            most = state.value(f"most{rank}")
            least = found[-1].most if found else Decimal(0)
            found.append(
                Step(str(state.value(f"word{rank}")), least, most if isinstance(most, Decimal) else None)
            )
        check_steps(found, CERTAIN if probable else None)
        return tuple(found)

    state = FormState(fields, values, about.known.around.today, point=point())
    title = (
        _("Steps of probability: each begins where the one before ends")
        if probable
        else _("Steps of impact: in percent of the project's budget or duration")
    )
    found: tuple[Step, ...] | None = await page.talk(Form(title, state, read))
    if found is None or found == steps:
        return
    told = _("Scores and bands stay. The exposure of risks without a chance in percent follows the steps.")
    if await page.confirm(_("Set these steps?"), [line(" ", (told, "muted"))]):
        await page.ask(risk_settings.set_steps, axis, found, steps)
        _say_set(page)


async def _appetite(page: Page, about: RiskKnown) -> None:
    """Let the limits of the appetite be changed, level by level, after a look at the risks they would bring above."""
    scales = about.scales
    fields = [
        FormField(
            Field(level.value, Kind.INTEGER, LEVEL_LABELS[level], within=(0, _SCORES[1])),
            required=True,
        )
        for level in Level
    ]
    values: dict[str, Value] = {level.value: scales.appetite.by_level.get(level) for level in Level}

    async def read(state: FormState) -> tuple[Appetite, Crossings]:
        limits = {level: state.value(level.value) for level in Level}
        by_level = {level: most for level, most in limits.items() if isinstance(most, int)}
        appetite = scales.appetite._replace(by_level=by_level)
        return appetite, await page.ask(risk_settings.look, appetite)

    state = FormState(fields, values, about.known.around.today, point=point())
    title = _("Appetite: the highest score that nobody has to accept")
    found: tuple[Appetite, Crossings] | None = await page.talk(Form(title, state, read))
    if found is None or found[0] == scales.appetite:
        return
    happens = crossed(found[1])
    if not happens or await page.confirm(_("Set this appetite?"), happens):
        await page.ask(risk_settings.set_appetite, found[0], scales.appetite)
        _say_set(page)


def _say_set(page: Page) -> None:
    """Say that something was set, and which key takes it back."""
    page.say(_("Set for all risks. {key} takes it back.").format(key=page.key_of("shell.undo")), role="good")
