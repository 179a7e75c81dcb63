"""What one can do in every register, declared once for each under its own name."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action, Need
from screens.actions.common import usual

ONE = N_("What the cursor stands on")
SHOWN = N_("What is shown")
ON_ONE = Need.WRITING | Need.THING | Need.SHOWN | Need.ONE
"""What is decided for one at a time needs."""
ON_MANY = Need.WRITING | Need.THING | Need.SHOWN
"""What is done to all that are marked needs."""


def walking(feature: str, group: str, one: Need) -> tuple[Action, ...]:
    """Give the actions that follow the links of a thing and make one; `one` is what is needed to change it."""
    walk = Action(
        f"{feature}.walk",
        "L",
        N_("related"),
        N_("Open what it is related to; where that is several, choose."),
        group=group,
        needs=one & ~Need.WRITING,
    )
    relate = Action(
        f"{feature}.relate",
        "K",
        N_("relate"),
        N_("Say that it has to do with another item."),
        group=group,
        needs=one,
    )
    return walk, relate


def of_lists(feature: str) -> tuple[Action, ...]:
    """Give the actions on what a register shows."""
    return (
        usual(feature, "mark", group=SHOWN, needs=Need.THING),
        usual(feature, "mark_all", group=SHOWN, needs=Need.THING),
        usual(feature, "filter", group=SHOWN),
        usual(feature, "sort", group=SHOWN, help=N_("Sort by one or several fields.")),
        usual(feature, "group", group=SHOWN, help=N_("Group the table by a field, with sub-totals.")),
        Action(f"{feature}.columns", "C", N_("columns"), N_("Choose the columns of the table."), group=SHOWN),
        Action(f"{feature}.views", "V", N_("views"), N_("Open, save or delete a view."), group=SHOWN),
        Action(f"{feature}.clear", "0", N_("all"), N_("Show all, those that are over too."), group=SHOWN),
        usual(feature, "previous", group=SHOWN, help=N_("Go to the register before.")),
        usual(feature, "next", group=SHOWN, help=N_("Go to the next register.")),
    )


def on_items(feature: str, one: Need, many: Need) -> tuple[Action, ...]:
    """Give the actions on items beside the risks; `one` and `many` are what one and all that are marked need."""
    return (
        Action(
            f"{feature}.go_on",
            "m",
            N_("go on"),
            N_("Lead it on to its next state: resolved, agreed, decided, done."),
            footer=5,
            group=ONE,
            needs=one,
        ),
        usual(feature, "edit", group=ONE, help=N_("Edit it, or a field of all marked."), needs=many),
        usual(feature, "comment", group=ONE, help=N_("Write a comment on it."), needs=one),
        *walking(feature, ONE, one),
        usual(feature, "delete", group=ONE, help=N_("Delete it, after asking."), needs=one),
    )


def on_issues(feature: str, one: Need) -> tuple[Action, ...]:
    """Give the actions on issues alone."""
    return (
        Action(
            f"{feature}.ask_decision",
            "D",
            N_("ask for a decision"),
            N_("Make the decision that the issue asks for."),
            group=ONE,
            needs=one,
        ),
        Action(
            f"{feature}.ask_change",
            "Q",
            N_("ask for a change"),
            N_("Make the change request that the issue asks for."),
            group=ONE,
            needs=one,
        ),
    )


def of_register(feature: str) -> tuple[Action, ...]:
    """Give the actions of a register beside the risks."""
    return (
        usual(feature, "open", group=ONE, help=N_("Open what the cursor stands on."), needs=Need.THING),
        usual(feature, "add", group=ONE, help=N_("Add a new one."), needs=Need.WRITING),
        *on_items(feature, ON_ONE, ON_MANY),
        Action(
            f"{feature}.overdue",
            "O",
            N_("overdue"),
            N_("Show what is overdue, the oldest first."),
            footer=48,
            group=SHOWN,
        ),
        *of_lists(feature),
        usual(feature, "export", group=SHOWN),
        usual(feature, "import", group=SHOWN),
    )
