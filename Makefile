# Everything a new user needs: `make demo` and `make test` set up what is missing by themselves.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEILDATUM := 2026-06-01
KEURMEESTERS := $(CURDIR)/.keurmeesters

.PHONY: demo test test-all check conformance keurmeesters format schemas docs bench bench-motoren bench-batch vertaling clean

demo: $(READY)
	@tools/demo $(PEILDATUM)

test: $(READY)
	$(BIN)/pytest -n auto

# With thousands of hostile examples instead of hundreds.
test-all: $(READY)
	@tools/setup-lang
	DOSSIERGEN_LANG=1 $(BIN)/pytest -n auto

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell --dictionary - --dictionary tools/spelling-nl.txt

# Every document in every house style before all judges, which it installs itself; JSON=FILE keeps the table.
conformance: keurmeesters
	@DOSSIERGEN_KEURMEESTERS=$(KEURMEESTERS) $(BIN)/python tools/conformance $(if $(JSON),--json $(JSON))

keurmeesters: $(READY)
	@tools/keurmeesters $(KEURMEESTERS) $(BIN)/python

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schemas: $(READY)
	$(BIN)/dossiergen schema --output schemas

# Pages that are made from the code; a test says when they are behind.
docs: $(READY) schemas
	$(BIN)/python tools/recht
	$(BIN)/python tools/regels
	$(BIN)/python tools/lexicon
	tools/beeld

# Pictures of each kind of document; needs LibreOffice for those of Word.
voorbeelden: $(READY)
	@$(BIN)/python tools/voorbeelden

bench: $(READY)
	$(BIN)/python bench/meten.py

# Beside Typst, docxtpl and LibreOffice, in an environment of its own: none of them is a dependency.
bench-motoren: $(READY)
	@[ -x .bench-venv/bin/python ] || $(BIN)/python -m venv .bench-venv
	@.bench-venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --requirement bench/motoren.txt
	.bench-venv/bin/python bench/motoren.py

# How a batch grows, each measure with its table. Hours, on a machine where nothing else runs; the folder takes some gigabytes.
BENCH_MAP ?= $(or $(TMPDIR),/tmp)/dossiergen-bench
bench-batch: $(READY)
	for deel in werkers licht prijs ongewijzigd venster; do $(BIN)/python bench/schaal.py $(BENCH_MAP) $$deel || exit; done

LOCALE := src/dossiergen/cli/locale/nl/LC_MESSAGES
vertaling: $(READY)
	$(BIN)/pybabel -q compile --locale nl --input-file $(LOCALE)/messages.po --output-file $(LOCALE)/messages.mo

clean:
	rm -rf $(VENV) .bench-venv .keurmeesters .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): pyproject.toml constraints.txt tools/setup
	@tools/setup $(VENV)
	@touch $@
