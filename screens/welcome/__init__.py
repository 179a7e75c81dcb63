"""The welcome: what one is invited to do with an empty portfolio."""
