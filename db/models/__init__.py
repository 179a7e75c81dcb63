"""The tables, as peewee records; they never leave this room."""
