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
from db.models.risks import (
    CommentRecord,
    ResponseActionRecord,
    RiskAppetiteRecord,
    RiskBandRecord,
    RiskCategoryRecord,
    RiskLinkRecord,
    RiskRecord,
    RiskStepRecord,
    RiskTagRecord,
)

__all__ = [
    "CommentRecord",
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
    "ResponseActionRecord",
    "RiskAppetiteRecord",
    "RiskBandRecord",
    "RiskCategoryRecord",
    "RiskLinkRecord",
    "RiskRecord",
    "RiskStepRecord",
    "RiskTagRecord",
    "TagRecord",
    "ViewRecord",
    "proxy",
]
