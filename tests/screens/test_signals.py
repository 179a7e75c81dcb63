"""An app whose terminal has gone knows it, whoever takes the orphan in."""

from __future__ import annotations

import pytest

from screens.terminal import signals


@pytest.mark.parametrize(
    ("terminal", "began_with", "now", "gone"),
    [
        (True, 500, 500, False),
        (True, 500, 1, True),
        (True, 500, 321, True),  # a service manager that takes orphans in
        (True, 1, 1, False),  # a container's first process began it
        (False, 500, 500, True),
    ],
)
def test_who_is_left_alone_knows_it(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, began_with: int, now: int, gone: bool
):
    monkeypatch.setattr("os.isatty", lambda _number: terminal)
    monkeypatch.setattr("os.getppid", lambda: now)
    assert signals.terminal_is_gone(began_with) is gone
