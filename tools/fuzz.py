#!/usr/bin/env python3
"""Feeds mutated files to the built `soar` and looks at how it takes them.

    python3 tools/fuzz.py .build/release/soar                       200 inputs of each sort
    python3 tools/fuzz.py .build/release/soar --count 10000 --jobs 2
    python3 tools/fuzz.py .build/release/soar --targets config,jsonl --seed 7
    python3 tools/fuzz.py .build/release/soar --case jsonl:1234 --keep out

An input passes when the process ends by itself within 5 s, with at most 500 MB of resident memory,
and either with status 0 and nothing but progress on standard error, or with a status of sysexits.h
(64 to 78) and one line `error: ...` there, whole, printable and in UTF-8. (`soar import` has one such
line for each bad line, up to its limit of 22.)

Input number N of a sort is a function of the seed, the sort and N alone, so that each can be had
again. Inputs that fail are kept with the command and the reason. Status 0: none failed; 1: some did.
Needs Python 3.9 or newer and nothing else.
"""

import argparse
import json
import multiprocessing
import queue
import os
import random
import resource
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TIME_LIMIT = 5.0
MEMORY_LIMIT = 500 * 1000 * 1000
# A guard for the machine, above what is measured: a process that asks for more gets none.
ADDRESS_LIMIT = 16 << 30
SIZE_LIMIT = 200_000


# --- Mutations --------------------------------------------------------------------------------

NUMBERS = [
    b"0", b"-0", b"-1", b"1", b"2", b"0.5", b"-0.0", b"1e-320", b"1e308", b"1e309", b"-1e999", b"nan",
    b".nan", b".inf", b"-.inf", b"NaN", b"Infinity", b"2147483647", b"2147483648", b"4294967296",
    b"9223372036854775807", b"9223372036854775808", b"-9223372036854775808",
    b"18446744073709551615", b"18446744073709551616", b"1" * 400, b"0x7f", b"0o17", b"1_000", b"1e5",
    b"1000000", b"100000000", b"+1", b"01", b"1.", b".5", b"true", b"null", b"~", b"''", b'""', b"[]",
    b"{}",
]
TEXTS = [
    b"\x00", b"\x1b[2J", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xc3", b"\xff\xfe", b"\xef\xbb\xbf",
    b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\r\n", b"\r", b"\n", b"\t", b"\\", b'"', b"'", b"`", b"```",
    b"-->", b"<!--", b"|", b"\\u0000", b"\\ud800", b"../", b"/etc/passwd", b"%s%n", b"$(id)", b"; ", b"#",
    b": ", b"- ", b"? ", b"&a ", b"*a", b"!!python/object ", b"<<: ", b"---\n", b"...\n", b"{", b"}", b"[",
    b"]", b",", b"\xf0\x9f\x98\x80", b"e\xcc\x81" * 20,
]


def around(rng, data):
    """A range of bytes of `data`, mostly short."""
    start = rng.randrange(len(data) + 1)
    length = min(len(data) - start, int(rng.expovariate(1 / 12)))
    return start, start + length


def mutate(rng, data, others, words):
    """Changes `data` in one to eight places."""
    data = bytearray(data)
    for _ in range(1 + min(7, int(rng.expovariate(0.7)))):
        start, end = around(rng, data)
        kind = rng.randrange(13)
        if kind == 0 and data:
            place = rng.randrange(len(data))
            data[place] ^= 1 << rng.randrange(8)
        elif kind == 1 and data:
            data[rng.randrange(len(data))] = rng.randrange(256)
        elif kind == 2:
            data[start:end] = b""
        elif kind == 3:
            data[start:start] = bytes(rng.randrange(256) for _ in range(1 + rng.randrange(8)))
        elif kind == 4:
            data[start:start] = data[start:end] * (1 + rng.randrange(4))
        elif kind == 5:
            data[start:end] = rng.choice(NUMBERS)
        elif kind == 6:
            data[start:end] = rng.choice(TEXTS)
        elif kind == 7:
            data[start:end] = rng.choice(words)
        elif kind == 8:
            other = rng.choice(others)
            first, last = sorted(rng.randrange(len(other) + 1) for _ in range(2))
            data[start:end] = other[first:last]
        elif kind == 9 and rng.random() < 0.3:
            data[start:] = b""
        elif kind == 10 and rng.random() < 0.1:
            # Depth and length.
            text = rng.choice([b"[", b"{", b'{"a":', b"- ", b"(", b"a", b"9", b"\n", b"'", b" ", b"`"])
            data[start:start] = text * rng.choice([30, 1000, 20_000])
        elif kind == 11:
            number(rng, data)
        elif kind == 12:
            line(rng, data)
    return bytes(data[:SIZE_LIMIT])


