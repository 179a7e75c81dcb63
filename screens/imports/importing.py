"""Importing: where a person stands between a file and what it brings; nothing chosen is lost on the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.transfer.choices import Choices
from pmo_tui.transfer.examples import Example
from pmo_tui.words import _
from screens.imports.kinds import KINDS, ImportKind
from screens.imports.outcome import first_tab, tabs
from screens.imports.running import Run
from screens.values import named

KeyOf = Callable[[str], str]
"""Names the key of an action, as the person has it."""

FILE, COLUMNS, OUTCOME = 0, 1, 2
"""The steps."""

_LEADING_AWAY = frozenset({"shell.undo", "shell.redo", "shell.reload"})
"""Actions of the shell that would change or leave what is being run, beside those that open a page."""


@dataclass(slots=True)
class Importing:
    """What each step has found; kept until another file is chosen."""

    kind: ImportKind = KINDS["projects"]
    step: int = FILE
    choices: Choices | None = None
    examples: Mapping[str, Example] = field(default_factory=dict)
    likely: str = ""
    """The column that may be the name where none is."""
    plan: ImportPlan | None = None
    tab: str = ""
    run: Run | None = None
    choosing: bool = False
    """Whether the person is looking for a file now."""

    def use(self, choices: Choices, examples: Mapping[str, Example], likely: str = "") -> None:
        """Take other choices, under which a plan no longer holds."""
        self.choices, self.examples, self.likely, self.plan = choices, examples, likely, None

    def planned(self, plan: ImportPlan) -> None:
        """Show what a plan would do; the tab stays where it was shown before."""
        stays = self.step == OUTCOME and self.tab in tabs(plan)
        self.plan, self.tab, self.step = plan, self.tab if stays else first_tab(plan), OUTCOME

    def forget(self) -> None:
        """Begin anew, with another file."""
        self.step, self.choices, self.examples, self.plan, self.tab = FILE, None, {}, None, ""

    def held_up(self, action_id: str, key_of: KeyOf) -> str | None:
        """Say why an action has to wait while something runs, or that nothing runs that could be stopped."""
        if action_id == "imports.stop":
            idle = _("Nothing is running. Press {key} to quit.").format(key=key_of("shell.quit"))
            return None if self.run else idle
        if self.run and (action_id.startswith(("imports.", "shell.page")) or action_id in _LEADING_AWAY):
            return _("It is running: {key} stops it.").format(key=key_of("shell.back"))
        return None

    def why_not(self, action_id: str, key_of: KeyOf) -> str | None:
        """Say why one of the import's actions can't be done with what was chosen so far."""
        if action_id == "imports.stop":
            return None
        if self.choices is None:
            return _("Choose a file first.")
        if action_id in ("imports.next", "imports.save") and self.choices.lacks:
            field = self.choices.wide.find(self.choices.lacks)
            told = _("No column fills {field} yet: press {add}, or {change} on the column.")
            label = named(field) if field else self.choices.lacks
            return told.format(field=label, add=key_of("imports.add"), change=key_of("imports.open"))
        if action_id == "imports.next" and self.step == OUTCOME and not self._would_do_something():
            return _("There is nothing to import: the file changes nothing.")
        return None

    def _would_do_something(self) -> bool:
        """Tell whether an import would change or write anything."""
        return self.plan is not None and (self.plan.changes_anything or bool(self.plan.rejected))
