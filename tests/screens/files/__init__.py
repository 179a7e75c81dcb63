"""Tests of screens/files."""
