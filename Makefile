# The commands of a working copy. Each makes the virtual environment first, from requirements.lock, when it is missing
# or when the lock has changed: with uv where there is one, else with venv and pip.
#
#   make build    raw articles -> a checked release under outputs/, if anything changed
#   make test     the tests, all but the slow ones
#   make check    style, types, the rooms' import rules
#   make ui       Dagster's pages, with runs kept in .dagster_home
#   make fuzz     a minute's search for a text that breaks a law of the reading (SECONDS=..., SEED=...)
#   make benchmark  accuracy and speed, beside quantulum3 where QUANTULUM3_PYTHON has it, and where the time goes
#   make lock     requirements.lock anew from pyproject.toml (needs uv)
#   make clean    removes the environment and every file that can be made again, releases excepted
#
# VENV=DIR puts the environment elsewhere, PYTHON=... chooses the interpreter.

.DEFAULT_GOAL := build
.PHONY: build test check ui fuzz benchmark lock clean venv

VENV ?= .venv
PYTHON ?= $(shell for python in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
UV := $(shell command -v uv 2>/dev/null)
BIN := $(VENV)/bin
FILLED := $(VENV)/.filled-from-lock
INSTALLED := $(VENV)/.installed

# A release is of the day of the last commit that touched what it is made from, unless the environment says otherwise.
build: $(INSTALLED)
	SOURCE_DATE_EPOCH="$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct -- pipeline raw 2>/dev/null)}" $(BIN)/cityfigures build

test: $(INSTALLED)
	$(BIN)/python -m pytest -m "not slow" --numprocesses auto

check: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

ui: $(INSTALLED)
	mkdir -p .dagster_home
	cp dagster.yaml .dagster_home/dagster.yaml
	DAGSTER_HOME="$(CURDIR)/.dagster_home" $(BIN)/dagster dev -w workspace.yaml

fuzz: $(INSTALLED)
	$(BIN)/python -m tests.fuzz --seconds $(or $(SECONDS),60) $(if $(SEED),--seed $(SEED))

benchmark: $(INSTALLED)
	$(BIN)/python -m tests.benchmarks

venv: $(INSTALLED)

$(INSTALLED): $(FILLED) pyproject.toml
ifdef UV
	"$(UV)" pip install --quiet --python "$(BIN)/python" --no-deps --no-build-isolation -e .
else
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	touch "$(INSTALLED)"

$(FILLED): requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3" >&2; exit 1; }
ifdef UV
	"$(UV)" venv --quiet --allow-existing --no-python-downloads --python "$(PYTHON)" "$(VENV)"
	"$(UV)" pip sync --quiet --python "$(BIN)/python" --require-hashes requirements.lock
else
	"$(PYTHON)" -m venv --clear "$(VENV)"
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
endif
	touch "$(FILLED)"

# No index addresses, so that the lock installs from whichever index a machine uses; extras are kept because pip,
# given hashes, wants every requirement pinned as it is asked for.
lock:
	uv pip compile pyproject.toml --extra test --extra dev --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --no-annotate --no-strip-extras -o requirements.lock

clean:
	rm -rf .venv .dagster_home .tmp_dagster_home_* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache \
		build dist outputs/.work outputs/.staging
	find pipeline tests -name __pycache__ -type d -prune -exec rm -rf {} +
