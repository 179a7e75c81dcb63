"""The manners of the house: everything says what it is, stays small, and names no place it was made in."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOMS = ("db", "pmo_tui", "screens")
LONGEST = 300

# Put together here, so that this file does not name them itself.
HOSTS = ("pypi" + ".org", "python" + "hosted.org", "registry." + "npmjs", "deb." + "debian.org")
FOLDERS = re.compile(r"(?<![\w.~])/(?:work|root|opt)/")


def _modules(root: Path, *folders: str) -> list[Path]:
    """List the Python files of some top folders."""
    return sorted(path for folder in folders for path in (root / folder).rglob("*.py"))


def _ours(root: Path) -> Iterator[Path]:
    """List the files that are, or are about to be, part of the project."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    return (root / name for name in names.split("\0") if name and (root / name).is_file())


def _unsaid(tree: ast.Module) -> Iterator[str]:
    """Name the classes and functions of a module, methods too, that do not say what they are."""
    owners: list[ast.Module | ast.ClassDef] = [tree, *(n for n in tree.body if isinstance(n, ast.ClassDef))]
    for owner in owners:
        for node in owner.body:
            if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            # Magic methods are told by their name, and peewee's Meta by its owner.
            told = node.name == "Meta" or (node.name.startswith("__") and node.name.endswith("__"))
            if not told and not ast.get_docstring(node):
                yield f"{node.name} (line {node.lineno})"


def test_every_folder_is_a_package_that_says_what_it_is(root: Path):
    folders = {path.parent for path in _modules(root, *ROOMS, "tests")}
    missing = [str(f.relative_to(root)) for f in sorted(folders) if not (f / "__init__.py").is_file()]
    assert missing == []


def test_every_module_says_what_it_is_in_a_sentence(root: Path):
    silent = []
    for path in _modules(root, *ROOMS, "tests"):
        told = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        if not told.splitlines() or not told.split("\n\n")[0].endswith((".", "?", "!")):
            silent.append(str(path.relative_to(root)))
    assert silent == []


def test_every_class_and_function_says_what_it_is(root: Path):
    silent = {
        str(path.relative_to(root)): names
        for path in _modules(root, *ROOMS)
        # A migration's frozen tables are told by their file.
        if path.parent.name != "migrations" and (names := list(_unsaid(ast.parse(path.read_text("utf-8")))))
    }
    assert silent == {}


def test_no_file_is_one_that_one_hesitates_to_open(root: Path):
    lengths = {
        str(p.relative_to(root)): len(p.read_text("utf-8").splitlines()) for p in _modules(root, *ROOMS)
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_no_file_names_the_place_it_was_made_in(root: Path):
    found = []
    for path in _ours(root):
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture or another binary file
        if any(host in text for host in HOSTS) or FOLDERS.search(text):
            found.append(str(path.relative_to(root)))
    assert found == []
