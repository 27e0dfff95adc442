#!/usr/bin/env bash
# Makes the demo's base model and its screening anew, in FOLDER (demo by default). The same kind of CPU gives
# the same bits.
set -euo pipefail
folder=${1:-demo}
soar=${SOAR:-.build/release/soar}
mkdir -p "$folder"
rm -rf "$folder/base"
"$soar" hardset demo/demo.yaml --set 'model.folder=""' --set 'hardSet.counts=""' --no-cache \
  --json --save-model "$folder/base" > "$folder/hard-set.json.partial"
mv "$folder/hard-set.json.partial" "$folder/hard-set.json"
