#!/usr/bin/env bash
# A run on a real Tinker server on this machine: SkyRL from PyPI over JAX on the CPU, with a model of
# 90,000 parameters that is made for the purpose. A test of the protocol, not a place to run a study.
#
#   tools/skyrl-local.sh DIR [--soar SOAR] [--python PYTHON]
#
# DIR, outside of the repository, gets a virtual environment (6.7 GB, once), the model, the server's
# files and the run. SOAR is a built soar (default: the one in the PATH); PYTHON a Python 3.12. The server
# listens on 127.0.0.1 at a free port and is stopped at the end, however that comes. The run's result and
# what the engine found and asked for go to standard output; the server's log is DIR/server.log.
set -euo pipefail

version=0.4.0
here=$(cd "$(dirname "$0")" && pwd)

fail() {
  echo "error: $2" >&2
  exit "$1"
}

usage() { sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0"; }

dir='' soar=soar python=python3.12
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help)
      usage
      exit 0
      ;;
    --soar | --python)
      [ $# -gt 1 ] || fail 64 "$1 needs a value"
      [ "$1" = --soar ] && soar=$2 || python=$2
      shift
      ;;
    -*) fail 64 "unknown option $1" ;;
    *)
      [ -z "$dir" ] || fail 64 "one folder, not two: $1"
      dir=$1
      ;;
  esac
  shift
done
[ -n "$dir" ] || fail 64 "name a folder: tools/skyrl-local.sh DIR"
soar=$(command -v "$soar") || fail 66 "there is no soar to run; name one with --soar"
soar=$(cd "$(dirname "$soar")" && pwd)/$(basename "$soar")
mkdir -p "$dir" || fail 73 "$dir cannot be made"
dir=$(cd "$dir" && pwd)
cd "$dir"

if [ ! -f sky/complete ]; then
  "$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 12))' 2>/dev/null ||
    fail 69 "SkyRL $version needs Python 3.12; name one with --python"
  echo "installing skyrl $version into $dir/sky" >&2
  "$python" -m venv sky
  nice -n 10 sky/bin/pip install --quiet --no-cache-dir uv aiohttp "skyrl[tinker,jax]==$version" ||
    fail 69 "pip could not install skyrl $version: run the same command again"
  touch sky/complete
fi
export CUDA_VISIBLE_DEVICES='' JAX_PLATFORMS=cpu HF_HUB_OFFLINE=1 OMP_NUM_THREADS=1
[ -f model/tokenizer.json ] || nice -n 10 sky/bin/python "$here/make_tiny_llama.py" model

port=$(sky/bin/python -c 'import socket
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    print(s.getsockname()[1])')
rm -rf checkpoints server.sqlite* run
# A group of its own, so that the engine that the server starts ends with it.
VIRTUAL_ENV=$dir/sky setsid nice -n 10 sky/bin/uv run --no-sync --active -m skyrl.tinker.api \
  --backend jax --base-model "$dir/model" \
  --backend-config '{"max_lora_adapters": 12, "max_lora_rank": 4, "train_micro_batch_size": 8, "sample_max_num_sequences": 16}' \
  --checkpoints-base "$dir/checkpoints" --database-url "sqlite:///$dir/server.sqlite" \
  --host 127.0.0.1 --port "$port" >server.log 2>&1 </dev/null &
server=$!
trap 'kill -- -$server 2>/dev/null || true; wait $server 2>/dev/null || true' EXIT
for _ in $(seq 180); do
  sky/bin/python -c 'import sys, urllib.request
urllib.request.urlopen(sys.argv[1], timeout=5)' "http://127.0.0.1:$port/api/v1/healthz" 2>/dev/null && break
  kill -0 $server 2>/dev/null || fail 69 "the server ended: $(tail -n 1 server.log)"
  sleep 1
done

cat >tiny.yaml <<YAML
preset: smollm2-smoke
model: {folder: model}
engine:
  kind: tinker
  url: http://127.0.0.1:$port
  baseModel: $dir/model
  loraRank: 4
  maximumTrainers: 3
task: {format: {studentTokens: 6, teacherTokens: 16}}
hardSet: {candidates: 16, by: samples, samples: 4, size: 8}
student:
  batchQuestions: 2
  groupSize: 8
  learningRate: 0.01
  klCoefficient: 0.001
  optimizer: {clipNorm: 0}
  # A number earns more than none, so that there is something to learn.
  reward: {wrong: 0.2}
teacher: {documentsPerRound: 16, learningRate: 0.001, optimizer: {clipNorm: 0}}
# Promotes at the first chance, so that students start from a checkpoint.
soar: {outerSteps: 2, datasets: 2, questionsPerDataset: 4, repeats: 1, innerSteps: 2, rewardBy: greedy,
  rewardQuestions: 4, threshold: -0.5}
# The second teacher learns whatever its students do.
teachers:
  - {name: SOAR}
  - {name: random, promotion: false, reward: {scheme: random}}
arms:
  - {name: Base}
  - {name: Hard-Only, steps: 2}
  - {name: PS, start: promotedStudent}
  - {name: Grounded-T, source: trainedTeacher, sourceCount: 4, mixing: alone, steps: 2}
  - {name: Random-T, source: trainedTeacher, teacher: random, sourceCount: 4, mixing: alone, steps: 2}
evaluation: {samples: 4, passAt: [1, 4], exact: true, testEvery: 0}
YAML
# A server of one's own takes any key.
export TINKER_API_KEY=tml-local
"$soar" run tiny.yaml --dry-run
"$soar" run tiny.yaml --output run
sky/bin/python - run/run.sqlite <<'PYTHON'
import sqlite3
import sys

store = sqlite3.connect(sys.argv[1])
print("\nwhat the engine found and asked for:")
for kind, message in store.execute(
    "SELECT kind, message FROM event WHERE kind IN ('engine', 'remote-usage', 'not-finite')"
):
    print(f"{kind}: {message}")
PYTHON
