"""Risks: the register with its response actions, its categories, scales, bands and appetite; and comments on things."""

from collections.abc import Callable

from peewee import (
    BigIntegerField,
    CharField,
    Check,
    CompositeKey,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    Model,
    Node,
    SmallIntegerField,
    SqliteDatabase,
    TextField,
)
from playhouse.migrate import SchemaMigrator

SIDES = "('threat', 'opportunity')"
LEVELS = "('project', 'programme', 'portfolio')"
STATUSES = "('draft', 'open', 'responding', 'occurred', 'closed')"
RESPONSES = "('avoid', 'transfer', 'mitigate', 'exploit', 'share', 'enhance', 'accept', 'escalate')"
STATES = "('planned', 'underway', 'done', 'dropped')"
AXES = "('probability', 'impact')"


def filled(column: str) -> Node:
    """Give the check that a text column is not empty."""
    return Check(f"length({column}) > 0")


def within(column: str, words: str) -> Node:
    """Give the check that a column holds one of the words, listed as SQL."""
    return Check(f"{column} IN {words}")


def within_steps(column: str) -> Node:
    """Give the check that a column holds a step of a scale."""
    return Check(f"{column} BETWEEN 1 AND 5")


def within_scores(column: str) -> Node:
    """Give the check that a column holds a score."""
    return Check(f"{column} BETWEEN 1 AND 25")


class Base(Model):
    """Common to all tables of this schema."""

    class Meta:
        legacy_table_names = False


class Programme(Base):
    class Meta:
        table_name = "programme"


class Project(Base):
    class Meta:
        table_name = "project"


class Person(Base):
    class Meta:
        table_name = "person"


class RiskCategory(Base):
    version = IntegerField(default=1)
    name = CharField(unique=True, constraints=[filled("name")])
    folded = CharField()
    parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")
    position = IntegerField(default=0)

    class Meta:
        table_name = "risk_category"


class RiskStep(Base):
    version = IntegerField(default=1)
    axis = CharField(constraints=[within("axis", AXES)])
    rank = IntegerField(constraints=[Check("rank BETWEEN 1 AND 5")])
    word = CharField(constraints=[filled("word")])
    least = BigIntegerField(null=True)
    most = BigIntegerField(null=True)

    class Meta:
        table_name = "risk_step"


class RiskBand(Base):
    version = IntegerField(default=1)
    name = CharField(unique=True, constraints=[filled("name")])
    least = IntegerField(unique=True, constraints=[Check("least BETWEEN 1 AND 25")])

    class Meta:
        table_name = "risk_band"


class RiskAppetite(Base):
    version = IntegerField(default=1)
    level = CharField(constraints=[within("level", LEVELS)])
    category = ForeignKeyField(RiskCategory, null=True, on_delete="RESTRICT")
    most = IntegerField(constraints=[Check("most BETWEEN 0 AND 25")])

    class Meta:
        table_name = "risk_appetite"


