"""Writes the locks: the exact versions of what the app and its developers install."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APP, DEV = "requirements/app.txt", "requirements/dev.txt"
# A lock names packages, versions and hashes, and nothing of the machine that wrote it.
OPTIONS = (
    "--quiet",
    "--upgrade",
    "--strip-extras",
    "--allow-unsafe",
    "--generate-hashes",
    "--annotation-style=line",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
)


def write(lock: str, *options: str) -> None:
    """Choose the newest versions that pyproject.toml allows and write them down."""
    command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, *options, "--output-file", lock]
    environ = {**os.environ, "CUSTOM_COMPILE_COMMAND": "make locks"}
    subprocess.run([*command, "pyproject.toml"], cwd=ROOT, env=environ, check=True)


if __name__ == "__main__":
    write(APP)
    # Developers work with the very versions that users get.
    write(DEV, "--extra", "dev", "--constraint", APP)
