"""Importables: what there is to know of each kind of thing that a file can bring, by its noun."""

from __future__ import annotations

from pmo_tui.services.import_kinds import Importable


def importable(noun: str) -> Importable:
    """Give what there is to know of the things of this noun; loads no more than that kind needs."""
    if noun == "projects":
        from pmo_tui.services.import_kinds import PROJECTS

        return PROJECTS
    if noun == "risks":
        from pmo_tui.services.risk_imports import RISKS

        return RISKS
    from pmo_tui.services.raid_imports import IMPORTABLES

    return IMPORTABLES[noun]
