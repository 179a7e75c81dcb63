"""Projects: what is known of one, which fields it has, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from pmo_tui.domain.fields import Catalogue, Field, Kind, Value
from pmo_tui.domain.health import (
    DIMENSION_FIELDS,
    DIMENSION_LABELS,
    Declaration,
    Dimension,
    Health,
)
from pmo_tui.domain.money import Cents
from pmo_tui.domain.portfolio import DECISION_LABELS, Decision
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.rollups import NO_RISKS, Rollup

GROUPS = {
    "overview": N_("Overview"),
    "health": N_("Weather"),
    "money": N_("Money"),
    "dates": N_("Dates"),
    "links": N_("Links"),
    "custom": N_("More"),
}
"""The parts of a project's page and form, in order, with their labels."""


def _of_dimension(dimension: Dimension, *aliases: str) -> tuple[Field, ...]:
    """Give the three fields that declare one dimension's health: the colour, the comment, the day."""
    name = DIMENSION_FIELDS[dimension]
    # the worst risk has the name of that dimension too, and lends it where healths are asked for
    called = aliases if dimension is Dimension.RISK else (dimension.value, *aliases)
    return (
        Field(name, Kind.HEALTH, DIMENSION_LABELS[dimension], called, "health"),
        Field(f"{name}_comment", Kind.TEXT, N_("Comment"), (), "health"),
        Field(f"{name}_date", Kind.DATE, N_("Declared on"), (), "health"),
    )


_CODES = ("id", "project id", "project code", "identifiant", "référence", "ref")

