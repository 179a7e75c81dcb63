"""The query: one small language that filters, sorts and groups everywhere; see docs/query.md.

`reading.parse` reads a text, `terms` holds what it says, `hints.suggest` completes what is being typed.
"""
