"""The conflict: two people, one field."""
