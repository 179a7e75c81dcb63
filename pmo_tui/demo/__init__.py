"""The words of the demo portfolio, in each language, as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent

PEOPLE = (
    "Claire Dupont", "Julien Martin", "Sophie Bernard", "Karim Benali", "Anne-Laure Petit", "Thomas Moreau",
    "Nathalie Girard", "Étienne Lefèvre", "Fatou Diallo", "Marc Rousseau", "Isabelle Fontaine", "Hugo Lambert",
    "Céline Faure", "Olivier Chevalier", "Leïla Haddad", "Guillaume Mercier", "Aurélie Blanc", "Yann Le Goff",
    "Véronique Colin", "Antoine Perrin", "Emily Carter", "James Whitfield", "Oluwaseun Adeyemi", "Priya Nair",
    "Fiona MacLeod", "Daniel Hughes", "Rachel Stone", "Tom Ashworth", "Lars Eriksson", "Ingrid Solberg",
    "Marta Kowalska", "Piotr Żółkiewski", "Giulia Ferrari", "Marco De Luca", "Ana Sofia Pereira", "João Almeida",
    "Lucía Romero", "Javier Ortega", "Katharina Weiß", "Jörg Brandt", "Annemiek de Vries", "Pieter Janssens",
    "Zuzana Nováková", "Eleni Papadaki", "Aoife Byrne", "Mihai Ionescu", "Réka Szabó", "Søren Mikkelsen",
)  # fmt: skip
"""People of the demo; their names are the same in every language."""


def words(language: str) -> dict[str, Any]:
    """Give all other words in one language."""
    import tomllib

    return tomllib.loads((_HERE / f"{language}.toml").read_text("utf-8"))