BUILT_IN: tuple[Field, ...] = (
    Field("code", Kind.LINE, N_("Code"), _CODES, required=True),
    Field(
        "name",
        Kind.LINE,
        N_("Name"),
        ("project", "project name", "title", "projet", "nom", "nom du projet", "intitulé"),
        required=True,
    ),
    Field("summary", Kind.TEXT, N_("Summary"), ("description", "résumé", "objet", "aims")),
    Field("programme", Kind.REFERENCE, N_("Programme"), ("program", "prog"), of="programme"),
    Field("phase", Kind.REFERENCE, N_("Phase"), ("stage", "étape"), of="phase", required=True),
    Field(
        "pm",
        Kind.REFERENCE,
        N_("Project manager"),
        ("project manager", "manager", "chef de projet", "cp"),
        of="person",
        short=N_("PM"),
    ),
    Field("sponsor", Kind.REFERENCE, N_("Sponsor"), ("sro", "commanditaire"), of="person"),
    Field(
        "department", Kind.LINE, N_("Department"), ("dept", "direction", "département", "service", "entité")
    ),
    Field("priority", Kind.INTEGER, N_("Priority"), ("prio", "priorité")),
    Field("score", Kind.DECIMAL, N_("Score"), ("note",)),
    Field("tags", Kind.TAGS, N_("Tags"), ("tag", "labels", "étiquettes", "étiquette", "mots clés")),
    Field(
        "objectives",
        Kind.REFERENCES,
        N_("Objectives"),
        ("objective", "objectifs", "objectif stratégique"),
        of="objective",
    ),
    Field(
        "health",
        Kind.HEALTH,
        N_("Weather"),
        ("rag", "weather", "status", "météo", "santé", "statut"),
        "health",
        short=N_("W"),
    ),
    Field("health_comment", Kind.TEXT, N_("Comment"), ("status comment", "commentaire météo"), "health"),
    Field("health_date", Kind.DATE, N_("Declared on"), ("status date", "date météo"), "health"),
    Field(
        "health_previous", Kind.HEALTH, N_("Weather before"), ("météo précédente",), "health", remembered=True
    ),
    Field(
        "computed",
        Kind.HEALTH,
        N_("Computed weather"),
        ("computed health", "computed weather", "calculé", "météo calculée"),
        "health",
        derived=True,
        short=N_("Comp."),
    ),
    Field(
        "optimistic",
        Kind.YES_NO,
        N_("Declared better than computed"),
        ("optimiste",),
        "health",
        derived=True,
        short=N_("Optim."),
    ),
    Field(
        "risks",
        Kind.INTEGER,
        N_("Open risks"),
        ("open risks", "risques ouverts", "nb risques"),
        "health",
        derived=True,
        short=N_("Risks"),
    ),
    Field(
        "risk",
        Kind.CHOICE,
        N_("Worst risk"),
        ("worst risk", "risque", "risques", "pire risque"),
        "health",
        derived=True,
        healths="health_risk",
    ),
    *_of_dimension(Dimension.TIME, "météo délais", "délais"),
    *_of_dimension(Dimension.COST, "météo coûts", "coûts"),
    *_of_dimension(Dimension.SCOPE, "météo périmètre", "périmètre"),
    *_of_dimension(Dimension.RESOURCES, "météo ressources", "ressources"),
    *_of_dimension(Dimension.RISK, "météo risques"),
    Field("budget", Kind.MONEY, N_("Budget"), ("bac", "budget at completion", "budget initial"), "money"),
    Field(
        "forecast",
        Kind.MONEY,
        N_("Forecast"),
        ("eac", "estimate at completion", "prévision", "atterrissage"),
        "money",
    ),
    Field("actual", Kind.MONEY, N_("Actual"), ("ac", "actual cost", "spent", "réalisé", "dépensé"), "money"),
    Field(
        "exposure",
        Kind.MONEY,
        N_("Exposure to risks"),
        ("risk exposure", "emv", "exposition", "exposition aux risques"),
        "money",
        derived=True,
        short=N_("Exposure"),
    ),
    Field("overrun", Kind.PERCENT, N_("Overrun"), ("dépassement",), "money", derived=True),
    Field(
        "start", Kind.DATE, N_("Start"), ("start date", "forecast start", "début", "date de début"), "dates"
    ),
    Field(
        "finish",
        Kind.DATE,
        N_("Finish"),
        ("end", "end date", "finish date", "forecast finish", "fin", "date de fin"),
        "dates",
    ),
    Field(
        "baseline_start", Kind.DATE, N_("Baseline start"), ("planned start", "début de référence"), "dates"
    ),
    Field(
        "baseline_finish",
        Kind.DATE,
        N_("Baseline finish"),
        ("planned finish", "planned end", "fin de référence"),
        "dates",
    ),
    Field("actual_start", Kind.DATE, N_("Actual start"), ("début réel",), "dates"),
    Field("actual_finish", Kind.DATE, N_("Actual finish"), ("fin réelle",), "dates"),
    Field(
        "slip",
        Kind.DAYS,
        N_("Slip"),
        ("delay", "retard", "glissement"),
        "dates",
        derived=True,
        short=N_("Slip cal. d"),
    ),
    Field("links", Kind.LINKS, N_("Links"), ("link", "url", "urls", "liens", "lien"), "links"),
    Field(
        "decision",
        Kind.CHOICE,
        N_("Last decision"),
        ("gate decision", "décision", "dernière décision"),
        choices=tuple(decision.value for decision in Decision),
        said={decision.value: label for decision, label in DECISION_LABELS.items()},
        derived=True,
    ),
    Field("created", Kind.DATE, N_("Created"), ("créé", "created on"), derived=True),
    Field("updated", Kind.DATE, N_("Updated"), ("modified", "modifié", "mis à jour"), derived=True),
)

_NOTHING_DECLARED = Declaration()

PROJECT_FIELDS = Catalogue("project", BUILT_IN, GROUPS)
"""The fields that every project has; `with_custom` adds a portfolio's own."""

RESERVED = frozenset(PROJECT_FIELDS.by_name)
"""The keys that no own field of a portfolio can have: something else of a project is kept under them."""


def with_custom(custom: tuple[Field, ...], bands: tuple[str, ...] = ()) -> Catalogue:
    """Give the catalogue of a portfolio that declares the fields `custom`, and whose risks stand in these bands.

    An own field that is older than a built-in one of the same name keeps it.
    """
    if not custom:
        return _built_in(bands)
    own = {field.name for field in custom}
    return Catalogue(
        "project", (*(field for field in _with_bands(bands) if field.name not in own), *custom), GROUPS
    )


@cache
def _built_in(bands: tuple[str, ...]) -> Catalogue:
    """Give the catalogue of a portfolio without fields of its own."""
    return Catalogue("project", _with_bands(bands), GROUPS) if bands else PROJECT_FIELDS


def _with_bands(bands: tuple[str, ...]) -> Iterator[Field]:
    """Walk the built-in fields, with the names of the bands as those of the worst risk."""
    return (field._replace(choices=bands) if field.name == "risk" else field for field in BUILT_IN)


