"""The walk through a French sheet in the documentation of imports, gone as it stands there."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.services.test_import_docs import blocks

Here = Callable[..., tuple[int, str, str]]


def test_a_newcomers_walk_gives_what_the_page_says(
    here: Here, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    page = (root / "docs" / "import.md").read_text(encoding="utf-8")
    walk = page.split("## A sheet from a French Excel\n")[1].split("\n## ")[0]
    examples = blocks(walk)
    Path("projets.csv").write_bytes(examples["projets.csv"].encode("cp1252"))
    for command, told in re.findall(r"```console\n\$ pmo-tui (.*)\n((?:.*\n)*?)```", walk):
        code, out, err = here(*command.split())
        said = (err + out).replace(f"--db {tmp_path / 'pmo.db'} ", "").replace("pmo.db", "portfolio.db")
        listed = command.startswith("list")
        assert (code, out if listed else said) == (0, told)
        if "--save-map" in command:
            with Path("projets.toml").open("a", encoding="utf-8") as the_map:
                the_map.write("\n" + examples["added.toml"])
        elif "--map" in command:
            rejected = Path("projets.rejected.csv")
            text = rejected.read_text("utf-8-sig").replace(";mi-2027;", ";30/06/2027;")
            rejected.write_text(text, "utf-8-sig")


def test_the_currency_of_a_map_is_told_and_given_to_programs(here: Here, tmp_path: Path):
    (tmp_path / "x.csv").write_text("code,name,budget\nA,x,5\n")
    (tmp_path / "x.toml").write_text("currency='gbp'\n[fields]\ncode='code'\nname='name'\nbudget='budget'")
    words = ("import", "projects", tmp_path / "x.csv", "--map", tmp_path / "x.toml")
    _code, out, _err = here(*words, "--dry-run")
    assert "The portfolio has no projects yet: it counts in GBP from now on" in out
    assert '"currency": {"file": "GBP", "portfolio": "GBP"}' in here(*words, "--json")[1]
    (tmp_path / "x.toml").write_text("currency='USD'\n[fields]\ncode='code'\nname='name'\nbudget='budget'")
    _code, out, _err = here(*words, "--dry-run")
    assert "The amounts of the file are in USD and the portfolio counts in GBP" in out
    assert '"currency": {"file": "USD", "portfolio": "GBP"}' in here(*words, "--json")[1]
