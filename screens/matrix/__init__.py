"""Matrix: the risks of a query by probability and impact, to be walked cell by cell."""
