"""Files to be imported, and an empty portfolio beside them."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

_NOON = datetime(2026, 11, 20, 12).timestamp()  # noqa: DTZ001 - the day a listing shows, as the host has it

PLAIN = """code,name,programme,phase,health,budget,start,finish
A1,Alpha,Cloud,Delivery,green,1.5M,2026-01-31,2026-12-31
A2,Beta,Cloud,Planning,amber,TBC,2026-02-01,
A3,Gamma,Data,Delivery,red,200k,2026-03-01,2027-01-31
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which one stands."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def portfolio(folder: Path) -> Path:
    """Name a database that is not there yet."""
    return folder.parent / "dsi.db"


@pytest.fixture
def written(folder: Path):
    """Give a function that writes a file, changed on a known day."""

    def write(name: str, text: str | bytes) -> Path:
        path = folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        os.utime(path, (_NOON, _NOON))
        return path

    return write


@pytest.fixture
def plain(written) -> Path:
    """A file that needs no correction but one text that stands for nothing."""
    path: Path = written("plain.csv", PLAIN)
    return path
