#!/usr/bin/env python3
"""Open a model folder with transformers and print what it computes, as JSON.

    tools/check_with_transformers.py DIR --tokens 1,2,3      {"logits": [[...], ...]}
    tools/check_with_transformers.py DIR --text "Q bob ?"    the same, after its own tokenizer
    ... --compare FILE    also the largest absolute difference to the logits in FILE, which holds
                          what `soar model logits --json` printed
"""

import argparse
import json
import pathlib
import sys

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer
from transformers.utils import logging


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--tokens", help="comma-separated token ids")
    source.add_argument("--text", help="words separated by spaces")
    parser.add_argument("--compare", type=pathlib.Path)
    arguments = parser.parse_args()

    torch.set_num_threads(1)
    logging.disable_progress_bar()
    # Nothing is looked up on the network, and a folder that does not fit its weights is an error.
    model, report = AutoModelForCausalLM.from_pretrained(
        arguments.folder, local_files_only=True, output_loading_info=True)
    for key in ("missing_keys", "unexpected_keys", "mismatched_keys"):
        if report[key]:
            sys.exit(f"{arguments.folder}: {key}: {report[key]}")
    result = {}
    if arguments.text is None:
        tokens = [int(token) for token in arguments.tokens.split(",")]
    else:
        tokenizer = AutoTokenizer.from_pretrained(arguments.folder, local_files_only=True)
        tokens = tokenizer(arguments.text)["input_ids"]
        result |= {"tokens": tokens, "text": tokenizer.decode(tokens)}
    with torch.no_grad():
        logits = model.float().eval()(input_ids=torch.tensor([tokens])).logits[0]
    result["logits"] = logits.tolist()
    if arguments.compare:
        other = torch.tensor(json.loads(arguments.compare.read_text())["logits"])
        result["largest_difference"] = (logits - other).abs().max().item()
    print(json.dumps(result))


if __name__ == "__main__":
    main()
