"""The words: every sentence a person reads, in the language that person chose.

English is the language of the code, so English needs no catalogue and a message without
translation is still readable. The choice holds for the whole process: one terminal, one reader.
"""

from __future__ import annotations

import gettext
import os

# The usual constant and pathlib would double the time this module takes, at every start.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pmo_tui.words.sayable import Sayable

DOMAIN = "pmo_tui"
FOLDER = os.path.dirname(__file__)  # noqa: PTH120
LANGUAGES = ("en", "fr")

_chosen = "en"
_catalogue = gettext.NullTranslations()


def use(language: str) -> None:
    """Speak this language from now on, argparse's own sentences included."""
    global _chosen, _catalogue  # noqa: PLW0603 - one reader for each process
    if language not in LANGUAGES:
        raise ValueError(f"unknown language: {language}")
    _chosen = language
    _catalogue = gettext.NullTranslations()
    if language != "en":
        _catalogue = gettext.translation(DOMAIN, FOLDER, [language], fallback=True)
    # argparse asks gettext's global domain, which takes its language from the environment only.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, FOLDER)
    gettext.textdomain(DOMAIN)


def language() -> str:
    """Tell which language is spoken now."""
    return _chosen


def every_language() -> Iterator[Callable[[str], str]]:
    """Walk what translates a message into each language, for what was named in another one."""
    for name in LANGUAGES:
        yield gettext.translation(DOMAIN, FOLDER, [name], fallback=True).gettext


def _(message: str) -> str:
    """Translate a message."""
    return _catalogue.gettext(message)


def _n(one: str, many: str, n: int) -> str:
    """Translate a message that depends on a count; the caller fills in the count."""
    return _catalogue.ngettext(one, many, n)


def _c(context: str, message: str) -> str:
    """Translate a word that means different things in different places, such as "open"."""
    return _catalogue.pgettext(context, message)


def say(sayable: Sayable) -> str:
    """Translate a refusal, or anything made like one, and fill in its values."""
    return _(sayable.message).format(**{name: _said(name, value) for name, value in sayable.values.items()})


def system(reason: object) -> str:
    """Translate what the system says of a failure, as far as it is known."""
    text = str(reason)
    return _(text) if text else text


def _said(name: str, value: object) -> object:
    """Give a value as it is said: a word, a sentence, a number and what the system says in the language now spoken."""
    if isinstance(value, int) and not isinstance(value, bool):
        from pmo_tui.words.numbers import whole

        return whole(value)
    message = getattr(value, "message", None)
    if isinstance(message, str):
        return say(value) if hasattr(value, "values") else _(message)  # type: ignore[arg-type]
    words = getattr(value, "words", None)
    if isinstance(words, tuple):
        return ", ".join(str(_said("", word)) for word in words)
    return system(value) if name in {"why", "reason"} else value
