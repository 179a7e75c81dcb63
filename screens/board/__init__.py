"""The board: projects in columns by phase, or as a table."""
