"""Keys of a map file: which there are."""

from __future__ import annotations

import re

TOP_KEYS = frozenset({"key", "unmapped", "empty", "create", "currency", "file", "fields", "custom"})
FILE_KEYS = frozenset({"encoding", "delimiter", "header"})
CUSTOM_KEYS = frozenset({"label", "kind", "choices"})
RULE_KEYS = frozenset(
    {
        "column", "columns", "constant", "join", "format", "formats", "decimal", "thousands", "factor", "separators",
        "values", "empty", "when_empty", "only_new", "optional",
    }
)  # fmt: skip

_IDENTIFIER = re.compile("[a-z][a-z0-9_]*")


def identifier(key: str) -> bool:
    """Tell whether `key` can be the key of a custom field."""
    return bool(_IDENTIFIER.fullmatch(key))
