"""Actions: one declaration, from which everything else derives."""

from string import printable, punctuation

from textual.keys import _character_to_key

from screens.actions.action import Action, by_group, clashes, in_footer, meant, named_key, shown_key
from screens.actions.bindings import bindings, bound
from screens.actions.common import usual
from screens.board.actions import ACTIONS as BOARD
from screens.shell.bars import footer, navigation
from screens.shell.keys import SHELL
from screens.shell.registry import Entry
from screens.widgets.moves import MOVES

ACTIONS = (
    usual("risks", "open"),
    Action("risks.escalate", "E", "escalate", "Escalate.", footer=20),
    Action("risks.close", "", "close", group="More"),
)
PAGES = (Entry("triage", 1, "Triage", ""), Entry("board", 2, "Board", ""), Entry("project", 0, "Project", ""))


def text(line):
    """The text of a line without its padding."""
    return "".join(part for part, _ in (*line.spans, *line.right))


def test_a_binding_knows_its_action():
    first, second, third = bindings(ACTIONS)
    assert (first.key, first.action, first.id) == ("enter", "screen.do('risks.open')", "risks.open")
    assert second.key == "E"
    assert third.key == "none-risks.close"
    assert [named_key(key) for key in (",", "?", "-", "j", "ctrl+p")] == [
        "comma",
        "question_mark",
        "minus",
        "j",
        "ctrl+p",
    ]


def test_the_persons_own_keys_take_the_place_of_the_declared_ones():
    assert ACTIONS[1].keys_in({"risks.escalate": "ctrl+e f2"}) == ["ctrl+e", "f2"]
    assert ACTIONS[1].keys_in({}) == ["E"]


def test_a_sign_has_the_name_that_textual_gives_it():
    for sign in (*printable.strip(), "é", "€"):
        assert named_key(sign) == _character_to_key(sign)
    assert [named_key(key) for key in ("ctrl+p", "down", "comma")] == ["ctrl+p", "down", "comma"]
    assert [shown_key(named_key(sign)) for sign in punctuation] == list(punctuation)


def test_a_comma_is_a_key():
    assert ACTIONS[1].keys_in({"risks.escalate": ","}) == [","]
    assert bound({"risks.escalate": ", f2"}) == {"risks.escalate": "comma,f2"}
    assert meant("comma", ACTIONS, {"risks.escalate": ","}) == "risks.escalate"
    assert clashes(ACTIONS, {"risks.escalate": "?", "risks.close": "question_mark"}) == [
        ("question_mark", "risks.escalate", "risks.close")
    ]


def test_keys_are_shown_as_a_person_reads_them():
    assert [shown_key(key) for key in ("ctrl+p", "escape", "question_mark", "down", "j")] == [
        "^p",
        "esc",
        "?",
        "↓",
        "j",
    ]
    assert shown_key("down", ascii_only=True) == "down"


def test_no_two_keys_of_the_shell_and_of_moving_clash():
    assert clashes([*SHELL, *MOVES]) == []
    assert clashes([Action("a.b", "x", ""), Action("c.d", "y x", "")]) == [("x", "a.b", "c.d")]


def test_no_key_is_bound_that_terminals_take():
    taken = {f"ctrl+{letter}" for letter in "hijmsz"}
    keys = {key for action in (*SHELL, *MOVES) for key in action.keys_in({})}
    assert not keys & taken
    assert not any(key.startswith("alt+") or (key[0] == "f" and key[1:].isdigit()) for key in keys)


def test_the_footer_shows_what_fits_help_always_and_the_palette_at_the_end():
    assert text(footer(ACTIONS, {}, 80)) == " enter open  E escalate^p palette "
    assert text(footer(ACTIONS, {}, 30)) == " enter open  E escalate"
    board = text(footer((*SHELL, *BOARD), {}, 80))
    assert board == " enter open  m phase  e edit  a add  / filter  v table  space mark  ? help"
    assert text(footer((*SHELL, *BOARD), {}, 120)).endswith("space mark  u undo  ? help^p palette ")
    assert text(footer((*SHELL, *BOARD), {}, 20)) == " enter open  ? help"
    assert text(footer(ACTIONS, {"risks.escalate": "f"}, 80)) == " enter open  f escalate^p palette "
    assert text(footer(ACTIONS, {}, 12)) == " E escalate"
    assert [action.id for action in in_footer(ACTIONS)] == ["risks.open", "risks.escalate"]
    assert list(by_group(ACTIONS)) == ["", "More"]


def test_the_navigation_lists_numbered_pages():
    line = navigation(PAGES, "board", "DSI 2026", "alice", 80)
    assert text(line) == " PMO  1 Triage  2 BoardDSI 2026 · alice "
    assert ("Board", "strong") in line.spans


def test_a_narrow_navigation_keeps_the_present_page():
    assert text(navigation(PAGES, "board", "DSI 2026", "alice", 36)).strip() == "PMO  1 Triage  2 Boardalice"
    assert text(navigation(PAGES, "board", "DSI 2026", "alice", 22)).strip() == "PMO  2 Boardalice"
