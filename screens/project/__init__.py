"""The project: one project on one page, and the flows that change it."""
