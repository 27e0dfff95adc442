# Every target first installs what is missing (scripts/setup.sh); with all of it there that takes
# a fraction of a second.

# More arguments for `soar run`, such as ARGS="--output runs/third".
ARGS ?=
PRESET ?= quick

# Suites that also run unoptimised, where overflow traps and assertions are on.
NUMERIC_SUITES = NumericsTests|LanguageModelTests|RandomnessTests|StatisticsTests

.PHONY: run build test lint format clean setup

run: build
	.build/release/soar run --preset $(PRESET) $(ARGS)

build: setup
	swift build -c release --product soar

test: setup
	swift test --disable-xctest --filter '$(NUMERIC_SUITES)'
	swift build -c release --product soar
	swift test --disable-xctest -c release

lint: setup
	scripts/lint.sh

format: setup
	swift format --in-place --recursive Sources Tests Package.swift

clean: setup
	rm -rf .build

setup:
	@scripts/setup.sh
