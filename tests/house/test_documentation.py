"""What the reader is told is true: generated pages are as the program is, and links lead somewhere."""

import re
from pathlib import Path

import pytest

from pmo_tui.cli import docs
from pmo_tui.cli.parsing import split
from pmo_tui.cli.verbs import VERBS
from pmo_tui.services import demo, listing
from tests.driving.person import session_on

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
TYPED = re.compile(r"pmo-tui .*?(?:list|export) projects (?:'([^']+)'|([^-\s]\S*))")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)[^)]*\)")


@pytest.mark.parametrize("name", docs.pages())
def test_a_generated_page_is_as_the_program_is(root: Path, name: str):
    assert (root / name).read_text("utf-8") == docs.pages()[name](), "run `make docs`"


def test_every_verb_has_an_example_and_every_example_a_verb():
    assert set(docs.EXAMPLES) == set(VERBS)
    for verb, examples in docs.EXAMPLES.items():
        assert all(split(example.split()[1:])[1] == verb for example in examples)


def test_every_link_leads_to_a_file(root: Path):
    pages = [*root.glob("*.md"), *root.glob("docs/**/*.md")]
    broken = [
        f"{page.relative_to(root)}: {link}"
        for page in pages
        for link in LINK.findall(page.read_text("utf-8"))
        if not (page.parent / link).exists()
    ]
    assert broken == []


def test_the_readme_names_only_verbs_that_exist(root: Path):
    told = re.findall(r"`?pmo-tui (?:--db \S+ )?([a-z]+)\b", (root / "README.md").read_text("utf-8"))
    assert told
    assert set(told) <= set(VERBS)


def queries(root: Path) -> list[str]:
    """Give the queries that a reader is invited to type: those in blocks of their own, and those of commands."""
    found = []
    for name in ("README.md", "docs/query.md", "docs/tutorial.md"):
        text = (root / name).read_text("utf-8")
        found += [line for kind, block in BLOCK.findall(text) if not kind for line in block.splitlines()]
        found += [quoted or plain for quoted, plain in TYPED.findall(text)]
        found += re.findall(r"\*\*Query\*\*: `([^`]+)`", text)
    return found


def test_every_query_one_is_invited_to_type_finds_something_in_the_demo(root: Path, tmp_path: Path):
    session = session_on(tmp_path / "demo.db")
    demo.make(session)
    asked = queries(root)
    assert len(asked) > 5
    assert [query for query in asked if not listing.listing(session, "projects", query).keys] == []
    of_risks = [
        line
        for kind, block in BLOCK.findall((root / "docs/query.md").read_text("utf-8"))
        if kind == "risks"
        for line in block.splitlines()
    ]
    assert len(of_risks) > 3
    assert [query for query in of_risks if not listing.listing(session, "risks", query).keys] == []
    session.close()
