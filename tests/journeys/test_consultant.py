"""A PMO imports a consultant's risk register in the app: its words get a meaning, what is wrong comes back, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmo_tui.services import risks
from tests.driving.consultant import MAP, ROWS, WRONG, sent
from tests.driving.person import Person, session_on
from tests.driving.raid import with_registers
from tests.driving.register import at_the_register

WORDS = {
    "Impact": (("Severe", "5 very"), ("Medium", "3 mod"), ("Moderate", "2 low"), ("Minor", "1 neg")),
    "Treatment": (
        ("Treat", "mitigate"), ("Tolerate", "accept"), ("Transfer", "transfer"), ("Terminate", "avoid"),
    ),
    "State": (("Live", "open"), ("Retired", "closed")),
}  # fmt: skip
"""What the words of each column mean, as one types it."""

MOST_ROWS = 30
"""No list here has more rows."""

FIELDS = {"Impact": "Impact", "Treatment": "Response", "State": "Status"}
"""The field that each of these columns fills."""


@pytest.fixture
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio with two projects and a risk; the consultant's file lies where one stands."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    sent(here, (*ROWS, WRONG[0], WRONG[3]))
    return with_registers(tmp_path / "pmo.db")


async def goes_to(pmo: Person, row: str) -> None:
    """Put the cursor on a row of what was understood."""
    await pmo.press("g")
    await moves_to(pmo, row)


async def moves_to(pmo: Person, row: str) -> None:
    """Move down until the cursor that has the keys is on a row."""
    sign = pmo.app.glyphs.cursor
    for _row in range(MOST_ROWS):
        under = [line.partition(sign)[2].strip() for line in pmo.screen.splitlines() if sign in line]
        if under and under[-1].startswith(row):
            return
        await pmo.press("j")
    raise AssertionError(f"no row {row}:\n{pmo.screen}")


async def places(pmo: Person, column: str, field: str) -> None:
    """Say which field a column fills."""
    await goes_to(pmo, f"· {column}")
    await pmo.press("enter")
    await pmo.types(field)
    await pmo.press("enter")


async def gives_meaning(pmo: Person, field: str, text: str, meaning: str) -> None:
    """Say what one text of a field means."""
    await goes_to(pmo, f"! {field}")
    await pmo.press("enter")
    await pmo.types("mean")
    await pmo.press("enter")
    assert pmo.sees(f"What the texts mean in {field}")
    await moves_to(pmo, f"{text} ")
    await pmo.press("enter")
    await pmo.types(meaning)
    await pmo.press("enter", "esc")


async def understands(pmo: Person) -> None:
    """Correct how the consultant's columns were understood."""
    await places(pmo, "Workstream", "project")
    await places(pmo, "Cost if occurs", "cost")
    for column, words in WORDS.items():
        await places(pmo, column, FIELDS[column].lower())
        for text, meaning in words:
            await gives_meaning(pmo, FIELDS[column], text, meaning)
        assert pmo.sees(f"✓ {FIELDS[column]}")


async def test_a_pmo_imports_a_consultants_risk_register_in_the_app(portfolio: Path):
    async with at_the_register(portfolio, (120, 36)) as pmo:
        await pmo.press("I")
        await pmo.types("register")
        await pmo.press("enter")
        assert pmo.sees("Import risks", "! Probability", "1 can't be read: “6”")
        await understands(pmo)
        await pmo.press("n")
        assert pmo.sees("11 risks: 9 created, 2 rejected", "Probability takes 1 to 5, not 6.", "“Moon base”")
        await pmo.press("n", "y")
        assert pmo.sees("[Risks]", "11 risks: 9 created, 2 rejected (see register.rejected.csv)", "CR-01")
    session = session_on(portfolio)
    found = risks.find(session, "CR-01")
    told = [found.value(name) for name in ("project", "owner", "score", "strategy", "status", "cost")]
    assert told == ["P-0001", "Anna Li", 20, "mitigate", "open", 120_000_000]
    session.close()


async def test_the_next_month_needs_four_keys_and_the_wrong_rows_come_in_corrected(portfolio: Path):
    folder = Path("register.csv").absolute().parent
    (folder / "consultant.toml").write_text(MAP, "utf-8")
    async with at_the_register(portfolio, (120, 36)) as pmo:
        await pmo.press("I")
        await pmo.types("register")
        await pmo.press("enter", "o")
        await pmo.types("consultant")
        await pmo.press("enter", "n", "n", "y")
    sent(folder, (ROWS[0].replace("4 - Likely", "2 - Unlikely"), *ROWS[1:]), "december.csv")
    rejected = folder / "register.rejected.csv"
    rejected.write_text(rejected.read_text("utf-8-sig").replace("Moon base", "Payments"), "utf-8-sig")
    async with at_the_register(portfolio, (120, 36)) as pmo:
        await pmo.press("I")
        await pmo.types("december")
        await pmo.press("enter")
        assert pmo.sees("The columns are those of register.csv: its map is used")
        await pmo.press("n")
        assert pmo.sees("9 risks: 1 updated, 8 unchanged", "Probability 4 → 2")
        await pmo.press("n", "y", "I")
        await pmo.types("rejected.csv")
        await pmo.press("enter", "n", "n", "y")
        assert pmo.sees("2 risks: 1 created, 1 rejected (see register.rejected.csv)", "CR-13")
        await pmo.press("u", "u")
        assert pmo.sees("Undone: Imported risks from december.csv")
