"""Rights: what a person reads where nothing can be changed."""

from __future__ import annotations

from pmo_tui.words import _


def reading_only() -> str:
    """Say that nothing can be changed here."""
    return _("This portfolio is open for reading only: nothing can be changed.")
