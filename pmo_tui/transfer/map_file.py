"""Map files: TOML read into an import map, with errors that name the file, the key and the nearest known key."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.toml import read_toml
from pmo_tui.transfer.date_formats import understood
from pmo_tui.transfer.encodings import decode
from pmo_tui.transfer.map_keys import CUSTOM_KEYS, FILE_KEYS, RULE_KEYS, TOP_KEYS, identifier
from pmo_tui.transfer.maps import (
    CREATABLE,
    CREATED,
    CUSTOM_KINDS,
    ImportMap,
    Rule,
    check,
    custom_field,
    merged,
)
from pmo_tui.transfer.places import Place
from pmo_tui.transfer.reading import read_bytes
from pmo_tui.transfer.tables import FileHints


def read_map(path: Path, catalogue: Catalogue = PROJECT_FIELDS) -> ImportMap:
    """Read the map file at `path`, for a portfolio with the fields of `catalogue`; raises Refusal where it is none."""
    return parse_map(decode(read_bytes(path), path.name).text, path.name, catalogue)


def parse_map(text: str, file: str, catalogue: Catalogue = PROJECT_FIELDS) -> ImportMap:
    """Read the text of a map file; `file` is its name, for the sentences."""
    top = Place(file, "", read_toml(text, file, Decimal))
    top.only(TOP_KEYS)
    customs = top.table("custom")
    declared = tuple(_custom(customs.place(key), key, catalogue) for key in customs.tree)
    the_map = ImportMap(
        rules=(*_rules(top.table("fields"), catalogue), *_rules(customs, None)),
        key=top.text("key", "code"),
        custom=declared,
        unmapped=top.one_of("unmapped", ("drop", "custom"), "drop"),
        empty=top.texts("empty") or (),
        create=_creatable(top),
        currency=top.line("currency").upper(),
        file=_hints(top.table("file")),
    )
    check(the_map, merged(catalogue, declared, file), file)
    return the_map


def _rules(table: Place, catalogue: Catalogue | None) -> tuple[Rule, ...]:
    """Read the rules of a table: of fields in `catalogue`, or of custom fields where there is none."""
    rules = []
    for name in table.tree:
        known = catalogue.settable(name) if catalogue else None
        if catalogue and not known:
            table.check_known("", name, list(catalogue.by_name))
        rule = _rule(table.place(name), known.name if known else name, custom=catalogue is None)
        if rule is not None:
            rules.append(rule)
    return tuple(rules)


def _rule(place: Place, name: str, *, custom: bool) -> Rule | None:
    """Read one rule, None where a custom field is declared without saying how it is filled."""
    place.only(RULE_KEYS | CUSTOM_KEYS if custom else RULE_KEYS)
    columns = place.texts("columns") or ((place.text("column"),) if "column" in place.tree else ())
    if not columns and "constant" not in place.tree:
        if custom:
            return None
        raise place.wrong(
            "column", N_("“{file}”: {key} is missing: say from which column the field is filled.")
        )
    return Rule(
        field=name,
        columns=columns,
        constant=place.scalar("constant"),
        join=place.flag("join"),
        formats=_formats(place),
        decimal=place.one_of("decimal", (".", ","), "."),
        thousands=place.text("thousands", ""),
        factor=place.number("factor"),
        separators=place.text("separators", ""),
        values=tuple(place.table("values").scalars()),
        empty=place.texts("empty"),
        keep=place.one_of("when_empty", ("clear", "keep"), "clear") == "keep",
        only_new=place.flag("only_new"),
        optional=place.flag("optional"),
    )


def _formats(place: Place) -> tuple[str, ...]:
    """Read the formats of a date; raises Refusal where one can't be understood."""
    formats = place.texts("formats") or place.texts("format") or ()
    for pattern in formats:
        if not understood(pattern):
            message = N_(
                "“{file}”: {key}: “{format}” is no format of dates: write YYYY, MM or MMM and DD, as in DD/MM/YYYY."
            )
            raise place.wrong("formats", message, format=pattern)
    return formats


def _custom(place: Place, key: str, catalogue: Catalogue) -> Field:
    """Read the declaration of a custom field; one that the portfolio has already may leave its kind out."""
    if not identifier(key):
        raise place.wrong(
            "", N_("“{file}”: {key}: a custom field's key is made of a–z, 0–9 and _, as in gmpp_id.")
        )
    known = catalogue.find(key)
    if known is not None and not known.custom:
        message = N_("“{file}”: {key}: “{word}” already names the field “{name}”: choose another key.")
        raise place.wrong("", message, word=key, name=known.name)
    if known is not None and "kind" not in place.tree:
        return known
    kind = CUSTOM_KINDS[place.one_of("kind", tuple(CUSTOM_KINDS), Kind.LINE.value)]
    choices = place.texts("choices") or ()
    if kind is Kind.CHOICE and not choices:
        raise place.wrong("choices", N_("“{file}”: {key} is missing: list the words that can be chosen."))
    return custom_field(key, place.text("label", key.replace("_", " ").capitalize()), kind, choices)


def _creatable(top: Place) -> tuple[str, ...]:
    """Read which things the import may make; raises Refusal that names the nearest where one is unknown."""
    given = top.texts("create")
    for thing in given or ():
        top.check_known("create", thing, CREATABLE)
    return CREATED if given is None else given


def _hints(place: Place) -> FileHints:
    """Read what the map says of the file itself."""
    place.only(FILE_KEYS)
    header: Any = place.tree.get("header", 1)
    if not isinstance(header, int) or isinstance(header, bool) or header < 1:
        raise place.wrong(
            "header", N_("“{file}”: {key} must be the number of the row with the headers, 1 or more.")
        )
    delimiter = place.text("delimiter", "")
    if len(delimiter) > 1 or delimiter in {'"', "\n", "\r"}:
        raise place.wrong("delimiter", N_('“{file}”: {key} must be one sign, such as ";" or a tab.'))
    return FileHints(place.text("encoding", ""), delimiter, header)
