# Everything a newcomer or CI needs; each target sets up what it needs by itself.
# Only python3.11+ (with venv) and make are assumed.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
ARGS ?=

.PHONY: demo test check fmt lock setup clean help

help:  ## what can be made here
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

# Order matters: sync first, install ourselves second (sync removes what its list does not name).
$(VENV)/.ready: requirements-dev.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Mutuals needs Python 3.11 or newer with venv. On Debian: apt-get install python3-venv"; exit 1; }
	@test -x $(UV) || { $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install --quiet --disable-pip-version-check uv; }
	@VIRTUAL_ENV=$(VENV) $(UV) pip sync --quiet --require-hashes requirements-dev.lock
	@VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --no-deps -e .
	@touch $@

setup: $(VENV)/.ready  ## make the private environment in .venv

demo: $(VENV)/.ready  ## the whole product against an invented world, with a page to click in
	@$(BIN)/mutuals demo $(ARGS)

test: $(VENV)/.ready  ## the test suite
	@$(BIN)/python -m pytest -n auto $(ARGS)

check: $(VENV)/.ready  ## lint, types, floors
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fmt: $(VENV)/.ready  ## put the code in order
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: $(VENV)/.ready  ## write the pinned requirement files anew
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml -o requirements.lock
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --group dev requirements-uv.in -o requirements-dev.lock

bench-%: $(VENV)/.ready  ## measure: bench-start, bench-detect, bench-backtest
	@$(BIN)/python benchmarks/$(subst -,_,$*).py $(ARGS)

clean:  ## remove the private environment
	rm -rf $(VENV)
