"""A person's morning, key by key."""
