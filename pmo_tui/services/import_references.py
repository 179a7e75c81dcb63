"""References in a file: names of programmes, people, objectives and phases, found as they are kept or noted as new."""

from __future__ import annotations

from collections.abc import Sequence

from db import portfolio as portfolio_kept
from db.names import Directory
from pmo_tui.domain.fields import Field, Value
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.text import fold
from pmo_tui.services.phase_names import phase_finder
from pmo_tui.transfer.maps import ImportMap
from pmo_tui.transfer.notes import Note, note
from pmo_tui.transfer.rows import Row

_UNKNOWN = {
    "phase": N_(
        "There is no phase “{name}”. Known: {known}. Translate it in the map's values, or add the phase."
    ),
    "programme": N_("There is no programme “{name}”, and the map lets none be made."),
    "objective": N_("There is no objective “{name}”, and the map lets none be made."),
    "project": N_("There is no project with the code or the name “{name}”: import it first, or correct it."),
    "risk": N_("There is no risk with the code or the title “{name}”: import it first, or correct it."),
    "risk_category": N_("There is no category “{name}”, and the map lets none be made."),
    "person": N_("There is nobody called “{name}”, and the map lets no person be added."),
}


class References:
    """The names that the rows of a file refer to, each settled once."""

    def __init__(self, fields: Sequence[Field], the_map: ImportMap) -> None:
        self._fields = [field for field in fields if field.of]
        self._create = the_map.create
        self._directory = Directory()
        phases = portfolio_kept.phases()
        self._phases = [phase.name for phase in phases]
        self._phase = phase_finder(phases)
        self._settled: dict[tuple[str, str], str | Note] = {}
        self._folded: dict[tuple[str, str], str] = {}

    def settle(self, row: Row) -> None:
        """Put the names as they are kept into a row's values; note on it those that can't be."""
        for field in self._fields:
            value = row.values.get(field.name)
            if not value:
                continue
            names = value if isinstance(value, tuple) else (str(value),)
            found = [self._of(field.of, name) for name in names]
            row.reasons += [one for one in found if isinstance(one, Note)]
            kept = tuple(sorted({one for one in found if isinstance(one, str)}))
            row.values[field.name] = kept if isinstance(value, tuple) else next(iter(kept), None)

    def _of(self, entity: str, name: str) -> str | Note:
        """Give a name as it is kept, or why it can't be."""
        known = self._settled.get((entity, name))
        if known is None:
            known = self._settled[entity, name] = self._find(entity, name)
        return known

    def _find(self, entity: str, name: str) -> str | Note:
        """Find a name, first among what is kept, then among what this file makes."""
        names = self._directory.of(entity)
        found = names.find(name)
        if found is not None:
            return names.by_id[found]
        if entity == "phase" and (phase := self._phase(name)) is not None:
            return phase
        if entity in self._create:
            return self._folded.setdefault((entity, fold(name)), name)
        return note(_UNKNOWN[entity], name=name, known=", ".join(self._phases))

    def new(self, used: set[tuple[str, Value]]) -> dict[str, tuple[str, ...]]:
        """Give the names that have to be made among those that accepted rows use, by the kind of thing, sorted."""
        made: dict[str, list[str]] = {}
        for (entity, _folded), name in self._folded.items():
            if (entity, name) in used:
                made.setdefault(entity, []).append(name)
        return {entity: tuple(sorted(names)) for entity, names in made.items()}
