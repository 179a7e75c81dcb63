"""Whatever a word of the command line holds, no control character reaches the terminal and no traceback either."""

import os
from pathlib import Path

import pytest

from tests.cli.running import Command

ESC = "\x1b]0;pwn\x07\x1b[2J\x9b2J\u202e"
SURROGATE = os.fsdecode(b"n\xff")

PLACES = [
    ["{}"],
    ["-{}", "list"],
    ["--{}", "list"],
    ["--lang", "{}", "list", "fields"],
    ["--theme={}"],
    ["--ascii={}"],
    ["--db"],
    ["--db", "{}", "list", "projects"],
    ["list", "{}"],
    ["list", "fields", "{}"],
    ["list", "projects", "{}"],
    ["list", "projects", "pm:{}"],
    ["list", "projects", "-{}"],
    ["list", "projects", "--{}"],
    ["list", "projects", "--json={}"],
    ["list", "projects", "--columns", "{}"],
    ["show", "{}"],
    ["show", "{}", "{}"],
    ["show"],
    ["export", "{}"],
    ["export", "projects", "--format", "{}"],
    ["export", "projects", "--out", "{}/x.csv"],
    ["export", "projects", "--out", "{}.csv"],
    ["import", "{}", "x.csv"],
    ["import", "projects", "{}.csv"],
    ["import", "projects", "x.csv", "--map", "{}"],
    ["import", "projects", "x.csv", "--save-map", "{}/map.toml"],
    ["import", "projects", "x.csv", "--save-map", "{}.toml"],
    ["import", "projects", "there-{}.csv"],
    ["import", "portfolio", "{}"],
    ["init", "{}"],
    ["demo", "{}"],
    ["undo", "{}"],
]


@pytest.mark.parametrize("harm", [ESC, SURROGATE], ids=["escape", "surrogate"])
@pytest.mark.parametrize("words", PLACES, ids=" ".join)
def test_no_word_speaks_to_the_terminal(
    here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], harm: str
):
    assert here("init")[0] == 0
    monkeypatch.chdir(tmp_path)
    for name in ("x.csv", f"there-{harm}.csv"):
        Path(name).write_text("code,name\nA,x\n,\n", encoding="utf-8")
    _code, out, err = here(*(word.format(harm) for word in words))
    assert out + err
    for said in (out, err):
        assert not set(said) & (set(map(chr, (*range(9), *range(11, 32), *range(127, 160)))) | {"\u202e"}), (
            said
        )
        said.encode()
    assert "Traceback" not in err
    assert "unexpected" not in err


def test_a_name_that_is_no_text_is_told_by_the_real_command(command: Command, tmp_path: Path):
    assert command("init").code == 0
    done = command("import", "projects", tmp_path / f"{SURROGATE}.csv")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("There is no file")


@pytest.mark.parametrize("word", ["-x", "-x.csv", "-1"])
def test_a_value_may_begin_with_a_minus(here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str):
    assert here("init")[0] == 0
    monkeypatch.chdir(tmp_path)
    assert here("show", word)[2].startswith(f"Nothing has the code “{word}”")
    assert here("export", "projects", "--out", word) == (0, "", f"Written: {word}\n")
    assert Path(word).exists()
    assert f"“{word}” is not one of" in here("list", word)[2]
    assert f"invalid choice: '{word}'" in here("export", "projects", "--format", word)[2]
