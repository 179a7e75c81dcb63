"""Tests of screens/columns."""
