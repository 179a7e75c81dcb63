"""Saved views: choosing, keeping, renaming and deleting them."""
