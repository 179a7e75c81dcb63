"""Writes the pages of docs/ that are made from the program itself: commands, settings and keys.

`make docs` runs it; a test compares the pages with what it would write.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from pmo_tui import words
from pmo_tui.cli.parsing import PROGRAM, add_global
from pmo_tui.cli.verbs import VERBS, Verb
from pmo_tui.settings.declared import KEYS_MEANING, SETTINGS, Setting

MADE = "<!-- Written by `make docs` from the program itself: change it there. -->"

EXAMPLES = {
    "demo": ("pmo-tui demo", "pmo-tui --db /tmp/big.db demo --projects 5000 --no-open"),
    "init": ('pmo-tui --db team.db init --name "IT 2026" --currency EUR',),
    "import": (
        "pmo-tui import projects projects.csv --dry-run",
        "pmo-tui import projects projects.csv --map map.toml --details",
        "pmo-tui --db copy.db import portfolio all.toml",
    ),
    "export": (
        "pmo-tui export projects phase:delivery --format md",
        "pmo-tui export projects --out projects.csv",
        "pmo-tui export portfolio --format toml --out all.toml",
    ),
    "list": (
        "pmo-tui list projects rag:red sort:-budget",
        "pmo-tui list projects -programme:Digital 'pm:\"Anna Li\"' --columns code,name,slip",
        "pmo-tui list projects --json | jq -r '.[] | select(.slip > 20) | .code'",
        "pmo-tui list phases",
    ),
    "report": (
        "pmo-tui report risks --out risks.html",
        "pmo-tui report risks 'score>=15' --since 2026-10-01 --format md",
    ),
    "show": ("pmo-tui show P-0007", "pmo-tui show P-0007 --json"),
    "me": ('pmo-tui me "Anna Li"', "pmo-tui me"),
    "undo": ("pmo-tui undo",),
    "redo": ("pmo-tui redo",),
}
"""Commands to copy, by verb."""


class Declared:
    """Takes down the arguments that a verb declares, in the place of argparse, whose help differs between Pythons."""

    def __init__(self) -> None:
        self.arguments: list[tuple[tuple[str, ...], dict[str, Any]]] = []

    def add_argument(self, *names: str, **said: Any) -> None:
        """Take down one argument."""
        self.arguments.append((names, said))


def pages() -> dict[str, Callable[[], str]]:
    """Give what writes each page, by its path from the top folder."""
    return {"docs/commands.md": commands, "docs/settings.md": settings, "docs/keys.md": keys}


def commands() -> str:
    """Give the reference of the command line."""
    parts = [
        "# Commands",
        MADE,
        (
            "`pmo-tui` without a verb opens the screens. The verbs do the same work without them, for scripts\n"
            "and cron. What follows is told by `pmo-tui --help` and `pmo-tui VERB --help` too."
        ),
        (
            "Data goes to stdout, talk to stderr. The exit code is 0 where it was done, 1 where it was refused\n"
            "or failed with a sentence, 2 where the command was written wrongly, 130 after Ctrl-C."
        ),
        "## For every verb",
        _table(_declared(cast("Callable[[argparse.ArgumentParser], None]", add_global))),
        *(part for verb in VERBS.values() for part in _verb(verb)),
    ]
    return "\n\n".join(parts) + "\n"


def settings() -> str:
    """Give the reference of config.toml."""
    parts = [
        "# Settings",
        MADE,
        (
            "`config.toml` is yours: the program reads it and never writes it. It is looked for in "
            "`~/.config/pmo-tui/`\n(on macOS in `~/Library/Application Support/pmo-tui/`), or where "
            "`PMO_TUI_CONFIG` says. No file and an empty\nfile mean the same. "
            "An option on the command line comes before a setting."
        ),
        "```toml\n" + "\n".join(map(_example, SETTINGS)) + '\n\n[keys]\n"board.edit" = "e"\n```',
        _settings_table(),
        f"## keys\n\n{KEYS_MEANING}",
        (
            "## Elsewhere\n\n"
            "`PMO_TUI_DB` names the database; `--db` comes before it. `NO_COLOR` asks for no colours.\n"
            "The theme last chosen is remembered in `~/.local/state/pmo-tui/state.toml`;\n"
            "it may be deleted at any time. "
            "`failures.log` beside it takes the traceback of an unexpected failure."
        ),
    ]
    return "\n\n".join(parts) + "\n"


def keys() -> str:
    """Give the reference of the keys, from the declarations of the screens."""
    from screens.actions.documentation import keys_document
    from screens.shell.declared import by_page, everywhere

    title, rest = keys_document(by_page(), everywhere()).split("\n", 1)
    return f"{title}\n\n{MADE}\n{rest}"


def _verb(verb: Verb) -> Iterator[str]:
    """Give the part of one verb."""
    yield f"## {verb.name}"
    yield verb.help
    rows = _declared(verb.load().arguments)
    places = " ".join(_usage(names, said) for names, said in rows)
    if rows:
        yield f"```\n{PROGRAM} {verb.name} {places}\n```"
        yield _table(rows)
    yield "```\n" + "\n".join(EXAMPLES[verb.name]) + "\n```"


def _declared(
    declare: Callable[[argparse.ArgumentParser], None],
) -> list[tuple[tuple[str, ...], dict[str, Any]]]:
    """Give the arguments that `declare` declares."""
    taken = Declared()
    declare(cast("argparse.ArgumentParser", taken))
    return taken.arguments


def _usage(names: tuple[str, ...], said: dict[str, Any]) -> str:
    """Give an argument as it stands in the line of usage."""
    if not names[0].startswith("-"):
        return f"[{said['metavar']} …]" if said.get("nargs") == "*" else str(said["metavar"])
    return f"[{_option(names, said)}]"


def _option(names: tuple[str, ...], said: dict[str, Any]) -> str:
    """Give an option with what it takes."""
    takes = "" if said.get("action") == "store_true" else f" {said.get('metavar', '')}"
    return f"{names[0]}{takes}".rstrip()


def _table(rows: list[tuple[tuple[str, ...], dict[str, Any]]]) -> str:
    """Give arguments as a table."""
    lines = ["| argument | meaning |", "|---|---|"]
    for names, said in rows:
        shown = _option(names, said) if names[0].startswith("-") else str(said["metavar"])
        lines.append(f"| `{_cell(shown)}` | {_cell(said['help'])} |")
    return "\n".join(lines)


def _settings_table() -> str:
    """Give the settings as a table."""
    lines = ["| setting | takes | where it isn't set | meaning |", "|---|---|---|---|"]
    for setting in SETTINGS:
        takes = (
            "`true` `false`" if setting.type is bool else " ".join(f"`{_toml(c)}`" for c in setting.choices)
        )
        usual = f"`{_toml(setting.default)}`" if setting.default != "" else "–"
        lines.append(f"| `{setting.name}` | {takes or 'text'} | {usual} | {_cell(setting.meaning)} |")
    return "\n".join(lines)


def _example(setting: Setting) -> str:
    """Give a setting as a line of the file."""
    return f"{setting.name} = {setting.example or _toml(setting.default)}"


def _toml(value: str | bool) -> str:
    """Give a value as TOML writes it."""
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


def _cell(text: str) -> str:
    """Give a text as it stands in a cell of a table."""
    return text.replace("|", "\\|")


def main() -> int:
    """Write all pages, in English, below the present folder."""
    words.use("en")
    for name, made in pages().items():
        Path(name).write_text(made(), "utf-8")
        print(name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
