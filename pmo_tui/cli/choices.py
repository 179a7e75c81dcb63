"""Choices: a word of the command line that must be one of several, with the nearest one named where it is not."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from pmo_tui.words import _


def one_of(known: Sequence[str]) -> Callable[[str], str]:
    """Give the reader of a word that must be one of `known`; what is near to one is not taken for it, but told."""

    def read(word: str) -> str:
        """Give the word that is meant."""
        if word in known:
            return word
        from pmo_tui.domain.text import nearest

        near = nearest(word, list(known))
        if near:
            raise argparse.ArgumentTypeError(
                _("“{word}”: did you mean “{near}”?").format(word=word, near=near)
            )
        raise argparse.ArgumentTypeError(
            _("“{word}” is not one of {known}").format(word=word, known=", ".join(known))
        )

    return read
