"""The project: its page and the flows that change it."""
