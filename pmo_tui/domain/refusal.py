"""Refusals: a demand that can't be met, told in one sentence that names the place and the remedy."""

from __future__ import annotations

from collections.abc import Iterable


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark `message` for translation without translating it; the words are chosen when it is shown."""
    return message


class Word:
    """A word that fills a sentence and is itself translated when that is shown: a label, the name of a health."""

    def __init__(self, message: str) -> None:
        self.message = message

    def __str__(self) -> str:
        """Give the word in English."""
        return self.message


class Words:
    """Several words in a row, each translated by itself where it is a Word."""

    def __init__(self, words: Iterable[Word | str]) -> None:
        self.words = tuple(words)

    def __str__(self) -> str:
        """Give the words in English."""
        return ", ".join(map(str, self.words))


class Refusal(Exception):
    """A demand that can't be met; `message` is an English template, `values` fill it.

    The template is translated only when it is shown, so the rules need to know no language.
    """

    def __init__(self, message: str, **values: object) -> None:
        self.message = message
        self.values = values
        super().__init__(message)

    def __str__(self) -> str:
        """Give the sentence in English, for logs and tests."""
        return self.message.format(**self.values)
