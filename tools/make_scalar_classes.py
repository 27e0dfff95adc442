#!/usr/bin/env python3
"""The scalar classes of the reference tokenizer, asked of it scalar by scalar.

    tools/make_scalar_classes.py            write Sources/Tokenization/BytePair/ScalarClassTable.swift
    tools/make_scalar_classes.py --check    verify that the file is what would be written

The Python package `tokenizers` takes each property of a scalar from another library, and each library
knows another version of Unicode. The table holds their answers, so that text is split as a model's
training data was, whatever version of Unicode Swift has.
"""

import argparse
import pathlib
import sys
import unicodedata

import tokenizers
from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers

TABLE = (pathlib.Path(__file__).resolve().parent.parent
         / "Sources/Tokenization/BytePair/ScalarClassTable.swift")
SCALARS = [c for c in range(0x110000) if not 0xD800 <= c < 0xE000]
HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)


def matched(pattern):
    """The scalars that a pattern of one scalar matches: those that removing its matches removes."""
    split = pre_tokenizers.Split(Regex(pattern), "removed")
    pieces = split.pre_tokenize_str("".join(map(chr, SCALARS)))
    return set(SCALARS) - {ord(c) for piece, _ in pieces for c in piece}


def numeric():
    """What Digits isolates."""
    text = "x" + "x".join(map(chr, SCALARS)) + "x"
    cuts = {start for _, (start, _) in pre_tokenizers.Digits(True).pre_tokenize_str(text)}
    return {c for i, c in enumerate(SCALARS) if {2 * i + 1, 2 * i + 2} <= cuts}


def word():
    """What stands in the way of an added token with single_word."""
    tokenizer = Tokenizer(models.BPE(vocab={"a": 0}, merges=[]))
    tokenizer.add_tokens([AddedToken("<t>", single_word=True)])
    token = tokenizer.token_to_id("<t>")
    return {c for c in SCALARS if token not in tokenizer.encode("<t>" + chr(c)).ids}


def normalization():
    """Scalars that NFC may change or move, and those that may change with what follows."""
    nfc, nfd = normalizers.NFC().normalize_str, normalizers.NFD().normalize_str
    changing, composing = set(), set()
    for c in SCALARS:
        text = chr(c)
        # A mark moves before one of a higher combining class, or after one of a lower.
        low, high = "x" + text + "\u0334", "x\u0327" + text
        if nfc(text) != text or nfc(low) != low or nfc(high) != high:
            changing.add(c)
        elif nfd(text) != text and c not in HANGUL_SYLLABLES:
            composing.add(c)
    for c in SCALARS:
        parts = unicodedata.decomposition(chr(c)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            first, second = (int(part, 16) for part in parts)
            if nfc(chr(first) + chr(second)) == chr(c):
                composing.add(first)
                changing.add(second)
    composing |= set(range(0x1100, 0x1113))
    changing |= set(range(0x1161, 0x1176)) | set(range(0x11A8, 0x11C3))
    # Lead bytes below 0xCC are passed over.
    assert min(changing) == 0x300
    return changing, composing


def table():
    classes = [0] * 0x110000
    changing, composing = normalization()
    properties = [
        matched(r"\p{L}"), matched(r"\p{N}"), numeric(), matched(r"\s"), word(), changing, composing]
    for bit, scalars in enumerate(properties):
        for c in scalars:
            classes[c] |= 1 << bit
    # The other classes that patterns have are complements of these.
    assert matched(r"[^\s\p{L}\p{N}]") == {c for c in SCALARS if not classes[c] & 0b1011}
    runs = []
    for value in classes:
        if runs and runs[-1][0] == value:
            runs[-1][1] += 1
        else:
            runs.append([value, 1])
    text = " ".join(f"{value:x}:{count}" for value, count in runs)
    lines = [""]
    for run in text.split():
        if len(lines[-1]) + len(run) > 94:
            lines.append("")
        lines[-1] += run + " "
    body = "\n".join("    " + line.rstrip() for line in lines)
    return f'''\
// Made by tools/make_scalar_classes.py with tokenizers {tokenizers.__version__}; do not edit.

extension ScalarClasses {{
  /// Runs of scalars from U+0000 to U+10FFFF: the bits of ``ScalarClass`` in hexadecimal, a colon,
  /// and the number of scalars.
  static let runs = """
{body}
    """
}}
'''


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="verify instead of writing")
    text = table()
    if parser.parse_args().check:
        same = TABLE.read_text() == text
        print("as committed" if same else f"{TABLE} differs")
        sys.exit(0 if same else 1)
    TABLE.write_text(text)


if __name__ == "__main__":
    main()
