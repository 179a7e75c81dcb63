"""Files as the world has them, and an import that is stopped half-way."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from pmo_tui.domain.health import Health
from pmo_tui.services import beginnings, imports, projects
from pmo_tui.services.listing import listing
from screens.imports.running import Run, Stopped
from tests.driving.person import Person, at_keyboard, session_on

Written = Callable[[str, str | bytes], Path]

HOSTILE = (
    '"[red]name[/]","co\nde","\x1b]0;pwn\x07health","\u202ebudget","🎉","'
    + "long " * 1000
    + '"\n"[/] Alpha","A1","red","1","x","y"\n"Be\nta \x1b[2J","A2","[bold]","\u202e2","🎉🎉","'
    + "z" * 5000
    + '"\n'
)


async def types_path(pmo: Person, path: Path) -> None:
    """Type a whole path in the place of what stands there."""
    await pmo.press("ctrl+u")
    await pmo.types(str(path))
    await pmo.press("enter")


async def test_the_majors_of_2022_with_their_map(portfolio: Path, data: Path, root: Path):
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await types_path(pmo, data / "gmpp" / "gmpp_2022.csv")
        assert pmo.sees("235 rows, 17 columns, UTF-8, comma")
        await pmo.press("o")
        await types_path(pmo, root / "docs" / "maps" / "gmpp_2022.toml")
        assert pmo.sees("✓ Weather", "IPA Delivery Confidence", "221", "Amber → ◆A", "£278 → 278")
        await pmo.press("n")
        assert pmo.sees("Created 235", "Cells emptied", "235 created")
        await pmo.press("n", "y", "v")
        assert pmo.sees("494 181 M GBP over 191 of 235")
    session = session_on(portfolio)
    found = projects.read(session, listing(session, "projects", "").keys)
    counted = {health: sum(project.health is health for project in found) for health in Health}
    assert counted == {Health.GREEN: 24, Health.AMBER: 170, Health.RED: 27, Health.GREY: 14}
    session.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 15), (40, 10), (31, 8)])
async def test_hostile_headers_and_cells_break_nothing(
    portfolio: Path, written: Written, size: tuple[int, int]
):
    written("hostile.csv", HOSTILE)
    async with at_keyboard(portfolio, size, first="imports") as pmo:
        await pmo.types("hostile")
        await pmo.press("enter")
        assert pmo.sees("File")
        assert pmo.app.page.importing.step == 1  # type: ignore[union-attr]
        for keys in (["G"], ["k"], ["enter"], ["esc"], ["a"], ["esc"], ["g"], ["enter"], ["esc"]):
            await pmo.press(*keys)
            lines = pmo.screen.split("\n")
            assert len(lines) == size[1]
            assert not any(ord(char) < 32 or char == "\u202e" for line in lines for char in line)


async def test_hostile_cells_are_imported_as_they_are_typed(portfolio: Path, written: Written):
    written("hostile.csv", 'code,name\nA1,"[/] Alpha [red]"\nA2,"Be\nta \x1b[2J"\n' + f"A3,{'plain ' * 30}\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await pmo.types("hostile")
        await pmo.press("enter", "n", "n", "y")
        assert pmo.sees("3 created")
    session = session_on(portfolio)
    assert projects.find(session, "A1").name == "[/] Alpha [red]"
    assert projects.find(session, "A2").name == "Be ta \ufffd[2J"
    session.close()


async def test_a_header_over_several_lines_is_one_line(portfolio: Path, written: Written):
    written("odd.csv", 'name,"Cost\n(in £m,\nsee notes)"\nAlpha,3\n')
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await pmo.types("odd")
        await pmo.press("enter", "G")
        assert pmo.sees("Cost (in £m, see notes)")


async def test_esc_stops_an_import_and_leaves_nothing_of_it(
    portfolio: Path, plain: Path, monkeypatch: pytest.MonkeyPatch
):
    begun = threading.Event()

    def waits(run: Run, done: int, total: int) -> None:
        """Stand still as a large import would, until it is stopped."""
        run.done, run.total = 2, 3
        begun.set()
        run._stopping.wait(20)
        raise Stopped

    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await pmo.types("plain")
        await pmo.press("enter", "n", "n")
        monkeypatch.setattr(Run, "__call__", waits)
        await pmo.pilot.press("y")
        while "2 of 3, esc stops it" not in pmo.screen:
            await pmo.pilot.pause()
        assert begun.is_set()
        await pmo.pilot.press("escape")
        await pmo.settle()
        assert pmo.sees("Stopped: nothing was imported.", "Created 3")
        monkeypatch.undo()
        await pmo.press("n", "y")
        assert pmo.sees("3 created; u undoes it.")


async def test_quitting_while_it_runs_leaves_nothing_of_it(
    portfolio: Path, plain: Path, monkeypatch: pytest.MonkeyPatch
):
    def waits(run: Run, done: int, total: int) -> None:
        """Stand still until the app is left."""
        run._closing.wait(20)
        raise Stopped

    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await pmo.types("plain")
        await pmo.press("enter", "n", "n")
        monkeypatch.setattr(Run, "__call__", waits)
        await pmo.pilot.press("y")
        await pmo.pilot.pause()
    session = session_on(portfolio)
    assert beginnings.beginning(session).projects == 0
    session.close()


async def test_a_disk_that_is_full_leaves_nothing_and_says_so(
    portfolio: Path, plain: Path, monkeypatch: pytest.MonkeyPatch
):
    from pmo_tui.domain.refusal import Refusal

    def full(*_args: object) -> object:
        raise Refusal("The disk of {path} is full: nothing was changed.", path="dsi.db")

    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await pmo.types("plain")
        await pmo.press("enter", "n", "n")
        monkeypatch.setattr(imports, "run", full)
        await pmo.press("y")
        assert pmo.sees("The disk of dsi.db is full: nothing was changed.", "Created 3")


@pytest.mark.parametrize("glyphs", ["ascii", "full"])
async def test_other_glyphs(portfolio: Path, plain: Path, glyphs: str):
    async with at_keyboard(portfolio, first="imports", glyphs=glyphs) as pmo:
        await pmo.types("plain")
        await pmo.press("enter", "n")
        if glyphs == "ascii":
            assert pmo.screen.isascii()


async def test_french_fits(portfolio: Path, plain: Path, french: None):
    async with at_keyboard(portfolio, first="imports") as pmo:
        await pmo.types("plain")
        await pmo.press("enter")
        assert all(len(line) <= 80 for line in pmo.screen.split("\n"))
