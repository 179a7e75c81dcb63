"""Projects: what follows from what is known, and the codes they are given."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.codes import code_number, next_code
from pmo_tui.domain.health import Declaration, Dimension, Health, overall, worst
from pmo_tui.domain.money import LARGEST
from pmo_tui.domain.project_fields import BUILT_IN, PROJECT_FIELDS, RESERVED
from pmo_tui.domain.projects import Project, overrun, overrun_tenths, slip


def a_project(**known: object) -> Project:
    """Give a project of which some is known."""
    return Project(1, 1, "P-0001", "ERP", "Idea", **known)  # type: ignore[arg-type]


APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)


@pytest.mark.parametrize(
    ("known", "days"),
    [
        ({}, None),
        ({"finish": MAY}, None),
        ({"baseline_finish": APRIL}, None),
        ({"finish": MAY, "baseline_finish": APRIL}, 30),
        ({"finish": APRIL, "baseline_finish": MAY}, -30),
        ({"finish": MAY, "actual_finish": APRIL, "baseline_finish": APRIL}, 0),
    ],
)
def test_slip(known: dict[str, object], days: int | None):
    assert slip(a_project(**known)) == days
    assert a_project(**known).value("slip") == days


@pytest.mark.parametrize(
    ("forecast", "budget", "percent"),
    [
        (None, 100, None),
        (100, None, None),
        (100, 0, None),
        (100, 100, "0.0"),
        (112, 100, "12.0"),
        (431, 390, "10.5"),
        (50, 100, "-50.0"),
    ],
)
def test_overrun(forecast: int | None, budget: int | None, percent: str | None):
    assert overrun(a_project(forecast=forecast, budget=budget)) == (
        None if percent is None else Decimal(percent)
    )


def test_a_value_by_any_field_s_name():
    dimensions = {Dimension.COST: Declaration(Health.RED, "dear", MAY)}
    project = a_project(dimensions=dimensions, custom={"health_safety": "gloves"}, tags=("a",))
    names = ("name", "tags", "health_cost", "health_cost_comment", "health_cost_date", "health_time_comment")
    assert [project.value(name) for name in names] == ["ERP", ("a",), Health.RED, "dear", MAY, None]
    assert project.value("health_safety") == "gloves"
    assert project.value("unknown") is None


def test_nothing_known_is_the_empty_value_of_each_field():
    project = a_project()
    for field in BUILT_IN:
        if field.name not in {"code", "name", "phase", "risks"}:  # that there is no risk is known
            assert project.value(field.name) == field.empty, field.name


def test_no_two_fields_answer_to_the_same_name():
    claimed: dict[str, str] = {}
    for field in BUILT_IN:
        for name in (field.name, *field.aliases):
            found = PROJECT_FIELDS.find(name)
            assert found is field, f"{name} of {field.name} finds {found and found.name}"
            assert claimed.setdefault(name, field.name) == field.name
    assert {*PROJECT_FIELDS.by_name, "health_previous"} <= RESERVED


@given(st.integers(0, 10**9))
def test_codes_count(number: int):
    assert code_number("P", next_code("P", number)) == number + 1


@pytest.mark.parametrize("code", ["", "P-", "P-12", "P-0001x", "P-" + "9" * 5000, "X-0001", "P-٠٠٠١"])
def test_a_code_of_another_form_has_no_number(code: str):
    assert code_number("P", code) == 0


@given(st.lists(st.sampled_from(Health)), st.sampled_from(Health))
def test_the_overall_health_is_the_worst_and_never_an_average(healths: list[Health], declared: Health):
    assert worst(healths).severity == max((health.severity for health in healths), default=0)
    reported = [health for health in healths if health is not Health.GREY]
    assert overall(declared, healths) is (worst(reported) if reported else declared)


AMOUNTS = st.integers(-LARGEST, LARGEST)


@given(AMOUNTS | st.integers(-50, 50), AMOUNTS | st.integers(-50, 50))
def test_an_overrun_is_exact_and_fits_where_it_is_kept(budget: int, forecast: int):
    tenths = overrun_tenths(budget, forecast)
    assert (tenths is None) == (budget == 0)
    if tenths is not None:
        assert tenths == round(Fraction((forecast - budget) * 1000, budget))
        assert abs(tenths) < 2**63
