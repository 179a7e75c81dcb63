"""The fields of risks, each declared once, and how their built-in choices are called."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_tui.domain.fields import LONGEST_TITLE, Catalogue, Field, Kind
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risks import DEFAULT_BANDS, STEPS, Consequence, Level, Response, Side, Status

GROUPS = {
    "overview": N_("Overview"),
    "assessment": N_("Assessment"),
    "money": N_("Money"),
    "response": N_("Response"),
    "life": N_("Life"),
    "links": N_("Links"),
}
"""The parts of a risk's page and form, in order, with their labels."""

SIDE_LABELS = {Side.THREAT: N_("Threat"), Side.OPPORTUNITY: N_("Opportunity")}

LEVEL_LABELS = {
    Level.PROJECT: N_("Project"),
    Level.PROGRAMME: N_("Programme"),
    Level.PORTFOLIO: N_("Portfolio"),
}

STATUS_LABELS = {
    Status.DRAFT: N_("Draft"),
    Status.OPEN: N_("Open"),
    Status.RESPONDING: N_("Responding"),
    Status.OCCURRED: N_("Occurred"),
    Status.CLOSED: N_("Closed"),
}

RESPONSE_LABELS = {
    Response.AVOID: N_("Avoid"),
    Response.TRANSFER: N_("Transfer"),
    Response.MITIGATE: N_("Mitigate"),
    Response.EXPLOIT: N_("Exploit"),
    Response.SHARE: N_("Share"),
    Response.ENHANCE: N_("Enhance"),
    Response.ACCEPT: N_("Accept"),
    Response.ESCALATE: N_("Escalate"),
}

_IMPACT_LABELS = {
    Consequence.TIME: N_("Impact on time"),
    Consequence.COST: N_("Impact on cost"),
    Consequence.SCOPE: N_("Impact on scope"),
    Consequence.QUALITY: N_("Impact on quality"),
    Consequence.REPUTATION: N_("Impact on reputation"),
}
_INHERENT_LABELS = {
    Consequence.TIME: N_("Inherent impact on time"),
    Consequence.COST: N_("Inherent impact on cost"),
    Consequence.SCOPE: N_("Inherent impact on scope"),
    Consequence.QUALITY: N_("Inherent impact on quality"),
    Consequence.REPUTATION: N_("Inherent impact on reputation"),
}
_TARGET_LABELS = {
    Consequence.TIME: N_("Target impact on time"),
    Consequence.COST: N_("Target impact on cost"),
    Consequence.SCOPE: N_("Target impact on scope"),
    Consequence.QUALITY: N_("Target impact on quality"),
    Consequence.REPUTATION: N_("Target impact on reputation"),
}

_STEPS = (STEPS[0], STEPS[-1])


def _step(name: str, label: str, *aliases: str, short: str = "") -> Field:
    """Give a field that holds one step of a scale."""
    return Field(name, Kind.INTEGER, label, aliases, "assessment", within=_STEPS, short=short)


def _score(name: str, label: str, *aliases: str, short: str) -> Field:
    """Give a field that holds a score, which follows from probability and impact."""
    return Field(name, Kind.INTEGER, label, aliases, "assessment", derived=True, short=short)


def _impacts(prefix: str, labels: dict[Consequence, str]) -> tuple[Field, ...]:
    """Give the fields of the impacts on each consequence."""
    return tuple(_step(prefix + consequence.value, label) for consequence, label in labels.items())


