"""The terminal layer: what is decided before Textual is imported, and what is really sent down the line."""
