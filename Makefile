# The verbs of this project. `make run` and `make test` are the two that a newcomer needs.

.DEFAULT_GOAL := help
SHELL := /bin/bash
.NOTPARALLEL:

# What Debian calls the libraries that we link: the program's own, and those of its tests.
PROGRAM_PACKAGES := libexpat1-dev libncurses-dev libsqlite3-dev
TEST_PACKAGES := $(PROGRAM_PACKAGES) libvterm-dev curl python3-venv openssl chromium

# One set of flags for each configuration, so that nothing is compiled twice.
DEBUG := --build-tests
RELEASE := -c release --static-swift-stdlib --disable-local-rpath --product portal
FORMATTED := $(wildcard Sources Tests Package.swift Benchmarks)

##@ Every day

.PHONY: run
run: release ## Build the program for speed and open it (ARGS="--home DIR")
	@.build/release/portal $(ARGS)

.PHONY: test
test: lint build check-docs ## Everything that must hold before a change is shared
	swift test

.PHONY: check-fast
check-fast: setup ## Build and run the quick tests after an edit, without the pseudo-terminal
	swift test --skip EndToEndTests

.PHONY: format
format: ## Bring all sources into the house's form
	swift format --in-place --recursive --parallel $(FORMATTED)

##@ Steps

.PHONY: build
build: setup ## Build program and tests for debugging; a warning of ours is an error
	swift build $(DEBUG)

.PHONY: release
release: setup-program ## Build the program for speed, with Swift's library inside
	swift build $(RELEASE)

.PHONY: lint
lint: ## Say where sources leave the house's form
	swift format lint --strict --recursive --parallel $(FORMATTED)

.PHONY: docs
docs: build ## Write the pages that are made from the program
	.build/debug/portal docs

.PHONY: check-docs
check-docs: build ## Say which of those pages are out of date
	@if [[ -e Docs/keys.md ]]; then .build/debug/portal docs --check; fi

.PHONY: bench
bench: setup $(if $(filter monkey asan,$(BENCH)),build,release) ## Measure start, redraw, memory, commands and exchanges (BENCH="screens", BENCH=monkey: a million random inputs, BENCH=asan: 20,000 under AddressSanitizer)
ifeq ($(BENCH),monkey)
	MONKEY_STEPS=$(or $(MONKEY_STEPS),1000000) swift test --skip-build --filter PortalScreensTests.MonkeyTests
else ifeq ($(BENCH),asan)
	swift build --sanitize=address --scratch-path .build-asan --product portal
	PORTAL_ASAN=$(CURDIR)/.build-asan/debug/portal MONKEY_STEPS=$(or $(MONKEY_STEPS),20000) \
	  swift test --skip-build --filter SanitizedMonkeyTests
else
	swift build -c release --static-swift-stdlib --product PortalBenchmarks
	.build/release/PortalBenchmarks $(BENCH)
endif

.PHONY: setup
setup: ## Install the libraries that building and testing need
	@.ci/setup $(TEST_PACKAGES)

.PHONY: setup-program
setup-program:
	@.ci/setup $(PROGRAM_PACKAGES)

.PHONY: clean
clean: ## Remove what was built
	swift package clean

.PHONY: help
help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
