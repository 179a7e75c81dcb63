"""The use cases: each asks the rules, checks the right and writes once."""
