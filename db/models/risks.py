"""The tables of risks and of what belongs to one, and of what a portfolio has set for them; and comments."""

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
from db.models.portfolio import PersonRecord, ProgrammeRecord
from db.models.projects import ProjectRecord


class RiskCategoryRecord(Record):
    """A category of risks; one with a parent is the lower of two levels."""

    name = CharField(unique=True)
    folded = CharField()
    parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")
    parent_id: int | None
    position = IntegerField(default=0)

    class Meta:
        """The table's name."""

        table_name = "risk_category"


class RiskStepRecord(Record):
    """A step of a scale, from 1, the least: its word, and from where to where it goes in ten-thousandths of percent."""

    axis = CharField()
    rank = IntegerField()
    word = CharField()
    least = BigIntegerField(null=True)
    most = BigIntegerField(null=True)

    class Meta:
        """The table's name."""

        table_name = "risk_step"


class RiskBandRecord(Record):
    """A band of scores, from the least score on."""

    name = CharField(unique=True)
    least = IntegerField(unique=True)

    class Meta:
        """The table's name."""

        table_name = "risk_band"


class RiskAppetiteRecord(Record):
    """The highest score within the appetite at a level, of a category or, without one, of all others."""

    level = CharField()
    category = ForeignKeyField(RiskCategoryRecord, null=True, on_delete="RESTRICT")
    category_id: int | None
    most = IntegerField()

    class Meta:
        """The table's name."""

        table_name = "risk_appetite"


class RiskRecord(Record):
    """A risk. Money is in cents, the chance in ten-thousandths of percent; moments are naive UTC.

    `code_folded`, `folded` (the title), `score`, `inherent`, `target`, `exposure`, `net` (with its sign) and `search`
    (folded code, title and tags) follow from other columns; they are kept so that queries and orders stay plain.
    `programme` is that of a risk without a project; one with a project is of the project's.
    """

    code = CharField()
    code_folded = CharField(unique=True)
    side = CharField(default="threat")
    title = CharField()
    folded = CharField()
    cause = TextField(null=True)
    event = TextField(null=True)
    effect = TextField(null=True)
    trigger = TextField(null=True)
    category = ForeignKeyField(RiskCategoryRecord, null=True, on_delete="RESTRICT")
    level = CharField(default="project")
    project = ForeignKeyField(ProjectRecord, null=True, on_delete="RESTRICT")
    programme = ForeignKeyField(ProgrammeRecord, null=True, on_delete="RESTRICT")
    owner = ForeignKeyField(PersonRecord, null=True, on_delete="RESTRICT", backref="risks_owned")
    status = CharField(default="open")
    reason = TextField(null=True)
    lesson = TextField(null=True)
    raised = DateField(null=True)
    proximity_from = DateField(null=True)
    proximity_to = DateField(null=True)
    review = DateField(null=True)
    reviewed = DateField(null=True)
    strategy = CharField(null=True)
    contingency = TextField(null=True)
    accepted_by = ForeignKeyField(PersonRecord, null=True, on_delete="RESTRICT", backref="risks_accepted")
    accepted_on = DateField(null=True)
    accepted_why = TextField(null=True)
    escalated_from = CharField(null=True)
    escalated_on = DateField(null=True)
    escalated_why = TextField(null=True)
    chance = BigIntegerField(null=True)
    probability = SmallIntegerField(null=True)
    impact = SmallIntegerField(null=True)
    impact_time = SmallIntegerField(null=True)
    impact_cost = SmallIntegerField(null=True)
    impact_scope = SmallIntegerField(null=True)
    impact_quality = SmallIntegerField(null=True)
    impact_reputation = SmallIntegerField(null=True)
    inherent_probability = SmallIntegerField(null=True)
    inherent_impact = SmallIntegerField(null=True)
    inherent_time = SmallIntegerField(null=True)
    inherent_cost = SmallIntegerField(null=True)
    inherent_scope = SmallIntegerField(null=True)
    inherent_quality = SmallIntegerField(null=True)
    inherent_reputation = SmallIntegerField(null=True)
    target_probability = SmallIntegerField(null=True)
    target_impact = SmallIntegerField(null=True)
    target_time = SmallIntegerField(null=True)
    target_cost = SmallIntegerField(null=True)
    target_scope = SmallIntegerField(null=True)
    target_quality = SmallIntegerField(null=True)
    target_reputation = SmallIntegerField(null=True)
    cost = BigIntegerField(null=True)
    cost_low = BigIntegerField(null=True)
    cost_high = BigIntegerField(null=True)
    reserve = BigIntegerField(null=True)
    drawn = BigIntegerField(null=True)
    score_before = SmallIntegerField(null=True)
    score = SmallIntegerField(null=True)
    inherent = SmallIntegerField(null=True)
    target = SmallIntegerField(null=True)
    exposure = BigIntegerField(null=True)
    net = BigIntegerField(null=True)
    search = TextField()
    created_at = DateTimeField()
    updated_at = DateTimeField()

    class Meta:
        """The table's name."""

        table_name = "risk"


class RiskTagRecord(Part):
    """A tag on a risk, folded."""

    risk = ForeignKeyField(RiskRecord, on_delete="CASCADE", index=False)
    tag = CharField()

    class Meta:
        """The table's name and key."""

        table_name = "risk_tag"
        primary_key = CompositeKey("risk", "tag")


class RiskLinkRecord(Part):
    """A link of a risk: words and a web address in one line, in the order in which they were given."""

    risk = ForeignKeyField(RiskRecord, on_delete="CASCADE", index=False)
    position = IntegerField()
    line = TextField()

    class Meta:
        """The table's name and key."""

        table_name = "risk_link"
        primary_key = CompositeKey("risk", "position")


class CommentRecord(Record):
    """Words about a thing of any kind; the journal knows by whom and when, where they don't say it themselves."""

    entity = CharField()
    key = IntegerField()
    text = TextField()
    who = CharField(null=True)
    at = CharField(null=True)

    class Meta:
        """The table's name."""

        table_name = "comment"
