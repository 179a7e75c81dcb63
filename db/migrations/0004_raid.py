"""RAID: issues, assumptions, dependencies, actions, decisions, change requests, and how things are related.

The actions that respond to risks become actions like all others, with a code of their own. The journal calls them so
from their beginning, for a thing has one name; who changed what and when stays as it was written.
"""

from collections.abc import Callable
from typing import Any

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
    SqliteDatabase,
    TextField,
)
from playhouse.migrate import SchemaMigrator

LEVELS = "('project', 'programme', 'portfolio')"
ISSUE_STATUSES = "('open', 'underway', 'resolved', 'closed')"
SEVERITIES = "('low', 'moderate', 'high', 'critical')"
ASSUMPTION_STATUSES = "('open', 'confirmed', 'failed', 'closed')"
CONFIDENCES = "('low', 'medium', 'high')"
DEPENDENCY_STATUSES = "('proposed', 'agreed', 'delivered', 'dropped')"
ACTION_STATES = "('planned', 'underway', 'done', 'dropped')"
DECISION_STATUSES = "('asked', 'decided', 'dropped')"
CHANGE_STATUSES = "('draft', 'submitted', 'approved', 'rejected', 'deferred', 'implemented')"
RELATIONS = "('became', 'asks', 'relates')"


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


class Programme(Base):
    class Meta:
        table_name = "programme"


class Project(Base):
    class Meta:
        table_name = "project"


class Person(Base):
    class Meta:
        table_name = "person"


class Risk(Base):
    class Meta:
        table_name = "risk"


def referring(table: type[Base]) -> ForeignKeyField:
    """Give a column that refers to a row of another table, which can't go before."""
    return ForeignKeyField(table, null=True, on_delete="RESTRICT", backref="+")


class Item(Base):
    """What the items of every kind have."""

    version = IntegerField(default=1)
    code = CharField(constraints=[filled("code")])
    code_folded = CharField(unique=True)
    title = CharField(constraints=[filled("title")])
    folded = CharField()
    description = TextField(null=True)
    owner = referring(Person)
    raised = DateField(null=True)
    search = TextField()
    created_at = DateTimeField()
    updated_at = DateTimeField()


class Issue(Item):
    project = referring(Project)
    programme = referring(Programme)
    level = CharField(default="project", constraints=[within("level", LEVELS)])
    severity = CharField(null=True, constraints=[within("severity", SEVERITIES)])
    status = CharField(default="open", constraints=[within("status", ISSUE_STATUSES)])
    impact = TextField(null=True)
    raised_by = referring(Person)
    due = DateField(null=True)
    resolution = TextField(null=True)
    resolved_on = DateField(null=True)

    class Meta:
        table_name = "issue"


class Assumption(Item):
    project = referring(Project)
    programme = referring(Programme)
    status = CharField(default="open", constraints=[within("status", ASSUMPTION_STATUSES)])
    confidence = CharField(null=True, constraints=[within("confidence", CONFIDENCES)])
    effect = TextField(null=True)
    review = DateField(null=True)
    checked_on = DateField(null=True)

    class Meta:
        table_name = "assumption"


class Dependency(Item):
    status = CharField(default="proposed", constraints=[within("status", DEPENDENCY_STATUSES)])
    gives = referring(Project)
    needs = referring(Project)
    receiver = referring(Person)
    due = DateField(null=True)
    promised = DateField(null=True)
    agreed_on = DateField(null=True)
    delivered_on = DateField(null=True)

    class Meta:
        table_name = "dependency"


class Action(Item):
    project = referring(Project)
    programme = referring(Programme)
    state = CharField(default="planned", constraints=[within("state", ACTION_STATES)])
    risk = referring(Risk)
    due = DateField(null=True)
    cost = BigIntegerField(null=True)
    done_on = DateField(null=True)

    class Meta:
        table_name = "action"


class RaidDecision(Item):
    project = referring(Project)
    programme = referring(Programme)
    status = CharField(default="asked", constraints=[within("status", DECISION_STATUSES)])
    asked_by = referring(Person)
    due = DateField(null=True)
    decided_by = referring(Person)
    decided_on = DateField(null=True)
    outcome = TextField(null=True)

    class Meta:
        table_name = "raid_decision"


