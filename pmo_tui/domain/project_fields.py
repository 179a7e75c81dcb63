"""The fields of projects, each declared once, and the catalogue of a portfolio that declares others of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pmo_tui.domain.fields import LONGEST_TITLE, Catalogue, Field, Kind
from pmo_tui.domain.health import DIMENSION_FIELDS, DIMENSION_LABELS, Dimension
from pmo_tui.domain.portfolio import DECISION_LABELS, Decision
from pmo_tui.domain.refusal import N_

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
        longest=LONGEST_TITLE,
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
        rising=True,
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
