"""Tests of screens/imports."""
