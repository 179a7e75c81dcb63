"""Speaking: the language is chosen, kept, and heard in our sentences as in argparse's."""

import argparse

import pytest

from pmo_tui import words
from pmo_tui.domain.refusal import N_, Refusal, Word
from pmo_tui.words.choice import choose


@pytest.mark.parametrize(
    ("flag", "config", "environ", "chosen"),
    [
        (None, None, {}, "en"),
        ("fr", "en", {"LANG": "en_GB.UTF-8"}, "fr"),
        ("en", "fr", {"LANG": "fr_FR.UTF-8"}, "en"),
        (None, "fr", {"LANG": "en_GB.UTF-8"}, "fr"),
        (None, "en", {"LC_ALL": "fr_FR.UTF-8"}, "en"),
        (None, None, {"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, "en"),
        (None, None, {"LC_ALL": "", "LC_MESSAGES": "fr_CA", "LANG": "en_GB"}, "fr"),
        (None, None, {"LANG": "fr_FR@euro"}, "fr"),
        (None, None, {"LANG": "FR"}, "fr"),
        (None, None, {"LANG": "fro"}, "en"),
        (None, None, {"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_flag_comes_first_then_the_setting_then_the_system(flag, config, environ, chosen):
    assert choose(flag, config, environ) == chosen


def test_an_unknown_language_is_a_mistake():
    with pytest.raises(ValueError, match="xx"):
        words.use("xx")
    assert words.language() == "en"


def test_a_refusal_is_said_in_the_language_of_its_reader():
    refusal = Refusal(N_("There is no field “{name}”. Did you mean “{near}”?"), name="bugdet", near="budget")
    assert words.say(refusal) == "There is no field “bugdet”. Did you mean “budget”?"
    words.use("fr")
    said = words.say(refusal).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Il n’y a pas de champ « bugdet ». Vouliez-vous dire « budget » ?"


def test_a_word_that_fills_a_sentence_is_translated_with_it():
    refusal = Refusal(N_("“{field}” is needed: type it."), field=Word(N_("amber")))
    assert words.say(refusal) == "“amber” is needed: type it."
    words.use("fr")
    assert words.say(refusal) == "« ambre » est obligatoire : renseignez-le."


def test_what_the_system_says_is_said_in_the_language_of_its_reader():
    refusal = Refusal(N_("{path} can't be read: {reason}."), path="a.toml", reason="Permission denied")
    assert words.say(refusal) == "a.toml can't be read: Permission denied."
    words.use("fr")
    assert words.say(refusal).replace("\N{NO-BREAK SPACE}", " ") == "a.toml est illisible : accès refusé."
    assert words.system("") == ""


def test_an_unknown_sentence_is_still_said():
    words.use("fr")
    assert words._("never written down") == "never written down"


def test_counts_follow_the_language():
    # French takes the singular for nought, English does not.
    assert words._n("expected %s argument", "expected %s arguments", 0) == "expected %s arguments"
    words.use("fr")
    assert words._n("expected %s argument", "expected %s arguments", 0) == "%s argument est attendu"


def test_a_context_falls_back_to_the_word():
    assert words._c("door", "open") == "open"


@pytest.mark.parametrize(
    ("language", "heard"), [("en", "unrecognized arguments: --nope"), ("fr", "arguments inconnus : --nope")]
)
def test_argparse_speaks_too(language, heard, capsys):
    words.use(language)
    with pytest.raises(SystemExit):
        argparse.ArgumentParser("pmo-tui").parse_args(["--nope"])
    assert heard in capsys.readouterr().err.replace("\N{NO-BREAK SPACE}", " ")
