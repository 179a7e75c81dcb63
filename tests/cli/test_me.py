"""`me`: one says who one is, and is found."""

from pmo_tui.services.session import account


def test_one_says_who_one_is_and_is_found(some):
    code, _out, err = some("me")
    assert (code, "say who you are with `pmo-tui me NAME`" in err) == (1, True)
    code, _out, err = some("list", "projects", "pm:me")
    assert (code, "or with `pmo-tui me NAME`" in err) == (1, True)
    assert some("me", "anna li")[0] == 0
    assert some("me") == (0, f"{account()} is Anna Li\n", "")
    assert "A-1" in some("list", "projects", "pm:me", "--json")[1]
    assert some("undo")[0] == 0
    assert some("me")[0] == 1


def test_a_slip_of_the_pen_adds_nobody(some):
    code, _out, err = some("me", "Ana Li")
    assert (code, "Nobody is called “Ana Li”. Did you mean “Anna Li”?" in err) == (1, True)
    assert "Ana Li" not in some("list", "people")[1]
    assert some("me", "Ana Li", "--new")[0] == 0
    assert "Ana Li" in some("list", "people")[1]
