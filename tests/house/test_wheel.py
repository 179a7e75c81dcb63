"""The wheel: it holds all three rooms and nothing else, and runs where nothing else is installed."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from fcntl import LOCK_EX, flock
from pathlib import Path
from shutil import rmtree

import pytest

from pmo_tui import __version__
from tests.house.locks import APP

pytestmark = pytest.mark.slow

ROOMS = ("db", "pmo_tui", "screens")
LOOSE = {"__pycache__"}
# Taken before a test gets an empty home: installers keep their downloads in the real one.
ENVIRON = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

IMPORT_ALL = """
import importlib, pkgutil, db, screens
for room in (db, screens):
    for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
        importlib.import_module(module.name)
print("imported")
"""


def _run(*command: str | Path, cwd: Path) -> str:
    """Run a command away from the sources and give back what it printed."""
    done = subprocess.run(command, cwd=cwd, env=ENVIRON, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Give a folder that the first worker to ask for it fills, while the others wait."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not done.exists():
            rmtree(folder, ignore_errors=True)  # what another worker could not finish
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""

    def build(folder: Path) -> None:
        """Build it there."""
        _run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, root, cwd=folder)

    (built,) = _once(tmp_path_factory, "wheel", build).glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(root: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel as a user would, with the locked versions, and name the folder of programs."""

    def install(folder: Path) -> None:
        """Install it there."""
        _run(sys.executable, "-m", "venv", folder, cwd=root)
        pip = (folder / "bin/python", "-m", "pip", "--quiet", "--disable-pip-version-check", "install")
        _run(*pip, "--requirement", root / APP, cwd=root)
        _run(*pip, "--no-deps", wheel, cwd=root)

    return _once(tmp_path_factory, "venv", install) / "bin"


def test_the_wheel_holds_the_three_rooms_and_nothing_else(root: Path, wheel: Path):
    ours = {
        path.relative_to(root).as_posix()
        for room in ROOMS
        for path in (root / room).rglob("*")
        if path.is_file() and not LOOSE & set(path.parts) and path.suffix in {".py", ".tcss", ".toml", ".mo"}
    }
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    about = f"pmo_tui-{__version__}.dist-info"
    assert {name.partition("/")[0] for name in names} == {*ROOMS, about}
    assert ours - names == set()
    assert "pmo_tui/words/fr/LC_MESSAGES/pmo_tui.mo" in names
    assert f"{about}/licenses/LICENSE" in names
    assert [name for name in names if name.endswith((".po", ".db", ".pyc"))] == []


def test_the_installed_program_tells_its_version(installed: Path, tmp_path: Path):
    assert __version__ in _run(installed / "pmo-tui", "--version", cwd=tmp_path)


def test_the_installed_program_knows_its_words(installed: Path, tmp_path: Path):
    code = "from pmo_tui.words import _, use; use('fr'); print(_('today'))"
    assert _run(installed / "python", "-I", "-X", "utf8", "-c", code, cwd=tmp_path) == "aujourd’hui\n"


def test_the_installed_rooms_can_be_imported_without_a_terminal(installed: Path, tmp_path: Path):
    assert _run(installed / "python", "-I", "-c", IMPORT_ALL, cwd=tmp_path) == "imported\n"


def test_the_installed_program_imports_a_file_without_a_terminal(installed: Path, tmp_path: Path):
    (tmp_path / "projects.csv").write_text("code,name,budget\nA-1,Warehouse,1200\n", "utf-8")
    command = (installed / "pmo-tui", "--db", tmp_path / "pmo.db")
    assert "1 created" in _run(*command, "import", "projects", "projects.csv", cwd=tmp_path)
    assert '"budget": 1200' in _run(*command, "list", "projects", "--json", cwd=tmp_path)


def test_the_installed_program_makes_the_demo_in_both_languages(installed: Path, tmp_path: Path):
    for language in ("en", "fr"):
        command = (installed / "pmo-tui", "--lang", language, "--db", tmp_path / f"{language}.db")
        _run(*command, "demo", "--no-open", "--projects", "9", cwd=tmp_path)
        assert len(_run(*command, "list", "projects", cwd=tmp_path).splitlines()) == 10
