"""Queries on a real database: the same projects, in the same order, as a plain evaluator finds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import asking, portfolio, projects
from db.asking import Question
from db.models.projects import ProjectRecord
from db.packing import packed
from db.queries.projects import projects as places
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.portfolio import Decision
from pmo_tui.domain.projects import Project
from pmo_tui.domain.queries.ordering import orders
from pmo_tui.domain.queries.reading import LONGEST, parse
from pmo_tui.domain.queries.terms import Query, SortKey
from pmo_tui.services.editing import references
from pmo_tui.services.portfolio import add_own_fields
from pmo_tui.services.session import Session, open_session
from tests.query_evaluator import PHASES, in_order, meets
from tests.query_texts import CATALOGUE, CUSTOM, ME, TODAY, WORDS, queries

PEOPLE = (ME, "Łukasz Żółw", "Béatrice Dupont", "a_b", "none")
POOLS: dict[Kind, tuple[Any, ...]] = {
    Kind.LINE: ("IT", "it", "Direction générale", *WORDS),
    Kind.TEXT: (*WORDS, "Several\nlines about ERP"),
    Kind.INTEGER: (0, 1, 2, -3, 40),
    Kind.DECIMAL: tuple(Decimal(number) for number in ("0", "1.5", "3", "2.25", "-1", "1.0001")),
    Kind.MONEY: (0, 50_000_000, 100_000_000, 120_000_000, 1234, -100_000, 250_000_000),
    Kind.DATE: tuple(TODAY + timedelta(days) for days in (-700, -90, -45, -30, -1, 0, 1, 14, 39, 365)),
    Kind.HEALTH: tuple(Health),
    Kind.CHOICE: ("Small", "Middle", "Très grand"),
    Kind.YES_NO: (True, False),
    Kind.TAGS: (("cloud",), ("100%", "cloud"), ("erp", "zolw"), ("it",), ("security",)),
    Kind.LINKS: (("Plan https://plan.example/a_b",), ("https://données.example", "https://b.example")),
}
REFERENCES: dict[str, tuple[Any, ...]] = {
    "person": PEOPLE,
    "programme": ("Digital", "Réseau", "a:b"),
    "objective": (("Carbone",), ("Carbone", "données")),
}


def a_value(field: Field, random: Random) -> Value:
    """Give a value for a field, often none."""
    if field.of == "phase":
        return random.choice(PHASES)
    if random.random() < 0.3:
        return field.empty
    pool = REFERENCES[field.of] if field.of else POOLS[field.kind]
    value: Value = random.choice(pool)
    return value


def some_projects(count: int, random: Random) -> list[dict[str, Value]]:
    """Give the values of so many projects."""
    typed = [field for field in CATALOGUE if field.settable]
    rows = [{field.name: a_value(field, random) for field in typed} for _ in range(count)]
    for number, row in enumerate(rows, start=1):
        row["code"] = f"P-{number:04d}" if number % 5 else f"É_{number}%"
        row["name"] = random.choice(WORDS) + random.choice(("", " e", " Réseau"))
    return rows


STANDINGS = (None, (1, 1), (1, 5), (2, 3), (3, 4), (4, 5), (None, 5), (5, None))
"""Probability and impact of risks, of some of which one is not known."""


def some_risks(project: int, random: Random) -> list[dict[str, Any]]:
    """Give what is kept of some risks of a project, often none, of which some are over."""
    rows = []
    for number in range(random.choice((0, 0, 1, 3))):
        probability, impact = random.choice(STANDINGS) or (None, None)
        rows.append(
            {
                "code": f"R-{project}-{number}",
                "title": random.choice(WORDS),
                "side": random.choice(("threat", "threat", "opportunity")),
                "status": random.choice(("draft", "open", "responding", "occurred", "closed")),
                "project": project,
                "probability": probability,
                "impact": impact,
                "cost": random.choice((None, 0, 1234, 250_000_000, 1_000_000_000)),
            }
        )
    return rows


def a_portfolio(path: Path, seed: int) -> Session:
    """Make a database of projects, changed at different moments."""
    random = Random(seed)
    moment = midnight = datetime.combine(TODAY, time())
    session = open_session(path, create=True, clock=lambda: moment)
    with session.writing("fields") as group:
        add_own_fields(group, CUSTOM)
    for values in some_projects(60, random):
        moment = midnight - timedelta(random.choice((0, 1, 30, 45, 90, 400)))
        moment += timedelta(hours=random.choice((0, 12, 23)), microseconds=random.choice((0, 3_599_999_999)))
        with session.writing("project") as group:
            directory = references(group, values, CATALOGUE)
            key = group.create("project", packed(values, CATALOGUE, directory))
            for decision in random.sample(list(Decision), random.choice((0, 0, 1, 2))):
                day = TODAY - timedelta(random.choice((0, 1, 9)))
                taken = {"gate": "x", "decision": decision.value, "decided_on": day.isoformat()}
                group.create("decision", {"project": key, **taken})
            group.create_many("risk", some_risks(key, random))
    return session


class Known:
    """The projects of a database, by key; a failing test need not print them all."""

    def __init__(self, by_id: dict[int, Project]) -> None:
        self.by_id = by_id


@pytest.fixture(scope="module", params=[1, 2, 3])
def known(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    """Open a database and give all its projects."""
    session = a_portfolio(tmp_path_factory.mktemp("queries") / "pmo.db", request.param)
    keys = [row.id for row in ProjectRecord.select(ProjectRecord.id)]
    yield Known({project.id: project for project in projects.read(keys, CATALOGUE, today=TODAY)})
    session.close()


def found(text: str) -> list[int]:
    """Give the keys of the projects that a query finds, in its order."""
    query = parse(text, CATALOGUE, today=TODAY, me=ME)
    return asking.keys(Question(query, CATALOGUE, places(TODAY)))


def test_the_catalogue_is_kept_as_it_was_declared(known: Known) -> None:
    assert portfolio.catalogue().fields == CATALOGUE.fields


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(queries)
def test_the_database_finds_what_the_rules_say(known: Known, text: str) -> None:
    query = parse(text, CATALOGUE, today=TODAY, me=ME)
    answer = [known.by_id[key] for key in found(text)]
    assert {p.id for p in answer} == {p.id for p in known.by_id.values() if meets(p, query, CATALOGUE)}
    keys = (*((SortKey(query.group),) if query.group else ()), *query.sort)
    for first, second in pairwise(answer):
        assert in_order(first, second, keys, CATALOGUE), (keys, first.code, second.code)


GROUPED = [field.name for field in CATALOGUE if orders(field)]


@pytest.mark.parametrize("name", GROUPED)
def test_things_are_grouped_by_the_very_values_of_any_field(known: Known, name: str) -> None:
    question = Question(Query(sort=(SortKey("name"),), group=name), CATALOGUE, places(TODAY))
    rows = asking.keys_by(question, CATALOGUE.get(name), ["budget"])
    assert {key: (value, *amounts) for value, key, amounts in rows} == {
        key: (project.value(name), project.budget) for key, project in known.by_id.items()
    }
    assert [key for _value, key, _amounts in rows] == asking.keys(question)


@pytest.mark.parametrize("field", list(CATALOGUE), ids=lambda field: field.name)
def test_each_field_is_empty_or_filled(known: Known, field: Field) -> None:
    empty = {project.id for project in known.by_id.values() if project.value(field.name) == field.empty}
    assert set(found(f"{field.name}:none")) == empty
    assert set(found(f"{field.name}:any")) == set(known.by_id) - empty
    assert set(found(f"-{field.name}:any")) == empty


@pytest.mark.parametrize(
    ("text", "part"), [('"100%"', "100%"), ('name:"a_b"', "a_b"), ('"x\\\\y"', "x\\y"), ('code:"_"', "_")]
)
def test_wildcards_stand_for_themselves(known: Known, text: str, part: str) -> None:
    def shown(project: Project) -> str:
        """Give what the query looks at."""
        if ":" not in text:
            return "\n".join((project.code, project.name, *project.tags))
        return str(project.value(text.partition(":")[0]))

    assert set(found(text)) == {project.id for project in known.by_id.values() if part in shown(project)}


@given(st.sampled_from(("a ", "-b ", "code:c ", "tag:d ", "rag:r ", "pm:x,y ", "budget>1 ", "carbon:1,2 ")))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_longest_query_is_not_too_deep(known: Known, term: str) -> None:
    assert isinstance(found(term * (LONGEST // len(term))), list)


def test_a_list_as_long_as_a_query_can_be(known: Known) -> None:
    for name in ("code", "tag", "pm", "links", "cost_centre"):
        assert isinstance(found(f"{name}:" + "a," * ((LONGEST - 20) // 2)), list)


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        ("risk:critical", "risk", {"critical"}),
        ("risque:high,moderate", "risk", {"high", "moderate"}),
        ("risk:none", "risk", {None}),
        ("risk:red,amber", "health_risk", {Health.RED, Health.AMBER}),
        ("risques:rouge", "health_risk", {Health.RED}),
        ("risk>=amber", "health_risk", {Health.RED, Health.AMBER}),
        ("risk:amber..red", "health_risk", {Health.RED, Health.AMBER}),
        ("risk>=high", "risk", {"high", "critical"}),
        ("-risk>=moderate", "risk", {"low", None}),
        ("risk<critique", "risk", {"low", "moderate", "high"}),
        ("risks:0", "risks", {0}),
    ],
)
def test_the_worst_risk_and_the_health_on_risk_share_a_name(
    known: Known, text: str, name: str, values: set[Value]
) -> None:
    keys = {key for key, project in known.by_id.items() if project.value(name) in values}
    assert set(found(text)) == keys
    assert keys


@pytest.mark.parametrize(
    "text", ["decision:kill", "decision:arrêt", "decision:any", "-decision:go", "decision:none"]
)
def test_the_last_decision_is_asked_for_in_both_languages(known: Known, text: str) -> None:
    wanted = {
        "kill": lambda said: said == "kill",
        "arrêt": lambda said: said == "kill",
        "any": lambda said: said is not None,
        "go": lambda said: said not in {"go", "conditional go"},
        "none": lambda said: said is None,
    }[text.partition(":")[2]]
    keys = {key for key, project in known.by_id.items() if wanted(project.decision)}
    assert set(found(text)) == keys
    assert keys
