"""Forms: described as data, drawn line by line, checked as one types."""