_OVERVIEW = (
    Field(
        "code",
        Kind.LINE,
        N_("Code"),
        ("id", "risk id", "risk code", "identifiant", "référence", "ref"),
        required=True,
    ),
    Field(
        "title",
        Kind.LINE,
        N_("Title"),
        ("name", "risk", "risk title", "titre", "intitulé", "nom", "risque"),
        required=True,
        longest=LONGEST_TITLE,
    ),
    Field(
        "side",
        Kind.CHOICE,
        N_("Side"),
        ("risk type", "type", "nature", "sens"),
        choices=tuple(side.value for side in Side),
        said={side.value: label for side, label in SIDE_LABELS.items()},
        required=True,
    ),
    Field(
        "status",
        Kind.CHOICE,
        N_("Status"),
        ("state", "statut", "état"),
        choices=tuple(status.value for status in Status),
        said={status.value: label for status, label in STATUS_LABELS.items()},
        required=True,
    ),
    Field(
        "level",
        Kind.CHOICE,
        N_("Level"),
        ("niveau",),
        choices=tuple(level.value for level in Level),
        rising=True,
        said={level.value: label for level, label in LEVEL_LABELS.items()},
        required=True,
    ),
    Field("project", Kind.REFERENCE, N_("Project"), ("project code", "projet"), of="project"),
    Field("programme", Kind.REFERENCE, N_("Programme"), ("program", "prog"), of="programme"),
    Field(
        "owner",
        Kind.REFERENCE,
        N_("Owner"),
        ("risk owner", "responsible", "responsable", "porteur", "propriétaire", "pilote"),
        of="person",
    ),
    Field(
        "category", Kind.REFERENCE, N_("Category"), ("risk category", "catégorie", "cat"), of="risk_category"
    ),
    Field("cause", Kind.TEXT, N_("Cause"), ("causes",)),
    Field("event", Kind.TEXT, N_("Event"), ("description", "événement")),
    Field("effect", Kind.TEXT, N_("Effect"), ("consequence", "effet", "conséquence")),
    Field("trigger", Kind.TEXT, N_("Trigger"), ("déclencheur",)),
    Field("tags", Kind.TAGS, N_("Tags"), ("tag", "labels", "étiquettes", "étiquette", "mots clés")),
)

_ASSESSMENT = (
    _step("probability", N_("Probability"), "likelihood", "probabilité", "vraisemblance", short=N_("Prob.")),
    _step("impact", N_("Impact"), "severity", "gravité"),
    *_impacts("impact_", _IMPACT_LABELS),
    Field(
        "chance",
        Kind.SHARE,
        N_("Chance in percent"),
        ("probability percent", "probability in percent", "probabilité en pourcent"),
        "assessment",
        short=N_("Chance"),
    ),
    _score(
        "score",
        N_("Score"),
        "rating",
        "current",
        "residual",
        "actuel",
        "résiduel",
        "criticité",
        short=N_("Cur"),
    ),
    Field("band", Kind.CHOICE, N_("Band"), ("bande", "classe"), "assessment", derived=True, rising=True),
    Field(
        "over",
        Kind.YES_NO,
        N_("Above appetite"),
        ("above appetite", "hors appétence"),
        "assessment",
        derived=True,
    ),
    Field("trend", Kind.INTEGER, N_("Trend"), ("tendance",), "assessment", derived=True),
    Field(
        "score_before", Kind.INTEGER, N_("Score before"), ("score précédent",), "assessment", remembered=True
    ),
    _step("inherent_probability", N_("Inherent probability"), "gross probability", "probabilité inhérente"),
    _step("inherent_impact", N_("Inherent impact"), "gross impact", "impact inhérent"),
    *_impacts("inherent_", _INHERENT_LABELS),
    _score("inherent", N_("Inherent"), "gross", "inhérent", "brut", short=N_("In")),
    _step("target_probability", N_("Target probability"), "probabilité cible"),
    _step("target_impact", N_("Target impact"), "impact cible"),
    *_impacts("target_", _TARGET_LABELS),
    _score("target", N_("Target"), "cible", short=N_("Tgt")),
)

_MONEY = (
    Field("cost", Kind.MONEY, N_("Cost if it happens"), ("cost impact", "coût"), "money", short=N_("Cost")),
    Field("cost_low", Kind.MONEY, N_("Lowest cost"), ("minimum cost", "coût minimal"), "money"),
    Field("cost_high", Kind.MONEY, N_("Highest cost"), ("maximum cost", "coût maximal"), "money"),
    Field("exposure", Kind.MONEY, N_("Exposure"), ("emv", "exposition", "espérance"), "money", derived=True),
    Field(
        "net",
        Kind.MONEY,
        N_("Net exposure"),
        ("exposition nette",),
        "money",
        derived=True,
        short=N_("Net exp."),
    ),
    Field("reserve", Kind.MONEY, N_("Reserve"), ("contingency reserve", "réserve", "provision"), "money"),
    Field("drawn", Kind.MONEY, N_("Drawn"), ("reserve drawn", "consommé"), "money"),
)

