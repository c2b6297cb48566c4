# The first Python of 3.11 to 3.13 that this machine has; name another by PYTHON=…
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help setup run test quick lint style types suite migrate bench

help: ## say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/' | expand -t 18

setup: ## set up .venv, front-end files and catalogues
	@test -n "$(PYTHON)" || { echo "Python 3.11 to 3.13 is needed." >&2; exit 1; }
	@$(PYTHON) bin/setup run

run: setup ## serve the demonstration on 127.0.0.1:8000
	@$(BIN)/union demo

test: ## everything: lint, types, floors, tests on both databases, browser
	@test -n "$(PYTHON)" || { echo "Python 3.11 to 3.13 is needed." >&2; exit 1; }
	@$(PYTHON) bin/setup test
	@$(MAKE) --no-print-directory style
	@$(MAKE) --no-print-directory -j 2 types suite # mypy has one core of two for itself while the tests begin

quick: ## under a minute: lint, types, and the tests nearest to what changed (SINCE=commit)
	@test -n "$(PYTHON)" || { echo "Python 3.11 to 3.13 is needed." >&2; exit 1; }
	@test -x $(BIN)/pytest || $(PYTHON) bin/setup test
	@$(PYTHON) bin/quick $(SINCE)

lint: style types ## ruff, mypy, import-linter

style:
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

suite:
	@$(PYTHON) bin/services $(BIN)/pytest -n 2 $(TESTS)

types:
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo >/dev/null || $(BIN)/lint-imports

migrate: setup ## bring the database to this version
	@$(BIN)/union upgrade

bench: ## measure speed and memory, and print them as a table
	@$(PYTHON) bin/setup test
	@$(BIN)/python -m bench
