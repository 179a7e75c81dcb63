"""Spellings: how people write a health, yes and no, a month and a list, in English and French.

All words are folded. What is typed, asked for and read from files goes by these; files know some more.
"""

from __future__ import annotations

from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.health import Health
from pmo_tui.domain.refusal import Word, Words
from pmo_tui.domain.text import fold

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
    "threat": ("menace",),
    "opportunity": ("opportunite",),
    "project": ("projet",),
    "programme": ("program",),
    "portfolio": ("portefeuille",),
    "draft": ("brouillon",),
    "open": ("ouvert", "ouverte"),
    "responding": ("en traitement", "traite"),
    "occurred": ("survenu", "avere"),
    "closed": ("clos", "clot", "cloture", "ferme"),
    "avoid": ("eviter", "evitement"),
    "transfer": ("transferer", "transfert"),
    "mitigate": ("reduire", "attenuer", "reduction", "attenuation", "reduce"),
    "exploit": ("exploiter", "exploitation"),
    "share": ("partager", "partage"),
    "enhance": ("renforcer", "ameliorer", "renforcement"),
    "accept": ("accepter", "acceptation"),
    "escalate": ("remonter", "escalader", "escalade"),
    "planned": ("prevu", "prevue"),
    "underway": ("en cours",),
    "done": ("fait", "faite", "termine", "terminee"),
    "dropped": ("abandonne", "abandonnee"),
    "low": ("faible",),
    "faible": ("low",),
    "moderate": ("modere",),
    "modere": ("moderate",),
    "high": ("eleve",),
    "eleve": ("high",),
    "critical": ("critique",),
    "critique": ("critical",),
}
"""How built-in choices, and the bands that a portfolio begins with, are written besides their own words."""


def spelled(field: Field, choice: str) -> tuple[str, ...]:
    """Give how a choice can be written, folded; one of a portfolio's own only as it is."""
    return (fold(choice), *(() if field.custom else WORDS.get(fold(choice), ())))


def choice_of(field: Field, text: str) -> str | None:
    """Give the choice of a field that a text means, case and accents ignored; None where it means none."""
    word = fold(text)
    return next((choice for choice in field.choices if word in spelled(field, choice)), None)


def choices_said(field: Field) -> Words:
    """Give the choices of a field as a sentence tells them, each to be translated where it is built in."""
    said = field.said
    return Words(Word(said[choice]) if choice in said else choice for choice in field.choices)


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
