"""Health as files write it: words and letters of English and French, coloured signs, and the five-point scale.

A five-point scale is read as three points by its worse half, but for green: Amber/Red and Amber/Green are both
amber, because a project that isn't wholly green has something to be watched, and one that isn't red can be saved.
"""

from __future__ import annotations

from pmo_tui.domain.health import Health
from pmo_tui.domain.spellings import HEALTH_OF
from pmo_tui.domain.text import fold

_NOT_ALONE = {"-", "o"}
"""Words that people type, but that alone in a cell of a file stand for nothing or for yes."""

_MORE = {
    Health.GREEN: "●g 🟢 ok on-track sunny ensoleillé soleil ☀ low-risk",
    Health.AMBER: (
        "y j ◆a 🟡 🟠 at-risk cloudy nuageux ☁ "
        "amber/green amber-green green/amber green-amber amber/red amber-red red/amber red-amber "
        "vert/orange orange/vert orange/rouge rouge/orange"
    ),
    Health.RED: "▲r 🔴 off-track critical critique stormy orageux orage ⛈",
    Health.GREY: "○- ⚪ not-reported non-renseigné non-renseignée",
}
WORDS = {word: health for word, health in HEALTH_OF.items() if word not in _NOT_ALONE} | {
    fold(word).replace("-", " "): health for health, words in _MORE.items() for word in words.split()
}
"""The health that each word means, folded, with spaces for hyphens."""


def read_health(text: str) -> Health | None:
    """Give the health that `text` means, None where it means none."""
    word = " ".join(fold(text).replace("-", " ").replace(" / ", "/").replace("\ufe0f", "").split())
    return WORDS.get(word) or WORDS.get(fold(text).strip().replace("-", " "))
