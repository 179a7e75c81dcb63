"""Sentences: a risk told as its cause, the event and its effect, whatever a person has written of that wording."""

from __future__ import annotations

import re
from typing import NamedTuple

from pmo_tui.domain.text import fold

_BECAUSE = re.compile(r"(?:because|as|since|due to|given|comme|car|vu|du fait|parce qu|puisqu)(?![^\W_])")
_SO = re.compile(r"(?:which|so|and|thus|ce qui|et|donc|d'ou|si bien qu)(?![^\W_])")


class Parts(NamedTuple):
    """The parts of a sentence, each on one line without its own end, and whether words lead from one to the next."""

    cause: str
    event: str
    effect: str
    because: bool
    """Whether the cause begins with a word that makes the event follow from it."""
    so: bool
    """Whether the effect begins with a word that makes it follow from the event."""


def parts(cause: str, event: str, effect: str) -> Parts:
    """Give the parts of the sentence cause – event – effect.

    No words are put between them that a person has not written: whether “may happen” can follow depends on whether the
    event is told as a clause or as a name. Source: the wording cause – event – effect, as project risk guides
    recommend it.
    """
    told = [" ".join(text.split()).rstrip(".;,") for text in (cause, event, effect)]
    because, so = (
        bool(begins.match(fold(text.replace("’", "'")).replace("qu'", "qu '")))
        for begins, text in ((_BECAUSE, told[0]), (_SO, told[2]))
    )
    return Parts(told[0], told[1], told[2], because, so)


def sentence(cause: str, event: str, effect: str, arrow: str) -> str:
    """Tell cause, event and effect as one sentence; where no word leads from one to the next, an `arrow` does."""
    found = parts(cause, event, effect)
    told = found.event
    if found.cause:
        told = f"{found.cause}{', ' if found.because else f' {arrow} '}{told}" if told else found.cause
    if found.effect:
        told = f"{told}{', ' if found.so else f' {arrow} '}{found.effect}" if told else found.effect
    return f"{told[:1].upper()}{told[1:]}." if told else ""
