#!/usr/bin/env bash
# Runs, or resumes, the confirmatory runs and writes their reports into OUTPUT.
# SOAR: the binary (soar on the path by default). WORKERS: threads (all cores by default).
set -euo pipefail

output=${1:?usage: confirmatory/run.sh OUTPUT}
soar=${SOAR:-soar}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$output"

run() { # run NAME FILE WORLD SEEDS
  local folder=$output/$1 world=$3 seeds options=()
  [ -n "${WORKERS:-}" ] && options=(--workers "$WORKERS")
  [ -e "$output/$1.done" ] && return
  if [ -e "$folder/run.sqlite" ]; then
    "$soar" run --resume "$folder" "${options[@]}"
  else
    seeds="[$(seq -s, "$world" $((world + $4 - 1)))]"
    "$soar" run "$here/$2" -o "$folder" "${options[@]}" --set "world.seed=$world" \
      --set "pretraining.seed=$world" --set "hardSet.seed=$world" --set "seeds=$seeds"
  fi
  touch "$output/$1.done"
}

for world in 301 401; do
  run "teachers-$world" teachers.yaml "$world" 8
  run "reach-$world" reach.yaml "$world" 8
done
for world in 501 601; do
  run "promotions-$world" promotions.yaml "$world" 5
done
for world in 701 801; do
  run "chains-$world" chains.yaml "$world" 16
done