def number(rng, data):
    """Replaces one number by another."""
    places = [i for i, byte in enumerate(data) if 48 <= byte <= 57 and (i == 0 or not 48 <= data[i - 1] <= 57)]
    if places:
        start = rng.choice(places)
        end = start
        while end < len(data) and data[end] in b"0123456789.eE":
            end += 1
        data[start:end] = rng.choice(NUMBERS)


def line(rng, data):
    """Drops, doubles, swaps or indents a line."""
    lines = bytes(data).split(b"\n")
    place = rng.randrange(len(lines))
    kind = rng.randrange(4)
    if kind == 0:
        del lines[place]
    elif kind == 1:
        lines.insert(place, lines[place])
    elif kind == 2:
        other = rng.randrange(len(lines))
        lines[place], lines[other] = lines[other], lines[place]
    else:
        lines[place] = b"  " * rng.randrange(1, 4) + lines[place].lstrip()
    data[:] = b"\n".join(lines)


# --- Targets ----------------------------------------------------------------------------------

class Target:
    """A sort of input: where it comes from, and the command that reads it."""

    name = ""
    #: Lines on standard error at most, each an error.
    error_lines = 1

    def __init__(self, soar):
        self.soar = soar
        self.seeds = [seed for seed in self.load() if seed]
        self.words = [word.encode() for word in self.dictionary()]

    def load(self):
        raise NotImplementedError

    def dictionary(self):
        return ["a"]

    def make(self, rng):
        return mutate(rng, rng.choice(self.seeds), self.seeds, self.words)

    def command(self, data, folder):
        """Lays the input into the folder and returns the arguments; paths relative to it."""
        raise NotImplementedError


def files(*patterns):
    found = []
    for folder, end in patterns:
        for path, _, names in sorted(os.walk(os.path.join(ROOT, folder))):
            found += [os.path.join(path, name) for name in sorted(names) if name.endswith(end)]
    return [open(path, "rb").read()[:SIZE_LIMIT] for path in found]


