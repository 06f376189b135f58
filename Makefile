# parley: two commands are enough, `make run` and `make test`.

SWIFT      ?= swift
PREFIX     ?= /usr/local
BUILD      := .build/release/parley
RELEASE    := -c release --static-swift-stdlib
CHECKED    := --explicit-target-dependency-import-check error
BENCH_SIZE ?= small
SHARED     ?=
FUZZ       ?= html feed warc jsonl front-matter dossier query pattern
SECONDS    := 600
SEED       ?= 1
STEPS      ?= 100000

.PHONY: run build test lint format docs screenshots install uninstall quality bench fuzz walk \
	clean setup

## Builds what is missing and opens the browser on the bundled corpus.
run: build
	@$(BUILD)

## A release binary, the Swift runtime inside it: .build/release/parley
build: setup
	$(SWIFT) build $(RELEASE) --product parley

## Every test, the style check included.
test: setup lint
	$(SWIFT) build --build-tests $(CHECKED)
	$(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

## Writes the generated pages of docs/ anew.
docs: setup
	$(SWIFT) run parley docs --write docs

## Draws the pictures of the screens anew, from the bundled corpus.
screenshots: build
	@docs/screens/make "$(BUILD)"

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" \
		"$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
		"$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
		"$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	install -s -m 755 $(BUILD) "$(DESTDIR)$(PREFIX)/bin/parley"
	$(BUILD) docs --man > "$(DESTDIR)$(PREFIX)/share/man/man1/parley.1"
	$(BUILD) --generate-completion-script bash \
		> "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/parley"
	$(BUILD) --generate-completion-script zsh \
		> "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_parley"
	$(BUILD) --generate-completion-script fish \
		> "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/parley.fish"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/parley" "$(DESTDIR)$(PREFIX)/share/man/man1/parley.1" \
		"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/parley" \
		"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_parley" \
		"$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/parley.fish"

## Measures the findings against hand-made gold: make quality SHARED=FOLDER
quality: build
	@Tests/Quality/run "$(BUILD)" "$(SHARED)"

## Measures speed: make bench BENCH_SIZE=small|medium|large [SHARED=FOLDER]
bench: build
	$(SWIFT) build $(RELEASE) --product benchmarks
	@.build/release/benchmarks --$(BENCH_SIZE) --parley "$(BUILD)" \
		$(if $(SHARED),--shared "$(SHARED)")

## Looks for input that harms, ten minutes a kind: make fuzz [FUZZ=html] [SECONDS=600] [SEED=1]
fuzz: setup
	$(SWIFT) build -c release --product fuzz --sanitize=address --scratch-path .build/fuzzing \
		-Xswiftc -sanitize-coverage=edge,trace-pc-guard
	@for kind in $(FUZZ); do ASAN_OPTIONS=detect_leaks=0 .build/fuzzing/release/fuzz $$kind \
		--seconds $(SECONDS) --seed $(SEED) --finds .build/finds || failed=1; done; exit $${failed:-0}

## Presses random keys and holds every frame against its rules: make walk [STEPS=100000] [SEED=1]
walk: setup
	PARLEY_RANDOM_STEPS=$(STEPS) PARLEY_RANDOM_SEED=$(SEED) $(SWIFT) test -c release \
		-Xswiftc -enable-testing --scratch-path .build/walking --filter RandomKeys

clean:
	rm -rf .build

setup:
	@.ci/setup
