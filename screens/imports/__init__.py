"""The import: a file, what its columns mean, a dry run, and the projects are in."""