class Risk(Base):
    version = IntegerField(default=1)
    code = CharField(constraints=[filled("code")])
    code_folded = CharField(unique=True)
    side = CharField(default="threat", constraints=[within("side", SIDES)])
    title = CharField(constraints=[filled("title")])
    folded = CharField()
    cause = TextField(null=True)
    event = TextField(null=True)
    effect = TextField(null=True)
    trigger = TextField(null=True)
    category = ForeignKeyField(RiskCategory, null=True, on_delete="RESTRICT")
    level = CharField(default="project", constraints=[within("level", LEVELS)])
    project = ForeignKeyField(Project, null=True, on_delete="RESTRICT")
    programme = ForeignKeyField(Programme, null=True, on_delete="RESTRICT")
    owner = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="risks_owned")
    status = CharField(default="open", constraints=[within("status", STATUSES)])
    reason = TextField(null=True)
    lesson = TextField(null=True)
    raised = DateField(null=True)
    proximity_from = DateField(null=True)
    proximity_to = DateField(null=True)
    review = DateField(null=True)
    reviewed = DateField(null=True)
    strategy = CharField(null=True, constraints=[within("strategy", RESPONSES)])
    contingency = TextField(null=True)
    accepted_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="risks_accepted")
    accepted_on = DateField(null=True)
    accepted_why = TextField(null=True)
    escalated_from = CharField(null=True, constraints=[within("escalated_from", LEVELS)])
    escalated_on = DateField(null=True)
    escalated_why = TextField(null=True)
    chance = BigIntegerField(null=True, constraints=[Check("chance BETWEEN 0 AND 1000000")])
    probability = SmallIntegerField(null=True, constraints=[within_steps("probability")])
    impact = SmallIntegerField(null=True, constraints=[within_steps("impact")])
    impact_time = SmallIntegerField(null=True, constraints=[within_steps("impact_time")])
    impact_cost = SmallIntegerField(null=True, constraints=[within_steps("impact_cost")])
    impact_scope = SmallIntegerField(null=True, constraints=[within_steps("impact_scope")])
    impact_quality = SmallIntegerField(null=True, constraints=[within_steps("impact_quality")])
    impact_reputation = SmallIntegerField(null=True, constraints=[within_steps("impact_reputation")])
    inherent_probability = SmallIntegerField(null=True, constraints=[within_steps("inherent_probability")])
    inherent_impact = SmallIntegerField(null=True, constraints=[within_steps("inherent_impact")])
    inherent_time = SmallIntegerField(null=True, constraints=[within_steps("inherent_time")])
    inherent_cost = SmallIntegerField(null=True, constraints=[within_steps("inherent_cost")])
    inherent_scope = SmallIntegerField(null=True, constraints=[within_steps("inherent_scope")])
    inherent_quality = SmallIntegerField(null=True, constraints=[within_steps("inherent_quality")])
    inherent_reputation = SmallIntegerField(null=True, constraints=[within_steps("inherent_reputation")])
    target_probability = SmallIntegerField(null=True, constraints=[within_steps("target_probability")])
    target_impact = SmallIntegerField(null=True, constraints=[within_steps("target_impact")])
    target_time = SmallIntegerField(null=True, constraints=[within_steps("target_time")])
    target_cost = SmallIntegerField(null=True, constraints=[within_steps("target_cost")])
    target_scope = SmallIntegerField(null=True, constraints=[within_steps("target_scope")])
    target_quality = SmallIntegerField(null=True, constraints=[within_steps("target_quality")])
    target_reputation = SmallIntegerField(null=True, constraints=[within_steps("target_reputation")])
    cost = BigIntegerField(null=True)
    cost_low = BigIntegerField(null=True)
    cost_high = BigIntegerField(null=True)
    reserve = BigIntegerField(null=True)
    drawn = BigIntegerField(null=True)
    score_before = SmallIntegerField(null=True, constraints=[within_scores("score_before")])
    score = SmallIntegerField(null=True, constraints=[within_scores("score")])
    inherent = SmallIntegerField(null=True, constraints=[within_scores("inherent")])
    target = SmallIntegerField(null=True, constraints=[within_scores("target")])
    exposure = BigIntegerField(null=True)
    net = BigIntegerField(null=True)
    search = TextField()
    created_at = DateTimeField()
    updated_at = DateTimeField()

    class Meta:
        table_name = "risk"


class RiskTag(Base):
    risk = ForeignKeyField(Risk, on_delete="CASCADE", index=False)
    tag = CharField(index=True, constraints=[filled("tag")])

    class Meta:
        table_name = "risk_tag"
        primary_key = CompositeKey("risk", "tag")


class RiskLink(Base):
    risk = ForeignKeyField(Risk, on_delete="CASCADE", index=False)
    position = IntegerField()
    line = TextField(constraints=[filled("line")])

    class Meta:
        table_name = "risk_link"
        primary_key = CompositeKey("risk", "position")


class ResponseAction(Base):
    version = IntegerField(default=1)
    risk = ForeignKeyField(Risk, on_delete="RESTRICT")
    title = CharField(constraints=[filled("title")])
    owner = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
    due = DateField(null=True)
    cost = BigIntegerField(null=True)
    state = CharField(default="planned", constraints=[within("state", STATES)])
    done_on = DateField(null=True)

    class Meta:
        table_name = "response_action"


class Comment(Base):
    version = IntegerField(default=1)
    entity = CharField(constraints=[filled("entity")])
    key = IntegerField()
    text = TextField(constraints=[filled("text")])

    class Meta:
        table_name = "comment"


THERE = (Programme, Project, Person)
TABLES = [
    table for table in Base.__subclasses__() if table not in THERE
]  # in the order in which they stand above


def up(_migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Make the tables and their indexes; what they begin with is written by the program, in its person's language."""
    execute: Callable[[str], object] = db.execute_sql
    with db.bind_ctx([*THERE, *TABLES]):
        db.create_tables(TABLES)
    execute("CREATE UNIQUE INDEX risk_step_rank ON risk_step (axis, rank)")
    # to an index no NULL is like another
    execute("CREATE UNIQUE INDEX risk_appetite_of ON risk_appetite (level, COALESCE(category_id, 0))")
    # the usual order of the register, so that its first rows are there at once
    execute("CREATE INDEX risk_usual ON risk (score DESC, exposure DESC, code, id)")
    execute("CREATE INDEX risk_status ON risk (status)")
    execute("CREATE INDEX comment_on ON comment (entity, key)")
