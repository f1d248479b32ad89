# The two commands that matter: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
NODE_MODULES := tests/open_xml_validator/node_modules tests/sarif_validator/node_modules
DEBIAN_PACKAGES := libreoffice-writer-nogui fonts-liberation2 fonts-crosextra-carlito fonts-dejavu-core chromium nodejs npm default-jre-headless maven
LANGUAGETOOL := var/languagetool
LANGUAGETOOL_PARTS := answer_builder/lint/languagetool

.PHONY: help install run test lint format docs bench languagetool system requirements clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(BIN)/answer-builder  ## virtual environment .venv with the command answer-builder

$(BIN)/answer-builder: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed, $(PYTHON) is $$($(PYTHON) --version 2>&1); try: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "as root: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --editable .
	@touch $@

$(BIN)/pytest: requirements-dev.txt $(BIN)/answer-builder
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

$(NODE_MODULES): %/node_modules: %/package-lock.json | system
	npm --prefix $* ci --silent --no-audit --no-fund
	@touch $@

languagetool: $(LANGUAGETOOL)/jars.sha256  ## the grammar server into var/languagetool/ (needs Java and Maven)

# Only the pinned files are run: each is compared with its checksum before the folder appears under its name.
$(LANGUAGETOOL)/jars.sha256: $(LANGUAGETOOL_PARTS)/pom.xml $(LANGUAGETOOL_PARTS)/jars.sha256
	@command -v mvn >/dev/null || { echo "as root: apt-get install maven default-jre-headless"; exit 1; }
	rm -rf $(LANGUAGETOOL).new
	mvn -B -q -f $(LANGUAGETOOL_PARTS)/pom.xml -Dmaven.repo.local="$(CURDIR)/var/maven" \
	  dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$(CURDIR)/$(LANGUAGETOOL).new"
	cp $(LANGUAGETOOL_PARTS)/jars.sha256 $(LANGUAGETOOL).new/
	cd $(LANGUAGETOOL).new && sha256sum --check --quiet --strict jars.sha256
	rm -rf $(LANGUAGETOOL) var/maven
	mv $(LANGUAGETOOL).new $(LANGUAGETOOL)

run: install  ## make letters from examples/ and serve the web form
	$(BIN)/answer-builder build examples/*.toml -o var/letters
	$(BIN)/answer-builder serve

test: lint system languagetool $(NODE_MODULES)  ## everything: lint, then all tests with the real LibreOffice, LanguageTool, Chromium
	CI=true $(BIN)/pytest

lint: $(BIN)/pytest  ## ruff, mypy, the floors of the house
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --config pyproject.toml

format: $(BIN)/pytest  ## let ruff rewrite what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: install  ## rewrite docs/catalogue.md from the catalogue
	ANSWER_BUILDER_CONTENT= ANSWER_BUILDER_AUTHORITY= $(BIN)/answer-builder list answers --format markdown > docs/catalogue.md.new
	mv docs/catalogue.md.new docs/catalogue.md

bench: $(BIN)/pytest  ## print every figure of the README
	$(BIN)/python -m benchmarks

system:  ## Debian packages of the real parts (as root), otherwise says what to install
	@sh -c 'missing=""; for package in $(DEBIAN_PACKAGES); do \
	  dpkg-query -W -f "$${Status}" $$package 2>/dev/null | grep -q "install ok installed" || missing="$$missing $$package"; done; \
	  if command -v npm >/dev/null; then missing=$$(echo $$missing | sed "s/\bnodejs\b//; s/\bnpm\b//"); fi; \
	  if command -v java >/dev/null; then missing=$$(echo $$missing | sed "s/\bdefault-jre-headless\b//"); fi; \
	  if command -v mvn >/dev/null; then missing=$$(echo $$missing | sed "s/\bmaven\b//"); fi; \
	  [ -z "$$(echo $$missing)" ] && exit 0; \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $$missing >/dev/null; \
	  else echo "install as root: apt-get install $$missing"; exit 1; fi'

requirements:  ## pin the requirements anew (needs uv)
	uv pip compile pyproject.toml --group install --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements.txt
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements-dev.txt

clean:  ## remove what the targets made
	rm -rf .venv var dist $(NODE_MODULES) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
