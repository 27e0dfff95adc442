#!/usr/bin/env python3
"""Reference values for the language model, computed with PyTorch and transformers.

    tools/make_model_fixtures.py            write Tests/LanguageModelTests/Fixtures/
    tools/make_model_fixtures.py --check    verify the manifest, then regenerate into a temporary
                                            folder and compare every number

For each of nine tiny models (LlamaForCausalLM: plain, with rotary scaling of type llama3 and linear at
lengths beyond the original context, with biases; Qwen2ForCausalLM; Qwen3ForCausalLM):

    NAME/config.json, model.safetensors   the model, saved by transformers in float32
    NAME.reference.json                   token sequences, weights, losses, settings; of each
                                          sequence by itself, mean cross entropy and, for each
                                          parameter's gradient, its norm and the sum of its entries
    NAME.reference.safetensors            logits.S  [T, V] and logprobs.S [T - 1] of sequence S,
                                          gradient.P         of the mean cross entropy,
                                          policy_gradient.P  of the policy loss,
                                          final.P            after ten AdamW steps (P: parameter)

and two stored variants, a sharded bfloat16 and a float16 one (with the configuration keys of
transformers 4), each with NAME.expected.safetensors: the same weights widened to float32.

Everything is float32, eager attention, one thread, one sequence per forward pass (no padding).
Rates of the optimizer are written out per step, so no schedule has to be guessed.
"""

import argparse
import hashlib
import json
import math
import pathlib
import shutil
import sys
import tempfile

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from transformers import (
    LlamaConfig, LlamaForCausalLM, Qwen2Config, Qwen2ForCausalLM, Qwen3Config, Qwen3ForCausalLM)
from transformers.utils import logging

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "Tests/LanguageModelTests/Fixtures"
MANIFEST = "MANIFEST.sha256"
RELATIVE_TOLERANCE = 1e-5

MODELS = {
    "mha-tied": dict(
        vocab_size=24, hidden_size=16, intermediate_size=40, num_hidden_layers=2,
        num_attention_heads=4, num_key_value_heads=4, tie_word_embeddings=True,
        max_position_embeddings=64, rms_norm_eps=1e-5),
    "gqa-untied": dict(
        vocab_size=32, hidden_size=32, intermediate_size=48, num_hidden_layers=2,
        num_attention_heads=4, num_key_value_heads=2, tie_word_embeddings=False,
        max_position_embeddings=128, rms_norm_eps=1e-6),
    "mqa-wide-heads": dict(
        vocab_size=29, hidden_size=24, intermediate_size=36, num_hidden_layers=2,
        num_attention_heads=3, num_key_value_heads=1, head_dim=12, tie_word_embeddings=False,
        max_position_embeddings=96, rms_norm_eps=3e-4, rope_theta=500.0),
    "gqa-tied-deep": dict(
        vocab_size=40, hidden_size=24, intermediate_size=32, num_hidden_layers=3,
        num_attention_heads=6, num_key_value_heads=3, head_dim=4, tie_word_embeddings=True,
        max_position_embeddings=64, rms_norm_eps=1e-5, rope_theta=100000.0),
    # Of the eight wavelengths the first stays, the second is between, the others are stretched.
    "llama3-rope": dict(
        vocab_size=20, hidden_size=16, intermediate_size=24, num_hidden_layers=2,
        num_attention_heads=2, num_key_value_heads=1, head_dim=16, tie_word_embeddings=True,
        max_position_embeddings=128, rms_norm_eps=1e-5, rope_theta=500.0,
        rope=dict(
            rope_type="llama3", factor=8.0, low_freq_factor=1.0, high_freq_factor=2.0,
            original_max_position_embeddings=16)),
    "linear-rope": dict(
        vocab_size=20, hidden_size=16, intermediate_size=24, num_hidden_layers=2,
        num_attention_heads=2, num_key_value_heads=2, tie_word_embeddings=True,
        max_position_embeddings=96, rms_norm_eps=1e-5, rope=dict(rope_type="linear", factor=4.0)),
    "llama-biases": dict(
        vocab_size=20, hidden_size=16, intermediate_size=20, num_hidden_layers=2,
        num_attention_heads=4, num_key_value_heads=2, tie_word_embeddings=True,
        max_position_embeddings=64, rms_norm_eps=1e-5, attention_bias=True, mlp_bias=True),
    "qwen2": dict(
        family=(Qwen2Config, Qwen2ForCausalLM), vocab_size=20, hidden_size=16,
        intermediate_size=24, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2,
        tie_word_embeddings=True, max_position_embeddings=64, rms_norm_eps=1e-6,
        rope_theta=1000000.0),
    "qwen3": dict(
        family=(Qwen3Config, Qwen3ForCausalLM), vocab_size=20, hidden_size=16,
        intermediate_size=24, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2,
        head_dim=6, tie_word_embeddings=False, max_position_embeddings=64, rms_norm_eps=1e-6,
        rope_theta=1000000.0),
}
LENGTHS = {
    "mha-tied": (7, 13, 2),
    "gqa-untied": (17, 5, 11),
    "mqa-wide-heads": (9, 31, 4),
    "gqa-tied-deep": (12, 3, 21),
    "llama3-rope": (37, 5, 90),
    "linear-rope": (30, 4, 80),
    "llama-biases": (9, 17, 3),
    "qwen2": (11, 2, 19),
    "qwen3": (8, 20, 5),
}
# Decay of the learning rate and largest norm of the gradient: clipping acts on every step, except in
# one of the models.
TRAINING = {
    "mha-tied": ("linear", 1.0),
    "gqa-untied": ("cosine", 100.0),
    "mqa-wide-heads": ("linear", 1.0),
    "gqa-tied-deep": ("cosine", 1.0),
    "llama3-rope": ("linear", 1.0),
    "linear-rope": ("linear", 1.0),
    "llama-biases": ("linear", 1.0),
    "qwen2": ("cosine", 1.0),
    "qwen3": ("cosine", 1.0),
}
OPTIMIZER = dict(
    beta1=0.9, beta2=0.98, epsilon=1e-8, weight_decay=0.01, peak=3e-3, warmup=3, steps=10)


