"""Draws the pictures of the documentation from the real program: `python -m tests.house.pictures`."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"

SHOTS: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "board": ((120, 36), ("l", "l", "l", "j")),
    "board-80x24": ((80, 24), ("l", "l", "l")),
    "table": ((120, 36), ("v", "j", "j")),
    "project": ((120, 36), ("l", "l", "l", "enter")),
    "help": ((80, 24), ("?",)),
    "risks": ((120, 36), ("4", "j")),
    "issues": ((80, 24), ("4", "]")),
    "matrix": ((80, 24), ("4", "v", "j")),
    "figures": ((80, 24), ("4", "b")),
}
"""For each picture the size of the terminal and the keys that lead there from the board."""


async def drawn(folder: Path) -> dict[str, str]:
    """Give every picture by its name, drawn on a demo portfolio made in `folder`."""
    from pmo_tui.services import demo
    from tests.driving.person import at_keyboard, session_on
    from tests.driving.picture import svg

    path = folder / "demo.db"
    session = session_on(path)
    demo.make(session)
    session.close()
    pictures = {}
    for name, (size, keys) in SHOTS.items():
        async with at_keyboard(path, size) as pmo:
            await pmo.press(*keys)
            pictures[name] = svg(pmo.app.screen._compositor.render_strips())
    return pictures


def main() -> None:
    """Write the pictures."""
    os.environ["TZ"] = "UTC"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in asyncio.run(drawn(Path(folder))).items():
            (FOLDER / f"{name}.svg").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
