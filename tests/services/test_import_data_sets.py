"""Imports of public data sets by the maps in the documentation, with the answers that are known."""

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from pmo_tui.services import imports, projects
from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.services.session import Session


def imported(session: Session, data: Path, root: Path, tmp_path: Path, file: str, the_map: str) -> ImportPlan:
    """Import one of the public data sets by its map in the documentation."""
    shutil.copy(data / file, tmp_path)
    mapped = imports.open_map(session, root / "docs" / "maps" / the_map)
    planned = imports.plan(session, imports.open_file(tmp_path / Path(file).name, mapped), mapped)
    imports.run(session, planned)
    return planned


def ask(session: Session, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(session.store.path) as database:
        return database.execute(sql).fetchall()


def test_the_uk_portfolio_of_two_years(session: Session, data: Path, root: Path, tmp_path: Path):
    first = imported(session, data, root, tmp_path, "gmpp/gmpp_2021.csv", "gmpp_2021.toml")
    assert (len(first.created), first.rejected) == (184, ())
    second = imported(session, data, root, tmp_path, "gmpp/gmpp_2022.csv", "gmpp_2022.toml")
    assert (len(second.created), len(second.updated), second.rejected) == (76, 159, ())
    assert len(second.missing) == 25
    third = imported(session, data, root, tmp_path, "gmpp/gmpp_2022.csv", "gmpp_2022.toml")
    assert (third.changes_anything, third.unchanged) == (False, 235)


def test_the_uk_portfolio_of_2022_alone(session: Session, data: Path, root: Path, tmp_path: Path):
    planned = imported(session, data, root, tmp_path, "gmpp/gmpp_2022.csv", "gmpp_2022.toml")
    assert planned.counts | {"cells_emptied": {}} == {
        "created": 235, "updated": 0, "unchanged": 0, "rejected": 0, "cells_emptied": {}, "values_emptied": {},
    }  # fmt: skip
    assert ask(session, "SELECT health, COUNT(*) FROM project GROUP BY 1 ORDER BY 1") == [
        ("amber", 170), ("green", 24), ("grey", 14), ("red", 27),
    ]  # fmt: skip
    assert ask(session, "SELECT COUNT(budget), SUM(budget) FROM project") == [(191, 494_181 * 10**8)]


def test_the_capital_projects_of_melbourne(session: Session, data: Path, root: Path, tmp_path: Path):
    planned = imported(session, data, root, tmp_path, "melbourne/capital_delivery.csv", "melbourne.toml")
    assert (len(planned.created), planned.rejected) == (445, ())
    project = projects.find(session, "Q05388")
    assert (project.start, project.custom["business_case"]) == (date(2016, 2, 5), date(2016, 5, 25))
    assert projects.find(session, "Q05640").forecast == 206607559


@pytest.mark.slow
def test_the_projects_of_the_world_bank(session: Session, data: Path, root: Path, tmp_path: Path):
    planned = imported(session, data, root, tmp_path, "worldbank/projects.csv", "worldbank.toml")
    assert (len(planned.created), planned.rejected) == (27_132, ())
    phases = (
        "SELECT phase.name, COUNT(*) FROM project JOIN phase ON phase.id = phase_id GROUP BY 1 ORDER BY 1"
    )
    assert ask(session, phases) == [("Closed", 24_333), ("Delivery", 2_554), ("Planning", 245)]
    assert (
        imported(session, data, root, tmp_path, "worldbank/projects.csv", "worldbank.toml").unchanged
        == 27_132
    )
