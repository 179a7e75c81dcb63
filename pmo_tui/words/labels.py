"""Labels of fields in the language now spoken; a portfolio's own field is called as its settings say."""

from __future__ import annotations

from pmo_tui.domain.fields import Field
from pmo_tui.domain.health import DIMENSION_LABELS, Dimension
from pmo_tui.domain.refusal import N_
from pmo_tui.words import _


def label(field: Field) -> str:
    """Give the label of a field."""
    return field.label if field.custom else _(field.label)


def heading(field: Field) -> str:
    """Give what stands above a column of a field's values."""
    return field.heading if field.custom else _(field.heading)


def named(field: Field) -> str:
    """Give the label of a field where it stands alone: a comment or a day is named by what it is declared on."""
    _health, _under, rest = field.name.partition("health_")
    dimension, _under, part = rest.rpartition("_")
    if field.group != "health" or part not in {"comment", "date"} or field.custom:
        return label(field)
    of = DIMENSION_LABELS[Dimension(dimension)] if dimension else N_("Weather")
    return said_of(_(of), label(field).lower())


def said_of(what: str, part: str) -> str:
    """Put what is said of something behind its name and a colon, as the language now spoken sets it."""
    return _("{what}: {part}").format(what=what, part=part)
