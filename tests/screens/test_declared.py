"""What is declared of actions: the document of keys and the check of a keymap."""

import pytest

from pmo_tui.domain.refusal import Refusal
from screens.actions.documentation import keys_document
from screens.shell.declared import by_page, check_keymap, everywhere
from screens.shell.registry import PAGES
from screens.shell.thing import Thing
from tests.screens.sample import SAMPLES, SamplePage


def test_the_document_names_every_action_of_every_page():
    told = keys_document(by_page(SAMPLES), everywhere())
    for action in (*SamplePage.ACTIONS, *everywhere()):
        assert f"| `{action.id}` |" in told
    assert "| `m` | Move the project to another phase. | `sample.move` |" in told
    assert "| palette | Change between the light and the dark theme. | `shell.theme` |" in told
    assert "## Board" in told
    assert "## Risks" not in told


def test_a_keymap_of_known_actions_is_taken():
    check_keymap({"sample.move": "f", "move.down": "n down"}, SAMPLES)


@pytest.mark.parametrize(
    ("keymap", "told"),
    [
        ({"sample.moev": "f"}, "Did you mean “sample.move”?"),
        ({"zzzzzzzz": "f"}, "there is no action “zzzzzzzz”."),
        ({"sample.move": "e"}, "the key “e” is taken twice, by “sample.move” and “sample.edit”"),
        ({"sample.move": "j"}, "the key “j” is taken twice, by “sample.move” and “move.down”"),
    ],
)
def test_a_keymap_that_cannot_work_is_refused_with_the_reason(keymap, told):
    with pytest.raises(Refusal) as refused:
        check_keymap(keymap, SAMPLES)
    assert told in str(refused.value)


def test_no_page_gives_one_key_to_two_of_its_actions():
    from screens.actions.action import clashes

    for entry in PAGES:
        assert clashes(entry.load().ACTIONS) == [], entry.id


def test_every_action_of_every_page_has_its_method_and_its_words():
    for entry in PAGES:
        page = entry.load()
        assert page.ACTIONS, entry.id
        for action in page.ACTIONS:
            doers = (page, getattr(page, "LISTING", None))
            assert any(hasattr(each, f"action_{action.id.rpartition('.')[2]}") for each in doers), action.id
            assert action.label
            assert action.help.endswith("."), action.id


def test_a_thing_leads_to_a_project_unless_it_says_otherwise():
    assert Thing("P-0007").page == "project"