_RESPONSE = (
    Field(
        "strategy",
        Kind.CHOICE,
        N_("Response"),
        ("response", "treatment", "réponse", "stratégie", "traitement"),
        "response",
        choices=tuple(response.value for response in Response),
        said={response.value: label for response, label in RESPONSE_LABELS.items()},
    ),
    Field("actions", Kind.INTEGER, N_("Actions"), ("actions de réponse",), "response", derived=True),
    Field(
        "actions_done",
        Kind.SHARE,
        N_("Actions done"),
        ("done", "actions faites", "avancement"),
        "response",
        derived=True,
        short=N_("Done"),
    ),
    Field("contingency", Kind.TEXT, N_("Contingency plan"), ("fallback", "plan de repli"), "response"),
    Field("accepted_by", Kind.REFERENCE, N_("Accepted by"), ("accepté par",), "response", of="person"),
    Field("accepted_on", Kind.DATE, N_("Accepted on"), ("accepté le",), "response"),
    Field("accepted_why", Kind.TEXT, N_("Why it is accepted"), ("motif d'acceptation",), "response"),
)

_LIFE = (
    Field(
        "raised",
        Kind.DATE,
        N_("Raised on"),
        ("raised on", "date raised", "identified", "date identified", "identifié le", "ouvert le"),
        "life",
    ),
    Field("proximity_from", Kind.DATE, N_("Could happen from"), ("proximity", "proximité"), "life"),
    Field("proximity_to", Kind.DATE, N_("Could happen until"), ("fin de proximité",), "life"),
    Field(
        "review",
        Kind.DATE,
        N_("Next review"),
        ("next review", "review date", "prochaine revue", "revue"),
        "life",
        short=N_("Review"),
    ),
    Field(
        "reviewed", Kind.DATE, N_("Last review"), ("last review", "dernière revue"), "life", remembered=True
    ),
    Field("reason", Kind.TEXT, N_("Why it was closed"), ("closure reason", "motif de clôture"), "life"),
    Field("lesson", Kind.TEXT, N_("Lesson"), ("lesson learned", "leçon", "retour d'expérience"), "life"),
    Field(
        "escalated_from",
        Kind.CHOICE,
        N_("Escalated from"),
        ("remonté de",),
        "life",
        choices=tuple(level.value for level in Level),
        said={level.value: label for level, label in LEVEL_LABELS.items()},
        remembered=True,
    ),
    Field("escalated_on", Kind.DATE, N_("Escalated on"), ("remonté le",), "life", remembered=True),
    Field(
        "escalated_why",
        Kind.TEXT,
        N_("Why it was escalated"),
        ("motif de remontée",),
        "life",
        remembered=True,
    ),
    Field("active", Kind.YES_NO, N_("Active"), ("live", "actif", "en cours"), "life", derived=True),
    Field("age", Kind.DAYS, N_("Age"), ("âge", "ancienneté"), "life", derived=True),
    Field("links", Kind.LINKS, N_("Links"), ("link", "url", "urls", "liens", "lien"), "links"),
    Field("created", Kind.DATE, N_("Created"), ("créé", "created on"), "life", derived=True),
    Field("updated", Kind.DATE, N_("Updated"), ("modified", "modifié", "mis à jour"), "life", derived=True),
)

BUILT_IN = (*_OVERVIEW, *_ASSESSMENT, *_MONEY, *_RESPONSE, *_LIFE)


def with_bands(names: Sequence[str]) -> Catalogue:
    """Give the catalogue of a portfolio whose bands have these names, the least first."""
    fields = (field._replace(choices=tuple(names)) if field.name == "band" else field for field in BUILT_IN)
    return Catalogue("risk", fields, GROUPS, "title")


RISK_FIELDS = with_bands([band.name for band in DEFAULT_BANDS])
"""The fields of risks with the bands that a new portfolio has."""
