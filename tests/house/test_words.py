"""The words: every message is translated, whole, and nothing is translated that is not said."""

import gettext
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from pmo_tui.domain import checks
from pmo_tui.domain.fields import Field
from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.risk_parts import ACTION_FIELDS
from pmo_tui.domain.spellings import choice_of
from pmo_tui.words import DOMAIN, FOLDER, LANGUAGES
from tests.house.catalogue import french, gathered, untranslated

HINT = "run `make words`, then fill in pmo_tui/words/fr/LC_MESSAGES/pmo_tui.po"
PLACES = re.compile(r"\{[^{}]*\}|%\(\w+\)[a-z]|%[a-z]")
CATALOGUES = (PROJECT_FIELDS, RISK_FIELDS, ACTION_FIELDS)
DOUBLED = re.compile(r"\{\{|\}\}")  # a brace that is shown as one


def _key(message: Message) -> tuple[str, str]:
    """Identify a message: its context and its first form."""
    first = message.id if isinstance(message.id, str) else message.id[0]
    return (message.context or "", first)


def _keys(catalogue: Catalog) -> set[tuple[str, str]]:
    """Collect the keys of all messages."""
    return {_key(message) for message in catalogue if message.id}


def _places(text: str) -> set[str]:
    """Find the places that values fill."""
    return set(PLACES.findall(DOUBLED.sub("", text)))


def _listed(keys: list[tuple[str, str]]) -> str:
    """Tell what to do, and which messages it is about, one a line."""
    return "\n  ".join([HINT, *(f"{context}: {text!r}" if context else repr(text) for context, text in keys)])


def test_every_message_is_in_the_french_catalogue():
    missing = sorted(_keys(gathered()) - _keys(french()))
    assert not missing, _listed(missing)


def test_every_message_is_translated():
    missing = sorted(_key(message) for message in untranslated(french()))
    assert not missing, _listed(missing)


def test_nothing_is_translated_that_is_not_said():
    stale = sorted(_keys(french()) - _keys(gathered()))
    assert not stale, _listed(stale)
    assert list(french().obsolete) == [], HINT


def test_translations_name_the_same_values():
    wrong = []
    for message in french():
        # Where there are two forms, French uses its singular for nought as well: both need the count.
        wanted = _places(message.id if isinstance(message.id, str) else message.id[-1])
        forms = (message.string,) if isinstance(message.string, str) else message.string or ()
        wrong += [_key(message) for form in forms if message.id and form and _places(form) != wanted]
    assert not wrong, _listed(wrong)


def test_the_compiled_words_are_the_ones_written(root: Path):
    code = "from pmo_tui.words import _, use; use('fr'); print(_('yes'))"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "oui\n", "run `make words`"


def test_the_words_cost_nothing_at_the_start(root: Path):
    code = "import sys, pmo_tui.words; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert not {"argparse", "babel", "decimal", "pathlib", "textual"} & set(done.stdout.split())


@pytest.mark.parametrize(
    "field",
    [field for catalogue in CATALOGUES for field in catalogue if field.said],
    ids=lambda field: field.name,
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_choice_is_called_can_be_typed_in_each_language(field: Field, language: str) -> None:
    said = gettext.translation(DOMAIN, FOLDER, [language], fallback=True).gettext
    assert set(field.said) == set(field.choices)
    for choice, called in field.said.items():
        assert choice_of(field, said(called)) == choice
        assert checks.kept(field, said(called)) == choice
