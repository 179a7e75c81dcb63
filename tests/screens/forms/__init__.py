"""Forms: described as data, typed by key."""
