# Mutuals
# Everything a newcomer or CI needs; each target sets up what it needs by itself.
# Only python3.11+ (with venv) and make are assumed.

# The first of these that really starts and can make an environment; a pyenv shim may exist and fail.
# 3.11 first: the pinned lists are made for it, and it is what CI runs.
USABLE := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c '$(USABLE)' >/dev/null 2>&1 && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: connect demo test test-long check deploy-check release-check fmt lock docs docs-site picture gallery setup clean help

help:  ## what can be made here
	@sed -n 's/^\([a-z%-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

# uv itself comes pinned and hashed from the same list as the rest.
$(UV):
	@test -n "$(PYTHON)" && $(PYTHON) -c '$(USABLE)' 2>/dev/null || { echo "Mutuals needs Python 3.11 or newer with venv. \
	On Debian or Ubuntu: apt-get install python3-venv. Elsewhere: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Setting up $(VENV), once. This takes about a minute." >&2
	@$(PYTHON) -m venv --clear $(VENV)
	@sed -n '/^uv==/,/^[^ ]/{/^uv==/p;/^ /p;}' requirements-dev.lock > $(VENV)/uv.txt
	@$(PIP) --require-hashes -r $(VENV)/uv.txt

# Order matters: sync first, install ourselves second (sync removes what its list does not name).
# uv is quick, but pip knows the machine's own certificates and mirrors, so it gets a try where uv fails.
$(VENV)/.ready: requirements-dev.lock pyproject.toml | $(UV)
	@VIRTUAL_ENV=$(VENV) $(UV) pip sync --quiet --compile-bytecode --require-hashes requirements-dev.lock 2>$(VENV)/uv.log \
	|| { echo "uv could not fetch the packages (see $(VENV)/uv.log). Trying with pip, which takes longer." >&2; \
	$(PIP) --no-deps --require-hashes -r requirements-dev.lock; }
	@VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --no-deps -e . 2>>$(VENV)/uv.log || $(PIP) --no-deps -e .
	@touch $@

setup: $(VENV)/.ready  ## make the private environment in .venv

connect: $(VENV)/.ready  ## connect your own accounts, step by step (mutuals setup)
	@$(BIN)/mutuals setup $(ARGS)

demo: $(VENV)/.ready  ## the whole product against an invented world, with a page to click in
	@$(BIN)/mutuals demo $(ARGS)

# A later -m, in ARGS, takes the place of the one here. Compiled files are kept, whatever the shell says: to compile and
# rewrite all tests anew costs each worker, and each process that a test starts, several seconds in every run.
PYTEST = PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --dist worksteal -n $$($(BIN)/python -c "import os; print((os.cpu_count() or 1) + 1)")

test: $(VENV)/.ready  ## the tests, without the long ones: under three minutes on two cores
	@$(PYTEST) -m "not long" $(ARGS)

test-long: $(VENV)/.ready  ## the other tests (kills, fleets, floods, browser walks, rarer cases), and properties with all examples
	@MUTUALS_TEST_EXAMPLES=all $(PYTEST) -m "long or hypothesis" $(ARGS)

check: $(VENV)/.ready  ## lint, types, floors
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

$(VENV)/deploy/.ready: requirements-deploy.lock | $(VENV)/.ready
	@$(UV) venv --quiet --clear --python $(BIN)/python $(VENV)/deploy
	@VIRTUAL_ENV=$(VENV)/deploy $(UV) pip sync --quiet --require-hashes requirements-deploy.lock
	@touch $@

deploy-check: $(VENV)/deploy/.ready  ## the chart, the compose files, the Dockerfile, the alert rules, with their own tools
	@$(VENV)/deploy/bin/python deploy/check.py

$(VENV)/release/.ready: requirements-release.lock | $(VENV)/.ready
	@$(UV) venv --quiet --clear --python $(BIN)/python $(VENV)/release
	@VIRTUAL_ENV=$(VENV)/release $(UV) pip sync --quiet --require-hashes requirements-release.lock 2>>$(VENV)/uv.log \
	|| $(PIP) --python $(VENV)/release/bin/python --require-hashes -r requirements-release.lock
	@touch $@

release-check: $(VENV)/release/.ready  ## sdist and wheel, tried in a clean environment of each Python here; an SBOM; the README
	@$(VENV)/release/bin/python release/check.py --tools $(BIN) $(ARGS)

fmt: $(VENV)/.ready  ## put the code in order
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: $(VENV)/.ready  ## write the generated files anew: settings, env.example, Slack's manifest
	@$(BIN)/python -m mutuals.docgen.reference write
	@$(BIN)/python -c 'from pathlib import Path; from mutuals_slack.manifest import write; write(Path("deploy/slack-manifest.json")); write(Path("deploy/slack-manifest-workspaces.json"), "https://mutuals.example/slack/oauth_redirect")'

$(VENV)/docs/.ready: requirements-docs.lock | $(VENV)/.ready
	@$(UV) venv --quiet --clear --python $(BIN)/python $(VENV)/docs
	@VIRTUAL_ENV=$(VENV)/docs $(UV) pip sync --quiet --require-hashes requirements-docs.lock 2>>$(VENV)/uv.log \
	|| $(PIP) --python $(VENV)/docs/bin/python --require-hashes -r requirements-docs.lock
	@touch $@

docs-site: $(VENV)/docs/.ready  ## a site to read from docs/, in build/docs-site: searchable, and it asks nobody for anything
	@$(VENV)/docs/bin/python docs_site/build.py $(ARGS)

gallery: $(VENV)/.ready  ## take a picture of every message, form and list into docs/gallery (needs chromium and chromedriver)
	@$(BIN)/python benchmarks/gallery.py $(ARGS)

picture: $(VENV)/.ready  ## take the README's picture of the demo anew (needs chromium and chromedriver)
	@$(BIN)/python benchmarks/picture.py $(ARGS)

lock: $(VENV)/.ready  ## write the pinned requirement files anew
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml -o requirements.lock
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --group dev requirements-uv.in -o requirements-dev.lock
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --group deploy -o requirements-deploy.lock
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --group release -o requirements-release.lock
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --group docs -o requirements-docs.lock

bench-%: $(VENV)/.ready  ## measure something: make bench-start
	@$(BIN)/python benchmarks/$(subst -,_,$*).py $(ARGS)

clean:  ## remove the private environment
	rm -rf $(VENV)
