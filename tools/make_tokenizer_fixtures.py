#!/usr/bin/env python3
"""Reference values for byte-level BPE, computed with the Python package `tokenizers`.

    tools/make_tokenizer_fixtures.py            write Tests/TokenizationTests/Fixtures/
    tools/make_tokenizer_fixtures.py --check    verify the manifest, then compute every expected value
                                                again from the committed tokenizers and texts
    tools/make_tokenizer_fixtures.py --corpus   also put corpus.txt together anew, from the texts of
                                                tokenizer_texts.py and this repository's files as they
                                                are now

    corpus.txt        text to encode as a whole, and to train on
    texts.json        short texts ("cases"), and the fragments of fuzzed ones
    NAME/tokenizer.json
    NAME/expected.json    size of the vocabulary; ids of each case, as it is, with special tokens added,
                          and with special tokens in it read as text; SHA-256 of the decoded corpus
    NAME/corpus.ids       16-bit little-endian ids of the corpus
    NAME/fuzz.sums        FNV-1a (32 bit) of the 32-bit little-endian ids of each fuzzed text
    NAME/scalars.sums     the same for each block of 256 scalars up to U+1FFFF
    NAME/decoded.sums     FNV-1a of the UTF-8 text of random ids, with and without special tokens

Fuzzed text i: SplitMix64 with seed i; 1 + x % 24 fragments, each fragment number x % their count.
Random ids i: likewise, 1 + x % 40 ids, each x % the vocabulary's size.
"""

import argparse
import hashlib
import json
import pathlib
import struct
import sys

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

import tokenizer_texts as texts

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "Tests/TokenizationTests/Fixtures"
MANIFEST = "MANIFEST.sha256"
FUZZED, DECODED = 10_000, 1_000
CORPUS_FILES = {
    "README.md": 9_000, "docs/method.md": 15_500, "docs/statistics.md": 16_000, "docs/extending.md": 9_000,
    "Sources/Diagnostics/JSONParser.swift": 9_000, "Sources/CKernels/attention.c": 8_000,
    "tools/make_model_fixtures.py": 9_000, "Package.swift": 6_000, "ablations/allocation.yaml": 4_000,
}

GPT2 = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
LLAMA3 = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
          r"|\s*[\r\n]+|\s+(?!\S)|\s+")
QWEN2 = LLAMA3.replace(r"\p{N}{1,3}", r"\p{N}")


def byte_level(prefix=False, regex=True):
    return {"type": "ByteLevel", "add_prefix_space": prefix, "trim_offsets": True, "use_regex": regex}


def split(pattern, behavior="Isolated", invert=False):
    return {"type": "Split", "pattern": {"Regex": pattern}, "behavior": behavior, "invert": invert}


def sequence(*parts):
    return {"type": "Sequence", "pretokenizers": list(parts)}


def digits(individual):
    return {"type": "Digits", "individual_digits": individual}


def template(begin, ids, end=(), end_ids=()):
    special = [{"id": name, "ids": [id], "tokens": [name]} for name, id in zip([*begin, *end], [*ids, *end_ids])]
    def piece(name): return {"SpecialToken": {"id": name, "type_id": 0}}
    def text(name): return {"Sequence": {"id": name, "type_id": 0}}
    return {
        "type": "TemplateProcessing",
        "single": [*map(piece, begin), text("A"), *map(piece, end)],
        "pair": [*map(piece, begin), text("A"), *map(piece, begin), text("B")],
        "special_tokens": {token["id"]: token for token in special}}


def added(content, special=True, **flags):
    return AddedToken(content, special=special, normalized=flags.pop("normalized", False), **flags)


CHAT = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
LLAMA_CHAT = ["<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"]
ODD_TOKENS = [
    added("<mask>", lstrip=True), added("<lstrip>", special=False, lstrip=True),
    added("<rstrip>", special=False, rstrip=True), added("<strip>", lstrip=True, rstrip=True),
    added("word", special=False, single_word=True), added("wordword", special=False, normalized=True),
    added("café", special=False, normalized=True, single_word=True), added("<e\u0301>", normalized=True, rstrip=True),
    added("\u1ebf", special=False), added("two words", special=False, normalized=True), added("漢字")]

