"""What one can do with risks, each declared once: in the register, and on the page of one."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action, Need
from screens.actions.common import usual
from screens.raid.actions import ON_MANY, ON_ONE, ONE, SHOWN, of_lists, walking


def on_risks(feature: str, one: Need, many: Need, group: str = ONE) -> tuple[Action, ...]:
    """Give the actions on risks; `one` and `many` are what is needed for one and for all that are marked."""
    return (
        Action(
            f"{feature}.review",
            "r",
            N_("review"),
            N_("Review the risk, or all marked: still so? scores, next date."),
            footer=5,
            group=group,
            needs=many,
        ),
        usual(feature, "edit", group=group, help=N_("Edit the risk, or a field of all marked."), needs=many),
        Action(
            f"{feature}.respond",
            "p",
            N_("respond"),
            N_("Decide what is done about the risk: response, first action, target."),
            footer=20,
            group=group,
            needs=one,
        ),
        Action(
            f"{feature}.done",
            "A",
            N_("act done"),
            N_("Record that an action of the risk is done."),
            footer=42,
            group=group,
            needs=one,
        ),
        Action(
            f"{feature}.act", "N", N_("new action"), N_("Add an action to the risk."), group=group, needs=one
        ),
        Action(
            f"{feature}.escalate",
            "E",
            N_("escalate"),
            N_("Give the risk to a higher level, with the reason."),
            footer=44,
            group=group,
            needs=one,
        ),
        Action(
            f"{feature}.hand_back",
            "H",
            N_("hand back"),
            N_("Give an escalated risk back to the level from which it came."),
            group=group,
            needs=one,
        ),
        Action(
            f"{feature}.occur",
            "o",
            N_("occurred"),
            N_("Record that the risk has happened, after asking."),
            footer=46,
            group=group,
            needs=one,
        ),
        Action(
            f"{feature}.close",
            "f",
            N_("close"),
            N_("Close the risk, with the reason and the lesson."),
            group=group,
            needs=one,
        ),
        usual(feature, "comment", group=group, help=N_("Write a comment on the risk."), needs=one),
        *walking(feature, group, one),
        usual(feature, "delete", group=group, help=N_("Delete the risk, after asking."), needs=one),
    )


ACTIONS = (
    usual("risks", "open", group=ONE, help=N_("Open the risk under the cursor."), needs=Need.THING),
    usual("risks", "add", group=ONE, help=N_("Add a risk."), needs=Need.WRITING),
    *on_risks("risks", ON_ONE, ON_MANY),
    Action(
        "risks.overdue",
        "O",
        N_("overdue"),
        N_("Show the risks whose review is overdue, the oldest first."),
        footer=48,
        group=SHOWN,
    ),
    usual(
        "risks",
        "view",
        label=N_("matrix"),
        group=SHOWN,
        help=N_("Show the same risks as a matrix."),
        footer=43,
    ),
    Action(
        "risks.figures",
        "b",
        N_("figures"),
        N_("Show what these risks are worth: exposure, burn-down, distribution, top ten."),
        footer=49,
        group=SHOWN,
    ),
    Action(
        "risks.settings",
        "S",
        N_("scales"),
        N_("Set bands, scales, appetite and categories of all risks, after a look at what changes."),
        group=SHOWN,
        needs=Need.WRITING,
    ),
    *of_lists("risks"),
    usual("risks", "export", group=SHOWN),
    usual("risks", "import", group=SHOWN, help=N_("Import risks from a file.")),
)
"""The actions of the register, in the order of the help page."""
