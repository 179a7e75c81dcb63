"""The first schema: the portfolio, its projects, the decisions at gates, and the journal of it all."""

from collections.abc import Callable

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
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

HEALTHS = "('grey', 'green', 'amber', 'red')"
DIMENSIONS = "('time', 'cost', 'scope', 'resources', 'risk')"
DECISIONS = "('go', 'conditional go', 'hold', 'recycle', 'kill')"
KINDS = "('line', 'text', 'integer', 'decimal', 'money', 'date', 'choice', 'yes_no')"


def filled(column: str) -> Node:
    """Give the check that a text column is not empty."""
    return Check(f"length({column}) > 0")


def within(column: str, words: str) -> Node:
    """Give the check that a column holds one of the words, listed as SQL."""
    return Check(f"{column} IN {words}")


class Base(Model):
    """Common to all tables of this schema."""

    class Meta:
        legacy_table_names = False


class Portfolio(Base):
    id = AutoField(constraints=[Check("id = 1")])
    version = IntegerField(default=1)
    name = CharField(default="")
    currency = CharField(default="EUR", constraints=[filled("currency")])
    fiscal_month = IntegerField(default=1, constraints=[Check("fiscal_month BETWEEN 1 AND 12")])
    overrun_amber = IntegerField(default=5, constraints=[Check("overrun_amber >= 0")])
    overrun_red = IntegerField(default=10, constraints=[Check("overrun_red >= overrun_amber")])
    slip_amber = IntegerField(default=5, constraints=[Check("slip_amber >= 0")])
    slip_red = IntegerField(default=20, constraints=[Check("slip_red >= slip_amber")])
    report_stale = IntegerField(default=45, constraints=[Check("report_stale > 0")])

    class Meta:
        table_name = "portfolio"


class Phase(Base):
    version = IntegerField(default=1)
    name = CharField(unique=True, constraints=[filled("name")])
    folded = CharField()
    position = IntegerField()
    gate = CharField(null=True)
    needs = TextField(default="[]")
    wip_limit = IntegerField(null=True, constraints=[Check("wip_limit > 0")])
    closed = BooleanField(default=False)

    class Meta:
        table_name = "phase"


class Programme(Base):
    version = IntegerField(default=1)
    name = CharField(unique=True, constraints=[filled("name")])
    folded = CharField()
    description = TextField(null=True)

    class Meta:
        table_name = "programme"


class Objective(Base):
    version = IntegerField(default=1)
    name = CharField(unique=True, constraints=[filled("name")])
    folded = CharField()
    description = TextField(null=True)

    class Meta:
        table_name = "objective"


class Person(Base):
    version = IntegerField(default=1)
    name = CharField(unique=True, constraints=[filled("name")])
    folded = CharField()
    login = CharField(null=True, unique=True)
    email = CharField(null=True)
    active = BooleanField(default=True)

    class Meta:
        table_name = "person"


class CustomField(Base):
    version = IntegerField(default=1)
    key = CharField(unique=True, constraints=[filled("key")])
    label = CharField(constraints=[filled("label")])
    kind = CharField(constraints=[within("kind", KINDS)])
    choices = TextField(default="[]")
    position = IntegerField()

    class Meta:
        table_name = "custom_field"


class View(Base):
    version = IntegerField(default=1)
    name = CharField(constraints=[filled("name")])
    owner = CharField(null=True)
    query = TextField(default="")
    mode = CharField(default="board", constraints=[within("mode", "('board', 'table')")])
    columns = TextField(default="[]")
    sort = TextField(default="[]")
    group_by = CharField(null=True)

    class Meta:
        table_name = "view"
        indexes = ((("name", "owner"), True),)


class Project(Base):
    version = IntegerField(default=1)
    code = CharField(unique=True, constraints=[filled("code")])
    name = CharField(constraints=[filled("name")])
    folded = CharField()
    summary = TextField(null=True)
    programme = ForeignKeyField(Programme, null=True, on_delete="RESTRICT")
    phase = ForeignKeyField(Phase, on_delete="RESTRICT", index=False)
    pm = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="managed")
    sponsor = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="sponsored")
    department = CharField(null=True)
    priority = IntegerField(null=True)
    score = BigIntegerField(null=True)
    health = CharField(default="grey", constraints=[within("health", HEALTHS)])
    severity = SmallIntegerField(default=0, constraints=[Check("severity BETWEEN 0 AND 3")])
    health_previous = CharField(default="grey", constraints=[within("health_previous", HEALTHS)])
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
    overrun = BigIntegerField(null=True)
    search = TextField()
    created_at = DateTimeField()
    updated_at = DateTimeField()

    class Meta:
        table_name = "project"


