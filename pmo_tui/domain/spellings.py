"""Spellings: how people write a health, yes and no, a month and a list, in English and French.

All words are folded. What is typed, asked for and read from files goes by these; files know some more.
"""

from __future__ import annotations

from pmo_tui.domain.fields import Kind
from pmo_tui.domain.health import Health

HEALTHS = {
    Health.GREY: ("grey", "gray", "-", "gris", "grise"),
    Health.GREEN: ("green", "g", "vert", "verte", "v"),
    Health.AMBER: ("amber", "a", "ambre", "orange", "yellow", "jaune", "o"),
    Health.RED: ("red", "r", "rouge"),
}
"""How a health is written; the first is canonical. `g` is green, as the boards show it."""

HEALTH_OF = {word: health for health, words in HEALTHS.items() for word in words}

YES_NO = {1: ("yes", "y", "true", "oui", "o", "vrai", "1"), 0: ("no", "n", "false", "non", "faux", "0")}
"""How yes and no are written; the first is canonical."""

YES_NO_OF = {word: bool(number) for number, words in YES_NO.items() for word in words}

MONTHS = (
    "jan january janv janvier", "feb february fev fevr fevrier", "mar march mars", "apr april avr avril", "may mai",
    "jun june juin", "jul july juil juillet", "aug august aou aout", "sep sept september septembre",
    "oct october octobre", "nov november novembre", "dec december decembre",
)  # fmt: skip
"""The names of each month and how they are shortened."""

MONTH_OF = {name: month for month, names in enumerate(MONTHS, 1) for name in names.split()}

WORDS = {
    "conditional go": ("go sous conditions", "conditionnel"),
    "hold": ("suspendre", "suspendu", "attente"),
    "recycle": ("retravailler",),
    "kill": ("arreter", "arrete", "arret", "abandon"),
}
"""How built-in choices are written besides their own words."""

FRENCH = frozenset({
    "aucun", "vide", "rempli", "moi", "oui", "non", "vrai", "faux", "gris", "grise", "vert", "verte", "ambre",
    "jaune", "rouge", "identifiant", "référence", "projet", "nom", "intitulé", "résumé", "objet", "étape", "cp",
    "commanditaire", "direction", "département", "service", "entité", "priorité", "note", "étiquettes", "étiquette",
    "objectifs", "météo", "santé", "statut", "calculé", "optimiste", "délais", "coûts", "périmètre", "ressources",
    "risques", "prévision", "atterrissage", "réalisé", "dépensé", "dépassement", "début", "fin", "retard",
    "glissement", "liens", "lien", "décision", "créé", "modifié", "nom du projet", "chef de projet", "mots clés",
    "objectif stratégique", "commentaire météo", "date météo", "météo précédente", "météo calculée", "météo délais",
    "météo coûts", "météo périmètre", "météo ressources", "météo risques", "budget initial", "date de début",
    "date de fin", "début de référence", "fin de référence", "début réel", "fin réelle", "dernière décision",
    "mis à jour",
})  # fmt: skip
"""Those words and names of fields that are French, as they are written; all others are English or either."""

SEPARATORS = {Kind.TAGS: ",;", Kind.REFERENCES: ";"}
"""The signs that part the items of a list on one line; the first is written."""
