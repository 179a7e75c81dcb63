"""Usual form fields: what a field of any thing is asked for with, by its kind alone."""

from __future__ import annotations

from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.services.forms import Known
from pmo_tui.words import _
from screens.forms.fields import FormField

HEALTHS = (Health.GREEN, Health.AMBER, Health.RED, Health.GREY)


def usual_field(field: Field, known: Known, section: str) -> FormField:
    """Give the form field of a field, with the names that are known for it."""
    own = known.names.get(field.of if field.of not in {"", "phase"} else field.name, ())
    return FormField(
        field,
        section=section,
        known=own,
        called=known.called.get(field.of, {}),
        new=_new(field),
        options=_options(field, known),
        words={True: _("yes"), False: _("no"), None: _("not said"), **_said(field)},
    )


def _options(field: Field, known: Known) -> tuple[Value, ...]:
    """Give the values among which one picks, none where one types."""
    if field.kind is Kind.HEALTH:
        return HEALTHS
    if field.kind is Kind.YES_NO:
        return (True, False, None)
    if field.of == "phase":
        return known.names["phase"]
    return (*field.choices, *(() if field.required else (None,))) if field.choices else ()


def _said(field: Field) -> dict[Value, str]:
    """Give the words for built-in choices."""
    return {choice: _(label) for choice, label in field.said.items()}


def _new(field: Field) -> str:
    """Give the words for a name that will be added."""
    words = {
        "person": _("new person"),
        "programme": _("new programme"),
        "objective": _("new objective"),
        "risk_category": _("new category"),
    }
    return words.get(field.of, "")
