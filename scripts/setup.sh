#!/usr/bin/env bash
# Installs what soar-lab needs beside Swift: OpenBLAS, SQLite, gnuplot and pkg-config, and with
# --for-tests Chromium, in which a test opens a report's page, and pandas for tools/soar_lab.py. Does
# nothing, and says nothing, when all of it is there. Installs through apt, with sudo when not root.
set -euo pipefail

required_swift=6.2
unavailable=69

fail() {
  printf 'error: %s\n' "$@" >&2
  exit "$unavailable"
}

check_swift() {
  local version major minor
  command -v swift >/dev/null || fail \
    "Swift >= $required_swift is not on PATH" \
    "install it from https://www.swift.org/install, then open a new shell"
  version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1)
  [ -n "$version" ] || fail "'swift --version' does not name a version: $(command -v swift)"
  major=${version%%.*}
  minor=${version#*.}
  if [ "$major" -lt "${required_swift%%.*}" ] ||
    { [ "$major" -eq "${required_swift%%.*}" ] && [ "$minor" -lt "${required_swift#*.}" ]; }; then
    fail "Swift $version is too old: soar-lab needs >= $required_swift" \
      "install a newer one from https://www.swift.org/install"
  fi
}

# Debian's names of what is missing, whatever the system is.
missing_packages() {
  if command -v pkg-config >/dev/null; then
    pkg-config --exists openblas || echo libopenblas-dev
    pkg-config --exists sqlite3 || echo libsqlite3-dev
  else
    echo pkg-config libopenblas-dev libsqlite3-dev
  fi
  command -v gnuplot >/dev/null || echo gnuplot-nox
  [ "${1:-}" = --for-tests ] || return 0
  command -v chromium >/dev/null || echo chromium
  # The system's Python, which the tests call; apt installs for no other.
  /usr/bin/python3 -c 'import importlib.util as i, sys; sys.exit(not i.find_spec("pandas"))' \
    2>/dev/null || echo python3-pandas
}

install_with_apt() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail \
      "missing: $*" "not root and no sudo; ask an administrator for: apt-get install -y $*"
    as_root=(sudo)
  fi
  echo "Installing $*" >&2
  # A failed update may still leave lists that serve.
  "${as_root[@]}" apt-get update -qq >&2 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" >&2 ||
    fail "apt-get could not install: $*"
}

check_swift
read -r -d '' -a missing < <(missing_packages "$@" && printf '\0') || true
if [ "${#missing[@]}" -gt 0 ]; then
  command -v apt-get >/dev/null || fail \
    "missing (by their Debian names): ${missing[*]}" \
    "this system has no apt-get; install the equivalents, then run make again:" \
    "  Fedora: dnf install openblas-devel sqlite-devel gnuplot pkgconf-pkg-config" \
    "  Arch:   pacman -S blas-openblas sqlite gnuplot pkgconf" \
    "  SUSE:   zypper install openblas-devel sqlite3-devel gnuplot pkg-config"
  install_with_apt "${missing[@]}"
fi