class ChangeRequest(Item):
    project = referring(Project)
    programme = referring(Programme)
    status = CharField(default="draft", constraints=[within("status", CHANGE_STATUSES)])
    impact_time = BigIntegerField(null=True)
    impact_cost = BigIntegerField(null=True)
    impact_scope = TextField(null=True)
    gate = CharField(null=True)
    requested_by = referring(Person)
    due = DateField(null=True)
    decided_by = referring(Person)
    decided_on = DateField(null=True)
    note = TextField(null=True)

    class Meta:
        table_name = "change_request"


class Relation(Base):
    version = IntegerField(default=1)
    from_entity = CharField(constraints=[filled("from_entity")])
    from_key = IntegerField()
    to_entity = CharField(constraints=[filled("to_entity")])
    to_key = IntegerField()
    kind = CharField(default="relates", constraints=[within("kind", RELATIONS)])

    class Meta:
        table_name = "relation"


ITEMS: list[Any] = [Issue, Assumption, Dependency, Action, RaidDecision, ChangeRequest]


def part_of(item: Any, part: str, key: str, columns: dict[str, Any]) -> Any:
    """Give a table of what belongs to the items of a kind, one row each, told apart by the column `key`."""
    owner: str = item._meta.table_name
    meta = {"table_name": f"{owner}_{part}", "primary_key": CompositeKey(owner, key)}
    owned = {owner: ForeignKeyField(item, on_delete="CASCADE", index=False)}
    return type(f"{item.__name__}_{part}", (Base,), {**owned, **columns, "Meta": type("Meta", (), meta)})


def parts_of(item: Any) -> list[Any]:
    """Give the tables of the tags and the links of a kind of item."""
    tag = {"tag": CharField(index=True, constraints=[filled("tag")])}
    link = {"position": IntegerField(), "line": TextField(constraints=[filled("line")])}
    return [part_of(item, "tag", "tag", tag), part_of(item, "link", "position", link)]


THERE: list[Any] = [Programme, Project, Person, Risk]
TABLES = [*ITEMS, *(part for item in ITEMS for part in parts_of(item)), Relation]


def up(_migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Make the tables and their indexes, and move the actions that respond to risks."""
    execute: Callable[..., Any] = db.execute_sql
    with db.bind_ctx([*THERE, *TABLES]):
        db.create_tables(TABLES)
    execute("CREATE UNIQUE INDEX relation_of ON relation (from_entity, from_key, to_entity, to_key, kind)")
    execute("CREATE INDEX relation_to ON relation (to_entity, to_key)")
    _move_actions(execute)


def _move_actions(execute: Callable[..., Any]) -> None:
    """Move the actions that respond to risks, each with the code of its key, there and in the journal."""
    execute(
        "INSERT INTO action (id, version, code, code_folded, title, folded, owner_id, search, created_at, updated_at, "
        "state, risk_id, due, cost, done_on) "
        "SELECT act.id, act.version, printf('ACT-%04d', act.id), printf('act-%04d', act.id), act.title, "
        "pmo_fold(act.title), act.owner_id, printf('act-%04d', act.id) || char(10) || pmo_fold(act.title), "
        "MIN(journal_group.at), MAX(journal_group.at), act.state, act.risk_id, act.due, act.cost, act.done_on "
        "FROM response_action AS act JOIN journal ON journal.entity = 'response_action' AND journal.key = act.id "
        "JOIN journal_group ON journal_group.id = journal.group_id GROUP BY act.id"
    )
    execute("DROP TABLE response_action")
    execute("DROP TRIGGER journal_no_update")
    code = "printf('ACT-%04d', key)"
    execute(
        "UPDATE journal SET entity = 'action', "
        f"after = CASE WHEN before IS NULL THEN json_set(after, '$.code', {code}) ELSE after END, "
        f"before = CASE WHEN after IS NULL THEN json_set(before, '$.code', {code}) ELSE before END "
        "WHERE entity = 'response_action'"
    )
    execute(
        "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    )
