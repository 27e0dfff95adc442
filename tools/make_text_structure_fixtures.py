#!/usr/bin/env python3
"""Writes Tests/QuestionAnalysisTests/Fixtures/text-structure.json: texts with the counts of docs/labels.md, by
regular expressions, as a second implementation of TextStructure.

    python3 tools/make_text_structure_fixtures.py
"""

import json
import random
import re
import unicodedata
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "Tests/QuestionAnalysisTests/Fixtures/text-structure.json"
ASKING = set("what which who whom whose when where why how find determine calculate compute evaluate solve prove "
             "show simplify count list".split())
COMMANDS = set("frac dfrac tfrac times cdot div sqrt sum prod int le leq ge geq ne neq pm mod bmod pmod binom".split())
SIGNS = "+-*/^=<>%\u00d7\u00f7\u00b7\u00b1\u2212\u2217\u221a\u2211\u220f\u222b\u2260\u2264\u2265\u22c5"


def letters():
    """A class of all letters and marks up to U+FFFF."""
    kept = [chr(c) for c in range(0x10000) if unicodedata.category(chr(c)) in
            {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me"}]
    return "[" + "".join(re.escape(c) for c in kept) + "]"


L = letters()
TOKEN = re.compile(
    rf"(?P<number>[0-9]+(?:[.,][0-9]+)*)|(?P<word>{L}+(?:['\u2019]{L}+)*)|\\(?P<command>[A-Za-z]+)"
    rf"|(?P<sign>[{re.escape(SIGNS)}])|(?P<end>[.?!\u3002\uff1f\uff01])")


def count(text):
    found = dict(characters=len(text), words=0, sentences=0, numbers=0, largest=0, operators=0, asking=0)
    skeleton, size, is_open = [], 0, False
    is_letter = re.compile(L).match
    for token in TOKEN.finditer(text):
        start, end = token.span()
        before, after = text[start - 1:start], text[end:end + 1]
        if token["number"]:
            found["numbers"] += 1
            found["largest"] = max(found["largest"], len(token["number"].split(".")[0].replace(",", "")))
            skeleton.append("#")
            is_open = True
        elif token["word"]:
            word = "".join("'" if c in "'\u2019" else c.lower() for c in token["word"])
            size += sum(c not in "'\u2019" for c in token["word"])
            found["asking"] += word in ASKING
            skeleton.append(word)
            is_open = True
        elif token["command"]:
            found["operators"] += token["command"] in COMMANDS
        elif token["sign"]:
            found["operators"] += not (before and after and is_letter(before) and is_letter(after))
        else:
            wide = token["end"] >= "\u3000"
            closes = after not in ".?!\u3002\uff1f\uff01" or after == ""
            closes = closes and (wide or not (after and (is_letter(after) or after in "0123456789")))
            if closes:
                found["sentences"] += is_open
                is_open = False
    found["sentences"] += is_open
    found["words"] = len(skeleton)
    found["skeleton"] = skeleton
    plain = len(skeleton) - found["numbers"]
    found["wordLength"] = size / plain if plain else None
    found["wordVariety"] = len(set(skeleton)) / len(skeleton) if skeleton else None
    return found


def main():
    rng = random.Random(5)
    pieces = ["what", "How", "many", "x", "it's", "well-known", "3", "12.5", "1,000", "\\frac", "\\alpha", "{", "}", "$",
              "+", "-", "=", "/", "\u00d7", ".", "...", "?", "!", ",", ":", " ", " ", " ", "\n", "\t", "e\u0301", "\u00e9",
              "\u0414\u0410", "\u6570", "\u3002", "\uff1f", "a/b", "3.", ".5", "'", "\u2019s", "_", "\\", "%", "A", "Find", "1.2.3",
              "\U0001F600", "\u0665", "0"]
    texts = ["", "What is 12 + 3.5?", "\\frac{1}{2} of 1,250.75 is what?", "Wait... what?! No."]
    texts += ["".join(rng.choice(pieces) for _ in range(rng.randint(1, 25))) for _ in range(200)]
    FILE.parent.mkdir(parents=True, exist_ok=True)
    rows = [{"text": text, **count(text)} for text in texts]
    FILE.write_text(json.dumps(rows, indent=0) + "\n", encoding="utf-8")
    print(f"{FILE}: {len(rows)} texts")


if __name__ == "__main__":
    main()
