"""Fields: what a thing has that can be shown, typed, asked for, imported and exported, each declared once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from pmo_tui.domain.health import Health
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import fold, nearest

Value = str | int | bool | date | Decimal | Health | tuple[str, ...] | None
"""What a field holds: nothing is None (or an empty tuple for lists), money is cents as int, never float."""

Values = Mapping[str, Value]
"""Values by field name."""


class Kind(Enum):
    """What sort of value a field holds, which decides how it is typed, shown, compared and written."""

    LINE = "line"
    """One line of text; nothing is None."""
    TEXT = "text"
    """Several lines of text; nothing is None."""
    INTEGER = "integer"
    DECIMAL = "decimal"
    """An exact number with at most four decimals, as Decimal."""
    MONEY = "money"
    """An amount in cents, as int."""
    DATE = "date"
    HEALTH = "health"
    """A Health; nothing is Health.GREY."""
    CHOICE = "choice"
    """One of the words in `choices`, as str."""
    YES_NO = "yes_no"
    REFERENCE = "reference"
    """The name of another thing (`of` says which: phase, programme, person), as str."""
    REFERENCES = "references"
    """Names of several other things, as a sorted tuple."""
    TAGS = "tags"
    """Folded words, as a sorted tuple without doubles."""
    LINKS = "links"
    """Web addresses, each with its words before it, as a tuple of lines."""
    DAYS = "days"
    """A number of days, computed, as int."""
    PERCENT = "percent"
    """A percentage, computed, as Decimal."""
    SHARE = "share"
    """A part of a whole in percent, 0 to 100, as Decimal."""


NUMERIC = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.DAYS, Kind.PERCENT, Kind.SHARE})
ORDERED = NUMERIC | {Kind.DATE, Kind.HEALTH}
LISTS = frozenset({Kind.REFERENCES, Kind.TAGS, Kind.LINKS})


LONGEST_TITLE = 200
"""How many characters the title of a thing takes: what is longer is a description, and no list can show it."""


class Field(NamedTuple):
    """One field: its stable English name, its kind, its label, and what else it is called in files and queries."""

    name: str
    kind: Kind
    label: str
    """An English message to be translated when shown."""
    aliases: tuple[str, ...] = ()
    """Other names, English and French, case and accents ignored; for queries and for headers of files."""
    group: str = "overview"
    """Which part of the page and the form it stands in."""
    of: str = ""
    """For references: the kind of thing referred to."""
    choices: tuple[str, ...] = ()
    rising: bool = False
    """True where the choices stand in an order, the least first, so that one can ask for what is above one of them."""
    said: Mapping[str, str] = {}
    """For built-in choices: what each is called, an English message to be translated when shown."""
    derived: bool = False
    """True where it follows from something else and is kept nowhere."""
    remembered: bool = False
    """True where it is kept, but by the program itself."""
    custom: bool = False
    """True where the portfolio's settings declare it."""
    required: bool = False
    """True where a thing can't be without it."""
    within: tuple[int, int] | None = None
    """The least and the greatest number that it takes, None where any will do."""
    short: str = ""
    """A shorter label for the heading of a column, where the label is long."""
    longest: int | None = None
    """How many characters a line takes, None where it takes as many as any."""
    healths: str = ""
    """The health that shares its name in queries: it is the one meant where the values are healths."""

    @property
    def heading(self) -> str:
        """The message that stands above a column of its values."""
        return self.short or self.label

    @property
    def comparable(self) -> bool:
        """Whether its values have an order in which one can be above another."""
        return self.rising or self.kind in ORDERED

    @property
    def settable(self) -> bool:
        """Whether it can be typed and imported."""
        return not (self.derived or self.remembered)

    @property
    def empty(self) -> Value:
        """What stands in the field where nothing was given."""
        if self.kind in LISTS:
            return ()
        return Health.GREY if self.kind is Kind.HEALTH else None


class Catalogue:
    """All fields of a kind of thing, built-in and custom, found by any of their names.

    `groups` are the labels of the groups in which they stand, in their order; `title` is the one by which people call
    a thing.
    """

    def __init__(
        self,
        thing: str,
        fields: Iterable[Field],
        groups: Mapping[str, str] | None = None,
        title: str = "name",
    ) -> None:
        self.thing = thing
        self.groups = groups or {}
        self.title = title
        self.fields = tuple(fields)
        self.by_name = {field.name: field for field in self.fields}
        self._by_any_name = {
            _key(name): field for field in reversed(self.fields) for name in (field.name, *field.aliases)
        }

    def __iter__(self) -> Iterator[Field]:
        """Walk the fields in the order in which they are shown."""
        return iter(self.fields)

    def find(self, name: str) -> Field | None:
        """Give the field called `name` by any of its names, case, accents, spaces and underscores ignored."""
        return self._by_any_name.get(_key(name))

    def settable(self, name: str) -> Field | None:
        """Give the field called `name` as one means it who types or imports: the health that shares the name."""
        found = self.find(name)
        return self.by_name[found.healths] if found is not None and found.healths else found

    def get(self, name: str) -> Field:
        """Give the field called `name`; raises Refusal that names the nearest one."""
        field = self.find(name)
        if field is not None:
            return field
        near = nearest(name, list(self.by_name))
        if near:
            raise Refusal(N_("There is no field “{name}”. Did you mean “{near}”?"), name=name, near=near)
        raise Refusal(
            N_("There is no field “{name}”. Known: {known}."), name=name, known=", ".join(self.by_name)
        )


def _key(name: str) -> str:
    """Give a field name for comparison: folded, with runs of anything but letters and digits dropped."""
    return "".join(char for char in fold(name) if char.isalnum())
