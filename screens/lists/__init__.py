"""Lists: things as rows of chosen columns, in groups with sub-totals; for things of any kind."""
