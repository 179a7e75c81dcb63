"""Item: everything about one item of a register, opened from where it is listed."""
