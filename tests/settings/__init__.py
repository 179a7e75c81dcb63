"""Tests of the settings and of what the program remembers."""
