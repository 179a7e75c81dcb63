"""Tests of screens/bulk."""
