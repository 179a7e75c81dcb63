"""Categories: the dialog that lists them with what stands in each, and the flows that add, change and delete one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_categories import CategoryDraft
from pmo_tui.domain.risk_fields import LEVEL_LABELS
from pmo_tui.domain.risks import STEPS, Level
from pmo_tui.services import risk_categories as service
from pmo_tui.services import risk_forms, views
from pmo_tui.services.risk_categories import Standing
from pmo_tui.services.risk_forms import RiskKnown
from pmo_tui.services.risk_settings import Crossings
from pmo_tui.words import _, numbers, say
from pmo_tui.words.numbers import point
from screens.cells import Line, Span, fit, line, width
from screens.forms.fields import FormField
from screens.forms.form import Form
from screens.forms.state import FormState
from screens.risks.touched import crossed, going_along, left_behind
from screens.shell.browse import Browse, Keys
from screens.shell.page import Page

_RISKS_CELLS = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one wants to do: add a category, or edit or delete one."""

    verb: str
    standing: Standing | None = None


class Categories(Browse):
    """Its answer is what one wants to do with which category; None where one went back."""

    def __init__(self, standings: Sequence[Standing], *, at: int = 0, reason: str = "") -> None:
        super().__init__(reason=reason)
        self._standings = standings
        self.at = max(0, min(at, len(standings) - 1))

    def heading(self) -> Sequence[Line]:
        """Give the title, and what stands in the columns."""
        return [
            line(
                (f" {_('Categories of risks')}", "strong"),
                right=[(f"{_('limits of its own')}{_('risks'):>{_RISKS_CELLS}} ", "muted")],
            )
        ]

    def count(self) -> int:
        """Tell how many categories there are."""
        return len(self._standings)

    def nothing(self) -> Span:
        """Say how a category comes to be."""
        return _("No category yet: {key} adds one.").format(key=self.hint("", "list.add")[0]), "muted"

    def row_line(self, number: int, cells: int) -> Line:
        """Give a category below the one above it, its limits, and how many risks stand in it."""
        standing = self._standings[number]
        category = standing.category
        right = f"{_limits(standing)}{numbers.whole(self._risks(standing)):>{_RISKS_CELLS}} "
        indent = "   " if category.parent else " "
        room = max(8, cells - width(right) - len(indent) - 2)
        name = fit(category.name, room, ellipsis=self.glyphs.ellipsis)
        return line(indent, (name, "" if category.parent else "strong"), right=[(right, "muted")])

    def _risks(self, standing: Standing) -> int:
        """Count the risks that stand in a category and in those below it."""
        name = standing.category.name
        return standing.risks + sum(each.risks for each in self._standings if each.category.parent == name)

    def keys(self) -> Keys:
        """Give the keys; where there is no category, one can only add one."""
        back, add = self.hint(_("back"), "shell.back"), self.hint(_("add"), "list.add")
        if not self._standings:
            return [add, back]
        edit = self.hint(_("change, move, limits"), "list.take")
        return [edit, add, self.hint(_("delete"), "list.delete"), back]

    def does(self, action: str) -> bool:
        """Add a category, or edit or delete the one under the cursor."""
        if action == "list.add":
            self.finish(Wanted("add"))
            return True
        verb = {"list.take": "edit", "list.rename": "edit", "list.delete": "delete"}.get(action)
        if verb is None or not self._standings:
            return False
        self.finish(Wanted(verb, self._standings[self.at]))
        return True


def _limits(standing: Standing) -> str:
    """Tell the limits of the appetite that are a category's own."""
    told = (f"{_(LEVEL_LABELS[level])} {most}" for level, most in standing.limits.items())
    return ", ".join(told)


async def change_categories(page: Page) -> None:
    """Let a person see the categories, and add, change and delete some; at the end say how it is taken back."""
    at, reason, wish = 0, "", 0
    before: Sequence[Standing] | None = None
    while True:
        standings = await page.ask(service.standings)
        before = before or standings
        if wish:
            at = next((n for n, each in enumerate(standings) if each.category.id == wish), at)
        wanted: Wanted | None = await page.talk(Categories(standings, at=at, reason=reason))
        if wanted is None:
            if standings != before:
                page.say(
                    _("Categories changed. {key} takes the last change back.").format(
                        key=page.key_of("shell.undo")
                    ),
                    role="good",
                )
            return
        reason, wish = "", 0
        try:
            if wanted.standing is None:
                wish = await _add(page, standings)
            else:
                at = standings.index(wanted.standing)
                flow = _delete if wanted.verb == "delete" else _edit
                wish = await flow(page, wanted.standing, standings)
        except Refusal as refusal:
            reason = say(refusal)


