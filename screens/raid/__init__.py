"""RAID: the pages that list risks, assumptions, issues, dependencies and what else a project keeps a register of."""
