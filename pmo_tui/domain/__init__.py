"""What is true: the pure rules of the field, with no clock, no file and no database."""
