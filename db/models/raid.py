"""The tables of the items beside the risks, and of how things are related."""

from __future__ import annotations

from typing import Any

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from db.models.base import Part, Record
from db.models.portfolio import PersonRecord, ProgrammeRecord
from db.models.projects import ProjectRecord
from db.models.risks import RiskRecord


def _referring(record: type[Record]) -> ForeignKeyField:
    """Give a column that refers to another thing, which can't go before."""
    return ForeignKeyField(record, null=True, on_delete="RESTRICT", backref="+")


class ItemRecord(Record):
    """What the items of every kind have; moments are naive UTC, money is in cents.

    `code_folded`, `folded` (the title) and `search` (folded code, title and tags) follow from other columns.
    """

    code = CharField()
    code_folded = CharField(unique=True)
    title = CharField()
    folded = CharField()
    description = TextField(null=True)
    owner = _referring(PersonRecord)
    raised = DateField(null=True)
    search = TextField()
    created_at = DateTimeField()
    updated_at = DateTimeField()


class PlacedRecord(ItemRecord):
    """An item of a project or of a programme; `programme` is that of one without a project."""

    project = _referring(ProjectRecord)
    programme = _referring(ProgrammeRecord)


class IssueRecord(PlacedRecord):
    """An issue."""

    level = CharField(default="project")
    severity = CharField(null=True)
    status = CharField(default="open")
    impact = TextField(null=True)
    raised_by = _referring(PersonRecord)
    due = DateField(null=True)
    resolution = TextField(null=True)
    resolved_on = DateField(null=True)

    class Meta:
        """The table's name."""

        table_name = "issue"


class AssumptionRecord(PlacedRecord):
    """An assumption."""

    status = CharField(default="open")
    confidence = CharField(null=True)
    effect = TextField(null=True)
    review = DateField(null=True)
    checked_on = DateField(null=True)

    class Meta:
        """The table's name."""

        table_name = "assumption"


class DependencyRecord(ItemRecord):
    """What one project gives and another needs."""

    status = CharField(default="proposed")
    gives = _referring(ProjectRecord)
    needs = _referring(ProjectRecord)
    receiver = _referring(PersonRecord)
    due = DateField(null=True)
    promised = DateField(null=True)
    agreed_on = DateField(null=True)
    delivered_on = DateField(null=True)

    class Meta:
        """The table's name."""

        table_name = "dependency"


class ActionRecord(PlacedRecord):
    """Something to be done; one of a risk is of the risk's project."""

    state = CharField(default="planned")
    risk = _referring(RiskRecord)
    due = DateField(null=True)
    cost = BigIntegerField(null=True)
    done_on = DateField(null=True)

    class Meta:
        """The table's name."""

        table_name = "action"


class RaidDecisionRecord(PlacedRecord):
    """A decision that is asked for or taken; those at gates are others."""

    status = CharField(default="asked")
    asked_by = _referring(PersonRecord)
    due = DateField(null=True)
    decided_by = _referring(PersonRecord)
    decided_on = DateField(null=True)
    outcome = TextField(null=True)

    class Meta:
        """The table's name."""

        table_name = "raid_decision"


class ChangeRequestRecord(PlacedRecord):
    """A change request."""

    status = CharField(default="draft")
    impact_time = BigIntegerField(null=True)
    impact_cost = BigIntegerField(null=True)
    impact_scope = TextField(null=True)
    gate = CharField(null=True)
    requested_by = _referring(PersonRecord)
    due = DateField(null=True)
    decided_by = _referring(PersonRecord)
    decided_on = DateField(null=True)
    note = TextField(null=True)

    class Meta:
        """The table's name."""

        table_name = "change_request"


class RelationRecord(Record):
    """That one thing has become another, asks for it, or has to do with it; each is named by entity and key."""

    from_entity = CharField()
    from_key = IntegerField()
    to_entity = CharField()
    to_key = IntegerField()
    kind = CharField(default="relates")

    class Meta:
        """The table's name."""

        table_name = "relation"


ITEMS: tuple[Any, ...] = (
    IssueRecord,
    AssumptionRecord,
    DependencyRecord,
    ActionRecord,
    RaidDecisionRecord,
    ChangeRequestRecord,
)
"""The records of the kinds of items."""


def _part(record: Any, part: str, key: str, **columns: Any) -> Any:
    """Give the record of what belongs to the items of a kind, one row each, told apart by the column `key`."""
    owner: str = record._meta.table_name
    names = {"table_name": f"{owner}_{part}", "primary_key": CompositeKey(owner, key)}
    columns[owner] = ForeignKeyField(record, on_delete="CASCADE", index=False)
    return type(f"{owner}_{part}", (Part,), {**columns, "Meta": type("Meta", (), names)})


TAGS: dict[Any, Any] = {record: _part(record, "tag", "tag", tag=CharField()) for record in ITEMS}
"""The records of the tags of each kind, folded."""

LINKS: dict[Any, Any] = {
    record: _part(record, "link", "position", position=IntegerField(), line=TextField()) for record in ITEMS
}
"""The records of the links of each kind, in the order in which they were given."""
