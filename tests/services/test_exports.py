"""Exports: what a query finds in every format, and whole portfolios that come back to the byte."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from pmo_tui.domain.document import PortfolioDocument
from pmo_tui.domain.health import Health
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.register import Register
from pmo_tui.domain.risk_defaults import default_categories, default_scales
from pmo_tui.services import demo, exports, imports, journal, portfolio_imports, projects
from pmo_tui.services.session import Session, open_session
from pmo_tui.transfer.portfolio import dump
from tests.transfer.strategies import PORTFOLIOS


@pytest.fixture
def some(session: Session) -> Session:
    """Give a portfolio of two projects."""
    projects.add(
        session,
        {
            "code": "A",
            "name": "=x",
            "budget": 1050,
            "health": Health.RED,
            "health_date": date(2026, 1, 5),
            "finish": date(2026, 1, 31),
        },
    )
    projects.add(session, {"code": "B", "name": "y", "tags": ("cloud",)})
    return session


def test_a_query_chooses_projects_and_columns(some: Session):
    assert (
        exports.projects(some, "rag:red", "csv", ("code", "name", "budget"))
        == "code,name,budget\nA,'=x,10.5\n"
    )
    assert json.loads(exports.projects(some, "tag:cloud", "json", ("code", "tags", "budget"))) == [
        {"code": "B", "tags": ["cloud"], "budget": None}
    ]
    table = exports.projects(some, "", "md", ("code", "finish"))
    assert table == "| Code | Finish |\n| --- | --- |\n| A | 2026-01-31 |\n| B |  |\n"
    assert tomllib.loads(exports.projects(some, "A", "toml"))["projects"] == [
        {
            "code": "A",
            "name": "=x",
            "phase": "Idea",
            "health": "red",
            "health_date": date(2026, 1, 5),
            "budget": 10.5,
            "finish": date(2026, 1, 31),
        }
    ]


def test_an_unknown_format_or_column_is_refused(some: Session):
    with pytest.raises(Refusal, match=r"There is no format “xls”\. Known: csv, json, toml, md"):
        exports.projects(some, "", "xls")
    with pytest.raises(Refusal, match="no field “budjet”"):
        exports.projects(some, "", "csv", ("budjet",))


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_export_imported_again_changes_nothing(session: Session, tmp_path: Path, form: str):
    demo.make(session, 60)
    path = tmp_path / f"out.{form}"
    exports.save(exports.projects(session, "", form), path, form)
    table = imports.open_file(path)
    plan = imports.plan(session, table, imports.guess(session, table).map)
    assert plan.counts == {
        "created": 0, "updated": 0, "unchanged": 60, "rejected": 0, "cells_emptied": {}, "values_emptied": {},
    }  # fmt: skip
    assert (plan.missing, plan.dropped) == ((), ())


def test_a_file_is_written_whole_with_the_mark_that_spreadsheets_need(tmp_path: Path):
    path = tmp_path / "x.csv"
    exports.save("é\n", path, "csv")
    assert path.read_bytes() == b"\xef\xbb\xbf\xc3\xa9\n"
    exports.save("é\n", path, "json")
    assert path.read_bytes() == b"\xc3\xa9\n"
    with pytest.raises(Refusal, match="can't be written"):
        exports.save("x", tmp_path / "none" / "x.csv", "csv")
    assert [found.name for found in tmp_path.iterdir() if found.name.startswith(".")] == []


def test_a_full_disk_is_told_in_a_sentence():
    with pytest.raises(Refusal, match=r"“/dev/full” can't be written: No space left on device\."):
        exports.save("x" * 100_000, Path("/dev/full"), "csv")
    assert Path("/dev/full").is_char_device()


def test_an_export_or_a_map_keeps_the_link_and_the_rights_it_finds(some: Session, tmp_path: Path):
    table = tmp_path / "a.csv"
    table.write_text("code,name\nA,x\n", encoding="utf-8")
    found = imports.guess(some, imports.open_file(table)).map
    for name in ("x.csv", "map.toml"):
        real, link = tmp_path / f"real-{name}", tmp_path / name
        real.touch(mode=0o600)
        link.symlink_to(real)
        exports.save("x", link, "csv") if name == "x.csv" else imports.save_map(found, link)
        assert link.is_symlink()
        assert real.stat().st_size
        assert real.stat().st_mode & 0o777 == 0o600


def again(tmp_path: Path, text: str, name: str) -> str:
    """Give what a portfolio exports after it was imported into an empty database."""
    source = tmp_path / f"{name}.toml"
    source.write_text(text, encoding="utf-8")
    target = tmp_path / f"{name}.db"
    target.unlink(missing_ok=True)
    session = open_session(target, create=True)
    portfolio_imports.read_portfolio(session, source)
    found = exports.portfolio(session)
    session.close()
    return found


def test_a_portfolio_comes_back_to_the_byte(session: Session, tmp_path: Path):
    demo.make(session, 60)
    text = exports.portfolio(session)
    session.close()
    assert text.count("[[projects]]") == 60
    assert "[[decisions]]" in text
    assert again(tmp_path, text, "demo") == text


@given(document=PORTFOLIOS)
@settings(
    max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much]
)
def test_settings_and_lists_of_any_portfolio_come_back(tmp_path: Path, document: PortfolioDocument):
    lists = PortfolioDocument(
        document.portfolio, document.phases, document.programmes, document.objectives, document.people,
        document.custom_fields, views=document.views,
        register=Register(default_scales(), tuple(default_categories())),
    )  # fmt: skip
    if not lists.phases:
        return
    assert again(tmp_path, dump(lists), "any") == dump(lists)


def test_a_portfolio_is_read_into_an_empty_database_only_and_as_one(some: Session, tmp_path: Path):
    source = tmp_path / "x.toml"
    source.write_text(exports.portfolio(some), encoding="utf-8")
    with pytest.raises(Refusal, match="has projects: name a new file with --db"):
        portfolio_imports.read_portfolio(some, source)
    broken = source.read_text().replace('phase = "Idea"', 'phase = "Nowhere"')
    source.write_text(broken, encoding="utf-8")
    some.close()
    session = open_session(tmp_path / "new.db", create=True)
    mark = journal.mark(session)
    with pytest.raises(Refusal, match=r"“x.toml”: projects\[1\]\.phase: The file has no “Nowhere”"):
        portfolio_imports.read_portfolio(session, source)
    assert journal.mark(session) == mark
    session.close()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x = ", "“x.toml” is no TOML"),
        ("version = 1", "“x.toml” is no portfolio"),
        ("version = 9\n[portfolio]", "“x.toml” was written by a newer pmo-tui (layout 9): update this one."),
        ("version = 1\n[portfolio]\nnam = 'x'", "portfolio.nam: “nam” is unknown. Did you mean “name”?"),
        (
            "version = 1\n[portfolio]\nfiscal_month = 13",
            "portfolio.fiscal_month: fiscal_month must be a month, 1 to 12.",
        ),
        ("version = 1\n[portfolio]\n[[projects]]\ncode = 'A'", "projects[1].name is missing."),
        (
            "version = 1\n[portfolio]\n[[projects]]\ncode='A'\nname='x'\nphase='Idea'\nbudget='5'",
            "projects[1].budget must be an amount in currency units, such as 1200000 or 99.5.",
        ),
        (
            "version = 1\n[portfolio]\n[[decisions]]\nproject='A'\ngate='G'\ndecision='go'",
            "decisions[1].decided_on must be a date",
        ),
        ("version = 1\nprojects = 3\n[portfolio]", "projects must be a list of tables"),
    ],
)
def test_a_portfolio_that_cannot_be_read_is_refused_with_its_place(
    session: Session, tmp_path: Path, text: str, sentence: str
):
    path = tmp_path / "x.toml"
    path.write_text(text)
    with pytest.raises(Refusal) as refused:
        portfolio_imports.read_portfolio(session, path)
    assert sentence in str(refused.value)
