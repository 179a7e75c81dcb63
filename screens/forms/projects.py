"""The form of a project, derived from its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from pmo_tui.domain.checks import agreeing
from pmo_tui.domain.declaring import DECLARED
from pmo_tui.domain.fields import Field, Value
from pmo_tui.domain.health import Health, worst
from pmo_tui.domain.project_fields import GROUPS
from pmo_tui.services.forms import Known
from pmo_tui.words import _
from screens.forms.fields import FormField, Reader
from screens.forms.usual import usual_field

_SPANS = {
    "finish": "start",
    "baseline_finish": "baseline_start",
    "actual_finish": "actual_start",
}


def project_fields(known: Known, *, adding: bool = False) -> list[FormField]:
    """Give the form fields of all fields that can be typed, by section."""
    return [field_of(field, known, adding=adding) for field in by_section(known.around.catalogue)]


def by_section(fields: Iterable[Field]) -> list[Field]:
    """Give the fields that can be typed, in the order of their sections; the code ends the first one.

    A form begins at its first field, and the first letters typed must not fall into the code.
    """
    order = list(GROUPS)
    typed = [field for field in fields if field.settable]

    def place(field: Field) -> tuple[int, bool]:
        return order.index(field.group) if field.group in order else len(order), field.name == "code"

    return sorted(typed, key=place)


def field_of(field: Field, known: Known, *, adding: bool = False, section: str | None = None) -> FormField:
    """Give the form field of one field."""
    return replace(
        usual_field(
            field, known, _(GROUPS.get(field.group, GROUPS["custom"])) if section is None else section
        ),
        hint=_hint(field, adding=adding),
        fixed=field.name == "phase" and not adding,
        required=field.name in {"name", "phase"} or (field.name == "code" and not adding),
        depth=1 if field.name.endswith(("_comment", "_date")) and field.group == "health" else 0,
        follows=_overall if field.name == "health" else None,
        check=_after(field.name),
    )


def _hint(field: Field, *, adding: bool) -> str:
    """Give the hint of a field that needs another one than its kind."""
    if field.name == "code" and adding:
        return _("Leave it empty for the next free one.")
    if field.name == "phase":
        begins = _("It begins in the first phase; choose another only where its gates are behind it.")
        return begins if adding else _("decided at a gate")
    if field.name.endswith("_date") and field.name.removesuffix("_date") in DECLARED:
        return _("Today, unless you write another day.")
    return ""


def _overall(read: Reader) -> Value:
    """Give the health of the whole where a dimension was declared: the worst of them."""
    declared = [value for name in DECLARED[1:] if isinstance(value := read(name), Health)]
    health = worst(declared)
    return None if health is Health.GREY else health


def _after(name: str) -> Callable[[Value, Reader], None] | None:
    """Give the check that a finish does not lie before its start."""
    start = _SPANS.get(name)
    if start is None:
        return None

    def check(value: Value, read: Reader) -> None:
        agreeing({start: read(start), name: value})

    return check
