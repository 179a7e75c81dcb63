"""The register: what stands in its rows and its detail, what its keys do, and that nothing typed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from pmo_tui.services import journal, risks
from tests.driving.colleague import colleague_does
from tests.driving.person import session_on
from tests.driving.register import at_the_register

SIZES = [(80, 24), (120, 36)]


def value(path: Path, code: str, name: str) -> object:
    """Give what is kept in a field of a risk."""
    session = session_on(path)
    found = risks.find(session, code).value(name)
    session.close()
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [(), ("t", "enter"), ("O",), ("?",)], ids=str)
async def test_the_register_looks_as_it_should(
    register: Path, size: tuple[int, int], keys: tuple[str, ...], snapshot: SnapshotAssertion
):
    async with at_the_register(register, size) as pmo:
        await pmo.press(*keys)
        assert pmo.screen == snapshot


async def test_what_is_over_is_not_shown_before_one_asks_for_all(register: Path):
    async with at_the_register(register) as pmo:
        assert pmo.sees("active:yes", "5 of 6")
        assert "R-0006" not in pmo.screen
        await pmo.press("0")
        assert pmo.sees("all risks", "R-0006", "[red]x[/] 'drop'")
        await pmo.press("esc")
        assert pmo.sees("active:yes")


async def test_the_detail_tells_the_story_the_scores_and_what_is_late(register: Path):
    async with at_the_register(register) as pmo:
        assert pmo.sees(
            "The integrator lost its main customer → it may stop payments before the",
            "acceptance → stop the ERP for three months.",
        )
        assert pmo.sees("current 5×4 20C", "exposure", "▲ Second source contract signed", "9 d late")
        assert pmo.line("▌").split()[:2] == ["▌↘", "R-0001"]


async def test_enter_opens_the_risk_and_esc_comes_back_to_its_row(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("j", "enter")
        assert pmo.sees("R-0002 Data migration fails rehearsal", "[Overview]")
        await pmo.press("esc")
        assert "R-0002" in pmo.line("▌")


async def test_one_key_says_that_a_risk_is_still_so(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("O", "r")
        assert pmo.sees("Still so? R-0001 Key supplier insolvent", "5×4 = 20, critical", "7 Dec 2026")
        await pmo.press("enter")
        assert pmo.sees("Reviewed: R-0001. Next on 7 Dec 2026; u takes it back.")
        assert "R-0003" in pmo.line("▌")
        await pmo.press("u")
        assert "R-0001" in pmo.screen


async def test_a_review_that_finds_less_proposes_a_later_day(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("O", "r", "pageup", *("up",) * 6, "1")
        assert pmo.sees("1×4 = 4, low", "15 Feb 2027")
        await pmo.press("ctrl+o")
    assert value(register, "R-0001", "probability") == 1
    assert value(register, "R-0001", "trend") == -16


async def test_many_that_stand_as_they_are_are_reviewed_in_one_go(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("O", "*", "r")
        assert pmo.sees("2 risks stand as they are: next review")
        await pmo.press("enter")
        assert pmo.sees("2 risks reviewed. u takes it back.", "Nothing matches.")
        await pmo.press("u")
        assert pmo.sees("R-0001", "R-0003")


async def test_what_is_typed_of_a_first_action_is_never_dropped_for_want_of_its_title(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("j", "p", "m", "tab", "tab")
        await pmo.types("Moreau")
        await pmo.press("ctrl+o")
        assert pmo.sees("Title can't be empty: type it.")
    assert value(register, "R-0002", "strategy") is None


async def test_a_response_with_its_first_action_is_one_change(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("j", "p", "m", "tab")
        await pmo.types("Rehearse twice")
        await pmo.press("ctrl+o")
        assert pmo.sees("Responded: R-0002. u takes it back.", "○ Rehearse twice", "mitigate")
        await pmo.press("u")
        assert "Rehearse" not in pmo.screen
    assert value(register, "R-0002", "strategy") is None


async def test_who_accepts_above_the_appetite_is_asked_who_and_why(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("j", "p", "a", "a", "ctrl+o")
        assert pmo.sees("It is above the appetite, and accepted: say who accepts it, and why.")


async def test_the_only_open_action_is_done_with_one_key(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("A")
        assert pmo.sees("Done: Second source contract signed. u takes it back.")
        await pmo.press("A")
        assert pmo.sees("R-0001 awaits no action: N adds one.")


async def test_what_is_escalated_says_why_and_can_be_handed_back(register: Path):
    async with at_the_register(register, (120, 36)) as pmo:
        await pmo.press("E")
        await pmo.types("Too large for us")
        await pmo.press("ctrl+o")
        assert pmo.sees("Escalated: R-0001. u takes it back.", "Escalated  Too large for us")
        await pmo.press("H")
        assert pmo.sees("R-0001 is handed back and stands at this level now: Project.")
    assert value(register, "R-0001", "level") == "project"


async def test_what_happens_is_asked_about_and_leaves_the_list(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("o", "enter")
        assert "R-0001" in pmo.line("▌")
        await pmo.press("o", "y")
        assert pmo.sees("R-0001 has occurred and is now issue I-0001. u takes it back.")
        assert "Key supplier" not in pmo.screen
        await pmo.press("u")
        assert pmo.sees("Key supplier insolvent")


async def test_a_risk_is_closed_for_a_reason(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("f", "ctrl+o")
        assert pmo.sees("“Why it was closed” is needed: type it.")
        await pmo.types("Contract signed")
        await pmo.press("ctrl+o")
        assert pmo.sees("Closed: R-0001.")


async def test_a_new_risk_is_typed_with_its_project_by_name(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("a")
        await pmo.types("Late decision")
        await pmo.press("tab", "tab", "tab", "tab")
        await pmo.types("paym")
        assert pmo.sees("P-0002  Payments")
        await pmo.press("enter", "ctrl+o")
        assert pmo.sees("Added: R-0007 Late decision.")
    assert value(register, "R-0007", "project") == "P-0002"
    assert value(register, "R-0007", "level") == "project"


async def test_one_field_of_many_is_changed_after_a_look(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("space", "space", "e")
        assert pmo.sees("Field to change in 2 marked")
        await pmo.types("owner")
        await pmo.press("enter")
        await pmo.types("Leroy")
        await pmo.press("enter")
        assert pmo.sees("1 changes · 1 has it already", "Data migration")
        await pmo.press("enter")
        assert pmo.sees("Owner of 1 changed; u undoes it.")


@pytest.mark.parametrize(
    ("field", "typed", "seen", "kept"),
    [
        ("project", "payments", "P-0002  Payments", "P-0002"),
        ("category", "suppl", "Suppliers", "Suppliers"),
    ],
)
async def test_a_field_of_many_offers_what_it_refers_to(
    register: Path, field: str, typed: str, seen: str, kept: str
):
    async with at_the_register(register) as pmo:
        await pmo.press("space", "j", "space", "e")
        await pmo.types(field)
        await pmo.press("enter")
        assert not pmo.sees("Leroy, Anne  ")
        await pmo.types(typed)
        assert pmo.sees(seen)
        await pmo.press("enter", "enter")
        assert pmo.sees("changed; u undoes it.")
    assert value(register, "R-0001", field) == kept


async def test_no_new_project_is_made_of_what_one_types_for_many(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("space", "space", "e")
        await pmo.types("project")
        await pmo.press("enter")
        await pmo.types("P-0999")
        assert pmo.sees("Nothing found.")


async def test_what_a_colleague_changed_meanwhile_stands_beside_what_one_types(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("f")
        await pmo.types("Contract signed")
        colleague_does(
            register,
            "from pmo_tui.services import risks; "
            "risks.save(session, risks.find(session, 'R-0001'), {'title': 'Supplier broke'})",
        )
        await pmo.press("ctrl+o")
        assert pmo.sees("Someone has changed it meanwhile: look again, then save.", "Contract signed")
        await pmo.press("ctrl+o")
        assert pmo.sees("Closed: R-0001.")
    assert value(register, "R-0001", "title") == "Supplier broke"


async def test_both_values_of_a_field_that_two_have_changed_are_shown(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("e")
        await pmo.types(" now")
        colleague_does(
            register,
            "from pmo_tui.services import risks; "
            "risks.save(session, risks.find(session, 'R-0001'), {'title': 'Supplier broke'})",
        )
        await pmo.press("ctrl+o")
        assert pmo.sees(
            "Changed by bob while you were typing", "Supplier broke", "Key supplier insolvent now"
        )


async def test_a_deletion_asks_and_comes_back_with_its_actions(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("d")
        assert pmo.sees("Delete R-0001 Key supplier insolvent?", "Its actions and comments go with it.")
        await pmo.press("y", "u")
        assert pmo.sees("R-0001", "Second source contract signed")


async def test_a_key_that_acts_on_one_says_so_where_several_are_marked(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("space", "space", "E")
        assert pmo.sees("This is decided for one at a time")


async def test_in_ascii_no_other_sign_is_drawn(register: Path):
    async with at_the_register(register, glyphs="ascii") as pmo:
        assert pmo.screen.isascii(), pmo.screen
        await pmo.press("v")
        assert pmo.screen.isascii(), pmo.screen
        await pmo.press("m", "enter", "enter", "]")
        assert pmo.screen.isascii(), pmo.screen


async def test_a_query_goes_on_where_the_first_one_ends(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("/")
        await pmo.types("licence")
        await pmo.press("enter")
        assert pmo.sees("active:yes licence", "R-0003")
        assert "R-0001" not in pmo.screen


async def test_the_journal_knows_each_step_by_its_name(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("r", "enter", "A")
    session = session_on(register)
    labels = [group.label for group in journal.groups(session, 2)]
    session.close()
    assert labels == ["Done ACT-0001 Second source contract signed", "Reviewed R-0001"]


async def test_a_comment_stands_below_the_risk_and_on_its_page(register: Path):
    async with at_the_register(register, (120, 36)) as pmo:
        await pmo.press("c")
        await pmo.types("Ask the [bank] first")
        await pmo.press("ctrl+o")
        assert pmo.sees("Comment kept on R-0001. u takes it back.", "Ask the [bank] first")
        await pmo.press("enter", "[", "[", "[")
        assert pmo.sees("[Comments]", "23 Nov", "alice", "Ask the [bank] first")
        await pmo.press("d")
        assert pmo.sees("Comment on R-0001 deleted. u brings it back.", "No comments yet: c writes one.")
        await pmo.press("d")
        assert pmo.sees("There is no comment to delete yet.")
        await pmo.press("u")
        assert pmo.sees("Ask the [bank] first")


async def test_only_its_author_deletes_a_comment(register: Path):
    colleague_does(
        register,
        "from pmo_tui.services import comments, risks; "
        "comments.add(session, 'risk', risks.find(session, 'R-0001'), 'I called them')",
    )
    async with at_the_register(register) as pmo:
        await pmo.press("enter", "[", "[", "[", "d")
        assert pmo.sees("The comment is by bob: only its author deletes it.", "I called them")


async def test_one_goes_to_a_risk_by_a_few_letters_from_anywhere(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("2", ":")
        await pmo.types("licen")
        assert pmo.sees("Licence audit", "R-0003")
        await pmo.press("enter")
        assert pmo.sees("R-0003 Licence audit", "[Overview]")


async def test_who_reviews_what_another_has_reviewed_meanwhile_chooses_between_both_scores(register: Path):
    async with at_the_register(register, (120, 36)) as pmo:
        await pmo.press("r", "pageup", "pageup", "2")
        colleague_does(
            register,
            "from pmo_tui.services import risks; "
            "risks.save(session, risks.find(session, 'R-0001'), {'probability': 3})",
        )
        await pmo.press("ctrl+o")
        assert pmo.sees("Changed by bob while you were typing", "Probability")
        await pmo.press("esc")
        assert pmo.sees("Still so? R-0001")
        await pmo.press("ctrl+o")
        assert pmo.sees("Changed by bob while you were typing")


async def test_what_another_has_deleted_is_not_said_to_be_deleted_by_oneself(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("d")
        colleague_does(
            register,
            "from pmo_tui.services import risks; risks.delete(session, risks.find(session, 'R-0001'))",
        )
        await pmo.press("y")
        assert pmo.sees("It is not there any more: someone has deleted it.")
