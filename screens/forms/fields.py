"""Form fields: what a form asks for, described as data on top of the domain's fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.words.labels import label

Reader = Callable[[str], Value]
"""Gives the present value of a field of the form by its name."""

SEVERAL_LINES = frozenset({Kind.TEXT, Kind.LINKS})
"""The kinds that are typed on several lines."""

REPLACED = frozenset({Kind.REFERENCE, Kind.DATE, Kind.MONEY, Kind.INTEGER, Kind.DECIMAL, Kind.SHARE})
"""The kinds whose old text gives way to the first character typed."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form; everything but `field` has a default that fits most."""

    field: Field
    section: str = ""
    """The translated heading it stands under."""
    known: tuple[str, ...] = ()
    """What is suggested while one types."""
    called: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What a known one is called besides, by which it is found too: the name of a project known by its code."""
    new: str = ""
    """Translated words for a name that is not known yet; "" where nothing has to be said."""
    options: tuple[Value, ...] = ()
    """All values, where one picks instead of typing."""
    words: Mapping[Value, str] = dataclasses.field(default_factory=dict)
    """Translated words for options that are not said as they are."""
    hint: str = ""
    """A translated sentence in the place of the usual one for this kind; beside the value where that is fixed."""
    required: bool = False
    depth: int = 0
    """How far it is indented, as a comment below what it comments."""
    fixed: bool = False
    """True where it is shown and can't be changed here."""
    when: Callable[[Reader], bool] | None = None
    """Tells whether it is asked for, given the other values."""
    follows: Callable[[Reader], Value] | None = None
    """Gives the value that follows from others; None where it may be typed."""
    proposes: Callable[[Reader], Value] | None = None
    """Gives the value that stands, given the other values, until one types another."""
    warns: Callable[[Reader], str] | None = None
    """Gives a translated sentence, given the other values, that warns and forbids nothing; "" for none."""
    check: Callable[[Value, Reader], None] | None = None
    """Raises Refusal where the value does not agree with others."""

    @property
    def name(self) -> str:
        """The stable name of the field."""
        return self.field.name

    @property
    def label(self) -> str:
        """The translated label; a portfolio's own field is called as its settings say."""
        return label(self.field)

    @property
    def picks(self) -> bool:
        """Whether one picks a value instead of typing it."""
        return bool(self.options)

    @property
    def several_lines(self) -> bool:
        """Whether it is typed on several lines."""
        return self.field.kind in SEVERAL_LINES

    def said(self, value: Value) -> str:
        """Give the words for an option."""
        return self.words.get(value, "" if value is None else str(value))

    def named(self, name: str) -> str:
        """Give a known name with what it is called besides."""
        also = self.called.get(name)
        return f"{name}  {also}" if also else name
