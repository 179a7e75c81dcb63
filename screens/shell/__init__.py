"""The shell: the app, the base of every page, and what stands around its content."""
