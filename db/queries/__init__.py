"""Compiles a query on projects to a condition and an order that any SQL database understands."""

from __future__ import annotations

from db.queries.compiling import order, where

__all__ = ["order", "where"]
