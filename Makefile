# The program and everything around it. `make run` and `make test` need nothing done before.
VENV_PYTHON := .venv/bin/python
ARGS :=

.DEFAULT_GOAL := help
.PHONY: help setup run test torture lint format bench bench-matching screenshots package check-package pins clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## Make .venv with everything for developing, and the system libraries Qt needs
	@packaging/setup.sh dev

run: ## Open the window (without a display: the main job on the sample data)
	@packaging/setup.sh run
	@packaging/run.sh $(ARGS)

test: setup ## Run all tests, or some: make test ARGS="tests/domain -x"
	@QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m pytest -n logical --maxprocesses 8 --dist worksteal $(ARGS)

torture: setup ## Run the long and hostile tests
	@QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m pytest -n logical --maxprocesses 8 --dist worksteal -m torture $(ARGS)

lint: setup ## Style, format, types, import contracts
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo

format: setup ## Let ruff format and mend what it can
	@.venv/bin/ruff check --fix
	@.venv/bin/ruff format

bench: setup ## Measure speed and memory, print the table
	@QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m benchmarks.run $(ARGS)

bench-matching: setup ## Measure how well people are matched, beside splink and bare tokens
	@[ .venv/matching/done -nt benchmarks/requirements.txt ] || { .venv/bin/python -m pip install --quiet --no-input \
		--disable-pip-version-check --upgrade --target .venv/matching --requirement benchmarks/requirements.txt && \
		touch .venv/matching/done; }
	@PYTHONPATH=.venv/matching $(VENV_PYTHON) -m benchmarks.matching $(ARGS)

screenshots: setup ## Render every screen to docs/screenshots/
	@QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) docs/make_screenshots.py $(ARGS)

package: ## Build the folder program in dist/emgdesk/
	@packaging/setup.sh dev objdump:binutils
	@.venv/bin/pyinstaller --noconfirm --clean --log-level ERROR --distpath dist --workpath build packaging/emgdesk.spec
	@du -sh dist/emgdesk

check-package: package ## Build it and try it: window, demo, import, PDF
	@packaging/setup.sh dev Xvfb:xvfb xdotool:xdotool pdftotext:poppler-utils
	@packaging/check_package.sh

pins: setup ## Write constraints.txt anew from what .venv holds
	@packaging/pins.sh

clean: ## Remove what was built or cached; .venv stays
	@rm -rf build dist demo emgdesk.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	@find . -path ./.venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
