"""The tests: a mirror of the three rooms, plus journeys and measures."""
