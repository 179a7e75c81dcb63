"""Dialogs at any size: the way out stays, what is out of sight is counted, and every sentence is whole."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from pmo_tui.domain.refusal import N_, Refusal
from screens.shell.checked_prompt import CheckedPrompt
from screens.shell.confirm import Confirm
from tests.driving.dossier import reading, with_a_life
from tests.driving.person import at_keyboard

LONG = "Replace “a file with a rather long name.csv” in the folder that has been used for all exports of this year?"


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    return with_a_life(tmp_path / "portfolio.db")


@pytest.mark.parametrize("keys", [("e",), ("s",), ("?",), ("v", "C"), ("V",), ("v", "s")])
@pytest.mark.parametrize("size", [(40, 10), (30, 8), (80, 24)])
async def test_the_way_out_of_a_dialog_is_told_at_any_size(
    portfolio: Path, size: tuple[int, int], keys: tuple[str, ...]
):
    async with at_keyboard(portfolio, size) as pmo:
        await pmo.press(*keys)
        assert pmo.app.page.waiting_dialog is not None  # type: ignore[union-attr]
        assert "esc back" in pmo.footer


async def test_what_lies_above_and_below_in_a_form_and_in_help_is_counted(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        assert "↓" in pmo.footer
        assert "↑" not in pmo.footer
        await pmo.press("pagedown", "pagedown", "pagedown")
        assert "↑" in pmo.footer
        await pmo.press("esc", "?")
        assert pmo.footer.startswith(" j k move  esc back")
        assert "↓" in pmo.footer
        await pmo.press("G")
        assert "↑" in pmo.footer
        assert "↓" not in pmo.footer


async def test_a_question_lies_below_one_rule_and_stands_whole(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("d")
        lines = pmo.screen.splitlines()
        ruled = [number for number, text in enumerate(lines) if text and not text.strip("─")]
        assert all(second - first > 1 for first, second in pairwise(ruled))
        await pmo.press("esc")
        pmo.app.page.run_task(pmo.app.page.confirm(LONG))  # type: ignore[union-attr]
        await pmo.settle()
        assert isinstance(pmo.app.page.waiting_dialog, Confirm)  # type: ignore[union-attr]
        assert LONG in " ".join(pmo.screen.split())
        await pmo.press("esc")


async def test_a_prompt_grows_with_what_is_wrong(portfolio: Path):
    def refuse(text: str) -> None:
        if text:
            raise Refusal(N_("“{text}” can't be: {why}"), text=text, why=LONG)

    async with at_keyboard(portfolio) as pmo:
        page = pmo.app.page
        assert page is not None
        page.run_task(page.talk(CheckedPrompt("Name", about="What is it called?", check=refuse)))
        await pmo.settle()
        assert pmo.sees("What is it called?")
        await pmo.press("x")
        assert LONG in " ".join(pmo.screen.split())
        assert pmo.screen.splitlines()[-2].startswith(" Name x")
        await pmo.press("backspace")
        assert pmo.sees("What is it called?")
        await pmo.press("esc")


@pytest.mark.parametrize("form", [False, True])
async def test_a_database_that_was_moved_is_told_at_the_next_look(portfolio: Path, form: bool, french: None):
    async with reading(portfolio) as pmo:
        await pmo.press(*["e"] * form)
        await pmo.looks_again()
        portfolio.rename(portfolio.with_name("moved.db"))
        await pmo.looks_again()
        said = " ".join(pmo.screen.split())
        assert "La base a été déplacée ou remplacée" in said
        assert f"relancez pmo-tui. C’était {portfolio}."[:60] in said
        await pmo.press("j")
        assert "déplacée" not in pmo.screen
        await pmo.looks_again()
        assert "déplacée" in pmo.screen
