"""What all tables share: a database decided when a store is opened, an id and a version."""

from __future__ import annotations

from peewee import AutoField, DatabaseProxy, IntegerField, Model

proxy = DatabaseProxy()
"""Stands for the database of the store that is open; one process has one open store."""


class Record(Model):
    """A row that is changed through the one door: its version rises by one with each change."""

    id = AutoField()
    version = IntegerField(default=1)

    class Meta:
        """Every table belongs to the open store."""

        database = proxy
        legacy_table_names = False


class Part(Model):
    """A row that belongs to another row and is kept and journaled with it."""

    class Meta:
        """Every table belongs to the open store."""

        database = proxy
        legacy_table_names = False
