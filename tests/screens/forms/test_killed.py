"""A form in the real program: the process is killed, and what was typed is offered again."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from pmo_tui.settings.drafts import read_draft
from tests.driving.terminal import Terminal


def opened(path: Path) -> Terminal:
    """Open the program on a database."""
    return Terminal([sys.executable, "-m", "pmo_tui", "--db", str(path)])


def test_what_was_typed_survives_a_killed_process(portfolio: Path):
    with opened(portfolio) as pmo:
        pmo.wait_for("ERP finance")
        pmo.press("e")
        pmo.wait_for("Edit P-0001")
        pmo.press(" kept")
        pmo.wait_for(" kept")
        # nothing is painted when the draft is written, so its file is what one waits for
        for _look in range(100):
            if read_draft(str(portfolio), "edit/1"):
                break
            pmo.settle(0.1)
        os.kill(pmo.pid, signal.SIGKILL)
    with opened(portfolio) as pmo:
        pmo.wait_for("ERP finance")
        pmo.press("e")
        pmo.wait_for("and not saved: Name.")
        pmo.press("enter")
        pmo.wait_for("ERP finance kept")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_the_last_letters_before_a_signal_are_kept(portfolio: Path, number: signal.Signals):
    with opened(portfolio) as pmo:
        pmo.wait_for("ERP finance")
        pmo.press("e")
        pmo.wait_for("Edit P-0001")
        pmo.press(" kept", quiet=0.01)
        pmo.signal(number)
        pmo.ended()
    found = read_draft(str(portfolio), "edit/1")
    assert found is not None
    assert found.texts == {"name": "ERP finance kept"}
