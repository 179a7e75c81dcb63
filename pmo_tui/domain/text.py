"""Text as it is kept and compared: normalised, without control characters, folded for search."""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_BAD = re.compile(f"[{_CONTROLS}]")
_BAD_IN_LINE = re.compile(f"[{_CONTROLS}\t\n]")
_BREAK = re.compile("\r\n?")
_SPACES = re.compile(r"[\t\n\r\x0b\x0c ]+")
REPLACEMENT = "\ufffd"

INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f"
    "\u20dd-\u20e4\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
"""What shows nothing by itself: joiners, variation selectors, skin tones, soft hyphens, enclosing marks, tags.

They are kept where they dress other signs, as scripts and emoji need them, but a text of them alone is blank, and texts
that differ in them alone are the same.
"""

# Letters that Unicode doesn't take apart into a base and an accent, as people type them without a special keyboard.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
)


def clean(text: str) -> str:
    """Give `text` with every control character, bidi override and lone surrogate made a visible U+FFFD.

    A terminal would obey these characters, so none may reach one: this holds on every write and on every show.
    Tabs and line feeds stay. Pure: clean(clean(x)) == clean(x).
    """
    return _BAD.sub(REPLACEMENT, text)


def clean_line(text: str) -> str:
    """Give `text` as one clean line: tabs and line feeds become U+FFFD as other controls do."""
    return _BAD_IN_LINE.sub(REPLACEMENT, text)


def kept_text(text: str) -> str:
    """Give `text` as several lines are kept: NFC, clean, line ends as line feeds, no space around."""
    return _seen(unicodedata.normalize("NFC", clean(_BREAK.sub("\n", text))).strip())


def kept_line(text: str) -> str:
    """Give `text` as one line is kept: NFC, clean, runs of white space as one space, none around."""
    return _seen(unicodedata.normalize("NFC", clean(_SPACES.sub(" ", text))).strip())


def _seen(text: str) -> str:
    """Give `text`, or nothing where nothing of it can be seen."""
    return text if text.isascii() or INVISIBLE.sub("", text).strip() else ""


class _Folds(dict[int, str]):
    """What each character is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        # taken apart before and after case is dropped: either step can make work for the other
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        folded = "".join(
            char for char in apart if not unicodedata.combining(char) and not INVISIBLE.match(char)
        ).translate(_PLAIN)
        self[code] = folded.lower()
        return self[code]


_FOLDS = _Folds()
FEW_MARKS = 20
"""Up to so many different letters with accents, replacing each at once is three times as quick as letter by letter."""

_NOT_ASCII = re.compile("[^\x00-\x7f]")


def fold(text: str) -> str:
    """Give `text` for comparison: without case and accents, so that "zolw" finds "Żółw".

    Each character is folded by itself, so a part of a text folds to a part of the folded text; pure: folding twice
    changes nothing more.
    """
    if text.isascii():
        return text.lower()
    marks = set(_NOT_ASCII.findall(text))
    if len(marks) > FEW_MARKS:
        return text.translate(_FOLDS)
    for mark in marks:
        text = text.replace(mark, _FOLDS[ord(mark)])
    return text.lower()


def nearest(word: str, known: list[str], alike: float = 0.5) -> str | None:
    """Give the known word most like `word`, or None where none is near enough, `alike` of 1, to be meant."""
    from difflib import get_close_matches

    by_fold = {fold(name): name for name in known}
    found = get_close_matches(fold(word), list(by_fold), n=1, cutoff=alike)
    return by_fold[found[0]] if found else None
