"""A thing as Markdown: what is known of it, group by group, what is empty left out."""

from __future__ import annotations

from collections.abc import Mapping

from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.items import Thing
from pmo_tui.transfer.markdown_writing import escaped
from pmo_tui.words import _
from screens.values import full, named, said_of


def sections(thing: Thing, catalogue: Catalogue, groups: Mapping[str, str]) -> list[str]:
    """Give the lines: a heading with code and title, then a section for each of the groups that holds anything."""
    heads = {"code", catalogue.title}
    lines = [f"# {escaped(thing.code)} {escaped(str(thing.value(catalogue.title)))}"]
    for group, words in groups.items():
        rows = [
            "- " + said_of(escaped(named(field)), escaped(full(field, value)))
            for field in catalogue
            if field.group == group
            and field.name not in heads
            and (value := thing.value(field.name)) not in (None, (), field.empty)
        ]
        lines += ["", f"## {_(words)}", "", *rows] if rows else []
    return lines
