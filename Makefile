# Every target first installs what is missing (scripts/setup.sh); with all of it there that takes
# a fraction of a second.

# What `soar run` runs: make run ARGS="--preset standard --output runs/standard".
ARGS ?= demo/demo.yaml

.PHONY: run build test lint format clean setup

run: build
	.build/release/soar run $(ARGS)

build: setup
	swift build -c release --product soar

# Suites with a server of their own run by themselves: tests that wait for a child process hold Swift's
# threads, and a server without threads times out.
SERVERS = ^(HTTPTests|EmbeddingsTests|TinkerEngineTests|QuestionAnalysisTests|ExperimentsTests|ServingTests)|JudgeCommand

# The numeric suites also run unoptimised, where overflow traps and assertions are on (Package.swift).
test:
	@scripts/setup.sh --for-tests
	SOAR_LAB_NUMERICS_ONLY=1 swift test --disable-xctest --scratch-path .build-numerics
	swift test --disable-xctest -c release --filter '$(SERVERS)'
	swift test --disable-xctest -c release --skip-build --skip '$(SERVERS)'

lint: setup
	scripts/lint.sh

format: setup
	swift format --in-place --recursive Sources Tests Package.swift

clean: setup
	rm -rf .build .build-numerics

setup:
	@scripts/setup.sh
