"""The tables of the journal; the schema itself refuses to change or delete their rows."""

from __future__ import annotations

from peewee import AutoField, CharField, DateTimeField, ForeignKeyField, IntegerField, TextField

from db.models.base import Part


class GroupRecord(Part):
    """Changes made in one go; `at` is naive UTC, `undoes` the group that this one takes back."""

    id = AutoField()
    at = DateTimeField()
    who = CharField()
    door = CharField()
    label = TextField()
    undoes = ForeignKeyField("self", null=True)
    undoes_id: int | None

    class Meta:
        """The table's name."""

        table_name = "journal_group"


class JournalRecord(Part):
    """One change of one row; `before` and `after` are JSON objects of kept values, NULL for "was not there".

    `about` is the key of the project that the change tells of, NULL where it is of none.
    """

    id = AutoField()
    group = ForeignKeyField(GroupRecord)
    entity = CharField()
    key = IntegerField()
    before = TextField(null=True)
    after = TextField(null=True)
    about = IntegerField(null=True)

    class Meta:
        """The table's name."""

        table_name = "journal"
