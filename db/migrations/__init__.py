"""The numbered changes of the schema, each with models frozen as they were then."""
