# Two commands are all there is to know: `make run` and `make test`. Both make .venv first, with uv where it is installed, else with venv and pip.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
UV := $(shell command -v uv 2>/dev/null)
SHELL := /bin/sh

ifdef UV
install = $(UV) pip install --quiet --python $(BIN)/python
else
install = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

.PHONY: run test check bench readme docs lock clean

## run: read the sample reports, print where they disagree, and say where database, report and charts are
run: $(VENV)/.core
	$(BIN)/parley run seeds/reports

## test: every check and every test
test: check
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

## bench: how fast it reads, as measured on this machine
bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.figures
	$(BIN)/python -m benchmarks.worst
	$(BIN)/python -m benchmarks.loading
	$(BIN)/python -m benchmarks.judging
	$(BIN)/python -m benchmarks.site

## readme: what the README says is printed, printed again
readme: $(VENV)/.dev
	$(BIN)/python tests/cli/test_readme.py

## docs: the pages of docs/ that the program writes, written again
docs: $(VENV)/.dev
	$(BIN)/python -m docs.make
	$(BIN)/python -m docs.notebook

## lock: pin every dependency again, at its newest
lock: $(VENV)/.dev
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' -o requirements.lock pyproject.toml
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) out dist

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'parley needs Python 3.11 or newer: none found; name one with make PYTHON=…' >&2; exit 1; }
ifdef UV
	$(UV) venv --quiet --python $(PYTHON) $(VENV)
else
	$(PYTHON) -m venv $(VENV) 2>/dev/null || \
		{ $(PYTHON) -m venv --clear --without-pip $(VENV) && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }
endif

# The dependencies come from the lock file with their hashes; the project itself is editable, so that an edit needs no new install.
$(VENV)/.core: $(BIN)/python pyproject.toml requirements.lock
	$(install) --require-hashes -r requirements.lock
	$(install) --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml requirements-dev.lock
	$(install) --require-hashes -r requirements-dev.lock
	$(install) --no-deps --editable .
	@touch $@ $(VENV)/.core
