"""Tests of screens/board."""
