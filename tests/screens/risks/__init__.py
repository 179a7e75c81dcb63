"""The register of risks as a person sees it."""
