"""Actions: declared once, from which keys, footer, palette, help and documentation derive."""
