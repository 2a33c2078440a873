# The list of commands. `make demo` and `make test` work on a fresh machine that has Python 3.11+, make and git.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
BROWSER := tests/browser
DISPATCHES := $(sort $(wildcard src/dragoman/samples/lenn/*))

.DEFAULT_GOAL := help
# `make demo --open` is no flag of make's: OPEN=--open opens a browser.
OPEN ?=

.PHONY: help setup demo serve test lint format types contracts documents docs golden gate readers bench kill scale twice check lock clean

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv is needed (on Debian: apt-get install python3 python3-venv)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run: lock/run.txt pyproject.toml $(VENV)/made
	@echo "installing what lock/run.txt names (a minute or two)"
	@$(PIP) install --require-hashes -r lock/run.txt
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/dev: lock/dev.txt pyproject.toml $(VENV)/made
	@echo "installing what lock/dev.txt names (a minute or two)"
	@$(PIP) install --require-hashes -r lock/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $(VENV)/run $@

setup: $(VENV)/dev ## make the virtual environment with all that development needs

$(BROWSER)/node_modules/made: $(BROWSER)/package-lock.json
	@if command -v npm >/dev/null 2>&1; then \
		echo "installing what the tests in a browser need"; (cd $(BROWSER) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) && touch $@; \
	else echo "no npm: the tests in a browser will not look for barriers"; fi

demo: $(VENV)/run ## read the sample dispatches, keep them in a case, and serve its desk
	@$(BIN)/dragoman read $(DISPATCHES)
	@$(BIN)/dragoman demo $(OPEN)

serve: $(VENV)/run ## serve the case of this folder, or CASE=FOLDER
	@$(BIN)/dragoman serve $(if $(CASE),--case $(CASE))

test: $(VENV)/dev $(BROWSER)/node_modules/made ## run all tests, as many files at once as there are processors
	$(BIN)/python -m pytest --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/dev ## ruff
	$(BIN)/ruff check .

format: $(VENV)/dev ## let ruff lay out the code
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

types: $(VENV)/dev ## mypy, strict
	$(BIN)/mypy

contracts: $(VENV)/dev ## which part may import which
	$(BIN)/lint-imports

documents: $(VENV)/dev ## what the documents say is what the code does
	$(BIN)/python -m pytest tests/documents

golden: $(VENV)/dev ## write what tests expect anew; read the difference before you commit it
	$(BIN)/python -m pytest tests/golden tests/house/test_lexicons.py --regenerate -q
	$(BIN)/python -m benchmarks.docs
	git --no-pager diff --stat -- tests docs README.md

docs: $(VENV)/dev ## write the generated parts of the documents anew
	$(BIN)/python -m benchmarks.docs

gate: $(VENV)/dev ## the quality gate: own cases and answers against pinned floors
	$(BIN)/python -m benchmarks.gate

readers: $(VENV)/dev ## a small language model beside the rules, where one is installed
	$(BIN)/python -m benchmarks.readers

bench: $(VENV)/dev ## the speed runs, side by side with the bare pipeline
	$(BIN)/python -m benchmarks.speed

kill: $(VENV)/dev ## kill the taking-in of reports at 200 moments on each database
	$(BIN)/python -m benchmarks.kill

scale: $(VENV)/dev ## what a page costs with 10,000 and with 1,000,000 findings, what adding costs beside reading
	$(BIN)/python -m benchmarks.scale

twice: $(VENV)/dev ## two fresh environments from the lock file give the same bytes
	$(BIN)/python -m benchmarks.twice

check: lint types contracts gate ## all that must pass before a change lands; the tests come last
	$(MAKE) --no-print-directory test

lock: ## choose the versions anew (needs uv; see docs/decisions/0005-lock-file.md)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" --quiet --output-file lock/run.txt
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" --quiet --constraints lock/run.txt --output-file lock/dev.txt

clean: ## remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
