"""Import maps: what a person says, or the program guesses, of which column holds which field and how it is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import nearest
from pmo_tui.transfer.tables import FileHints

CREATABLE = ("programme", "person", "objective", "risk_category", "phase")
"""Things that an import can make where a row names one that isn't there yet."""

CREATED = ("programme", "person", "objective", "risk_category")
"""Those that it makes unless the map says otherwise: phases are a decision, not a by-product."""

KEY_KINDS = frozenset({Kind.LINE, Kind.CHOICE, Kind.INTEGER})
"""The kinds of custom fields by whose value a project is found again."""

CUSTOM_KINDS = {
    kind.value: kind
    for kind in (
        Kind.LINE,
        Kind.TEXT,
        Kind.INTEGER,
        Kind.DECIMAL,
        Kind.MONEY,
        Kind.DATE,
        Kind.CHOICE,
        Kind.YES_NO,
    )
}
"""The kinds that a custom field can have, by the word that names them in a map."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one field is filled: from the first of `columns` that holds something, from all joined, or a constant."""

    field: str
    columns: tuple[str, ...] = ()
    constant: str | None = None
    join: bool = False
    """Whether all columns are taken: texts one under the other, lists together."""
    formats: tuple[str, ...] = ()
    """Formats of dates, tried in order; none means ISO."""
    decimal: str = "."
    thousands: str = ""
    """Signs that part thousands; none means those that are usual with this decimal sign."""
    factor: Decimal = Decimal(1)
    separators: str = ""
    """Signs that part the items of a list in one cell; none means those that are usual for the field."""
    values: tuple[tuple[str, str], ...] = ()
    """What cells mean in our words; an empty meaning is nothing."""
    empty: tuple[str, ...] | None = None
    """Texts that stand for nothing here; None means those of the whole map."""
    keep: bool = False
    """Whether an empty cell leaves a project that is there already as it is, instead of emptying its field."""
    only_new: bool = False
    """Whether the field is filled when a project is created and never touched again."""
    optional: bool = False
    """Whether the file may lack the columns."""


@dataclass(frozen=True, slots=True)
class ImportMap:
    """What a file's columns mean: a rule for each field, custom fields it declares, and what to do with the rest."""

    rules: tuple[Rule, ...]
    key: str = "code"
    custom: tuple[Field, ...] = ()
    unmapped: str = "drop"
    empty: tuple[str, ...] = ()
    create: tuple[str, ...] = CREATED
    currency: str = ""
    """The currency of its amounts; "" where nobody says."""
    file: FileHints = field(default_factory=FileHints)
    guessed: bool = field(default=False, compare=False)
    """Whether nobody has said anything of it."""

    @property
    def only_new(self) -> frozenset[str]:
        """The fields that are filled at creation only."""
        return frozenset(rule.field for rule in self.rules if rule.only_new)

    def rule(self, name: str) -> Rule | None:
        """Give the rule of the field called `name`, None where the map does not speak of it."""
        return next((rule for rule in self.rules if rule.field == name), None)


def custom_field(key: str, label: str, kind: Kind = Kind.LINE, choices: tuple[str, ...] = ()) -> Field:
    """Declare a field of the portfolio's own."""
    return Field(key, kind, label, group="custom", choices=choices, custom=True)


def merged(catalogue: Catalogue, custom: tuple[Field, ...], file: str) -> Catalogue:
    """Give the catalogue with the fields that a map declares; raises Refusal where one is there with another kind."""
    new: list[Field] = []
    for declared in custom:
        known = catalogue.by_name.get(declared.name)
        if known is None:
            new.append(declared)
        elif known.kind is not declared.kind:
            message = N_(
                "“{file}”: the custom field “{key}” is declared as {kind}, but there is one already, as {other}."
            )
            raise Refusal(
                message, file=file, key=declared.name, kind=declared.kind.value, other=known.kind.value
            )
    return (
        Catalogue(catalogue.thing, (*catalogue.fields, *new), catalogue.groups, catalogue.title)
        if new
        else catalogue
    )


def check(the_map: ImportMap, catalogue: Catalogue, file: str) -> None:
    """Check that each field of a map can be filled, once, and that its key is among them; raises Refusal."""
    names = [rule.field for rule in the_map.rules]
    for name in names:
        if not catalogue.get(name).settable:
            message = N_(
                "“{file}”: the field “{name}” follows from others and can't be imported: leave it out."
            )
            raise Refusal(message, file=file, name=name)
        if names.count(name) > 1:
            raise Refusal(
                N_("“{file}”: the field “{name}” is filled twice: keep one of the two."), file=file, name=name
            )
    if the_map.key not in names:
        near = nearest(the_map.key, names) or ", ".join(names)
        message = N_("“{file}”: the key is “{key}”, but no column fills that field. Filled: {near}.")
        raise Refusal(message, file=file, key=the_map.key, near=near)
    key = catalogue.get(the_map.key)
    if key.name not in {"code", catalogue.title} and not (key.custom and key.kind in KEY_KINDS):
        message = N_(
            "“{file}”: “{key}” can't be the key: only code, name or a custom field of kind {kinds} can."
        )
        raise Refusal(
            message, file=file, key=key.name, kinds=", ".join(sorted(kind.value for kind in KEY_KINDS))
        )
