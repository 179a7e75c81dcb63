"""Queries for tests: a catalogue with a field of each kind, and strategies that write queries as people do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.project_fields import with_custom
from pmo_tui.domain.queries.periods import OVERDUE
from pmo_tui.domain.risks import DEFAULT_BANDS

TODAY = date(2026, 11, 23)
ME = "Alice Martin"

CUSTOM = (
    Field("cost_centre", Kind.LINE, "Cost centre", group="custom", custom=True),
    Field("remarks", Kind.TEXT, "Remarks", group="custom", custom=True),
    Field("sites", Kind.INTEGER, "Sites", group="custom", custom=True),
    Field("carbon", Kind.DECIMAL, "Carbon", group="custom", custom=True),
    Field("saving", Kind.MONEY, "Saving", group="custom", custom=True),
    Field("go_live", Kind.DATE, "Go-live", group="custom", custom=True),
    Field(
        "size", Kind.CHOICE, "Size", choices=("Small", "Middle", "Très grand"), group="custom", custom=True
    ),
    Field("secret", Kind.YES_NO, "Secret", group="custom", custom=True),
)
CATALOGUE = with_custom(CUSTOM, tuple(band.name for band in DEFAULT_BANDS))

WORDS = (
    "ERP",
    "Réseau",
    "données",
    "100%",
    "a_b",
    "Żółw",
    "x\\y",
    "e",
    "cloud",
    'l"or',
    "a,b",
    "a:b",
    "Alice Martin",
)
"""Words that stand in the test's projects too, so that queries find something."""

DAYS = (
    *(
        "2026",
        "2025",
        "2026-10",
        "2026-Q4",
        "2026-T3",
        "2026-11-23",
        "today",
        "hier",
        "-30d",
        "+2w",
        "-3m",
        "+1y",
    ),
    *("-45j", "overdue", "en_retard"),
)
VALUES: dict[Kind, tuple[str, ...]] = {
    Kind.INTEGER: ("0", "1", "2", "-3", "40"),
    Kind.DECIMAL: ("0", "1.5", "3", "2.25", "-1", "1.00005"),
    Kind.MONEY: ("0", "500k", "1M", "1.2m", "12.34", "-1k", '"1 200 000"', "2.5M"),
    Kind.DATE: DAYS,
    Kind.HEALTH: ("green", "a", "R", "grey", "-", "vert", "orange", "rouge", "gris"),
    Kind.CHOICE: ("small", "Middle", "grand", '"Très grand"'),
    Kind.YES_NO: ("yes", "no", "oui", "non"),
    Kind.DAYS: ("0", "10d", "2w", "-5d", "1j"),
    Kind.SHARE: ("0", "20%", "50", "2.5%", "100%"),
    Kind.PERCENT: ("10%", "0", "5.5%", "-12.25%", "10.05"),
}

RANGES = (
    ("budget", "500k", "2M"),
    ("forecast", "-1k", "1.2M"),
    ("slip", "-5d", "2w"),
    ("overrun", "0", "10.05%"),
    ("score", "1.5", "3"),
    ("priority", "1", "2"),
    ("finish", "2025", "2026-Q3"),
    ("updated", "-3m", "today"),
    ("health", "grey", "amber"),
    ("health_cost", "amber", "red"),
    ("carbon", "-1", "2.25"),
    ("go_live", "2026", "+1y"),
    ("risk", "moderate", "critique"),
)
"""Fields with two values in order."""


def _quoted(word: str) -> str:
    """Give a word in quotes."""
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


words = st.sampled_from(WORDS).map(_quoted) | st.text("aeéÉz1-_%. ", min_size=1, max_size=3).filter(
    str.strip
).map(_quoted)
"""Texts to look for, in quotes."""


@st.composite
def comparisons(draw: st.DrawFn, catalogue: Catalogue = CATALOGUE) -> str:
    """Write one comparison of any field with values that it takes."""
    field = draw(st.sampled_from(catalogue.fields))
    name = draw(st.sampled_from((field.name, *field.aliases))).replace(" ", "_")
    minus = draw(st.sampled_from(("", "-")))
    known = tuple(map(_quoted, field.choices)) or VALUES.get(field.kind)
    ordered = known is not None and field.comparable
    if ordered and draw(st.booleans()):
        closed = [each for each in known or () if each not in OVERDUE]
        return minus + name + draw(st.sampled_from(("<", "<=", ">", ">="))) + draw(st.sampled_from(closed))
    one = st.sampled_from(known) if known else words
    one = one | st.sampled_from(("none", "any", "aucun"))
    if field.of == "person":
        one = one | st.just("me")
    values = ",".join(draw(st.lists(one, min_size=1, max_size=3)))
    sign = draw(st.sampled_from((":", "=", "!=")))
    # "=" wants the whole of a choice
    sign = ":" if field.kind is Kind.CHOICE else sign
    return minus + name + sign + values


@st.composite
def ranges(draw: st.DrawFn, fields: Sequence[tuple[str, str, str]] = RANGES) -> str:
    """Write a range of two numbers or days in order, or open at one end."""
    name, low, high = draw(st.sampled_from(fields))
    text = draw(st.sampled_from((f"{low}..{high}", f"{low}..", f"..{high}")))
    return draw(st.sampled_from(("", "-"))) + name + ":" + text


SORTABLE = tuple(
    field.name for field in CATALOGUE if field.kind not in {Kind.TEXT, Kind.TAGS, Kind.REFERENCES, Kind.LINKS}
)


terms = comparisons() | ranges() | st.builds("".join, st.tuples(st.sampled_from(("", "-")), words))
"""One term of a query on projects."""


def queries_on(
    catalogue: Catalogue, fields: Sequence[tuple[str, str, str]], sortable: Sequence[str]
) -> st.SearchStrategy[str]:
    """Write whole queries that are right, on the fields of a catalogue."""
    one = (
        comparisons(catalogue)
        | ranges(fields)
        | st.builds("".join, st.tuples(st.sampled_from(("", "-")), words))
    )
    orders = st.lists(
        st.builds("".join, st.tuples(st.sampled_from(("", "-")), st.sampled_from(sortable))),
        min_size=1,
        max_size=3,
    ).map(lambda names: "sort:" + ",".join(names))
    groups = st.sampled_from(sortable).map(lambda name: "group:" + name)
    return st.lists(one | orders | groups, max_size=5).map(" ".join)


queries = queries_on(CATALOGUE, RANGES, SORTABLE)
"""Whole queries on projects that are right."""

_alphabet = st.sampled_from(
    [
        *'ab é-:=<>!,."\\%_0129MdQ\u0301\u0338\u00a0\ud800\x00\n\t',
        "rag",
        "budget",
        "none",
        "..",
        "sort:",
        "tag",
    ]
)
scraps = st.lists(_alphabet, max_size=12).map("".join) | st.text(max_size=20)
"""Texts that may be anything."""