def build(name, seed):
    """A model with weights far from their usual initial size, so that every part matters."""
    settings = dict(MODELS[name])
    theta = settings.pop("rope_theta", 10000.0)
    rope = settings.pop("rope", {"rope_type": "default"})
    make_config, make_model = settings.pop("family", (LlamaConfig, LlamaForCausalLM))
    # Without a padding token: torch.nn.Embedding drops the gradient of that token's row.
    config = make_config(
        **settings, bos_token_id=None, eos_token_id=1, pad_token_id=None,
        rope_parameters=rope | {"rope_theta": theta}, attention_dropout=0.0)
    config._attn_implementation = "eager"
    model = make_model(config).float().eval()
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for parameter_name, parameter in model.named_parameters():
            noise = torch.randn(parameter.shape, generator=generator)
            if parameter_name.endswith(".bias"):
                parameter.copy_(0.3 * noise)
            elif parameter.dim() == 1:
                parameter.copy_(1 + 0.3 * noise)
            else:
                scale = 0.5 if "embed" in parameter_name else 1.2 / math.sqrt(parameter.shape[1])
                parameter.copy_(scale * noise)
    return model, generator


def logprobs_of(model, sequence):
    """log p(sequence[t] | sequence[:t]) for t >= 1, and the logits."""
    logits = model(input_ids=torch.tensor([sequence])).logits[0]
    rows = torch.log_softmax(logits[:-1], dim=-1)
    return rows.gather(1, torch.tensor(sequence[1:])[:, None])[:, 0], logits


def mean_cross_entropy(model, sequences):
    """Over all predicted tokens of all sequences together."""
    count = sum(len(sequence) - 1 for sequence in sequences)
    return -sum(logprobs_of(model, sequence)[0].sum() for sequence in sequences) / count


def policy_loss(model, sequences, weights):
    """- sum over t >= 1 of weights[t] * logprob[t]; the first weight belongs to no prediction."""
    total = 0
    for sequence, weight in zip(sequences, weights):
        total = total - (torch.tensor(weight[1:]) * logprobs_of(model, sequence)[0]).sum()
    return total


