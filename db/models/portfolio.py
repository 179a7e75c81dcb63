"""The tables of the portfolio's own data: settings, phases, programmes, objectives, people, fields, views."""

from __future__ import annotations

from peewee import BooleanField, CharField, IntegerField, TextField

from db.models.base import Record


class PortfolioRecord(Record):
    """The settings of the portfolio: the one row with id 1."""

    name = CharField(default="")
    currency = CharField(default="EUR")
    fiscal_month = IntegerField(default=1)
    overrun_amber = IntegerField(default=5)
    overrun_red = IntegerField(default=10)
    slip_amber = IntegerField(default=5)
    slip_red = IntegerField(default=20)
    report_stale = IntegerField(default=45)

    class Meta:
        """The table's name."""

        table_name = "portfolio"


class PhaseRecord(Record):
    """A phase; `needs` is a JSON list of field names."""

    name = CharField(unique=True)
    folded = CharField()
    position = IntegerField()
    gate = CharField(null=True)
    needs = TextField(default="[]")
    wip_limit = IntegerField(null=True)
    closed = BooleanField(default=False)

    class Meta:
        """The table's name."""

        table_name = "phase"


class ProgrammeRecord(Record):
    """A programme; `folded` is its name as it is searched."""

    name = CharField(unique=True)
    folded = CharField()
    description = TextField(null=True)

    class Meta:
        """The table's name."""

        table_name = "programme"


class ObjectiveRecord(Record):
    """A strategic objective."""

    name = CharField(unique=True)
    folded = CharField()
    description = TextField(null=True)

    class Meta:
        """The table's name."""

        table_name = "objective"


class PersonRecord(Record):
    """A person; `login` is their account on this host."""

    name = CharField(unique=True)
    folded = CharField()
    login = CharField(null=True, unique=True)
    email = CharField(null=True)
    active = BooleanField(default=True)

    class Meta:
        """The table's name."""

        table_name = "person"


class CustomFieldRecord(Record):
    """A field that this portfolio declares for its projects; `choices` is a JSON list."""

    key = CharField(unique=True)
    label = CharField()
    kind = CharField()
    choices = TextField(default="[]")
    position = IntegerField()

    class Meta:
        """The table's name."""

        table_name = "custom_field"


class ViewRecord(Record):
    """A saved view of things of one kind; `columns` and `sort` are JSON lists, no owner means that all see it."""

    thing = CharField(default="project")
    name = CharField()
    owner = CharField(null=True)
    query = TextField(default="")
    mode = CharField(default="board")
    columns = TextField(default="[]")
    sort = TextField(default="[]")
    group = CharField(null=True, column_name="group_by")

    class Meta:
        """The table's name."""

        table_name = "view"
