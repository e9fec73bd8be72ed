# One-line recipes; bare `make` prints the targets.
SEEDS ?= seeds
OUTPUT ?= output
PORT ?= 8000
SPLIT ?= dev
PYTHON ?=
BIN = .venv/bin
WORD = .cache/last-word
SETTINGS = pelicanconf.py
# The matrices of one story are small: a second thread costs twice what it brings.
export OPENBLAS_NUM_THREADS = 1
# Compiled Python is kept, and kept out of the tree: without it each command compiles everything anew.
export PYTHONDONTWRITEBYTECODE =
export PYTHONPYCACHEPREFIX = $(CURDIR)/.cache/pycache
export SEEDS

help: ## print the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/\1\t\2/' | expand -t 12

.venv/installed: requirements.lock scripts/environment.sh
	@sh scripts/environment.sh "$(PYTHON)" requirements.lock $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	@sh scripts/environment.sh "$(PYTHON)" requirements-dev.lock $@

# A failed recipe would make `make: *** [html] Error 1` the last line; so the build runs first, and its word stands last.
html: built ## build the site: make html [SEEDS=DIR] [OUTPUT=DIR] [QUIET=1] [JSON=1]
	@$(if $(shell cat $(WORD) 2>/dev/null),$(error $(shell cat $(WORD))))

publish: SETTINGS = publishconf.py
publish: address built ## build the site for its address: make publish SITEURL=https://… [SEEDS=DIR] [OUTPUT=DIR]
	@$(if $(shell cat $(WORD) 2>/dev/null),$(error not to be published: $(shell cat $(WORD))),echo "ready for $(SITEURL): $(OUTPUT)")

address:
	@$(if $(filter http://% https://%,$(SITEURL)),:,$(error say where it will stand: make publish SITEURL=https://you.github.io/digest))

built: .venv/installed
	@mkdir -p .cache && rm -f $(WORD)
	@$(BIN)/python -m pelican content -o "$(OUTPUT)" -s $(SETTINGS) --fatal errors --log-handler plain $(if $(JSON),-e SUMMARY='"json"') $(if $(QUIET),-e SUMMARY='"none"') || echo "the lines above say what needs you" > $(WORD)

preview: .venv/installed ## serve the site and keep it fresh: make preview [PORT=8000] [SITEURL=…] [POLL=1] [HOST=127.0.0.1]
	@$(BIN)/python -m live_preview --port $(PORT) $(if $(HOST),--host "$(HOST)") $(if $(POLL),--poll) $(if $(SITEURL),--siteurl "$(SITEURL)") --watch "$(SEEDS)"

add: .venv/installed ## save pages as reports: make add URL="https://…" [PRIVATE=1]
	@set -f; $(BIN)/news-digest add $(if $(PRIVATE),--allow-private) $$URL

collect: .venv/installed ## fetch what is new in the feeds of seeds/feeds.yml: make collect [CONTACT=…] [PRIVATE=1]
	@$(BIN)/news-digest collect $(if $(PRIVATE),--allow-private) --contact "$$CONTACT"

reports: .venv/installed ## list what is in seeds: outlet, date and its evidence, language, length, problems
	@$(BIN)/news-digest check

forget: .venv/installed ## remove a report and say which facts fall: make forget ID=… [YES=1] [SEEDS=DIR]
	@$(BIN)/news-digest forget $(if $(YES),--yes) "$$ID"

edit: .venv/installed ## make the editor's file on a story: make edit [STORY=address] [SEEDS=DIR]
	@$(BIN)/python -m news_digest.edit --seeds "$(SEEDS)" "$(STORY)"

record: .venv/installed ## note what is published: ids stay, and later changes are told as corrections [SEEDS=DIR]
	@$(BIN)/python -m news_digest.record --seeds "$(SEEDS)"

check: .venv/installed-dev ## format, lint, strict types, import contracts, fast tests
	@$(BIN)/ruff format --check -q . && $(BIN)/ruff check -q . && $(BIN)/mypy && $(BIN)/lint-imports --no-cache && $(BIN)/pytest -n 2 --ignore tests/site --ignore tests/browser -m "not site and not browser and not slow"

test: .venv/installed-dev ## every test, the built site and the browser included
	@$(BIN)/pytest -n 2 --dist loadgroup

score: .venv/installed-dev ## measure on keyed stories and labelled news: make score DATA=DIR [SPLIT=dev]
	@$(BIN)/python scripts/judge.py --brief && $(BIN)/python scripts/score "$(DATA)" $(SPLIT)

why: .venv/installed ## say why a story is as it is: make why [STORY=address] [SEEDS=DIR]
	@$(BIN)/python -m news_digest.looking --seeds "$(SEEDS)" "$(STORY)"

bench: .venv/installed-dev ## measure analysis, and the preview in a browser, as shares of what is wanted
	@$(BIN)/python scripts/bench_analysis.py && $(BIN)/python scripts/bench_preview.py

clean: ## remove what was built, the environment and every cache
	rm -rf .venv .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis dist build && find output -mindepth 1 ! -name .gitignore -delete

.PHONY: help html publish address built preview add collect reports forget edit record check test score why bench clean
.DEFAULT_GOAL := help
