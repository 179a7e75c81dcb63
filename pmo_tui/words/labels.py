"""Labels of fields in the language now spoken; a portfolio's own field is called as its settings say."""

from __future__ import annotations

from pmo_tui.domain.fields import Field
from pmo_tui.words import _


def label(field: Field) -> str:
    """Give the label of a field."""
    return field.label if field.custom else _(field.label)


def heading(field: Field) -> str:
    """Give what stands above a column of a field's values."""
    return field.heading if field.custom else _(field.heading)
