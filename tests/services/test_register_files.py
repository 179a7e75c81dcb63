"""The register in files: a portfolio with risks comes back to the byte, and what is wrong is named with its place."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from db import sql
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risks import Appetite, Band, Level
from pmo_tui.services import exports, portfolio_imports, risk_settings
from pmo_tui.services.session import Session
from pmo_tui.words import use
from tests.keeping import opened, replayed, standing
from tests.risk_register import agreed, facts_of, some_actions, some_risks, surround


def a_register(path: Path, seed: int) -> Session:
    """Make a portfolio with a register of every kind of value."""
    random = Random(seed)
    session = opened(path)
    with session.writing("around") as group:
        surround(group)
        for values in some_risks(40, random):
            key = group.create("risk", facts_of(agreed(values)))
            group.create_many("action", some_actions(key, random))
    risk_settings.set_bands(session, (Band("green", 1), Band("red", 8)))
    risk_settings.set_appetite(
        session, Appetite({Level.PROGRAMME: 3, Level.PROJECT: 7}, {(Level.PROJECT, "ERP"): 1})
    )
    return session


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_portfolio_with_its_register_comes_back_to_the_byte(tmp_path: Path, seed: int, language: str):
    session = a_register(tmp_path / "first.db", seed)
    text = exports.portfolio(session)
    session.close()
    file = tmp_path / "whole.toml"
    file.write_text(text, "utf-8")
    use(language)
    again = opened(tmp_path / "again.db")
    portfolio_imports.read_portfolio(again, file)
    assert exports.portfolio(again) == text
    assert sql.ask("SELECT COUNT(*) FROM risk") == [(40,)]
    assert replayed() == standing()
    again.close()


START = "version = 1\n[portfolio]\nname = 'x'\n[[phases]]\nname = 'Idea'\n"
RISK = "[[risks]]\ncode = 'R1'\ntitle = 'x'\nside = 'threat'\nstatus = 'open'\nlevel = 'portfolio'\n"
WRONG = {
    START + RISK.replace("'x'", "' '"): "risks[1].title",
    START + RISK + "probability = 6": "risks[1].probability: Probability takes 1 to 5, not 6.",
    START + RISK + "project = 'P9'": "risks[1].project: The file has no “P9”",
    START + RISK + "owner = 'Zoé'": "risks[1].owner: The file has no “Zoé”",
    START + RISK + "category = 'Nowhere'": "risks[1].category: The file has no “Nowhere”",
    START + RISK + "scor = 3": "scor: “scor” is unknown. Did you mean “score_before”?",
    START + RISK + RISK.replace("R1", "r1"): "risks[2].code: There is “r1” twice",
    START
    + RISK
    + "[[response_actions]]\nrisk = 'R2'\ntitle = 'x'": "response_actions[1].risk: The file has no “R2”",
    START + "[[risk_bands]]\nname = 'low'\nleast = 2": "risk_bands: The first band begins at 1",
    START + "[[risk_bands]]\nname = 'low'\nleast = 1": "risk_steps: A scale has 5 steps",
    START + "[[risk_categories]]\nname = 'A'\nparent = 'B'": "risk_categories[1].parent: The file has no “B”",
    START + RISK.replace("'threat'", "'danger'"): "risks[1].side: “danger” is none of the choices of Side",
}


@pytest.mark.parametrize("sentence", WRONG.values())
def test_what_is_wrong_with_a_register_is_named_with_its_place(tmp_path: Path, sentence: str):
    file = tmp_path / "x.toml"
    file.write_text(next(text for text, told in WRONG.items() if told == sentence), "utf-8")
    session = opened(tmp_path / "new.db")
    with pytest.raises(Refusal) as refused:
        portfolio_imports.read_portfolio(session, file)
    assert sentence in str(refused.value)
    assert sql.ask("SELECT COUNT(*) FROM risk") == [(0,)]
    session.close()


def test_risks_are_exported_by_a_query_in_every_format(tmp_path: Path):
    session = a_register(tmp_path / "pmo.db", 3)
    rows = json.loads(exports.things(session, "risks", "score>=4 sort:code", "json"))
    assert rows
    assert [row["code"] for row in rows] == sorted(row["code"] for row in rows)
    csv = exports.things(session, "risks", "", "csv").splitlines()
    assert csv[0].startswith("code,title,side,status,level,project")
    assert "[[risks]]" in exports.things(session, "risks", "", "toml")
    session.close()


def test_a_table_for_people_says_the_choices_in_their_language(tmp_path: Path, french: None):
    session = a_register(tmp_path / "pmo.db", 3)
    assert "| Nature |" in exports.things(session, "risks", "side:menace", "md", ["side", "code"])
    assert "| Menace |" in exports.things(session, "risks", "side:menace", "md", ["side", "code"])
    assert "\nthreat," in exports.things(session, "risks", "side:menace", "csv", ["side", "code"])
    session.close()
