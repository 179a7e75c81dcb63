"""Makes `python -m pmo_tui` the same as `pmo-tui`."""

import sys

from pmo_tui.cli.main import program

if __name__ == "__main__":
    sys.exit(program())
