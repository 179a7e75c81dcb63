"""Queries on a real register: the same risks, in the same order and groups, as a plain evaluator finds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings

from db import asking, risks
from db.asking import Question
from db.queries.risks import risks as places
from pmo_tui.domain.fields import Field, Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.queries.ordering import orders
from pmo_tui.domain.queries.reading import parse
from pmo_tui.domain.queries.terms import Query, SortKey
from pmo_tui.domain.queries.values import OUTSIDE
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.services.session import open_session
from tests.query_evaluator import in_order, meets
from tests.query_texts import ME, TODAY, queries_on
from tests.risk_register import CATEGORIES, PROJECTS, facts_of, some_actions, some_risks, surround

RANGES = (
    ("score", "5", "15"),
    ("exposure", "500k", "2M"),
    ("chance", "2.5%", "50%"),
    ("actions_done", "0", "50"),
    ("trend", "-5", "5"),
    ("age", "0d", "90d"),
    ("review", "2025", "2026-Q4"),
    ("cost", "0", "1.2M"),
    ("band", "faible", "high"),
    ("level", "projet", "programme"),
)
SORTABLE = tuple(field.name for field in RISK_FIELDS if orders(field))


class Known:
    """The risks of a database, by key; a failing test need not print them all."""

    def __init__(self, by_id: dict[int, Item]) -> None:
        self.by_id = by_id


@pytest.fixture(scope="module", params=[1, 2, 3])
def known(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    """Make a register of risks that were changed at different moments, and give them all."""
    random = Random(request.param)
    moment = midnight = datetime.combine(TODAY, time())
    session = open_session(tmp_path_factory.mktemp("risks") / "pmo.db", create=True, clock=lambda: moment)
    with session.writing("around") as group:
        surround(group)
    for values in some_risks(80, random):
        moment = midnight - timedelta(random.choice((0, 1, 30, 45, 400)), microseconds=random.choice((0, 1)))
        with session.writing("risk") as group:
            key = group.create("risk", facts_of(values))
            group.create_many("action", some_actions(key, random))
    keys = list(risks.keys_by_code().values())
    yield Known({risk.id: risk for risk in risks.read(keys, TODAY)})
    session.close()


def also(field: Field, value: Value) -> tuple[str, ...]:
    """Tell that a project is found by its name too, and a category by the one above it."""
    if value is None or field.name not in {"project", "category"}:
        return ()
    above = PROJECTS[str(value)][0] if field.name == "project" else CATEGORIES[str(value)]
    return (above,) if above else ()


def asked(text: str) -> list[int]:
    """Give the keys of the risks that a query finds, in its order."""
    return asking.keys(Question(parse(text, RISK_FIELDS, today=TODAY, me=ME), RISK_FIELDS, places(TODAY)))


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(queries_on(RISK_FIELDS, RANGES, SORTABLE))
def test_the_database_finds_what_the_rules_say(known: Known, text: str) -> None:
    try:
        query = parse(text, RISK_FIELDS, today=TODAY, me=ME)
    except Refusal as refusal:
        assume(refusal.message != OUTSIDE)
        raise
    answer = [known.by_id[key] for key in asked(text)]
    wanted = {risk.id for risk in known.by_id.values() if meets(risk, query, RISK_FIELDS, also)}
    assert {risk.id for risk in answer} == wanted
    keys = (*((SortKey(query.group),) if query.group else ()), *query.sort)
    for first, second in pairwise(answer):
        assert in_order(first, second, keys, RISK_FIELDS), (keys, first.code, second.code)


@pytest.mark.parametrize("name", SORTABLE)
def test_risks_are_grouped_by_the_very_values_of_any_field(known: Known, name: str) -> None:
    question = Question(Query(sort=(SortKey("title"),), group=name), RISK_FIELDS, places(TODAY))
    rows = asking.keys_by(question, RISK_FIELDS.get(name), ["net"])
    assert {key: (value, *amounts) for value, key, amounts in rows} == {
        key: (risk.value(name), risk.value("net")) for key, risk in known.by_id.items()
    }
    assert [key for _value, key, _amounts in rows] == asking.keys(question)


@pytest.mark.parametrize("field", list(RISK_FIELDS), ids=lambda field: field.name)
def test_each_field_is_empty_or_filled(known: Known, field: Field) -> None:
    empty = {risk.id for risk in known.by_id.values() if risk.value(field.name) == field.empty}
    assert set(asked(f"{field.name}:none")) == empty
    assert set(asked(f"{field.name}:any")) == set(known.by_id) - empty


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        ("band:critical", "band", {"critical"}),
        ("bande:critique", "band", {"critical"}),
        ("side:opportunité", "side", {"opportunity"}),
        ("réponse:aucune", "strategy", {None}),
        ("response:none", "strategy", {None}),
        ("statut:ouvert,brouillon", "status", {"open", "draft"}),
        ("projet:payments", "project", {"P-0003"}),
        ("programme:digital", "programme", {"Digital"}),
        ("owner:me", "owner", {ME}),
        ("over:yes", "over", {True}),
        ("band>=high", "band", {"high", "critical"}),
        ("classe>=élevé", "band", {"high", "critical"}),
        ("band<moderate", "band", {"low"}),
        ("band:moderate..high", "band", {"moderate", "high"}),
        ("-band>=moderate", "band", {"low", None}),
        ("niveau>projet", "level", {"programme", "portfolio"}),
    ],
)
def test_the_words_of_the_field_are_understood(
    known: Known, text: str, name: str, values: set[Value]
) -> None:
    wanted = {key for key, risk in known.by_id.items() if risk.value(name) in values}
    assert set(asked(text.replace("aucune", "aucun"))) == wanted
    assert wanted


def test_a_review_is_overdue_until_the_day_before_today(known: Known) -> None:
    late = {
        key
        for key, risk in known.by_id.items()
        if (risk.value("review") or TODAY) < TODAY  # type: ignore[operator]
    }
    assert set(asked("review:overdue")) == set(asked("revue:en_retard")) == late
    assert late
