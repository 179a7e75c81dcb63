"""The command as a whole: exit codes, sentences instead of tracebacks, and who talks where."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pmo_tui import __version__
from pmo_tui.cli import listing
from pmo_tui.settings.places import log_file
from tests.cli.running import run


def test_it_tells_its_version():
    done = run("--version")
    assert (done.code, done.out, done.err) == (0, f"pmo-tui {__version__}\n", "")


@pytest.mark.parametrize(
    "words", [["--help"], ["list", "--help"], ["import", "--help"], ["--lang", "fr", "--help"]]
)
def test_help_goes_to_stdout(words: list[str]):
    done = run(*words)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("usage")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["lits"], "“lits” is no verb: did you mean “list”?"),
        (["xyzzy"], "“xyzzy” is no verb. Known: demo, init, import"),
        (["list", "projcts"], "did you mean “projects”?"),
        (["list", "project"], "did you mean “projects”?"),
        (["list", "projets"], "did you mean “projects”?"),
        (["import", "project", "x.csv"], "did you mean “projects”?"),
        (["list", "projects", "--jsn"], "“--jsn” is not known here: did you mean “--json”?"),
        (["show"], "CODE"),
        (["export", "projects", "--format", "xls"], "--format"),
        (["--bd", "x", "list"], "--bd"),
    ],
)
def test_wrong_usage_ends_with_2_and_names_the_nearest(here, words: list[str], told: str):
    code, out, err = here(*words)
    assert (code, out) == (2, "")
    assert told in err


def test_a_refusal_is_one_sentence_on_stderr(some):
    assert some("show", "A-9") == (
        1, "", "Nothing has the code “A-9”: find it with `pmo-tui list projects`, `list risks` and so on.\n",
    )  # fmt: skip


def test_a_refusal_is_told_in_the_language_asked_for(some):
    code, _out, err = some("--lang", "fr", "list", "projects", "bugdet>3")
    said = "Il n’y a pas de champ « bugdet ». Vouliez-vous dire « budget » ?\n"
    assert (code, err.replace("\N{NO-BREAK SPACE}", " ")) == (1, said)


def test_a_missing_database_is_named_with_the_remedy(here, tmp_path: Path):
    code, _out, err = here("list", "projects")
    assert code == 1
    assert str(tmp_path / "pmo.db") in err
    assert "pmo-tui init" in err
    assert not (tmp_path / "pmo.db").exists()


def test_another_kind_of_database_is_refused_without_its_password():
    done = run("--db", "postgresql://bob:secret@host/pmo", "list", "projects")
    assert done.code == 1
    assert done.err == (
        "postgresql:// can't be opened: only SQLite files are supported so far. Name a file with --db.\n"
    )


def test_the_database_is_named_by_flag_then_variable_then_config(tmp_path: Path):
    config = tmp_path / "config.toml"
    config.write_text('db = "three.db"', "utf-8")
    told = {"PMO_TUI_DB": str(tmp_path / "two.db"), "PMO_TUI_CONFIG": str(config)}
    assert "one.db" in run("--db", "one.db", "list", "projects", **told).err
    assert "two.db" in run("list", "projects", **told).err
    assert str(tmp_path / "three.db") in run("list", "projects", PMO_TUI_CONFIG=str(config)).err
    assert "pmo-tui/portfolio.db" in run("list", "projects").err


def test_the_options_for_everything_may_stand_behind_the_verb_too(tmp_path: Path):
    assert "late.db" in run("list", "projects", "--db", tmp_path / "late.db").err


def test_a_mistake_in_config_toml_is_told_but_help_still_helps(tmp_path: Path):
    config = tmp_path / "config.toml"
    config.write_text("tehme = 3", "utf-8")
    refused = run("list", "projects", PMO_TUI_CONFIG=str(config))
    assert (refused.code, refused.err) == (
        1, f"{config}: there is no setting “tehme”. Did you mean “theme”?\n",
    )  # fmt: skip
    assert run("--help", PMO_TUI_CONFIG=str(config)).code == 0


def test_without_a_terminal_the_screens_are_refused(command):
    command("init")
    done = command()
    assert done.code == 1
    assert "need a terminal" in done.err


def test_the_screens_never_make_a_database_that_was_named(command):
    done = command()
    assert done.code == 1
    assert "init" in done.err
    assert not command.db.exists()


def test_an_unexpected_failure_is_a_sentence_and_a_private_log(some, monkeypatch: pytest.MonkeyPatch):
    secret = "not-to-be-seen"

    def fail(args, context):
        password = secret
        raise ZeroDivisionError(len(password))

    monkeypatch.setattr(listing, "run", fail)
    code, out, err = some("list", "projects")
    assert (code, out) == (1, "")
    assert (
        err
        == f"Something unexpected went wrong (ZeroDivisionError); {log_file()} tells the programmers where.\n"
    )
    assert "Traceback" in log_file().read_text("utf-8")
    assert secret not in log_file().read_text("utf-8")
    assert stat.S_IMODE(log_file().stat().st_mode) == 0o600


def test_a_failure_whose_log_cannot_be_written_is_still_a_sentence(
    some, monkeypatch: pytest.MonkeyPatch, home: Path
):
    monkeypatch.setattr(listing, "run", lambda args, context: 1 / 0)
    (home / "state").write_text("in the way", "utf-8")
    code, _out, err = some("list", "projects")
    assert (code, err) == (1, "Something unexpected went wrong (ZeroDivisionError).\n")


def test_ctrl_c_is_one_sentence(some, monkeypatch: pytest.MonkeyPatch):
    def interrupt(args, context):
        raise KeyboardInterrupt

    monkeypatch.setattr(listing, "run", interrupt)
    assert some("list", "projects") == (130, "", "Interrupted: what was not finished has changed nothing.\n")


def _process(*words: str | Path, **streams) -> subprocess.Popen[bytes]:
    """Start the command."""
    return subprocess.Popen(
        [sys.executable, "-m", "pmo_tui", *map(str, words)], stderr=subprocess.PIPE, **streams
    )


def test_a_reader_that_has_gone_is_no_failure(command):
    command("demo", "--no-open", "--projects", "400")
    process = _process("--db", command.db, "list", "projects", "--json", stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    _out, err = process.communicate()
    assert (process.returncode, err) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_stdout_is_a_sentence(command):
    command("demo", "--no-open", "--projects", "5")
    with Path("/dev/full").open("w") as full:
        process = _process("--db", command.db, "list", "projects", "--json", stdout=full)
        _out, err = process.communicate()
    assert process.returncode == 1
    assert err.decode().startswith("The output can't be written:")
    assert err.count(b"\n") == 1


@pytest.mark.slow
def test_ctrl_c_in_an_import_leaves_the_database_as_it_was(command, tmp_path: Path):
    rows = "".join(f"P-{number},Project {number},{number}\n" for number in range(60_000))
    (tmp_path / "many.csv").write_text("code,name,budget\n" + rows, "utf-8")
    command("init")
    process = _process(
        "--db", command.db, "import", "projects", tmp_path / "many.csv", stdout=subprocess.PIPE
    )
    assert process.stderr is not None
    told = process.stderr.readline()  # the first line of progress: it is at work
    assert b"60 000" in told
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert process.returncode == 130
    assert b"Interrupted" in err.splitlines()[-1]
    assert b"\r" not in err
    assert out == b""
    assert command("list", "projects", "--json").out == "[]\n"


def test_an_installed_locale_that_is_not_utf_8_harms_no_data(some, tmp_path: Path):
    done = run("--db", tmp_path / "pmo.db", "list", "projects", "--json", PYTHONIOENCODING="latin-1")
    assert done.code == 0
    assert "Entrepôt 倉庫" in done.out


def test_the_log_does_not_grow_for_ever(some, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(listing, "run", lambda args, context: 1 / 0)
    log_file().parent.mkdir(parents=True)
    log_file().write_text("x" * 1_000_001, "utf-8")
    some("list", "projects")
    assert log_file().stat().st_size < 100_000


def test_time_is_told_only_after_a_second(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    from pmo_tui.cli.progress import Progress

    clock = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    progress = Progress("{done} of {all} rows read")
    for moment, done in ((0.5, 10), (1.5, 1500), (2.0, 2000), (4.0, 3000), (9.0, 4000)):
        clock[0] = 100 + moment
        progress(done, 4000)
    assert capsys.readouterr().err == "1 500 of 4 000 rows read\n3 000 of 4 000 rows read\n"
    assert os.environ.get("PMO_TUI_DB") is None
