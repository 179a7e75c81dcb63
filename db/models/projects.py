"""The tables of projects and of what belongs to one: tags, objectives, links, health, own fields, decisions."""

from __future__ import annotations

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    SmallIntegerField,
    TextField,
)

from db.models.base import Part, Record
from db.models.portfolio import CustomFieldRecord, ObjectiveRecord, PersonRecord, PhaseRecord, ProgrammeRecord


class ProjectRecord(Record):
    """A project. Money is in cents, the score in ten-thousandths; moments are naive UTC.

    `code_folded` (by which codes are the same), `folded` (the name), `severity` (of the health), `slip` (days), `late`
    (the same in working days), `overrun` (tenths of a percent) and `search` (folded code, name and tags) follow from
    other columns; they are kept so that queries and orders stay plain.
    `health_previous` is the health of the declaration before the present one.
    """

    code = CharField()
    code_folded = CharField(unique=True)
    name = CharField()
    folded = CharField()
    summary = TextField(null=True)
    programme = ForeignKeyField(ProgrammeRecord, null=True, on_delete="RESTRICT")
    phase = ForeignKeyField(PhaseRecord, on_delete="RESTRICT", index=False)
    pm = ForeignKeyField(PersonRecord, null=True, on_delete="RESTRICT", backref="managed")
    sponsor = ForeignKeyField(PersonRecord, null=True, on_delete="RESTRICT", backref="sponsored")
    department = CharField(null=True)
    priority = IntegerField(null=True)
    score = BigIntegerField(null=True)
    health = CharField(default="grey")
    severity = SmallIntegerField(default=0)
    health_previous = CharField(default="grey")
    health_comment = TextField(null=True)
    health_date = DateField(null=True)
    budget = BigIntegerField(null=True)
    forecast = BigIntegerField(null=True)
    actual = BigIntegerField(null=True)
    start = DateField(null=True)
    finish = DateField(null=True)
    baseline_start = DateField(null=True)
    baseline_finish = DateField(null=True)
    actual_start = DateField(null=True)
    actual_finish = DateField(null=True)
    slip = IntegerField(null=True)
    late = IntegerField(null=True)
    overrun = BigIntegerField(null=True)
    search = TextField()
    created_at = DateTimeField()
    updated_at = DateTimeField()

    class Meta:
        """The table's name."""

        table_name = "project"


class DimensionRecord(Part):
    """What was declared of one dimension of a project's health."""

    project = ForeignKeyField(ProjectRecord, on_delete="CASCADE", index=False)
    dimension = CharField()
    health = CharField()
    comment = TextField(null=True)
    declared_on = DateField(null=True)

    class Meta:
        """The table's name and key."""

        table_name = "project_dimension"
        primary_key = CompositeKey("project", "dimension")


class TagRecord(Part):
    """A tag on a project, folded."""

    project = ForeignKeyField(ProjectRecord, on_delete="CASCADE", index=False)
    tag = CharField()

    class Meta:
        """The table's name and key."""

        table_name = "project_tag"
        primary_key = CompositeKey("project", "tag")


class ProjectObjectiveRecord(Part):
    """An objective that a project serves."""

    project = ForeignKeyField(ProjectRecord, on_delete="CASCADE", index=False)
    objective = ForeignKeyField(ObjectiveRecord, on_delete="RESTRICT")

    class Meta:
        """The table's name and key."""

        table_name = "project_objective"
        primary_key = CompositeKey("project", "objective")


class LinkRecord(Part):
    """A link of a project: words and a web address in one line, in the order in which they were given."""

    project = ForeignKeyField(ProjectRecord, on_delete="CASCADE", index=False)
    position = IntegerField()
    line = TextField()

    class Meta:
        """The table's name and key."""

        table_name = "project_link"
        primary_key = CompositeKey("project", "position")


class CustomValueRecord(Part):
    """The value of a portfolio's own field in a project: a number (in its kept form) or a text with its folded twin.

    Dates are ISO text; money, decimals, integers and yes/no are numbers.
    """

    project = ForeignKeyField(ProjectRecord, on_delete="CASCADE", index=False)
    field = ForeignKeyField(CustomFieldRecord, on_delete="RESTRICT")
    text = TextField(null=True)
    folded = TextField(null=True)
    number = BigIntegerField(null=True)

    class Meta:
        """The table's name and key."""

        table_name = "project_value"
        primary_key = CompositeKey("project", "field")


class DecisionRecord(Record):
    """A decision taken at a gate of a project."""

    project = ForeignKeyField(ProjectRecord, on_delete="RESTRICT")
    gate = CharField()
    decision = CharField()
    decided_on = DateField()
    from_phase = ForeignKeyField(PhaseRecord, null=True, on_delete="RESTRICT", backref="left_by")
    to_phase = ForeignKeyField(PhaseRecord, null=True, on_delete="RESTRICT", backref="entered_by")
    decided_by = ForeignKeyField(PersonRecord, null=True, on_delete="RESTRICT")
    conditions = TextField(null=True)
    note = TextField(null=True)

    class Meta:
        """The table's name."""

        table_name = "gate_decision"