# Per shape: size of the vocabulary, special tokens of the vocabulary, tokens added after training,
# parts of the pipeline, and whether merges are written as text.
SHAPES = {
    "smollm2": dict(
        size=1800, first=CHAT + ["<repo_name>", "<file_sep>"], pre=sequence(digits(True), byte_level())),
    "llama3": dict(
        size=1800, then=[added(t) for t in LLAMA_CHAT], ignore_merges=True,
        pre=sequence(split(LLAMA3), byte_level(regex=False)), template=["<|begin_of_text|>"]),
    "qwen": dict(
        size=1500, normalizer={"type": "NFC"}, merges_as_text=True,
        then=[added(t) for t in CHAT] + [added(t, special=False) for t in (
            "<tool_call>", "</tool_call>", "<think>", "</think>")],
        pre=sequence(split(QWEN2), byte_level(regex=False)), post=byte_level(regex=False)),
    "gpt2": dict(
        size=1200, first=["<|endoftext|>"], merges_as_text=True, pre=byte_level(prefix=True), post=byte_level()),
    "added": dict(
        size=900, first=["<|endoftext|>"], normalizer={"type": "Sequence", "normalizers": [{"type": "NFC"}]},
        then=ODD_TOKENS, pre=byte_level(prefix=True), post=byte_level(prefix=True)),
    "steps": dict(
        size=700, first=["<|endoftext|>", "<mask>"], ignore_merges=True,
        then=[added("word", special=False, single_word=True)],
        pre=sequence(split(GPT2, "Removed", True), digits(False), byte_level(prefix=True, regex=False)),
        template=["<|endoftext|>"], end=["<mask>", "<|endoftext|>"]),
}


def train(shape, corpus):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train_from_iterator([corpus], trainers.BpeTrainer(
        vocab_size=shape["size"], initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False,
        special_tokens=[added(token) for token in shape.get("first", [])]))
    tokenizer.add_tokens(shape.get("then", []))
    document = json.loads(tokenizer.to_str())
    if "normalizer" in shape:
        document["normalizer"] = shape["normalizer"]
    document["pre_tokenizer"] = shape["pre"]
    processors = [shape["post"]] if "post" in shape else []
    if "template" in shape:
        begin, end = shape["template"], shape.get("end", [])
        ids = [[tokenizer.token_to_id(token) for token in tokens] for tokens in (begin, end)]
        processors = [byte_level(), template(begin, ids[0], end, ids[1])]
    if processors:
        document["post_processor"] = (
            processors[0] if len(processors) == 1 else {"type": "Sequence", "processors": processors})
    model = document["model"]
    if shape.get("ignore_merges"):
        # Tokens without a merge are reached as whole words only.
        model["ignore_merges"] = True
        model["merges"] = [merge for i, merge in enumerate(model["merges"]) if i % 11 != 10]
    if shape.get("merges_as_text"):
        model["merges"] = [" ".join(merge) for merge in model["merges"]]
    return document


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        mask = 2**64 - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & mask
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB & mask
        return z ^ (z >> 31)


def drawn(seed, most, choices):
    """1 to `most` elements of `choices`."""
    random = SplitMix64(seed)
    return [choices[random.next() % len(choices)] for _ in range(1 + random.next() % most)]


def scalar_blocks():
    for first in range(0, 0x20000, 256):
        scalars = [chr(c) for c in range(first, first + 256) if not 0xD800 <= c < 0xE000]
        if scalars:
            yield "".join(f"{c}a{c} 1{c}\n" for c in scalars)


def fnv(data):
    value = 0x811C9DC5
    for byte in data:
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return struct.pack("<I", value)


def pack(ids):
    return struct.pack(f"<{len(ids)}i", *ids)


