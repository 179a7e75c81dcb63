"""Sentences: a risk told as its cause, the event and its effect; what the person has written is not said twice."""

from __future__ import annotations

from typing import NamedTuple

from pmo_tui.domain.text import fold

_CAUSES = ("because", "as ", "since", "due to", "parce qu", "comme", "car ", "puisqu", "du fait")
_MAY = frozenset(
    {
        *("may", "might", "could", "can", "will", "would", "cannot"),
        *("pourrait", "pourraient", "pourrions", "peut", "peuvent", "risque", "risquent", "sera", "seront"),
    }
)
_EFFECTS = ("which", "so ", "and ", "what ", "ce qui", "et ", "donc", "si bien que", "qui ")


class Parts(NamedTuple):
    """The parts of a sentence, each on one line without its own end, and which words are to be put between them."""

    cause: str
    event: str
    effect: str
    because: bool
    """Whether the cause wants a word that says it is one."""
    may: bool
    """Whether the event wants words that say it is not certain."""
    which: bool
    """Whether the effect wants words that say it follows."""


def parts(cause: str, event: str, effect: str) -> Parts:
    """Give the parts of the sentence: “Because” cause, event “may happen”, “which would mean” effect.

    Source: the wording cause – event – effect, as project risk guides recommend it.
    """
    told = [" ".join(text.split()).rstrip(".;,") for text in (cause, event, effect)]
    folded = [fold(text) for text in told]
    return Parts(
        told[0],
        told[1],
        told[2],
        bool(told[0]) and not folded[0].startswith(_CAUSES),
        bool(told[1]) and _MAY.isdisjoint(folded[1].split()),
        bool(told[2]) and not folded[2].startswith(_EFFECTS),
    )
