"""Encodings: bytes to text, UTF-8 first, then UTF-16 by its zeros, then the Windows code page of Western Europe.

A guessing library would be one more dependency and guesses worse here: files of a PMO come from Excel, which
writes UTF-8 with a mark, cp1252 or UTF-16, and bytes that are valid UTF-8 are practically never anything else.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import REPLACEMENT
from pmo_tui.transfer.notes import Note, note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = (
    (
        b"PK\x03\x04",
        N_("“{file}” is a workbook or an archive, not text: save the sheet as CSV (UTF-8) and import that."),
    ),
    (
        b"\xd0\xcf\x11\xe0",
        N_("“{file}” is an old Office file, not text: save the sheet as CSV (UTF-8) and import that."),
    ),
)
_BINARY = N_("“{file}” is a binary file, not text: save the table as CSV (UTF-8) and import that.")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_SAMPLE = 65_536
_MULTI_BYTE = re.compile("[\x80-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding it was in, and a note where bytes could not be read."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, file: str, encoding: str = "") -> Decoded:
    """Give the text in `data`; a byte that can't be read becomes U+FFFD and a note says where.

    A mark at the beginning leaves no doubt, otherwise `encoding` is believed where it is given. Raises Refusal where
    it is no text at all, or `encoding` is unknown.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], marked)
    for magic, message in _NOT_TEXT:
        if data.startswith(magic):
            raise Refusal(message, file=file)
    sample = data[:_SAMPLE]
    chosen = _known(encoding) if encoding else _by_zeros(sample)
    text = sample.decode(chosen or "latin-1", "replace")
    if len(_CONTROLS.findall(text)) * 50 > len(text):
        raise Refusal(_BINARY, file=file)
    return _lenient(data, chosen) if chosen else _recognised(data)


def _known(encoding: str) -> str:
    """Give the proper name of an encoding that a person named; raises Refusal where there is none."""
    try:
        b" ".decode(encoding, "replace")  # codecs that make no text are looked up as well
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise Refusal(
            N_("There is no encoding “{name}”: write utf-8, cp1252 or utf-16."), name=encoding
        ) from None


def _by_zeros(sample: bytes) -> str:
    """Recognise UTF-16 without its mark: most letters have a zero for one of their two bytes; "" where it is none."""
    low, high = sample[::2].count(0), sample[1::2].count(0)
    if not low and high * 4 > len(sample):
        return "utf-16-le"
    return "utf-16-be" if not high and low * 4 > len(sample) else ""


def _recognised(data: bytes) -> Decoded:
    """Decode bytes without a mark: UTF-8 unless most of what isn't ASCII is no UTF-8."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    damaged = _lenient(data, "utf-8")
    bad = damaged.text.count(REPLACEMENT)
    good = len(_MULTI_BYTE.findall(damaged.text)) - bad
    return damaged if good >= bad else _lenient(data, "cp1252")


def _lenient(data: bytes, encoding: str) -> Decoded:
    """Decode `data`, and note where the first byte is that could not be."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        before = data[: error.start].decode(encoding, "replace")
    lines = re.split("\r\n?|\n", before)
    found = note(
        N_(
            "Line {line}, column {column}: a byte that is no {encoding} was read as {mark} ({count} in the file)."
        ),
        line=len(lines),
        column=len(lines[-1]) + 1,
        count=max(text.count(REPLACEMENT), 1),
        encoding=encoding,
        mark=REPLACEMENT,
    )
    return Decoded(text, encoding, (found,))
