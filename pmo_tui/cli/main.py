"""The entry point of the command line."""

import argparse

from pmo_tui import __version__


def main() -> int:
    """Read the command line and do what it asks."""
    parser = argparse.ArgumentParser(prog="pmo-tui")
    parser.add_argument("--version", action="version", version=f"pmo-tui {__version__}")
    parser.parse_args()
    return 0
