"""Arbitrary projects and portfolios, with the texts that people and mishaps really produce."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from pmo_tui.domain.checks import kept
from pmo_tui.domain.comments import Remark
from pmo_tui.domain.document import PortfolioDocument
from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.health import DIMENSION_FIELDS, Declaration, Health
from pmo_tui.domain.portfolio import (
    Decision,
    GateDecision,
    Objective,
    Person,
    Phase,
    Portfolio,
    Programme,
    Thresholds,
    View,
)
from pmo_tui.domain.project_fields import BUILT_IN, with_custom
from pmo_tui.domain.projects import Project
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.text import fold, kept_line, kept_text
from pmo_tui.transfer.maps import custom_field

CUSTOM = (
    custom_field("own_line", "A line"),
    custom_field("own_text", "A text", Kind.TEXT),
    custom_field("own_number", "A number", Kind.DECIMAL),
    custom_field("own_count", "A count", Kind.INTEGER),
    custom_field("own_money", "An amount", Kind.MONEY),
    custom_field("own_day", "A day", Kind.DATE),
    custom_field("own_choice", "A choice", Kind.CHOICE, ("none", "-", "Late, very", "=ok")),
    custom_field("own_yes", "Yes or no", Kind.YES_NO),
)
CATALOGUE: Catalogue = with_custom(CUSTOM)

_MISHAPS = [
    "=1+1",
    "-5",
    "+33",
    "@home",
    "'=x",
    "''-x",
    "'tis",
    "n/a",
    "None",
    "-",
    "a;b",
    "a,b",
    "a|b",
    '"x"',
    '"',
    "é",
    "[red]x[/]",
    "\\",
    "\\n",
    "0012",
    "1,5",
    "03/04/2025",
    "#",
    "sep=;",
    "日本",
    "🟢",
]
NASTY = st.sampled_from([*_MISHAPS, "x\ny", "x\n\n=y", "\t", "\u202e", "\ufeff", "\u00a0"])
_RAW = st.one_of(NASTY, st.text(max_size=30), st.tuples(NASTY, NASTY).map(" ".join))
LINES = _RAW.map(kept_line).filter(bool)
TEXTS = _RAW.map(kept_text).filter(bool)
THINGS = ("project", "risk", *BY_THING)
DAYS = st.dates(min_value=date(1, 1, 1))
CENTS = st.integers(-(10**15), 10**15)


def _values(field: Field) -> st.SearchStrategy[Any]:
    """Give values of a field as they are kept, nothing among them."""
    by_kind: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.LINE: LINES,
        Kind.REFERENCE: LINES,
        Kind.TEXT: TEXTS,
        Kind.INTEGER: st.integers(-(10**12), 10**12),
        Kind.DECIMAL: st.integers(-(10**15), 10**15).map(lambda n: Decimal(n) / 10_000),
        Kind.MONEY: CENTS,
        Kind.DATE: DAYS,
        Kind.HEALTH: st.sampled_from(Health),
        Kind.CHOICE: st.sampled_from(field.choices or ("x",)),
        Kind.YES_NO: st.booleans(),
        Kind.TAGS: st.lists(LINES, max_size=3).map(tuple),
        Kind.REFERENCES: st.lists(LINES, max_size=3).map(tuple),
        Kind.LINKS: st.lists(LINES.map(lambda line: f"{line} https://example.org/;,"), max_size=3).map(tuple),
    }
    found = by_kind[field.kind].map(lambda value: kept(field, value))
    return found if field.name in {"code", "name", "phase"} else st.one_of(st.just(field.empty), found)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Draw a project."""
    values = {field.name: draw(_values(field)) for field in CATALOGUE if field.settable}
    declared = {
        dimension: Declaration(
            values.pop(name), values.pop(f"{name}_comment") or "", values.pop(f"{name}_date")
        )
        for dimension, name in DIMENSION_FIELDS.items()
    }
    own = {field.name: values.pop(field.name) for field in CUSTOM}
    return Project(
        0,
        1,
        dimensions={dimension: said for dimension, said in declared.items() if said != Declaration()},
        custom={name: value for name, value in own.items() if value is not None},
        **values,
    )


def portfolios_of(codes: st.SearchStrategy[list[Project]]) -> st.SearchStrategy[PortfolioDocument]:
    """Give portfolios of such projects, with something of everything else."""
    optional = st.one_of(st.none(), TEXTS)
    line = st.one_of(st.none(), LINES)
    decision = st.builds(
        GateDecision,
        st.just(0),
        st.just(1),
        LINES,
        LINES,
        st.sampled_from(Decision),
        DAYS,
        line,
        line,
        line,
        optional,
        optional,
    )
    names = st.lists(LINES, max_size=3, unique_by=fold)
    return st.builds(
        PortfolioDocument,
        portfolio=st.builds(
            Portfolio, st.just(1), LINES, st.just("GBP"), st.integers(1, 12), st.just(Thresholds())
        ),
        phases=names.map(
            lambda found: tuple(
                Phase(0, 1, name, at, name, ("pm",), at, at > 1) for at, name in enumerate(found, 1)
            )
        ),
        programmes=names.map(lambda found: tuple(Programme(0, 1, name, name) for name in found)),
        objectives=names.map(lambda found: tuple(Objective(0, 1, name) for name in found)),
        people=names.map(
            lambda found: tuple(Person(0, 1, name, None, name, len(name) > 3) for name in found)
        ),
        custom_fields=st.just(CUSTOM),
        projects=codes.map(tuple),
        decisions=st.lists(decision, max_size=3).map(tuple),
        views=st.lists(st.tuples(LINES, st.sampled_from(THINGS)), max_size=3, unique=True).map(
            lambda found: tuple(
                View(0, 1, name, "tag:x", "table", ("code",), ("-code",), thing=thing)
                for name, thing in found
            )
        ),
        comments=st.lists(
            st.builds(Remark, st.sampled_from(THINGS), LINES, TEXTS, LINES, st.datetimes()), max_size=4
        ).map(tuple),
    )


PORTFOLIOS = portfolios_of(st.lists(projects(), max_size=3, unique_by=lambda project: project.code))
FILLED = tuple(field for field in (*BUILT_IN, *CUSTOM) if field.settable)
