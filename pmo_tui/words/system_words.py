"""What the system says of failures, listed so that our catalogue keeps their translations.

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
)
