# Every command a newcomer needs; see CONTRIBUTING.md.
# PYTHON chooses the interpreter (PYTHON=python3.12 make test), VENV the folder.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PO := pmo_tui/words/fr/LC_MESSAGES/pmo_tui.po
MO := $(PO:.po=.mo)
POT := $(VENV)/pmo_tui.pot

# The environment is stamped with the version that made it: another PYTHON makes it anew.
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
MADE := $(VENV)/.python-$(VERSION)

.PHONY: help demo test check pytest search bench words docs locks clean

help:  ## show these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 14

demo: $(VENV)/.app  ## open the demo portfolio
	@$(BIN)/pmo-tui demo

test: check pytest  ## every gate: lint, types, imports, words, tests

check: $(VENV)/.dev $(MO)  ## the quick gates, without the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

pytest: $(VENV)/.dev $(MO)  ## the tests alone
	$(BIN)/python -m pytest -n auto --dist loadgroup

search: $(VENV)/.dev $(MO)  ## the tests with other made-up examples than usual
	HYPOTHESIS_PROFILE=searching $(BIN)/python -m pytest -n auto --dist loadgroup

bench: $(VENV)/.dev $(MO)  ## measure start, keys and bytes
	$(BIN)/python -m tests.bench

docs: $(VENV)/.dev $(MO)  ## write the generated pages anew
	$(BIN)/python -m pmo_tui.cli.docs
	$(BIN)/python -m tests.house.pictures

words: $(VENV)/.dev  ## gather new words into the catalogue and compile it
	$(BIN)/python -m tests.house.catalogue
	$(BIN)/pybabel --quiet compile --directory pmo_tui/words --domain pmo_tui

locks: $(VENV)/.dev  ## choose the newest versions again and write requirements/
	$(BIN)/python -m tests.house.locks

clean:  ## forget the environment and everything built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache $(MO)

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "pmo-tui needs Python 3.11 or newer: install it, or name it, as in PYTHON=python3.12 make test."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "This Python cannot make environments: install its venv package (Debian, Ubuntu: apt install python3-venv)."; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

# The project itself is installed in place; its build hook compiles the words.
$(VENV)/.app: $(MADE) requirements/app.txt pyproject.toml hatch_build.py $(PO)
	$(PIP) install --requirement requirements/app.txt
	$(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(MADE) requirements/dev.txt pyproject.toml hatch_build.py
	$(PIP) install --requirement requirements/dev.txt
	$(PIP) install --no-deps --editable .
	@touch $@

$(MO): $(PO) | $(VENV)/.dev
	$(BIN)/pybabel --quiet compile --directory pmo_tui/words --domain pmo_tui