def put(folder, name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


class Config(Target):
    name = "config"

    def load(self):
        presets = [
            subprocess.run([self.soar, "run", "--preset", name, "--print-config"], capture_output=True).stdout
            for name in ("quick", "causal", "standard", "paper")
        ]
        return presets + files(("notebooks-md", ".yaml"), ("reports", ".yaml")) + [
            b"preset: standard\nseeds: [1, 2]\nsoar: {outerSteps: 3, threshold: 0.05}\n",
            b"world:\n  hardLengths: [3, 4]\n  operations:\n    - {name: plus1, role: easy}\n",
            b"arms:\n  - &a {name: Base}\n  - {name: PQ, source: promotionQuestions, mixing: alone}\n",
            b"teachers:\n  - name: x\n    reward:\n      scheme: sum\n      terms: [{scheme: diversity, weight: 0.5}]\n",
        ]

    def dictionary(self):
        keys = {word.strip(" :-") for seed in self.seeds for word in seed.decode(errors="replace").split()}
        return sorted(key for key in keys if 0 < len(key) < 40)

    def command(self, data, folder):
        put(folder, "input.yaml", data)
        return ["run", "input.yaml", "--print-config"]


class Grid(Config):
    name = "grid"

    def load(self):
        return files(("ablations", ".yaml")) + [
            b"preset: quick\ngrid:\n  soar.datasets: [2, 4]\n  soar.threshold: [0.01, 0.05]\nseeds: [1, 2]\n",
            b"grid: {student.groupSize: [8, 16]}\nzip: {soar.repeats: [1, 2], soar.window: [1, 2]}\nexclude:\n  - {soar.repeats: 1}\n",
            b"list:\n  - {soar.innerSteps: 4}\n  - {soar.innerSteps: 8}\n",
        ]

    def command(self, data, folder):
        put(folder, "input.yaml", data)
        return ["grid", "run", "input.yaml", "--dry-run"]


class JSONLines(Target):
    name = "jsonl"
    error_lines = 22

    def load(self):
        logs = files(("Tests/CommandLineTests/Fixtures", ".jsonl"))
        lines = [b"\n".join(log.split(b"\n")[:8]) + b"\n" for log in logs]
        return lines + [
            b'{"question": "1 + 1?", "answer": "2"}\n',
            b'{"run": "a", "seed": 2, "teacher": "T", "step": 0, "dataset": 0, "position": 1, "rewards": [0.5, null], "question": "x", "answer": "y", "document": "d", "token_count": 3, "solve_rate": 0.25, "labels": [{"classifier": "j", "version": 1, "is_well_posed": true, "is_correct": false, "error_type": "Arithmetic"}], "samples": [{"model": "base", "samples": 8, "answered": 5, "agreeing": 3}]}\n',
            b'{"step": 1, "dataset": 0, "reward": 0.5, "promoted": true, "question": "a", "answer": "b"}\n{"step": 1, "dataset": 1, "reward": -0.5, "question": "c", "answer": "d"}\n',
        ]

    def dictionary(self):
        with open(os.path.join(ROOT, "docs/import-format.schema.json")) as file:
            schema = json.load(file)
        keys = set(schema["properties"])
        for nested in schema["$defs"].values():
            keys |= set(nested.get("properties", {}))
        return [f'"{key}": ' for key in sorted(keys)] + ['"Arithmetic"', '"None"', "null, ", "[[[["]

    def command(self, data, folder):
        put(folder, "input.jsonl", data)
        return ["import", "input.jsonl", "-o", "out"]


class Model(Target):
    """A checkpoint of which one file is mutated."""

    file = ""
    fixture = os.path.join(ROOT, "Tests/LanguageModelTests/Fixtures/gqa-untied")

    def load(self):
        with open(os.path.join(self.fixture, self.file), "rb") as file:
            return [file.read()]

    def command(self, data, folder):
        for name in ("config.json", "model.safetensors"):
            if name != self.file:
                os.symlink(os.path.join(self.fixture, name), os.path.join(folder, name))
        put(folder, self.file, data)
        return ["model", "info", "--model", "."]


class Safetensors(Model):
    name = "safetensors"
    file = "model.safetensors"

    def dictionary(self):
        return [
            '"F32"', '"BF16"', '"F16"', '"I64"', '"F8_E5M2"', '"dtype":', '"shape":', '"data_offsets":',
            "[0,0]", "[0,18446744073709551615]", '"__metadata__":{"a":"b"},', "[9223372036854775807,2]", "[]",
        ]

    def make(self, rng):
        whole = self.seeds[0]
        length = struct.unpack("<Q", whole[:8])[0]
        header, rest = whole[8:8 + length], whole[8 + length:]
        header = mutate(rng, header, [header], self.words)
        # Half of the lengths fit, so that what is behind them is read at all.
        said = len(header) if rng.random() < 0.5 else rng.choice(
            [length, 0, 1, len(header) - 1, len(header) + 1, 2**63, 2**64 - 1, rng.randrange(2**40), 100_000_001])
        if rng.random() < 0.2:
            rest = rest[:rng.randrange(len(rest) + 1)]
        return struct.pack("<Q", max(0, said)) + header + rest


class ModelConfig(Model):
    name = "model-config"
    file = "config.json"

    def dictionary(self):
        return ['"rope_scaling": {"factor": 2.0},', '"rope_theta":', '"tie_word_embeddings": true,', '"llama"', '"bert"']


class Tokenizer(Model):
    name = "tokenizer"
    file = "tokenizer.json"

    def load(self):
        words = ["<pad>", "<end>", "Q", "?", "A", "#", "."] + [f"w{i}" for i in range(25)]
        added = [{"id": i, "content": words[i], "special": True} for i in range(2)]
        documents = [
            {"version": "1.0", "added_tokens": added, "pre_tokenizer": {"type": "WhitespaceSplit"},
             "model": {"type": "WordLevel", "vocab": {w: i for i, w in enumerate(words)}, "unk_token": "<unk>"}},
            {"model": {"type": "WordLevel", "vocab": {}}, "added_tokens": []},
            {"model": {"type": "BPE", "vocab": {"a": 0}, "merges": ["a b"]}},
        ]
        return [json.dumps(document).encode() for document in documents]

    def dictionary(self):
        return ['"WordLevel"', '"vocab":', '"id":', '"content":', '"added_tokens":', '"w1": 3,', '"\\u0000": 1,']


class BytePair(Tokenizer):
    name = "byte-pair"

    def load(self):
        def added(id, content, **flags):
            token = dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
            return {"id": id, "content": content, "special": True, **token, **flags}

        byte_level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
        letters = ["<e>", *"abc", "\u0120", "\u00c3", "\u00a9", "ab", "\u0120a", "abc"]
        pairs = [["a", "b"], ["\u0120", "a"], ["ab", "c"]]
        plain = {
            "version": "1.0", "truncation": None, "padding": None, "added_tokens": [added(0, "<e>")],
            "normalizer": None, "pre_tokenizer": byte_level, "post_processor": None, "decoder": byte_level,
            "model": {
                "type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": "",
                "end_of_word_suffix": "", "fuse_unk": False, "byte_fallback": False, "ignore_merges": False,
                "vocab": {letter: i for i, letter in enumerate(letters)}, "merges": pairs}}
        template = {
            "type": "TemplateProcessing", "pair": [],
            "single": [{"SpecialToken": {"id": "<e>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
            "special_tokens": {"<e>": {"id": "<e>", "ids": [0], "tokens": ["<e>"]}}}
        digits = {"type": "Digits", "individual_digits": True}
        every = plain | {
            "added_tokens": [
                added(0, "<e>"), added(10, "caf\u00e9", normalized=True, single_word=True),
                added(11, "<s>", lstrip=True, rstrip=True, special=False)],
            "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFC"}]},
            "pre_tokenizer": {"type": "Sequence", "pretokenizers": [digits, byte_level]},
            "post_processor": {"type": "Sequence", "processors": [byte_level, template]},
            "model": plain["model"] | {
                "unk_token": "c", "ignore_merges": True, "merges": [" ".join(pair) for pair in pairs]}}
        return [json.dumps(document).encode() for document in (plain, every)]

    def dictionary(self):
        return [
            '"BPE"', '"vocab":', '"merges":', '["a", "b"],', '"a b",', '"id": 12,', '"content": "",', '"lstrip": true,',
            '"normalized": true,', '{"type": "NFC"}', '"ByteLevel"', '"use_regex": false,', '"ignore_merges": true,',
            '"\\u0301": 3,', '"unk_token": "zz",', '"ids": [99],']

    def command(self, data, folder):
        put(folder, self.file, data)
        text = "abc <s> caf\u00e9 cafe\u0301 12<e>  \n\u0301"
        return ["model", "tokenize", "--model", ".", "--add-special-tokens", "--text", text]


class Notebook(Target):
    name = "notebook"

    def load(self):
        return files(("notebooks-md", ".md")) + [
            b"# A\n\n```soar\nsoar import log.jsonl -o log\nsoar show log \\\n  --json\n```\n\n<!-- soar output 0123456789abcdef fedcba9876543210 -->\n\n```text\nx\n```\n\n<!-- soar end -->\n\n```sql run=log name=d by=step rows=3 digits=2\nSELECT step FROM question\n```\n\n```gnuplot figure=f data=d size=600x400 caption=\"a 'b' c\"\nplot $d\n```\n",
            b"````markdown\n```soar\nshown\n```\n````\n<!--\n```soar\nx\n```\n-->\n~~~\n```soar\n~~~\n",
        ]

    def dictionary(self):
        return [
            "```soar\n", "```sql run=log\n", "```gnuplot figure=g data=d\n", "```\n", "````\n", "~~~\n", "soar ls\n",
            "<!-- soar output 0123456789abcdef 0123456789abcdef -->\n", "<!-- soar end -->\n", "<!--", "-->\n",
            "name=d", "by=x", "rows=", "size=", "lines=0", " \\\n", "'", "\"", "-o ", "--output ", "log", ".", "/",
        ]

    def command(self, data, folder):
        put(folder, "input.md", data)
        put(folder, "log.jsonl", b"{}\n")
        return ["notebook", "run", "--check", "input.md"]


class Folder(Target):
    """A folder of which one file is mutated: a list of pairs, the file's path and what it begins with."""

    def load(self):
        self.base = tempfile.TemporaryDirectory(prefix="soar-fuzz-base-")
        # An empty file is no seed.
        self.names = [
            name for name in self.lay(self.base.name) if os.path.getsize(os.path.join(self.base.name, name)) > 0
        ]
        return [open(os.path.join(self.base.name, name), "rb").read() for name in self.names]

    def lay(self, folder):
        """Makes the folder and returns the paths of the files to be mutated."""
        raise NotImplementedError

    def make(self, rng):
        place = rng.randrange(len(self.seeds))
        data = bytearray(self.seeds[place])
        # Programs wrote these files: that a number is an odd one is likelier than all else.
        if rng.random() < 0.5:
            number(rng, data)
        if rng.random() < 0.7:
            data = mutate(rng, data, self.seeds, self.words)
        return self.names[place], bytes(data)

    def command(self, data, folder):
        shutil.copytree(self.base.name, os.path.join(folder, "input"))
        put(folder, os.path.join("input", data[0]), data[1])
        return self.arguments


class Metrics(Folder):
    name = "metrics"
    arguments = ["watch", "input", "--once"]

    def lay(self, folder):
        log = b"".join(
            b'{"step": %d, "dataset": %d, "reward": 0.%d, "question": "1 + 1?", "answer": "2"}\n' % (step, dataset, step + dataset)
            for step in range(3) for dataset in range(2))
        put(folder, "log.jsonl", log)
        subprocess.run([self.soar, "import", "log.jsonl", "-o", "run"], cwd=folder, capture_output=True, check=True)
        for name in os.listdir(os.path.join(folder, "run")):
            os.rename(os.path.join(folder, "run", name), os.path.join(folder, name))
        # As if the run went on, so that what its log says of a stage is looked at.
        store = sqlite3.connect(os.path.join(folder, "run.sqlite"))
        with store:
            store.execute("UPDATE run SET outcome = 'running', ended = NULL")
        store.close()
        put(folder, "metrics.jsonl",
            b'{"step":1,"seed":1,"soar/reward":0.0125,"soar/moving_average":-0.5}\n'
            b'{"seed":2,"arm/PQ + hard/hard_train":0.25}\n')
        put(folder, "run.log",
            b"2026-11-21T16:50:40Z pretraining: begins\n"
            b"2026-11-21T16:50:45Z SOAR, seed 1: 12/20, 0.1/s, 8 s left, R 0.01\n")
        return ["metrics.jsonl", "run.log"]

    def dictionary(self):
        return [
            '"seed":', '"arm/a/b":', '"arm/":', '"arm//":', "1e300", "-1e300", "5e-324", "1.7e308", "null", ": begins",
            "999999999/0", "0/999999999", "0000-00-00T00:00:00Z ", "9999-12-31T23:59:60Z ", "275760-09-13T00:00:00Z ",
        ]


class GridFolder(Folder):
    name = "grid-folder"
    arguments = ["grid", "status", "input"]

    def lay(self, folder):
        # What a cell becomes matters little: one that fails has a state too.
        config = b"world: {digitCount: 1, nameCount: 4, maximumLength: 2, hardLengths: [2], hardFamilies: 0, " \
            b"hardMinimumTargetOperations: 1, operations: [{name: plus1, role: easy, confidence: 0.9}, " \
            b"{name: plus3, role: target, confidence: 0.1}]}\n" \
            b"model: {hiddenSize: 16, intermediateSize: 16, layerCount: 1, headCount: 1, keyValueHeadCount: 1, contextLength: 64}\n" \
            b"pretraining: {drill: {steps: 1}, textbook: {steps: 1}, web: {steps: 1}, batchDocuments: 2}\n" \
            b"hardSet: {candidates: 8, samples: 1, size: 4}\n"
        grid = b"base: {config: base.yaml}\narms: [Base]\ngrid: {soar.threshold: [0.01, 0.05]}\nseeds: [1]\n"
        put(folder, "base.yaml", config)
        put(folder, "grid.yaml", grid)
        subprocess.run(
            [self.soar, "grid", "run", "grid.yaml", "--output", "made", "--no-cache", "-q", "--processes", "1", "--timeout", "5s"],
            cwd=folder, capture_output=True)
        for name in os.listdir(os.path.join(folder, "made")):
            os.rename(os.path.join(folder, "made", name), os.path.join(folder, name))
        shutil.rmtree(os.path.join(folder, "cells"))
        names = ["manifest.json"]
        for part in ("state", "sessions", "configs"):
            names += [os.path.join(part, name) for name in sorted(os.listdir(os.path.join(folder, part)))]
        return names

    def dictionary(self):
        return [
            '"status": "finished"', '"status": "running"', '"attempts":', '"seconds":', '"started":', '"exitStatus": 0,',
            '"name":', '"hash":', '"isCurrent": true', '"format": 2,', "2026-11-21T16:50:45Z", "1e300", "-1", "..", "null",
        ]


class RunFolder(Folder):
    """A run's database, damaged in its bytes or by statements, with or without a log beside it."""

    name = "run-folder"
    commands = [
        ["show", "input"], ["show", "input", "--json"], ["digest", "input"], ["ls", "."], ["analyze", "input"],
        ["export", "input", "-o", "out"], ["export", "input", "--format", "csv", "-o", "out"],
        ["export", "input", "--format", "tensorboard", "-o", "out"], ["classify", "input"],
        ["watch", "input", "--once"],
    ]

    def lay(self, folder):
        label = b'"labels": [{"classifier": "c", "created": "2026-01-27T09:30:00Z", "is_well_posed": true, "is_correct": %s, "error_type": "%s"}]'
        log = b"".join(
            b'{"step": %d, "dataset": %d, "reward": 0.%d, "question": "1 + %d?", "answer": "2", %s}\n' % (
                step, dataset, step * 3 + dataset, step, label % ((b"true", b"None") if dataset else (b"false", b"Arithmetic")))
            for step in range(3) for dataset in range(2))
        put(folder, "log.jsonl", log)
        subprocess.run([self.soar, "import", "log.jsonl", "-o", "run"], cwd=folder, capture_output=True, check=True)
        os.rename(os.path.join(folder, "run", "run.sqlite"), os.path.join(folder, "run.sqlite"))
        os.remove(os.path.join(folder, "log.jsonl"))
        store = sqlite3.connect(os.path.join(folder, "run.sqlite"))
        self.columns = [
            (table, column[1])
            for (table,) in store.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
            for column in store.execute(f"PRAGMA table_info({table})")
        ]
        store.close()
        return ["run.sqlite"]

    def statement(self, rng):
        table, column = rng.choice(self.columns)
        kind = rng.randrange(8)
        if kind == 0:
            return f'DELETE FROM "{table}"'
        if kind == 1:
            return rng.choice([f'DROP TABLE "{table}"', f'ALTER TABLE "{table}" DROP COLUMN "{column}"',
                               f'ALTER TABLE "{table}" RENAME TO other', 'DROP VIEW newest_label',
                               f"PRAGMA user_version = {rng.choice([-1, 0, 1, 2, 3, 4, 99])}"])
        value = rng.choice([
            "NULL", "0", "-1", "9223372036854775807", "-9223372036854775808", "1e308", "-1e308", "9e999", "0.5", "''",
            "'x'", "'[1]'", "'{\"a\":1}'", "CAST(x'61ff' AS TEXT)", "CAST(x'610062' AS TEXT)", "char(27, 91, 50, 74)",
            "'9999-12-31T23:59:59.999Z'", "'2026-02-30T00:00:00.000Z'", "'running'", "hex(zeroblob(20000))", "x'00ff'",
        ])
        return f'UPDATE "{table}" SET "{column}" = {value}' + rng.choice(["", " WHERE rowid % 2"])

    def damaged(self, rng, data):
        if rng.random() < 0.5:
            path = tempfile.mktemp()
            put("/", path, data)
            store = sqlite3.connect(path)
            store.execute("PRAGMA ignore_check_constraints = ON")
            for _ in range(rng.randrange(1, 4)):
                try:
                    with store:
                        store.execute(self.statement(rng))
                except sqlite3.Error:
                    pass
            store.close()
            data = open(path, "rb").read()
            os.remove(path)
            if rng.random() < 0.7:
                return data
        data = bytearray(data)
        for _ in range(rng.randrange(1, 9)):
            # The first bytes of a page tell what it is; the first page's tell what all of it is.
            place = rng.choice([rng.randrange(100), rng.randrange(len(data)), rng.randrange(len(data)) // 4096 * 4096 + rng.randrange(16)])
            data[min(place, len(data) - 1)] = rng.choice([0, 1, 5, 10, 13, 127, 128, 255, rng.randrange(256)])
        if rng.random() < 0.2:
            del data[rng.randrange(len(data)):]
        return bytes(data)

    def make(self, rng):
        extra = [(name, rng.randbytes(rng.choice([0, 10, 32, 5000]))) for name in ("-wal", "-shm", "-journal") if rng.random() < 0.1]
        return self.damaged(rng, self.seeds[0]), extra, rng.choice(self.commands)

    def command(self, data, folder):
        store, extra, arguments = data
        os.mkdir(os.path.join(folder, "input"))
        put(folder, "input/run.sqlite", store)
        for name, content in extra:
            put(folder, "input/run.sqlite" + name, content)
        return arguments


class Override(Target):
    """Assignments on the command line, of runs and of grids."""

    name = "override"

    def load(self):
        return [text.encode() for text in (
            "soar.threshold=0.05", "seeds=[1, 2]", "world.name='a b'", 'world.name="a, b"', "arms=[{name: Base}]",
            "world.hardLengths=[3,4],[5,6]", "soar.threshold=range(0.01,0.05,0.01)", "seeds=1,2,3", "soar.datasets=2,4",
            "teachers=[{name: x, reward: {scheme: sum, terms: [{scheme: diversity, weight: 0.5}]}}]", "preset=null",
            "student.optimizer={beta1: 0.9}", "transfer.name=", "evaluation.passAt=[1,4]", "a.b.c=1", "soar={outerSteps: 3}",
        )]

    def dictionary(self):
        return ["=", ".", ",", "range(", "'", '"', "null", "~", "+", "++", "[", "]", "{", "}", "soar.", "seeds=", "students=", "\\", "a,b", "..", "=="]

    def command(self, data, folder):
        # A bit of the input chooses the command. No argument can hold NUL.
        # An empty one is no assignment but a missing argument, which is answered with the usage.
        word = os.fsdecode(data.replace(b"\0", b"")[:100_000]) or "="
        if len(data) % 3:
            return ["run", "--print-config", f"--set={word}"]
        put(folder, "input.yaml", b"grid: {soar.datasets: [2, 4]}\nseeds: [1]\n")
        return ["grid", "run", "input.yaml", "--dry-run", "--", word]


TARGETS = [
    Config, Grid, GridFolder, JSONLines, Safetensors, ModelConfig, Tokenizer, BytePair, Notebook, Metrics, RunFolder, Override,
]


# --- Running ----------------------------------------------------------------------------------

class TimeOut(Exception):
    pass


def alarm(_signal, _frame):
    raise TimeOut


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_LIMIT, ADDRESS_LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def outcome(soar, arguments, folder):
    """Status (negative: a signal's number; None: too slow), peak memory in bytes, standard error."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [soar] + arguments, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=errors, preexec_fn=limits,
            env={**os.environ, "SOAR_CACHE_DIR": "/dev/null/cache", "NO_COLOR": "1"})
        signal.setitimer(signal.ITIMER_REAL, TIME_LIMIT)
        status = None
        try:
            _, wait, usage = os.wait4(process.pid, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)
            status = os.waitstatus_to_exitcode(wait)
        except TimeOut:
            process.kill()
            _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        errors.seek(0)
        return status, usage.ru_maxrss * 1024, errors.read(1 << 20)


def complaint(target, status, memory, errors):
    """What is wrong with an outcome; None when nothing is."""
    if status is None:
        return f"takes longer than {TIME_LIMIT:g} s"
    if status < 0:
        return f"ended by signal {-status}"
    if memory > MEMORY_LIMIT:
        return f"takes {memory / 1e6:.0f} MB"
    try:
        text = errors.decode()
    except UnicodeDecodeError:
        return "standard error is not UTF-8"
    if any((ord(c) < 32 or 127 <= ord(c) < 160) and c != "\n" for c in text):
        return "a control character on standard error"
    if status == 0:
        return f"status 0, and an error: {text[:200]!r}" if "error: " in text else None
    if not 64 <= status <= 78:
        return f"status {status}"
    if status == 70:
        return f"an internal error: {text[:300]!r}"
    lines = text.split("\n")
    if lines[-1] != "" or not 1 <= len(lines) - 1 <= target.error_lines:
        return f"{len(lines) - 1} lines on standard error: {text[:300]!r}"
    if not all(line.startswith("error: ") for line in lines[:-1]):
        return f"a line that is no error: {text[:300]!r}"
    return None


def case(target, seed, index, folder):
    rng = random.Random(f"{seed}/{target.name}/{index}")
    data = target.make(rng)
    os.makedirs(folder)
    arguments = target.command(data, folder)
    status, memory, errors = outcome(target.soar, arguments, folder)
    return arguments, status, memory, errors, complaint(target, status, memory, errors)


def listen():
    """For the alarm; whoever started this may have blocked it, and that is handed down."""
    signal.signal(signal.SIGALRM, alarm)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGALRM])


def work(soar, seed, keep, todo, results):
    listen()
    # In memory where that can be had: most of the time would go into the disk.
    base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    targets = {}
    with tempfile.TemporaryDirectory(prefix="soar-fuzz-", dir=base) as scratch:
        # What targets lay out goes with it: a process of multiprocessing ends without cleaning up.
        tempfile.tempdir = scratch
        for name, index in iter(todo.get, None):
            if name not in targets:
                targets[name] = next(kind for kind in TARGETS if kind.name == name)(soar)
            folder = os.path.join(scratch, "case")
            arguments, status, memory, errors, problem = case(targets[name], seed, index, folder)
            if problem:
                place = os.path.join(keep, f"{name}-{index}")
                shutil.rmtree(place, ignore_errors=True)
                shutil.copytree(folder, place)
                put(place, "REASON", f"{problem}\n\nsoar {' '.join(arguments)}\nstatus {status}, {memory} bytes\n".encode(errors="surrogateescape") + errors)
            shutil.rmtree(folder)
            results.put((name, index, status, memory, problem))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("soar", help="the program, such as .build/release/soar")
    parser.add_argument("--count", type=int, default=200, help="inputs of each sort (default 200)")
    parser.add_argument("--targets", help=f"of {','.join(t.name for t in TARGETS)}; all by default")
    parser.add_argument("--seed", type=int, default=1, help="of the mutations (default 1)")
    parser.add_argument("--first", type=int, default=0, help="number of the first input (default 0)")
    parser.add_argument("--case", help="run only TARGET:NUMBER, and show what comes of it")
    parser.add_argument("--jobs", type=int, default=1, help="processes at once (default 1)")
    parser.add_argument("--keep", default="fuzz-failures", help="folder for inputs that fail")
    options = parser.parse_args()
    soar = os.path.abspath(options.soar)
    names = options.targets.split(",") if options.targets else [t.name for t in TARGETS]
    kinds = {kind.name: kind for kind in TARGETS}
    if options.case:
        names = [options.case.split(":")[0]]
    unknown = [name for name in names if name not in kinds]
    if unknown:
        parser.error(f"no target is named {unknown[0]}")
    if options.case:
        listen()
        target = kinds[names[0]](soar)
        place = os.path.join(options.keep, options.case.replace(":", "-"))
        shutil.rmtree(place, ignore_errors=True)
        arguments, status, memory, errors, problem = case(
            target, options.seed, int(options.case.split(":")[1]), place)
        print(f"{place}: soar {' '.join(arguments)!a}\nstatus {status}, {memory / 1e6:.0f} MB")
        print(errors.decode(errors="backslashreplace"), end="")
        print(problem or "as it should be")
        return 1 if problem else 0

    todo, results = multiprocessing.Queue(), multiprocessing.Queue()
    expected, tally = {}, {}
    for name in names:
        expected[name] = options.count
        tally[name] = {"statuses": {}, "memory": 0, "failures": []}
        for index in range(options.first, options.first + options.count):
            todo.put((name, index))
    workers = [
        multiprocessing.Process(target=work, args=(soar, options.seed, options.keep, todo, results))
        for _ in range(max(1, options.jobs))
    ]
    for worker in workers:
        todo.put(None)
        worker.start()
    began = time.monotonic()
    for _ in range(sum(expected.values())):
        while True:
            try:
                name, index, status, memory, problem = results.get(timeout=1)
                break
            except queue.Empty:
                if not any(worker.is_alive() for worker in workers) and results.empty():
                    print("error: the workers ended early", file=sys.stderr)
                    return 2
        entry = tally[name]
        entry["statuses"][str(status)] = entry["statuses"].get(str(status), 0) + 1
        entry["memory"] = max(entry["memory"], memory)
        if problem:
            entry["failures"].append((index, problem))
            print(f"{name}:{index}: {problem}", flush=True)
        expected[name] -= 1
        if expected[name] == 0:
            statuses = ", ".join(f"{count} x {status}" for status, count in sorted(entry["statuses"].items()))
            print(
                f"{name}: {options.count} inputs, seed {options.seed}: {len(entry['failures'])} failed; "
                f"status {statuses}; at most {entry['memory'] / 1e6:.0f} MB", flush=True)
    for worker in workers:
        worker.join()
    failed = sum(len(entry["failures"]) for entry in tally.values())
    print(f"{time.monotonic() - began:.0f} s" + (f"; failures are in {options.keep}/" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
