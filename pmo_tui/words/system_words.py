"""What the system, and Python's reader of TOML, say of failures, listed so that our catalogue keeps their translations.

`say()` and `system()` look them up; nothing imports this module.
"""

from pmo_tui.words import _

SENTENCES = (
    _("Disk quota exceeded"),
    _("File exists"),
    _("File name too long"),
    _("Input/output error"),
    _("Is a directory"),
    _("No space left on device"),
    _("No such file or directory"),
    _("Not a directory"),
    _("Permission denied"),
    _("Read-only file system"),
    _("Too many levels of symbolic links"),
    _("disk I/O error"),
    _("unable to open database file"),
    _("Cannot overwrite a value"),
    _("Expected '=' after a key in a key/value pair"),
    _("Expected ']' at the end of a table declaration"),
    _("Expected ']]' at the end of an array declaration"),
    _("Expected newline or end of document after a statement"),
    _("Invalid date or datetime"),
    _("Invalid hex value"),
    _("Invalid initial character for a key part"),
    _("Invalid statement"),
    _("Invalid value"),
    _("Unclosed array"),
    _("Unclosed inline table"),
    _("Unescaped '\\' in a string"),
    _("Unterminated string"),
)