def case(tokenizer, text):
    ids = tokenizer.encode(text, add_special_tokens=False).ids
    result = {"ids": ids}
    special = tokenizer.encode(text, add_special_tokens=True).ids
    tokenizer.encode_special_tokens = True
    plain = tokenizer.encode(text, add_special_tokens=False).ids
    tokenizer.encode_special_tokens = False
    # Most are the same, and left out then.
    if special != ids:
        result["special"] = special
    if plain != ids:
        result["plain"] = plain
    return result


def expect(folder, corpus, document):
    """Writes what the tokenizer in `folder` gives."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    size = 1 + max(tokenizer.get_vocab().values())
    ids = tokenizer.encode(corpus, add_special_tokens=False).ids
    (folder / "corpus.ids").write_bytes(struct.pack(f"<{len(ids)}H", *ids))
    expected = {
        "vocabulary_size": size,
        "cases": [case(tokenizer, text) for text in document["cases"]],
        "decoded_corpus": hashlib.sha256(
            tokenizer.decode(ids, skip_special_tokens=False).encode()).hexdigest()}
    (folder / "expected.json").write_text(json.dumps(expected, separators=(",", ":")) + "\n")

    def encoded(strings):
        return b"".join(fnv(pack(e.ids)) for e in tokenizer.encode_batch(list(strings), add_special_tokens=False))
    fuzzed = ("".join(drawn(i, 24, document["fragments"])) for i in range(FUZZED))
    (folder / "fuzz.sums").write_bytes(encoded(fuzzed))
    (folder / "scalars.sums").write_bytes(encoded(scalar_blocks()))
    sums = b""
    for i in range(DECODED):
        ids = drawn(i, 40, range(size))
        for skips in (False, True):
            sums += fnv(tokenizer.decode(ids, skip_special_tokens=skips).encode())
    (folder / "decoded.sums").write_bytes(sums)


def make_corpus():
    parts = [(ROOT / name).read_text()[:length] for name, length in CORPUS_FILES.items()]
    parts += ["\n".join(texts.CASES), "\r\n".join(texts.SENTENCES), " ".join(texts.SENTENCES)]
    return "\n\n".join(parts)


def files_of(root):
    return sorted(
        path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file() and path.name != MANIFEST)


def manifest(root):
    return "".join(
        f"{hashlib.sha256((root / name).read_bytes()).hexdigest()}  {name}\n" for name in files_of(root))


def make(root, anew):
    if anew or not (root / "corpus.txt").is_file():
        (root / "corpus.txt").write_bytes(make_corpus().encode())
    corpus = (root / "corpus.txt").read_bytes().decode()
    document = {"cases": texts.CASES, "fragments": texts.FRAGMENTS}
    (root / "texts.json").write_text(json.dumps(document, ensure_ascii=True, indent=0) + "\n")
    for name, shape in SHAPES.items():
        (root / name).mkdir(exist_ok=True)
        text = json.dumps(train(shape, corpus), ensure_ascii=False, separators=(",", ":"))
        (root / name / "tokenizer.json").write_bytes(text.encode())
        expect(root / name, corpus, document)
    (root / MANIFEST).write_text(manifest(root))


def check(root):
    problems = []
    if (root / MANIFEST).read_text() != manifest(root):
        problems.append("files are not those of the manifest")
    corpus = (root / "corpus.txt").read_bytes().decode()
    document = json.loads((root / "texts.json").read_text())
    for name in SHAPES:
        before = {path.name: path.read_bytes() for path in (root / name).iterdir()}
        expect(root / name, corpus, document)
        for path in (root / name).iterdir():
            if path.read_bytes() != before.get(path.name):
                problems.append(f"{name}/{path.name}: other values")
                path.write_bytes(before[path.name])
    for problem in problems:
        print(problem)
    print(f"{len(files_of(root))} files, {len(problems)} problems")
    return 1 if problems else 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="verify instead of writing")
    parser.add_argument("--corpus", action="store_true", help="write the corpus anew, too")
    parser.add_argument("--output", type=pathlib.Path, default=FIXTURES)
    arguments = parser.parse_args()
    if arguments.check:
        sys.exit(check(arguments.output))
    arguments.output.mkdir(parents=True, exist_ok=True)
    make(arguments.output, arguments.corpus)


if __name__ == "__main__":
    main()
