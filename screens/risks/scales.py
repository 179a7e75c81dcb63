"""Flows of what a portfolio sets for its risks: bands, scales and appetite, each shown before it is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risk_fields import LEVEL_LABELS
from pmo_tui.domain.risks import STEPS, Appetite, Band, Level, Step, check_bands, check_steps
from pmo_tui.services import risk_forms, risk_settings
from pmo_tui.services.risk_forms import RiskKnown
from pmo_tui.services.risk_settings import Moved
from pmo_tui.words import _, _n, numbers
from pmo_tui.words.numbers import point
from screens.cells import Line, line
from screens.forms.fields import FormField
from screens.forms.form import Form
from screens.forms.state import FormState
from screens.shell.choose import Choice
from screens.shell.page import Page

MOST_BANDS = 6
"""How many bands a portfolio can set here."""
_SCORES = (1, STEPS[-1] ** 2)


async def change_settings(page: Page) -> None:
    """Let a person choose what is to be set for risks, and set it."""
    choices = [
        Choice("bands", _("Bands"), _("names of the classes, and where each begins")),
        Choice("probability", _("Probability"), _("words and ranges of its five steps")),
        Choice("impact", _("Impact"), _("words and ranges of its five steps")),
        Choice("appetite", _("Appetite"), _("the highest score that nobody has to accept, by level")),
    ]
    chosen = await page.choose(_("Set for all risks"), choices)
    if chosen is None:
        return
    about = await page.ask(risk_forms.known)
    if chosen == "bands":
        await _bands(page, about)
    elif chosen == "appetite":
        await _appetite(page, about)
    else:
        await _steps(page, chosen, about)


async def _bands(page: Page, about: RiskKnown) -> None:
    """Let the bands be changed, after a look at which risks would change theirs."""
    scales = about.scales
    fields: list[FormField] = []
    values: dict[str, Value] = {}
    for number in range(MOST_BANDS):
        section = _("Band {number}").format(number=number + 1)
        fields.append(FormField(Field(f"name{number}", Kind.LINE, N_("Name")), section))
        fields.append(
            FormField(Field(f"least{number}", Kind.INTEGER, N_("Begins at"), within=_SCORES), section)
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
    bands: tuple[Band, ...] | None = await page.talk(Form(_("Bands of scores"), state, read))
    if bands is None or bands == scales.bands:
        return
    moved = await page.ask(risk_settings.preview, bands)
    if await page.confirm(_("Set these bands?"), _moves(moved, page.pmo.glyphs.to)):
        await page.ask(risk_settings.set_bands, bands)
        _say_set(page)


def _bands_of(state: FormState) -> list[Band]:
    """Give the bands as they are typed; one without a name is left out."""
    rows = [(state.value(f"name{number}"), state.value(f"least{number}")) for number in range(MOST_BANDS)]
    return [Band(str(name), least if isinstance(least, int) else 0) for name, least in rows if name]


def _moves(moved: Sequence[Moved], arrow: str) -> list[Line]:
    """Tell how many risks would change their band, and from which to which."""
    if not moved:
        return [line(" ", (_("No risk changes its band."), "muted"))]
    count = len(moved)
    told = _n("{count} risk changes its band:", "{count} risks change their band:", count)
    ways = Counter((each.before or _("none"), each.after or _("none")) for each in moved)
    lines = [line(" ", (told.format(count=numbers.whole(count)), "warn"))]
    for (before, after), number in ways.most_common(5):
        lines.append(line(f"   {numbers.whole(number)}  {before} {arrow} {after}"))
    return lines


async def _steps(page: Page, axis: str, about: RiskKnown) -> None:
    """Let the words and ranges of a scale be changed: each step ends where the next one begins."""
    steps = about.scales.probabilities if axis == "probability" else about.scales.impacts
    fields: list[FormField] = []
    values: dict[str, Value] = {}
    for rank, step in enumerate(steps, 1):
        section = _("Step {number}").format(number=rank)
        fields.append(FormField(Field(f"word{rank}", Kind.LINE, N_("Word")), section, required=True))
        fields.append(FormField(Field(f"most{rank}", Kind.DECIMAL, N_("Up to, in percent")), section))
        values |= {f"word{rank}": step.word, f"most{rank}": step.most}

    async def read(state: FormState) -> tuple[Step, ...]:
        found: list[Step] = []
        for rank in STEPS:
            most = state.value(f"most{rank}")
            least = found[-1].most if found else Decimal(0)
            found.append(
                Step(str(state.value(f"word{rank}")), least, most if isinstance(most, Decimal) else None)
            )
        check_steps(found)
        return tuple(found)

    state = FormState(fields, values, about.known.around.today, point=point())
    title = _("Steps of probability") if axis == "probability" else _("Steps of impact")
    found: tuple[Step, ...] | None = await page.talk(Form(title, state, read))
    if found is None or found == steps:
        return
    told = _("Scores and bands stay. The exposure of risks without a chance in percent follows the steps.")
    if await page.confirm(_("Set these steps?"), [line(" ", (told, "muted"))]):
        await page.ask(risk_settings.set_steps, axis, found)
        _say_set(page)


async def _appetite(page: Page, about: RiskKnown) -> None:
    """Let the limits of the appetite be changed, level by level; those of categories stay."""
    scales = about.scales
    fields = [
        FormField(
            Field(level.value, Kind.INTEGER, LEVEL_LABELS[level], within=(0, _SCORES[1])), required=True
        )
        for level in Level
    ]
    values: dict[str, Value] = {level.value: scales.appetite.by_level.get(level) for level in Level}

    async def read(state: FormState) -> Appetite:
        limits = {level: state.value(level.value) for level in Level}
        by_level = {level: most for level, most in limits.items() if isinstance(most, int)}
        return scales.appetite._replace(by_level=by_level)

    state = FormState(fields, values, about.known.around.today, point=point())
    title = _("The highest score within the appetite")
    appetite: Appetite | None = await page.talk(Form(title, state, read))
    if appetite is not None and appetite != scales.appetite:
        await page.ask(risk_settings.set_appetite, appetite)
        _say_set(page)


def _say_set(page: Page) -> None:
    """Say that something was set, and which key takes it back."""
    page.say(_("Set for all risks. {key} takes it back.").format(key=page.key_of("shell.undo")), role="good")
