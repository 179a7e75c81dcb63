"""Figures: what the risks of a query are worth together, over time, as a distribution, and which are the largest."""
