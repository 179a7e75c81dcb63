"""The keepers of what a portfolio has set, of the people, and of views."""

from __future__ import annotations

from db.keepers.base import Keeper
from db.models.portfolio import (
    CustomFieldRecord,
    ObjectiveRecord,
    PersonRecord,
    PhaseRecord,
    PortfolioRecord,
    ProgrammeRecord,
    ViewRecord,
)

KEEPERS = (
    Keeper("portfolio", PortfolioRecord),
    Keeper("phase", PhaseRecord, named=True),
    Keeper("programme", ProgrammeRecord, named=True),
    Keeper("objective", ObjectiveRecord, named=True),
    Keeper("person", PersonRecord, named=True),
    Keeper("custom_field", CustomFieldRecord),
    Keeper("view", ViewRecord),
)
