"""The help of a page: every sentence stands in it as a whole, however narrow it is."""

from __future__ import annotations

import pytest

from screens.actions.action import sentence
from screens.cells import width
from screens.risks.page import RisksPage
from screens.shell.help import key_lines


@pytest.mark.parametrize("cells", [40, 80, 120])
def test_no_sentence_is_cut(cells: int):
    actions = [action for action in RisksPage.ACTIONS if action.keys_in({})]
    lines = [
        "".join(text for text, _role in each.spans) for each in key_lines(actions, {}, cells, ascii_only=True)
    ]
    assert max(map(width, lines)) <= cells
    told = " ".join(line[11:].strip() for line in lines) if cells < 120 else " ".join(lines)
    for action in actions:
        assert " ".join(sentence(action).split()) in " ".join(told.split())
