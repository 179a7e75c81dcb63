"""What a change of the settings of all risks touches, told before it is made: risks, their bands, saved views; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pmo_tui.services.risk_settings import Crossings, Moved
from pmo_tui.words import _, _n, numbers
from screens.cells import Line, line

MOST_NAMED = 5
"""How many ways and views are named at the most."""


def moves(moved: Sequence[Moved], arrow: str) -> list[Line]:
    """Tell how many risks would change their band, and from which to which."""
    if not moved:
        return [line(" ", (_("No risk changes its band."), "muted"))]
    count = len(moved)
    told = _n("{count} risk changes its band:", "{count} risks change their band:", count)
    ways = Counter((each.before or _("none"), each.after or _("none")) for each in moved)
    lines = [line(" ", (told.format(count=numbers.whole(count)), "warn"))]
    for (before, after), number in ways.most_common(MOST_NAMED):
        lines.append(line(f"   {numbers.whole(number)}  {before} {arrow} {after}"))
    return lines


def going_along(touched: int, name: str) -> list[Line]:
    """Tell how many risks a change of a category touches, nothing where there is none."""
    if not touched:
        return []
    told = _n(
        "{count} risk stands in it, and goes with it: “{name}”.",
        "{count} risks stand in it, and go with it: “{name}”.",
        touched,
    )
    return [line(" ", (told.format(count=numbers.whole(touched), name=name), "warn"))]


def left_behind(stale: Sequence[str]) -> list[Line]:
    """Tell which saved views ask for a name that there will be no longer; nothing where none does."""
    if not stale:
        return []
    told = _n(
        "{count} saved view asks for the former name, and is to be changed by hand:",
        "{count} saved views ask for the former name, and are to be changed by hand:",
        len(stale),
    )
    lines = [line(" ", (told.format(count=numbers.whole(len(stale))), "warn"))]
    return lines + [line(f"   {name}") for name in stale[:MOST_NAMED]]


def crossed(crossing: Crossings) -> list[Line]:
    """Tell how many risks come above the appetite, and how many back within it; nothing where none does."""
    lines = []
    if crossing.above:
        told = _n(
            "{count} open risk comes above the appetite.",
            "{count} open risks come above the appetite.",
            crossing.above,
        )
        lines.append(line(" ", (told.format(count=numbers.whole(crossing.above)), "warn")))
    if crossing.within:
        told = _n(
            "{count} open risk comes back within the appetite.",
            "{count} open risks come back within the appetite.",
            crossing.within,
        )
        lines.append(line(" ", (told.format(count=numbers.whole(crossing.within)), "good")))
    return lines
