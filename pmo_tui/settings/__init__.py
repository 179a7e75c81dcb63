"""Settings: what a person wishes (config.toml, never rewritten) and what the program remembers (state.toml)."""
