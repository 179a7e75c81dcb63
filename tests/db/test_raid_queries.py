"""Queries on the items beside the risks: what has an order is found as a plain evaluator finds it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import asking
from db.asking import Question
from db.queries.raid import items
from pmo_tui.domain.fields import Field, Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.queries.reading import parse
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import editing, projects, raid_lists
from pmo_tui.services.lists import keys
from pmo_tui.services.raid import ASSUMPTION, ISSUE
from pmo_tui.services.session import Session
from tests.keeping import opened
from tests.query_evaluator import meets
from tests.query_texts import ME, TODAY, comparisons, ranges

RANGES = {
    "issue": (("severity", "moderate", "critical"), ("level", "projet", "portefeuille"), ("age", "0d", "3d")),
    "assumption": (("confidence", "low", "medium"), ("age", "0d", "3d")),
}


class Known:
    """Issues and assumptions of a database, by kind; a failing test need not print them all."""

    def __init__(self, session: Session, by_kind: dict[str, list[Item]]) -> None:
        self.session = session
        self.by_kind = by_kind


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    """Make an issue of each severity and level, and an assumption of each confidence, unsaid ones among them."""
    session = opened(tmp_path_factory.mktemp("raid") / "pmo.db")
    projects.add(session, {"name": "ERP", "programme": "Digital"})
    found: dict[str, list[Item]] = {"issue": [], "assumption": []}
    severity, level = (BY_THING["issue"].catalogue.by_name[name] for name in ("severity", "level"))
    for how_bad, where in product((*severity.choices, None), level.choices):
        values: dict[str, Value] = {"title": "x", "severity": how_bad, "level": where}
        if where != "portfolio":
            values[where] = {"project": "P-0001", "programme": "Digital"}[where]
        found["issue"].append(editing.add(session, ISSUE, values))
    for sure in (*BY_THING["assumption"].catalogue.by_name["confidence"].choices, None):
        found["assumption"].append(editing.add(session, ASSUMPTION, {"title": "x", "confidence": sure}))
    yield Known(session, found)
    session.close()


def also(field: Field, value: Value) -> tuple[str, ...]:
    """Tell that the project is found by its name too."""
    return ("ERP",) if field.of == "project" and value is not None else ()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_database_finds_what_the_rules_say(known: Known, data: st.DataObject) -> None:
    thing = data.draw(st.sampled_from(sorted(RANGES)))
    kind = BY_THING[thing]
    text = data.draw(comparisons(kind.catalogue) | ranges(RANGES[thing]))
    try:
        query = parse(text, kind.catalogue, today=TODAY, me=ME)
    except Refusal as refusal:
        assert "is outside of it" in str(refusal)  # noqa: PT017 - most texts are right
        return
    found = asking.keys(Question(query, kind.catalogue, items(kind, TODAY)))
    wanted = {item.id for item in known.by_kind[thing] if meets(item, query, kind.catalogue, also)}
    assert set(found) == wanted


@pytest.mark.parametrize(
    ("thing", "text", "values"),
    [
        ("issue", "severity>=high", {"high", "critical"}),
        ("issue", "gravité>=élevé", {"high", "critical"}),
        ("issue", "severity<moderate", {"low"}),
        ("issue", "-severity>low", {"low", None}),
        ("assumption", "confiance<=medium", {"low", "medium"}),
    ],
)
def test_an_order_is_asked_for_by_its_words(
    known: Known, thing: str, text: str, values: set[str | None]
) -> None:
    name = "severity" if thing == "issue" else "confidence"
    wanted = {item.id for item in known.by_kind[thing] if item.value(name) in values}
    assert set(keys(known.session, raid_lists.THINGS[thing], text)) == wanted


def test_what_has_no_order_is_told_so(known: Known) -> None:
    with pytest.raises(Refusal, match="“status” has no order for “>=”: write status:value or status=value"):
        keys(known.session, raid_lists.THINGS["issue"], "status>=open")
