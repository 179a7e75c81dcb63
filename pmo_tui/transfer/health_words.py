"""Health as files write it: words and letters of English and French, coloured signs, and the five-point scale.

A five-point scale is read as three points by its worse half, but for green: Amber/Red and Amber/Green are both
amber, because a project that isn't wholly green has something to be watched, and one that isn't red can be saved.
"""

from __future__ import annotations

from pmo_tui.domain.health import Health
from pmo_tui.domain.text import fold

_WORDS = {
    Health.GREEN: "green g vert v ●g 🟢 ok on-track sunny ensoleillé soleil ☀ low-risk",
    Health.AMBER: (
        "amber a yellow y orange o ambre jaune j ◆a 🟡 🟠 at-risk cloudy nuageux ☁ "
        "amber/green amber-green green/amber green-amber amber/red amber-red red/amber red-amber "
        "vert/orange orange/vert orange/rouge rouge/orange"
    ),
    Health.RED: "red r rouge ▲r 🔴 off-track critical critique stormy orageux orage ⛈",
    Health.GREY: "grey gray gris ○- ⚪ not-reported non-renseigné",
}
WORDS = {fold(word).replace("-", " "): health for health, words in _WORDS.items() for word in words.split()}
"""The health that each word means, folded, with spaces for hyphens."""


def read_health(text: str) -> Health | None:
    """Give the health that `text` means, None where it means none."""
    word = " ".join(fold(text).replace("-", " ").replace(" / ", "/").replace("\ufe0f", "").split())
    return WORDS.get(word) or WORDS.get(fold(text).strip().replace("-", " "))
