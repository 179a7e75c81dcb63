"""The documentation of keys: a page of Markdown made from the declarations, so that it can't be wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pmo_tui.words import _
from screens.actions.action import Action, by_group, sentence, shown_key


def keys_document(pages: Mapping[str, Sequence[Action]], everywhere: Sequence[Action]) -> str:
    """Give all keys by page as Markdown; `everywhere` are those that every page has."""
    parts = [f"# {_('Keys')}", _introduction()]
    for group, members in by_group(everywhere).items():
        parts += [f"## {_(group)}", _table(members)]
    for label, actions in pages.items():
        parts += [f"## {_(label)}"] if actions else []
        for group, members in by_group(actions).items():
            parts += [*([f"### {_(group)}"] if group else []), _table(members)]
    return "\n\n".join(parts) + "\n"


def _introduction() -> str:
    """Say how keys are changed."""
    return _(
        "Every key named here can be changed in config.toml, under [keys], by the name of its action. "
        "The same letter means the same on every screen. "
        "Where one types, as in a form, a filter or a list found by typing, keys stay as they are: "
        "letters are typed, arrows and tab move, enter takes, ^o saves a form, esc goes back. "
        "The letters that answer a question stay too."
    )


def _table(actions: Sequence[Action]) -> str:
    """Give actions as a table."""
    rows = [f"| {_('Key')} | {_('What it does')} | {_('Action')} |", "|---|---|---|"]
    return "\n".join([*rows, *map(_row, actions)])


def _row(action: Action) -> str:
    """Give an action as a row."""
    keys = " ".join(f"`{shown_key(key)}`" for key in action.keys_in({})) or _("palette")
    return f"| {_cell(keys)} | {_cell(sentence(action))} | `{action.id}` |"


def _cell(text: str) -> str:
    """Give a text as it stands in a cell of a table."""
    return text.replace("|", "\\|")
