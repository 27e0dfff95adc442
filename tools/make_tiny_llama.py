#!/usr/bin/env python3
"""Makes a Hugging Face folder of a tiny Llama that writes sums, for trying servers without a download.

    make_tiny_llama.py FOLDER [--steps N]

A byte-level BPE tokenizer is trained on sums, then a model of 90,688 parameters for a minute or
less: enough that most of its lines are sums and some of those with one digit are right. It claims
nothing else. Needs torch, transformers and tokenizers.
"""

import argparse
import os
import random

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

END = "<|end|>"


def line(rng: random.Random) -> str:
    digits = rng.choice([1, 1, 1, 2])
    a, b = rng.randrange(10**digits), rng.randrange(10**digits)
    return f"{a} + {b} = {a + b}\n" if rng.random() < 0.7 or b > a else f"{a} - {b} = {a - b}\n"


def tokenizer(rng: random.Random) -> Tokenizer:
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True),
        ]
    )
    bpe.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=300, special_tokens=[END], initial_alphabet=pre_tokenizers.ByteLevel.alphabet()
    )
    bpe.train_from_iterator([line(rng) for _ in range(2000)], trainer)
    return bpe


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--steps", type=int, default=600)
    arguments = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    rng = random.Random(1)
    bpe = tokenizer(rng)
    fast = PreTrainedTokenizerFast(tokenizer_object=bpe, eos_token=END, pad_token=END)
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=bpe.get_vocab_size(),
            hidden_size=64,
            intermediate_size=128,
            num_hidden_layers=2,
            num_attention_heads=4,
            num_key_value_heads=2,
            max_position_embeddings=256,
            tie_word_embeddings=True,
            bos_token_id=fast.eos_token_id,
            eos_token_id=fast.eos_token_id,
            pad_token_id=fast.pad_token_id,
        )
    )
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    for step in range(arguments.steps):
        texts = ["".join(line(rng) for _ in range(6)) for _ in range(32)]
        rows = [bpe.encode(text).ids for text in texts]
        length = min(len(row) for row in rows)
        batch = torch.tensor([row[:length] for row in rows])
        loss = model(input_ids=batch, labels=batch).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        for group in optimizer.param_groups:
            group["lr"] = 3e-3 * (1 - step / arguments.steps)
    os.makedirs(arguments.folder, exist_ok=True)
    model.save_pretrained(arguments.folder)
    fast.save_pretrained(arguments.folder)
    count = sum(p.numel() for p in model.parameters())
    print(f"{arguments.folder}: {count} parameters, loss {loss.item():.3f}")


if __name__ == "__main__":
    main()