async def _add(page: Page, standings: Sequence[Standing]) -> int:
    """Add a category and give its key, 0 where one went back."""
    about = await page.ask(risk_forms.known)
    state = _state(about, standings, None)

    async def keep(state: FormState) -> int:
        return (await page.ask(service.add, _draft(state))).id

    key: int | None = await page.talk(Form(_("New category"), state, keep))
    return key or 0


async def _edit(page: Page, standing: Standing, standings: Sequence[Standing]) -> int:
    """Change a category after a look at the risks it touches, and give its key."""
    about = await page.ask(risk_forms.known)
    state = _state(about, standings, standing)
    base = standing.category

    async def read(state: FormState) -> tuple[CategoryDraft, Crossings]:
        draft = _draft(state)
        return draft, await page.ask(service.look, base, draft)

    title = _("Category “{name}”").format(name=base.name)
    found: tuple[CategoryDraft, Crossings] | None = await page.talk(Form(title, state, read))
    if found is None or found[0] == standing.draft:
        return base.id
    draft, crossing = found
    touched = _touched(standing, draft, standings)
    names = [draft.name if each.category.id == base.id else each.category.name for each in standings]
    stale = await page.ask(views.broken, categories=names)
    happens = [*going_along(touched, draft.name), *crossed(crossing), *left_behind(stale)]
    if not happens or await page.confirm(_("Change this category?"), happens):
        await page.ask(service.save, base, draft)
    return base.id


async def _delete(page: Page, standing: Standing, _standings: Sequence[Standing]) -> int:
    """Delete a category after asking where nothing stands in it; the service says why where it can't be."""
    base, undo = standing.category, page.key_of("shell.undo")
    if not standing.risks and not standing.below:
        happens = [line((" " + _("It can be undone with {key}.").format(key=undo), "muted"))]
        question = _("Delete the category “{name}”?").format(name=base.name)
        if not await page.confirm(question, happens, default=False):
            return 0
    await page.ask(service.delete, base)
    return 0


def _state(about: RiskKnown, standings: Sequence[Standing], standing: Standing | None) -> FormState:
    """Give the state of the form of a category."""
    here = standing.category if standing else None
    # one with others below it stays above: there are two levels
    tops = (
        ()
        if standing and standing.below
        else tuple(each.category.name for each in standings if each.category.parent is None)
    )
    options: tuple[Value, ...] = (None, *(name for name in tops if here is None or name != here.name))
    within = (0, STEPS[-1] ** 2)
    fields = [
        FormField(Field("name", Kind.LINE, N_("Name")), required=True),
        FormField(
            Field("parent", Kind.REFERENCE, N_("Below"), of="risk_category"),
            options=options,
            words={None: _("none: a category of the upper level")},
        ),
    ]
    by_level = about.scales.appetite.by_level
    for level in Level:
        hint = _("Only where it is stricter than that of the level: {most}.").format(
            most=by_level.get(level, within[1])
        )
        section = _("Highest score within the appetite")
        field = Field(level.value, Kind.INTEGER, LEVEL_LABELS[level], within=within)
        fields.append(FormField(field, section, hint=hint))
    values: dict[str, Value] = {}
    if standing:
        values = {"name": standing.category.name, "parent": standing.category.parent}
        values |= {level.value: most for level, most in standing.limits.items()}
    return FormState(fields, values, about.known.around.today, point=point())


def _draft(state: FormState) -> CategoryDraft:
    """Give the category as it is typed."""
    parent, limits = state.value("parent"), {level: state.value(level.value) for level in Level}
    return CategoryDraft(
        str(state.value("name") or ""),
        str(parent) if parent else None,
        {level: most for level, most in limits.items() if isinstance(most, int)},
    )


def _touched(standing: Standing, draft: CategoryDraft, standings: Sequence[Standing]) -> int:
    """Count the risks that a change touches: those in the category, with new limits also those below it."""
    below = [each.risks for each in standings if each.category.parent == standing.category.name]
    return standing.risks + (sum(below) if draft.limits != standing.limits else 0)
