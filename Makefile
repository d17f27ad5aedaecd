# make        runs the shipped case from top to bottom and writes its report
# make test   everything that must hold
# make lab    JupyterLab on the notebooks
CASE   := 2025-12-landmines
PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
READY  := $(VENV)/ready
PIP    := $(PY) -m pip install --quiet --disable-pip-version-check
COPY   := build/copy
export PYTHONHASHSEED := 0
export PYTHONDONTWRITEBYTECODE :=

.PHONY: case test lab lint bench lock refresh extras

case: $(READY)
	@rm -rf $(COPY) && mkdir -p $(COPY) && cp -R data notebooks $(COPY)
	@CHECKS_FROZEN=1 CHECKS_ROOT=$(COPY) $(PY) -m checks run $(CASE)
	@CHECKS_FROZEN=1 CHECKS_ROOT=$(COPY) $(PY) -m checks report $(CASE) --out build/$(CASE).html
	@echo "make lab to work in it"

test: $(READY) lint
	CHECKS_FROZEN=1 $(PY) -m pytest --numprocesses 4 --dist worksteal
	CHECKS_FROZEN=1 $(PY) -m pytest --numprocesses 3 --dist loadfile --nbval --nbval-current-env --nbval-cell-timeout=120 \
	  --nbval-sanitize-with tests/nbval.cfg -p no:cacheprovider notebooks

lab: $(READY)
	$(PY) -m jupyterlab notebooks

lint: $(READY)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check checks tests
	$(PY) -m mypy

bench: $(READY)
	@$(PY) tests/benchmarks

# The one target that rewrites notebooks, records and the catalogue.
refresh: $(READY)
	@$(PY) -m checks explain > docs/catalogue.md
	@for case in data/cases/*/; do $(PY) -m checks run $$(basename $$case) || exit 1; done
	@$(PY) -c "from pathlib import Path; from checks.case.running import run_alone; \
	  run_alone(Path('notebooks/screening.ipynb').resolve(), Path.cwd())"

lock: $(READY)
	$(PY) -m uv pip compile requirements.in --universal --generate-hashes --python-version 3.11 \
	  --no-header --no-annotate --quiet -o requirements.lock
	$(PY) -m uv pip compile requirements-extras.in -c requirements.lock --universal --generate-hashes \
	  --python-version 3.11 --no-header --no-annotate --quiet -o requirements-extras.lock

# Several workers, Parquet files, and the model that finds what was checked before in other words.
extras: $(READY)
	@$(PY) -m uv pip install --quiet --require-hashes --no-deps -r requirements-extras.lock \
	  || $(PIP) --require-hashes --no-deps -r requirements-extras.lock
	@echo "Dask, pyarrow and the model are in $(VENV)"

# uv installs the lock in seconds; where it will not run, pip installs the same lock.
$(READY): requirements.lock pyproject.toml Makefile jupyter
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "This needs Python 3.11 or later: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up $(VENV) from requirements.lock (once) ..."
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@$(PIP) "$$(grep -o '^uv==[0-9.]*' requirements.lock)" \
	  && $(PY) -m uv pip sync --quiet --require-hashes requirements.lock \
	  || $(PIP) --require-hashes --no-deps -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@mkdir -p $(VENV)/share/jupyter/lab/settings $(VENV)/etc/ipython
	@cp jupyter/overrides.json $(VENV)/share/jupyter/lab/settings/
	@cp jupyter/ipython_kernel_config.py $(VENV)/etc/ipython/
	@touch $@
