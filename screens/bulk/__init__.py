"""Bulk changes: one field of many projects, seen before it is done."""
