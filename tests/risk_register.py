"""A register for tests: projects, people, categories and settings, and risks with values of every kind."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

from db.door import Writing
from db.names import Directory
from db.packing import packed
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.risk_values import PREFIXES, severity
from pmo_tui.domain.risks import RESPONSES, Response, Side
from tests.query_texts import ME, TODAY, WORDS

PEOPLE = (ME, "Łukasz Żółw", "Béatrice Dupont", "a_b", "none")
CATEGORIES: dict[str, str | None] = {
    "Métier": None,
    "Réseau": "Métier",
    "ERP": "Métier",
    "Dehors": None,
    "a:b": "Dehors",
}
PROJECTS = {"P-0001": ("Réseau", "Digital"), "É_2%": ("ERP", None), "P-0003": ("Payments", "a:b")}
"""Name and programme of each project, by its code."""

DAYS = tuple(TODAY + timedelta(days) for days in (-700, -90, -45, -30, -1, 0, 1, 14, 39, 365))
POOLS: dict[Kind, tuple[Any, ...]] = {
    Kind.LINE: WORDS,
    Kind.TEXT: (*WORDS, "Several\nlines about ERP"),
    Kind.INTEGER: (1, 2, 3, 4, 5),
    Kind.SHARE: tuple(map(Decimal, ("0", "20", "50", "2.5", "100"))),
    Kind.MONEY: (0, 50_000_000, 100_000_000, 120_000_000, 1234, 250_000_000),
    Kind.DATE: DAYS,
    Kind.TAGS: (("cloud",), ("100%", "cloud"), ("erp", "zolw"), ("it",), ("security",)),
    Kind.LINKS: (("Plan https://plan.example/a_b",), ("https://données.example", "https://b.example")),
}
REFERENCES: dict[str, tuple[str, ...]] = {
    "person": PEOPLE,
    "programme": ("Digital", "Réseau", "a:b"),
    "risk_category": tuple(CATEGORIES),
    "project": tuple(PROJECTS),
}
KEPT = [field for field in RISK_FIELDS if not field.derived]


def surround(group: Writing) -> None:
    """Make people, programmes, categories, projects and settings."""
    group.create_many("person", [{"name": name} for name in PEOPLE])
    programmes = {name: group.create("programme", {"name": name}) for name in REFERENCES["programme"]}
    keys: dict[str, int] = {}
    for name, parent in CATEGORIES.items():
        keys[name] = group.create("risk_category", {"name": name, "parent": keys[parent] if parent else None})
    for code, (name, programme) in PROJECTS.items():
        of = programmes[programme] if programme else None
        group.create("project", {"code": code, "name": name, "phase": 1, "programme": of})
    limits = (("project", "Métier", 6), ("project", "ERP", 3), ("portfolio", "a:b", 2))
    group.create_many(
        "risk_appetite",
        [{"level": level, "category": keys[name], "most": most} for level, name, most in limits],
    )


def a_value(field: Field, random: Random) -> Value:
    """Give a value for a field, often none."""
    if not field.required and random.random() < 0.3:
        return field.empty
    pool = field.choices or (REFERENCES[field.of] if field.of else POOLS[field.kind])
    value: Value = random.choice(pool)
    return value


def some_risks(count: int, random: Random) -> list[dict[str, Value]]:
    """Give the values of so many risks, whatever the rules would say of them."""
    rows = [{field.name: a_value(field, random) for field in KEPT} for _ in range(count)]
    for number, row in enumerate(rows, start=1):
        row["code"] = f"R-{number:04d}" if number % 5 else f"É_{number}%"
        row["title"] = random.choice(WORDS) + random.choice(("", " e", " Réseau"))
        if random.random() < 0.5:  # and in half of them only the whole is assessed
            row |= {field.name: None for field in KEPT if field.within and "probability" not in field.name}
            row |= {
                name: random.choice((1, 3, 5, None))
                for name in ("impact", "inherent_impact", "target_impact")
            }
    return rows


def agreed(values: dict[str, Value]) -> dict[str, Value]:
    """Give values of a risk with those changed that the rules would refuse."""
    found = dict(values)
    for first, last in (("raised", "review"), ("proximity_from", "proximity_to"), ("drawn", "reserve")):
        both = [found[first], found[last]]
        if all(each is not None for each in both):
            found[first], found[last] = sorted(both)  # type: ignore[type-var]
    if found["reserve"] is None or found["cost"] is None:
        found |= {"drawn": None, "cost_low": None, "cost_high": None}
    costs = sorted(
        int(str(found[name])) for name in ("cost_low", "cost", "cost_high") if found[name] is not None
    )
    found |= (
        dict(zip(("cost_low", "cost", "cost_high"), costs, strict=True))
        if len(costs) == 3
        else {"cost_low": None, "cost_high": None}
    )
    for which, (_probability, impact, _prefix) in PREFIXES.items():
        found[impact] = severity(found.get, which).impact
    side = Side(found["side"])
    if found["strategy"] is not None and Response(found["strategy"]) not in RESPONSES[side]:
        found["strategy"] = Response.ACCEPT.value
    if found["strategy"] == Response.ACCEPT.value:
        found |= {"accepted_by": ME, "accepted_why": "It costs more to avoid."}
    if found["project"] is None:
        found["level"] = "programme" if found["programme"] else "portfolio"
    elif not PROJECTS[str(found["project"])][1]:
        found["level"] = "project"
    return found


def facts_of(values: dict[str, Value]) -> dict[str, Any]:
    """Give values as they are kept."""
    return packed(values, RISK_FIELDS, Directory())


def some_actions(risk: int, random: Random) -> list[dict[str, Any]]:
    """Give the facts of a few actions of a risk, or of none."""
    states = random.choices(("planned", "underway", "done", "dropped"), k=random.choice((0, 0, 1, 2, 3)))
    return [
        {
            "risk": risk,
            "title": "do",
            "code": f"ACT-{risk}-{number}",
            "state": state,
            "due": "2026-12-01",
        }
        for number, state in enumerate(states)
    ]
