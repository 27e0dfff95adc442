#!/usr/bin/env bash
# Kills runs at random instants and checks that they come to the same bits all the same.
#
#   tools/crash-test.sh [KILLS] [SEED]
#
# Starts the small run of tools/crash-test.yaml again and again; each time SIGKILL falls at a random
# instant, and the run is continued, killed again, and so on until it ends. Its digest must then be
# that of an undisturbed run. KILLS (10 by default) is how many kills there are in all; SEED decides
# their instants (1 by default), as far as a busy machine's timing lets a seed decide them.
# SOAR names another binary than .build/release/soar.
set -euo pipefail
cd "$(dirname "$0")/.."

kills=${1:-10}
RANDOM=${2:-1}
seed=${2:-1}
soar=${SOAR:-$PWD/.build/release/soar}
[ -x "$soar" ] || { echo "error: $soar is not there (make build makes it)" >&2; exit 66; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "error: after $done_kills kills, seed $seed: $1" >&2
  [ ! -f "$work/errors" ] || sed 's/^/  /' "$work/errors" >&2
  exit 70
}

# Milliseconds since some moment.
now() { echo $(($(date +%s%N) / 1000000)); }

done_kills=0
start=$(now)
"$soar" run tools/crash-test.yaml --output "$work/reference" --no-cache --workers 2 -q \
  >/dev/null 2>"$work/errors" || fail "the undisturbed run failed"
length=$(($(now) - start))
reference=$("$soar" digest "$work/reference")
echo "undisturbed: $((length / 1000)).$(printf %03d $((length % 1000))) s, digest ${reference:0:16}"

runs=0
while [ "$done_kills" -lt "$kills" ]; do
  folder=$work/run-$runs
  while :; do
    # A kill may come before there is a run to continue: then it is begun again.
    if [ -f "$folder/run.sqlite" ]; then
      arguments=(--resume "$folder")
    else
      arguments=(tools/crash-test.yaml --output "$folder")
    fi
    "$soar" run "${arguments[@]}" --no-cache --workers $((1 + RANDOM % 2)) -q \
      >/dev/null 2>"$work/errors" &
    process=$!
    if [ "$done_kills" -lt "$kills" ]; then
      delay=$(((RANDOM * 32768 + RANDOM) % (length + 1)))
      sleep "$((delay / 1000)).$(printf %03d $((delay % 1000)))"
      kill -KILL "$process" 2>/dev/null || true
    fi
    status=0
    wait "$process" 2>/dev/null || status=$?
    case $status in
      0) break ;;
      137) done_kills=$((done_kills + 1)) ;;
      *) fail "soar run ${arguments[*]} ended with status $status" ;;
    esac
  done
  digest=$("$soar" digest "$folder")
  [ "$digest" = "$reference" ] || fail "run $runs came to digest $digest, not $reference"
  rm -rf "$folder"
  runs=$((runs + 1))
done
echo "$done_kills kills in $runs runs: all came to the same digest"
