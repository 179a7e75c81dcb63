"""Keepers: how the facts of each kind of thing are laid into tables and read back, for the door and the journal."""

from __future__ import annotations

from db.keepers.base import Keeper
from db.keepers.projects import ProjectKeeper
from db.keepers.risks import RISKS, ActionKeeper, CommentKeeper, StepKeeper
from db.models import (
    CustomFieldRecord,
    DecisionRecord,
    ObjectiveRecord,
    PersonRecord,
    PhaseRecord,
    PortfolioRecord,
    ProgrammeRecord,
    RiskAppetiteRecord,
    RiskBandRecord,
    RiskCategoryRecord,
    ViewRecord,
)

KEEPERS: dict[str, Keeper] = {
    keeper.entity: keeper
    for keeper in (
        Keeper("portfolio", PortfolioRecord),
        Keeper("phase", PhaseRecord, named=True),
        Keeper("programme", ProgrammeRecord, named=True),
        Keeper("objective", ObjectiveRecord, named=True),
        Keeper("person", PersonRecord, named=True),
        Keeper("custom_field", CustomFieldRecord),
        Keeper("view", ViewRecord),
        ProjectKeeper(),
        Keeper("decision", DecisionRecord, project="project"),
        Keeper("risk_category", RiskCategoryRecord, named=True),
        StepKeeper(),
        Keeper("risk_band", RiskBandRecord),
        Keeper("risk_appetite", RiskAppetiteRecord),
        RISKS,
        ActionKeeper(),
        CommentKeeper(),
    )
}
"""The keeper of each entity that the journal knows, by its name there."""