def gradients(model, loss, prefix):
    model.zero_grad(set_to_none=True)
    loss.backward()
    return {f"{prefix}.{name}": p.grad.clone() for name, p in model.named_parameters()}


def score(model, sequence):
    """What one sequence by itself gives."""
    loss = mean_cross_entropy(model, [sequence])
    summary = {
        name: {"norm": gradient.double().norm().item(), "sum": gradient.double().sum().item()}
        for name, gradient in gradients(model, loss, "").items()}
    return {
        "loss": loss.item(),
        "gradients": {name.removeprefix("."): value for name, value in summary.items()}}


def rate(step, decay):
    """Learning rate of a step counted from zero."""
    peak, warmup, steps = (OPTIMIZER[key] for key in ("peak", "warmup", "steps"))
    if step < warmup:
        return peak * (step + 1) / warmup
    progress = (step - warmup) / (steps - warmup)
    return peak * (1 - progress if decay == "linear" else 0.5 * (1 + math.cos(math.pi * progress)))


def train(model, sequences, decay, clip_norm):
    """Ten AdamW steps; returns rates, the loss and the gradient's norm before each step."""
    matrices = [p for p in model.parameters() if p.dim() > 1]
    vectors = [p for p in model.parameters() if p.dim() == 1]
    optimizer = torch.optim.AdamW(
        [{"params": matrices, "weight_decay": OPTIMIZER["weight_decay"]},
         {"params": vectors, "weight_decay": 0.0}],
        lr=0.0, betas=(OPTIMIZER["beta1"], OPTIMIZER["beta2"]), eps=OPTIMIZER["epsilon"],
        foreach=False)
    rates, losses, norms = [], [], []
    for step in range(OPTIMIZER["steps"]):
        for group in optimizer.param_groups:
            group["lr"] = rate(step, decay)
        optimizer.zero_grad()
        loss = mean_cross_entropy(model, sequences)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), clip_norm)
        optimizer.step()
        rates.append(rate(step, decay))
        losses.append(loss.item())
        norms.append(norm.item())
    return rates, losses, norms


def save_model(model, folder, **options):
    model.save_pretrained(folder, **options)
    (folder / "generation_config.json").unlink(missing_ok=True)


def make_reference(name, seed, root):
    model, generator = build(name, seed)
    save_model(model, root / name)
    vocabulary = model.config.vocab_size
    sequences = [
        torch.randint(vocabulary, (length,), generator=generator).tolist()
        for length in LENGTHS[name]]
    # Rounded to quarters so that JSON holds them exactly; many are zero, as on prompts.
    weights = [
        [0.0] + [round(4 * w) / 4 for w in torch.randn(len(s) - 1, generator=generator).tolist()]
        for s in sequences]

    tensors, logprobs = {}, []
    with torch.no_grad():
        for index, sequence in enumerate(sequences):
            values, logits = logprobs_of(model, sequence)
            tensors[f"logits.{index}"] = logits.clone()
            tensors[f"logprobs.{index}"] = values.clone()
    loss = mean_cross_entropy(model, sequences)
    tensors |= gradients(model, loss, "gradient")
    policy = policy_loss(model, sequences, weights)
    tensors |= gradients(model, policy, "policy_gradient")
    scores = [score(model, sequence) for sequence in sequences]
    decay, clip_norm = TRAINING[name]
    rates, losses, norms = train(model, sequences, decay, clip_norm)
    tensors |= {f"final.{n}": p.detach().clone() for n, p in model.named_parameters()}
    save_file(tensors, root / f"{name}.reference.safetensors", metadata={"format": "pt"})
    reference = {
        "precision": "float32",
        "sequences": sequences,
        "policy_weights": weights,
        "loss": loss.item(),
        "policy_loss": policy.item(),
        "scores": scores,
        "optimizer": OPTIMIZER | {"decay": decay, "clip_norm": clip_norm},
        "learning_rates": rates,
        "step_losses": losses,
        "gradient_norms": norms,
    }
    (root / f"{name}.reference.json").write_text(json.dumps(reference, indent=1) + "\n")


