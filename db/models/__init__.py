"""The tables, as peewee records; they never leave this room."""

from db.models.base import Record, proxy
from db.models.journal import GroupRecord, JournalRecord
from db.models.portfolio import (
    CustomFieldRecord,
    ObjectiveRecord,
    PersonRecord,
    PhaseRecord,
    PortfolioRecord,
    ProgrammeRecord,
    ViewRecord,
)
from db.models.projects import (
    CustomValueRecord,
    DecisionRecord,
    DimensionRecord,
    LinkRecord,
    ProjectObjectiveRecord,
    ProjectRecord,
    TagRecord,
)

__all__ = [
    "CustomFieldRecord",
    "CustomValueRecord",
    "DecisionRecord",
    "DimensionRecord",
    "GroupRecord",
    "JournalRecord",
    "LinkRecord",
    "ObjectiveRecord",
    "PersonRecord",
    "PhaseRecord",
    "PortfolioRecord",
    "ProgrammeRecord",
    "ProjectObjectiveRecord",
    "ProjectRecord",
    "Record",
    "TagRecord",
    "ViewRecord",
    "proxy",
]
