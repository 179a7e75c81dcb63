"""Safety: what is kept outlives killed processes, full disks, broken files and colleagues; with real processes."""
