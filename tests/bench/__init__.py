"""Measures of what must stay quick."""
