#!/usr/bin/env bash
# Kills runs and grids at random instants and checks that they come to the same bits all the same.
#
#   tools/crash-test.sh [KILLS] [SEED] [run|grid]
#
# Starts the small run of tools/crash-test.yaml again and again; each time SIGKILL falls at a random
# instant, and the run is continued, killed again, and so on until it ends. Its digest must then be
# that of an undisturbed run. Then the same with the four cells of tools/crash-test-grid.yaml: now the
# grid's process is killed, now one of a cell or of pretraining, now all of them at once.
# KILLS (10 by default) is how many kills runs get, and how many grids get; SEED decides their
# instants (1 by default), as far as a busy machine's timing lets a seed decide them.
# With a third word only runs, or only grids, are killed.
# SOAR names another binary than .build/release/soar.
set -euo pipefail
cd "$(dirname "$0")/.."

kills=${1:-10}
seed=${2:-1}
RANDOM=$seed
soar=${SOAR:-$PWD/.build/release/soar}
[ -x "$soar" ] || { echo "error: $soar is not there (make build makes it)" >&2; exit 66; }
work=$(mktemp -d)
process=
trap 'trap - EXIT; [ -z "$process" ] || kill -KILL $(tree "$process") 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

done_kills=0
fail() {
  echo "error: after $done_kills kills, seed $seed: $1" >&2
  [ ! -f "$work/errors" ] || sed 's/^/  /' "$work/errors" >&2
  # What became of a grid's cells, and the logs of those that failed.
  if [ -n "${folder:-}" ] && [ -f "$folder/manifest.json" ]; then
    "$soar" grid status "$folder" 2>&1 | sed 's/^/  /' >&2
    tail -n 15 "$folder"/logs/* 2>/dev/null | sed 's/^/  /' >&2
  fi
  exit 70
}

now_ms() { echo $(($(date +%s%N) / 1000000)); }

seconds() { printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)); }

# A process and all that it started.
tree() {
  echo "$1"
  local child
  for child in $(cat "/proc/$1/task/"*/children 2>/dev/null); do tree "$child"; done
}

# What is tried. `NAME_command FOLDER WORKERS` sets `command`, to begin or to continue in FOLDER,
# `NAME_digest FOLDER` prints what has to be the same, and `NAME_victims` what a kill hits.
run_command() {
  # A kill may come before there is a run to continue: then it is begun again.
  if [ -f "$1/run.sqlite" ]; then
    command=(run --resume "$1")
  else
    command=(run tools/crash-test.yaml --output "$1")
  fi
  command+=(--no-cache --workers "$2" -q)
}
run_digest() { "$soar" digest "$1"; }
run_victims() { echo "$process"; }

grid_command() {
  # Its cache too is begun anew for each grid, so that pretraining is killed as well.
  export SOAR_CACHE_DIR=$1.cache
  command=(grid run tools/crash-test-grid.yaml --output "$1" --processes "$2" -q)
}
grid_digest() {
  local cell collected
  collected=$("$soar" grid collect "$1" 2>"$work/errors") || fail "soar grid collect failed"
  [[ "$collected" == *"4 cells collected"* ]] || fail "cells are missing: $collected"
  for cell in "$1"/cells/*; do "$soar" digest "$cell"; done | sha256sum | cut -d ' ' -f 1
}
grid_victims() {
  local all
  mapfile -t all < <(tree "$process")
  case $((RANDOM % 3)) in
    0) echo "$process" ;;
    1) echo "${all[RANDOM % ${#all[@]}]}" ;;
    2) echo "${all[@]}" ;;
  esac
}

# Kills `kills` times what $1 names.
trial() {
  local subject=$1 start length reference folder round=0 attempts victims delay status digest
  done_kills=0
  start=$(now_ms)
  "${subject}_command" "$work/reference-$subject" 2
  "$soar" "${command[@]}" >/dev/null 2>"$work/errors" || fail "the undisturbed $subject failed"
  length=$(($(now_ms) - start))
  reference=$("${subject}_digest" "$work/reference-$subject")
  echo "undisturbed $subject: $(seconds "$length") s, digest ${reference:0:16}"

  while [ "$done_kills" -lt "$kills" ]; do
    folder=$work/$subject-$round
    attempts=0
    while :; do
      attempts=$((attempts + 1))
      [ "$attempts" -le $((kills + 10)) ] || fail "$subject $round does not come to its end"
      "${subject}_command" "$folder" $((1 + RANDOM % 2))
      "$soar" "${command[@]}" >/dev/null 2>"$work/errors" &
      process=$!
      if [ "$done_kills" -lt "$kills" ]; then
        delay=$(((RANDOM * 32768 + RANDOM) % (length + 1)))
        sleep "$(seconds "$delay")"
        victims=$("${subject}_victims")
        # shellcheck disable=SC2086 # one word each
        if [ -d "/proc/$process" ] && kill -KILL $victims 2>/dev/null; then
          done_kills=$((done_kills + 1))
        fi
      fi
      status=0
      wait "$process" 2>/dev/null || status=$?
      process=
      case $status in
        0) break ;;
        # Killed; or a grid one of whose cells was.
        137 | 75) ;;
        *) fail "soar ${command[*]} ended with status $status" ;;
      esac
    done
    digest=$("${subject}_digest" "$folder")
    [ "$digest" = "$reference" ] || fail "$subject $round came to digest $digest, not $reference"
    rm -rf "$folder" "$folder.cache"
    round=$((round + 1))
  done
  echo "$done_kills kills of $round ${subject}s: all came to the same digest"
}

for subject in ${3:-run grid}; do trial "$subject"; done