class Project(NamedTuple):
    """A project as it is known now; `id` and `version` say which row and which state of it was read."""

    id: int
    version: int
    code: str
    name: str
    phase: str
    summary: str | None = None
    programme: str | None = None
    pm: str | None = None
    sponsor: str | None = None
    department: str | None = None
    priority: int | None = None
    score: Decimal | None = None
    tags: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    health: Health = Health.GREY
    health_comment: str | None = None
    health_date: date | None = None
    health_previous: Health = Health.GREY
    """What was declared before; grey where nothing was."""
    dimensions: Mapping[Dimension, Declaration] = {}
    budget: Cents | None = None
    forecast: Cents | None = None
    actual: Cents | None = None
    start: date | None = None
    finish: date | None = None
    baseline_start: date | None = None
    baseline_finish: date | None = None
    actual_start: date | None = None
    actual_finish: date | None = None
    links: tuple[str, ...] = ()
    custom: Mapping[str, Value] = {}
    created_at: datetime | None = None
    updated_at: datetime | None = None
    computed: Health = Health.GREY
    """What its figures say, by the portfolio's limits, on the day on which it was read; grey where that is unknown."""
    decision: str | None = None
    """The last decision at a gate."""
    rollup: Rollup = NO_RISKS
    """What its open risks come to."""
    created: date | None = None
    """The day of `created_at` where it was read, which the rules can't know: they have no clock."""
    updated: date | None = None

    def value(self, name: str) -> Value:
        """Give the value of the field called `name` (its stable name); what is unknown is empty."""
        getter = None if name in self.custom else _GETTERS.get(name)
        return self.custom.get(name) if getter is None else getter(self)


def slip(project: Project) -> int | None:
    """Give how many calendar days the finish has moved from the baseline: positive is late, None is unknown.

    The finish is the actual one where there is one, the forecast otherwise.
    """
    return days_between(project.baseline_finish, project.actual_finish or project.finish)


def days_between(baseline: date | None, day: date | None) -> int | None:
    """Give how many calendar days a day has moved from its baseline, None where one of them is unknown."""
    return None if baseline is None or day is None else (day - baseline).days


def overrun(project: Project) -> Decimal | None:
    """Give by how many percent the forecast (EAC) passes the budget (BAC); None where either is unknown or BAC is 0.

    Source: VAC % of earned value management with its sign turned, (EAC − BAC) / BAC.
    """
    tenths = overrun_tenths(project.budget, project.forecast)
    return None if tenths is None else Decimal(tenths) / 10


def overrun_tenths(budget: Cents | None, forecast: Cents | None) -> int | None:
    """Give an overrun in tenths of a percent, exact and half to even, None where it is unknown."""
    if forecast is None or not budget:
        return None
    quotient, rest = divmod((forecast - budget) * 1000, budget)
    # divmod floors towards minus infinity and `rest` has the sign of `budget`, so compare absolute values
    twice, whole = abs(2 * rest), abs(budget)
    return quotient + (twice > whole or (twice == whole and quotient % 2 == 1))


def optimistic(project: Project) -> bool | None:
    """Tell whether what was declared is better than what the figures say, for then one asks; None where one is grey."""
    if Health.GREY in {project.health, project.computed}:
        return None
    return project.health.severity < project.computed.severity


def _declared(dimension: Dimension, part: str) -> Getter:
    """Give what gets one of the three fields of a dimension's declaration."""

    def getter(project: Project) -> Value:
        """Get it."""
        said = project.dimensions.get(dimension, _NOTHING_DECLARED)
        return said.health if not part else said.on if part == "_date" else said.comment or None

    return getter


Getter = Callable[[Project], Value]
"""Gets the value of one field of a project."""

_GETTERS: dict[str, Getter] = {
    **{field.name: attrgetter(field.name) for field in BUILT_IN if field.name in Project._fields},
    **{
        f"{name}{part}": _declared(dimension, part)
        for dimension, name in DIMENSION_FIELDS.items()
        for part in ("", "_comment", "_date")
    },
    "optimistic": optimistic,
    "slip": slip,
    "overrun": overrun,
    "risks": attrgetter("rollup.risks"),
    "risk": attrgetter("rollup.band"),
    "exposure": attrgetter("rollup.exposure"),
}
"""How the value of each built-in field is got, worked out once, for lists ask for millions."""
