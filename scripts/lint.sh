#!/usr/bin/env bash
# The checks that need no test run: format, tracked files, warnings.
set -euo pipefail
cd "$(dirname "$0")/.."

swift format lint --strict --recursive Sources Tests Package.swift

if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
  if tracked=$(git ls-files | grep -E '(^|/)(\.build[^/]*/|Package\.resolved$)'); then
    printf 'error: build products are tracked by git:\n%s\n' "$tracked" >&2
    exit 1
  fi
fi

# Package.swift turns warnings of this package's targets into errors under this variable. After a
# test run under the same variable nothing is left to compile. `swift build` would leave testing off.
SOAR_LAB_STRICT=1 swift test list --disable-xctest -c release >/dev/null
echo "lint: clean"
