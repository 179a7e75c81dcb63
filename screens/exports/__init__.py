"""Exports: what is shown, written to a file."""
