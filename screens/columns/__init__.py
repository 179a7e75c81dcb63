"""Columns, sorting and grouping: what a table shows and in which order, chosen by keyboard."""