class Dimension(Base):
    project = ForeignKeyField(Project, on_delete="CASCADE", index=False)
    dimension = CharField(constraints=[within("dimension", DIMENSIONS)])
    health = CharField(constraints=[within("health", HEALTHS)])
    comment = TextField(null=True)
    declared_on = DateField(null=True)

    class Meta:
        table_name = "project_dimension"
        primary_key = CompositeKey("project", "dimension")


class Tag(Base):
    project = ForeignKeyField(Project, on_delete="CASCADE", index=False)
    tag = CharField(index=True, constraints=[filled("tag")])

    class Meta:
        table_name = "project_tag"
        primary_key = CompositeKey("project", "tag")


class ProjectObjective(Base):
    project = ForeignKeyField(Project, on_delete="CASCADE", index=False)
    objective = ForeignKeyField(Objective, on_delete="RESTRICT")

    class Meta:
        table_name = "project_objective"
        primary_key = CompositeKey("project", "objective")


class Link(Base):
    project = ForeignKeyField(Project, on_delete="CASCADE", index=False)
    position = IntegerField()
    line = TextField(constraints=[filled("line")])

    class Meta:
        table_name = "project_link"
        primary_key = CompositeKey("project", "position")


class CustomValue(Base):
    project = ForeignKeyField(Project, on_delete="CASCADE", index=False)
    field = ForeignKeyField(CustomField, on_delete="RESTRICT")
    text = TextField(null=True)
    folded = TextField(null=True)
    number = BigIntegerField(null=True)

    class Meta:
        table_name = "project_value"
        primary_key = CompositeKey("project", "field")
        constraints = [Check("(text IS NULL) <> (number IS NULL)")]


class Decision(Base):
    version = IntegerField(default=1)
    project = ForeignKeyField(Project, on_delete="RESTRICT")
    gate = CharField(constraints=[filled("gate")])
    decision = CharField(constraints=[within("decision", DECISIONS)])
    decided_on = DateField()
    from_phase = ForeignKeyField(Phase, null=True, on_delete="RESTRICT", backref="left_by")
    to_phase = ForeignKeyField(Phase, null=True, on_delete="RESTRICT", backref="entered_by")
    decided_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
    conditions = TextField(null=True)
    note = TextField(null=True)

    class Meta:
        table_name = "gate_decision"


class Group(Base):
    at = DateTimeField()
    who = CharField(constraints=[filled("who")])
    door = CharField(constraints=[within("door", "('screen', 'command', 'import')")])
    label = TextField()
    undoes = ForeignKeyField("self", null=True)

    class Meta:
        table_name = "journal_group"


class Journal(Base):
    group = ForeignKeyField(Group)
    entity = CharField(constraints=[filled("entity")])
    key = IntegerField()
    before = TextField(null=True)
    after = TextField(null=True)

    class Meta:
        table_name = "journal"
        indexes = ((("entity", "key"), False),)
        constraints = [Check("before IS NOT NULL OR after IS NOT NULL")]


TABLES = Base.__subclasses__()  # in the order in which they stand above


def up(_migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Make the tables, the index the board is counted from, and the triggers that keep the journal append-only."""
    execute: Callable[[str], object] = db.execute_sql
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    # counts and sums per phase are read from this index alone, without touching the wide rows
    execute("CREATE INDEX project_phase ON project (phase_id, health, budget)")
    # the cards of the board in their usual order, so that the first ones of each phase are there at once
    execute(
        "CREATE INDEX project_cards ON project "
        "(phase_id, severity DESC, score DESC, folded, id, code, name, health, health_previous, budget)"
    )
    for table in ("journal", "journal_group"):
        for verb in ("UPDATE", "DELETE"):
            execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
            )