def make_variant(name, source, seed, dtype, root, shard_size=None, old_keys=False):
    model, _ = build(source, seed)
    model = model.to(dtype)
    options = {"max_shard_size": shard_size} if shard_size else {}
    save_model(model, root / name, **options)
    if old_keys:
        path = root / name / "config.json"
        config = json.loads(path.read_text())
        config["rope_theta"] = config.pop("rope_parameters")["rope_theta"]
        config["rope_scaling"] = None
        config["torch_dtype"] = config.pop("dtype")
        path.write_text(json.dumps(config, indent=2, sort_keys=True) + "\n")
    expected = {n: p.detach().float().clone() for n, p in model.named_parameters()}
    save_file(expected, root / f"{name}.expected.safetensors", metadata={"format": "pt"})


def files_of(root):
    return sorted(
        path.relative_to(root).as_posix() for path in root.rglob("*")
        if path.is_file() and path.name not in (MANIFEST, ".keep"))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def make(root):
    for index, name in enumerate(MODELS):
        make_reference(name, 1000 + index, root)
    make_variant(
        "gqa-untied-bf16-sharded", "gqa-untied", 2000, torch.bfloat16, root, shard_size="8KB")
    make_variant(
        "mqa-wide-heads-f16", "mqa-wide-heads", 2001, torch.float16, root, old_keys=True)
    lines = [f"{digest(root / name)}  {name}\n" for name in files_of(root)]
    (root / MANIFEST).write_text("".join(lines))


def difference(old, new, path=""):
    """Largest relative difference of two JSON values, or a sentence about where they disagree."""
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        keys = old.keys() - {"transformers_version"}
        parts = [difference(old[key], new[key], f"{path}.{key}") for key in sorted(keys)]
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        parts = [difference(o, n, f"{path}[{i}]") for i, (o, n) in enumerate(zip(old, new))]
    elif isinstance(old, float) and isinstance(new, float):
        return abs(old - new) / max(abs(old), 1e-6)
    else:
        return 0.0 if old == new else f"{path}: {old} became {new}"
    sentences = [part for part in parts if isinstance(part, str)]
    return sentences[0] if sentences else max(parts, default=0.0)


def tensor_difference(old, new):
    with safe_open(old, "pt") as a, safe_open(new, "pt") as b:
        if sorted(a.keys()) != sorted(b.keys()):
            return "other tensors"
        worst = 0.0
        for key in a.keys():
            x, y = a.get_tensor(key).double(), b.get_tensor(key).double()
            if x.shape != y.shape:
                return f"{key}: other shape"
            worst = max(worst, ((x - y).norm() / x.norm().clamp_min(1e-12)).item())
        return worst


def check(root):
    manifest = dict(
        reversed(line.split("  ", 1)) for line in (root / MANIFEST).read_text().splitlines())
    problems = [f"{name}: not in the manifest" for name in files_of(root) if name not in manifest]
    for name, expected in manifest.items():
        if not (root / name).is_file():
            problems.append(f"{name}: missing")
        elif digest(root / name) != expected:
            problems.append(f"{name}: changed since the manifest was written")
    with tempfile.TemporaryDirectory() as temporary:
        fresh = pathlib.Path(temporary)
        make(fresh)
        worst = 0.0
        for name in manifest:
            if not ((root / name).is_file() and (fresh / name).is_file()):
                problems.append(f"{name}: not regenerated")
                continue
            if name.endswith(".safetensors"):
                result = tensor_difference(root / name, fresh / name)
            else:
                result = difference(
                    json.loads((root / name).read_text()), json.loads((fresh / name).read_text()))
            if isinstance(result, str) or result > RELATIVE_TOLERANCE:
                problems.append(f"{name}: {result}")
            else:
                worst = max(worst, result)
    for problem in problems:
        print(problem)
    print(f"{len(manifest)} files, largest relative difference {worst:.1e}")
    return 1 if problems else 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="verify instead of writing")
    parser.add_argument("--output", type=pathlib.Path, default=FIXTURES)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    logging.disable_progress_bar()
    if arguments.check:
        sys.exit(check(arguments.output))
    arguments.output.mkdir(parents=True, exist_ok=True)
    for name in files_of(arguments.output):
        (arguments.output / name).unlink()
    make(arguments.output)
    for folder in arguments.output.iterdir():
        if folder.is_dir() and not any(folder.iterdir()):
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
