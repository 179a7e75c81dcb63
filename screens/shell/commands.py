"""Commands: what the keys of the shell do on every page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from pmo_tui.words import _
from screens.actions.action import Action, Need, first_key, sentence, shown_key
from screens.cells import Line
from screens.shell.keys import PALETTE, SHELL
from screens.shell.talking import Talking

if TYPE_CHECKING:
    from pmo_tui.services.journal import Taken
    from pmo_tui.services.session import Session


class Commands(Talking):
    """A screen that does actions by their id, says why it can't, and knows the keys of the shell."""

    ACTIONS: ClassVar[tuple[Action, ...]] = ()

    def why_not(self, action_id: str) -> str | None:
        """Say in one translated sentence why an action can't be done now; None where it can."""
        needs = next((each.needs for each in self.all_actions() if each.id == action_id), Need.NOTHING)
        return self.lacks(needs)

    def lacks(self, needs: Need) -> str | None:
        """Say in one translated sentence the first that is lacking of these needs; None where nothing is."""
        return next(filter(None, map(self.lacking, needs)), None)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here, as far as is known; a page says it."""
        return False

    def lacking(self, need: Need) -> str | None:
        """Say in one translated sentence what is lacking of what an action needs; a page knows more needs."""
        if need is Need.WRITING and self.read_only:
            return _("This portfolio is open for reading only: nothing can be changed.")
        return None

    def key_of(self, action_id: str) -> str:
        """Give the key of an action as a sentence names it: the person's own, else that of the palette."""
        ascii_only = self.pmo.glyphs.name == "ascii"
        action = next((each for each in self.all_actions() if each.id == action_id), PALETTE)
        keys = (first_key(each, self.pmo.keymap, ascii_only=ascii_only) for each in (action, PALETTE))
        return next(filter(None, keys), _(PALETTE.label))

    def unknown(self, key: str) -> None:
        """Say that a key means nothing here."""
        told = _("{key} does nothing here: {help} shows all keys.")
        self.say(told.format(key=shown_key(key), help=self.key_of("shell.help")), role="warn")

    def help_here(self) -> Sequence[Line]:
        """Say what stands under the cursor, such as the formula of a number; help shows it above the keys."""
        return ()

    async def copied(self) -> str | None:
        """Give the text that the key for copying sends, by default the row under the cursor; None for going back."""
        from screens.widgets.lines import Lines

        lines = self.focused
        if not isinstance(lines, Lines) or lines.row is None:
            return ""
        return lines.line_of(lines.row).text.strip()

    def step_back(self) -> bool:
        """Go back one step within the page, such as out of a filter, and tell whether there was one."""
        return False

    def present_actions(self) -> Sequence[Action]:
        """Give the page's own actions that footer and help show now; a page of several steps says which."""
        return self.ACTIONS

    def all_actions(self) -> list[Action]:
        """Give every action that has a key now: the page's, those of what is on it, the shell's."""
        within = {
            action.id: action for widget in self.query("*") for action in getattr(widget, "ACTIONS", ())
        }
        own = {action.id: action for action in self.present_actions()}
        shell = {action.id: action for action in SHELL}
        return list({**own, **within, **shell, **own}.values())

    def doers(self) -> Sequence[object]:
        """Give those that know how actions are done, by methods named action_verb; the first that knows one does it."""
        return (self,)

    def action_do(self, action_id: str) -> None:
        """Do an action by its id, or say why it can't be done now."""
        reason = self.why_not(action_id)
        if reason is not None:
            self.say(reason, role="warn")
            return
        if action_id.startswith("shell.page"):
            self.pmo.open_number(int(action_id.removeprefix("shell.page")))
            return
        verb = f"action_{action_id.rpartition('.')[2]}"
        done = next(getattr(doer, verb) for doer in self.doers() if hasattr(doer, verb))
        if inspect.iscoroutinefunction(done):
            self.run_task(done)
        else:
            done()

    def on_drawn_chosen(self) -> None:
        """Do what enter is declared to do, for who clicks twice; a dialog over the page has no use for it."""
        action = next((action for action in self.all_actions() if "enter" in action.keys.split()), None)
        if action is not None and self.waiting_dialog is None and not self.busy:
            self.action_do(action.id)

    def action_back(self) -> None:
        """Go back one step."""
        if not self.step_back():
            self.pmo.go_back()

    def action_leave(self) -> None:
        """Go back one step; at the first page, quit."""
        if not self.step_back() and not self.pmo.go_back():
            self.pmo.exit()

    def action_quit(self) -> None:
        """Quit."""
        self.pmo.exit()

    def action_reload(self) -> None:
        """Read everything again."""
        self.reload()

    def action_repaint(self) -> None:
        """Paint the whole screen again."""
        self.pmo.repaint()

    def action_theme(self) -> None:
        """Change between light and dark."""
        if not self.pmo.turn_theme():
            self.say(_("This terminal has too few colours for another theme."), role="warn")

    async def action_copy(self) -> None:
        """Send what is to be copied to the terminal's clipboard and say so honestly."""
        text = await self.copied()
        if text is None:
            return
        if not text:
            self.say(_("There is nothing to copy here."), role="warn")
            return
        self.pmo.copy_to_clipboard(text)
        exports = next((each.id for each in self.all_actions() if each.id.endswith(".export")), None)
        if exports is None:
            self.say(_("Sent to the terminal's clipboard, if yours takes any."))
        else:
            told = _("Sent to the terminal's clipboard; if yours takes none, {key} exports.")
            self.say(told.format(key=self.key_of(exports)))

    async def action_undo(self) -> None:
        """Take back the person's last change."""
        from pmo_tui.services import journal

        await self._taken(journal.undo)

    async def action_redo(self) -> None:
        """Do again what was taken back."""
        from pmo_tui.services import journal

        await self._taken(journal.redo)

    async def _taken(self, verb: Callable[[Session], Taken]) -> None:
        """Let the journal undo or redo, and say its sentence."""
        taken = await self.ask(verb)
        told = _("Redone: {label}") if taken.again else _("Undone: {label}")
        self.say(told.format(label=taken.group.label) + await self._reached(taken))
        await self.look_for(taken)

    async def _reached(self, taken: Taken) -> str:
        """Say of how many things of each kind, where a change was of several kinds: its label names but one."""
        from pmo_tui.services import journal
        from screens.sheets.reach import counted

        reach = await self.ask(journal.reach, taken.group.id)
        return f" ({counted(reach)})" if len(reach.counts) > 1 else ""

    async def look_for(self, taken: Taken) -> None:
        """Put the cursor on what was taken back or made again at the next load, where the page lists such things."""

    async def action_help(self) -> None:
        """Show all keys of this page."""
        from screens.shell.help import Help
        from screens.shell.lists import LISTS

        labels = [_(entry.label) for entry in self.pmo.pages if entry.id == self.pmo.page_id]
        await self.talk(Help("".join(labels), self.help_here(), [*self.all_actions(), *LISTS]))

    async def action_palette(self) -> None:
        """Find an action of this page by typing, and do it."""
        from screens.shell.choose import Choice

        keymap = self.pmo.keymap
        actions = [action for action in self.all_actions() if action.palette]
        choices = [
            Choice(
                action.id,
                sentence(action).rstrip("."),
                " ".join(shown_key(key) for key in action.keys_in(keymap)),
            )
            for action in actions
        ]
        chosen = await self.choose(_("Action"), choices)
        if chosen is not None:
            self.action_do(chosen)

    async def action_goto(self) -> None:
        """Go to a page, a command or a thing by typing."""
        from screens.shell.goto import destinations

        chosen = await self.choose(_("Go to"), destinations(self))
        if chosen is not None:
            chosen()
