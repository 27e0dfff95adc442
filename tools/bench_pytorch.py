#!/usr/bin/env python3
"""PyTorch's side of `soar bench --against-pytorch`: RLOO steps of a tiny Llama on the CPU, timed.

    tools/bench_pytorch.py --workload DIR --form loop --threads 2
    tools/bench_pytorch.py --workload DIR --form trl --threads 2
    tools/bench_pytorch.py --workload MODEL --form pretrained --threads 1

Needs torch and transformers, and trl (1.x) for the forms trl and trl-tuned. DIR holds model/ (config.json,
model.safetensors, tokenizer.json) and workload.json, both written by `soar bench`. Once all is
loaded it prints {"ready": true, ...}; then every line `step SEED` on the standard input is answered
with one line of JSON: the seconds of one step from the workload's weights with a fresh optimizer
(put back before the clock starts), sampling and grading included, and what was done in them.
`sample_seconds` is generation alone, `train_seconds` the rest. `quit` or the end of the input ends
it. Exit status 65: unfit workload, 66: workload not found, 69: a Python package is missing.

`--form pretrained` times transformers itself on the Hugging Face folder MODEL, as it comes, with sdpa
attention: the line `sample SEED` generates 64 responses of 32 tokens to a prompt of 24, `train SEED`
takes the gradient of the mean cross entropy of 512 tokens, and answers with the loss too.

A step: sample a group of responses per prompt, grade them, REINFORCE with the mean reward of the
group's others as baseline, plus klCoefficient times the exact KL divergence from the first weights,
gradient clipped, one AdamW step. float32, eager.

`--form loop` is the fastest loop we could write in PyTorch. Its logits are compared with those of
transformers when it starts. What it does, and what was tried, in ms of a step on two cores of an
AMD EPYC (Genoa) with torch 2.15 (8 prompts of 14 to 22 tokens, groups of 32, about 5300 sampled
tokens, median of 8 steps; other work on the machine made this vary by about a tenth):

    the loop, 1 thread                                 270   sampling  90, training 180
    the loop, 2 threads, questions dealt to them       175             75           100
    the loop, 2 threads in every operation             190             65           125
    TRL, 1 thread                                      910            245           660
    TRL, 2 threads                                     605            210           390
    training through transformers, all 256 responses
      padded to the longest, none skipped,
      1 thread                                                                      500
    the same, 32 responses at a time                                                335

  - The prompt of a group runs once, in sampling and in training, and its keys and values are shared
    by the group's responses. Responses are sorted by length and cut into blocks with little
    padding; linear layers see all rows of a group in one packed matrix. One group at a time: its
    activations fit the cache, while 6000 rows at once made the same gate of the MLP 1.7 times
    slower per row.
  - Sampling writes to an allocated cache, drops finished rollouts (at 50, 75 or 90 % occupancy: no
    difference beyond noise), has the norms' gains multiplied into the matrices, and draws
    from cumulated probabilities: 34 us for 256 draws, torch.multinomial 260 us.
  - Explicit attention: in decoding 90 us + 65 us against 280 us of scaled_dot_product_attention; in
    training the two are equal within 3 %.
  - RMS norm and gate have gradients of their own: 156 us against 243 us of F.rms_norm and 415 us
    against 459 us per 1000 rows. The loss's gradient with respect to the logits is in closed form.
  - torch.compile worked and was slower after warm-up: training 239 against 184 ms (27 s to
    compile), sampling with a compiled MLP 125 against 92 ms (of which noise may be a fifth); the
    whole decoding step was still recompiling after 3 minutes. Compiled norm and gate, timed alone,
    would save about 2 ms of a step.
  - malloc without mmap and flushing denormals: no difference beyond noise.
  - With several threads both ways of using them are timed at the start, and the faster one stays.

Matrix products run at about 95 GFLOP/s on one core and are nearly half of the step.

`--form trl` is TRL's RLOOTrainer as it comes, with its own generation (transformers' generate),
log probabilities and update: one optimizer step over all responses at once (four or eight
accumulated parts were no faster). `--form trl-tuned` switches off its gradient checkpointing, which
only costs time here; the table has this form. TRL takes the KL penalty from the sampled log ratio inside the reward, and trains on silent groups too.
"""

import argparse
import concurrent.futures
import itertools
import json
import math
import os
import pathlib
import sys
import tempfile
import time

BAD_DATA, NO_INPUT, UNAVAILABLE = 65, 66, 69

# A further block of responses in the training step costs about as much as this many rows of
# padding, and unfinished rollouts are moved together once they fill this share of the batch.
BLOCK = 60
COMPACT = 0.75
LOGIT_TOLERANCE = 1e-4
WARMUP = 6


class Failure(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


class Workload:
    def __init__(self, folder):
        self.model = folder / "model"
        try:
            settings = json.loads((folder / "workload.json").read_text())
            json.loads((self.model / "config.json").read_text())
            for name in ("model.safetensors", "tokenizer.json"):
                (self.model / name).open("rb").close()
        except OSError as error:
            raise Failure(NO_INPUT, f"cannot read {error.filename}: {error.strerror}")
        except ValueError as error:
            raise Failure(BAD_DATA, f"{folder}: not JSON: {error}")
        try:
            self.prompts = [list(map(int, one["prompt"])) for one in settings["questions"]]
            self.answers = [list(map(int, one["answer"])) for one in settings["questions"]]
            self.group = int(settings["groupSize"])
            self.maximum = int(settings["maximumTokens"])
            self.stops = list(map(int, settings["stopTokens"]))
            self.pad, self.end = int(settings["padToken"]), int(settings["endToken"])
            self.quit, self.box = int(settings["quitToken"]), int(settings["boxToken"])
            self.digits = frozenset(map(int, settings["digitTokens"]))
            self.temperature = float(settings["temperature"])
            self.kl = float(settings["klCoefficient"])
            self.rate = float(settings["learningRate"])
            adamw = settings["adamw"]
            self.betas = float(adamw["beta1"]), float(adamw["beta2"])
            self.epsilon, self.decay = float(adamw["epsilon"]), float(adamw["weightDecay"])
            self.clip = float(adamw["clipNorm"])
            self.rewards = {
                name: float(settings["rewards"][name]) for name in (
                    "correct", "wrongButMentionsReference", "wrong", "gaveUp", "unboxed")}
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Failure(BAD_DATA, f"{folder / 'workload.json'}: missing or unfit: {error}")
        if not self.prompts or not all(self.prompts) or not all(self.answers):
            raise Failure(BAD_DATA, f"{folder / 'workload.json'}: an empty list")
        if self.group < 2 or self.maximum < 2 or self.temperature <= 0 or not self.stops:
            raise Failure(BAD_DATA, f"{folder / 'workload.json'}: a setting out of its range")

    def reward(self, response, answer):
        """Of one response: the token ids after the prompt, the stop token included."""
        if self.end in response:
            at = response.index(self.end)
            start = at - len(answer)
            if (start >= 1 and response[start - 1] == self.box
                    and all(token in self.digits for token in response[start:at])
                    and all(token == self.pad for token in response[at + 1:])):
                if response[start:at] == answer:
                    return self.rewards["correct"]
                for i in range(start - 1 - len(answer) + 1):
                    if response[i:i + len(answer)] == answer:
                        return self.rewards["wrongButMentionsReference"]
                return self.rewards["wrong"]
        first = next((token for token in response if token in self.stops), None)
        return self.rewards["gaveUp" if first == self.quit else "unboxed"]


def hand_written(workload, threads):
    import torch
    from torch.nn import functional
    from transformers import AutoModelForCausalLM

    model, report = AutoModelForCausalLM.from_pretrained(
        workload.model, local_files_only=True, dtype=torch.float32, output_loading_info=True)
    if report["missing_keys"] or report["unexpected_keys"] or report["mismatched_keys"]:
        raise Failure(BAD_DATA, f"{workload.model}: the weights do not fit the configuration")
    model.eval()
    config = model.config
    heads, width = config.num_attention_heads, config.hidden_size
    size = getattr(config, "head_dim", None) or width // heads
    layers, epsilon = config.num_hidden_layers, config.rms_norm_eps
    if (config.model_type != "llama" or config.num_key_value_heads != heads
            or not config.tie_word_embeddings or config.attention_bias or config.mlp_bias
            or config.hidden_act != "silu"
            or config.rope_parameters.get("rope_type", "default") != "default"):
        raise Failure(
            BAD_DATA, f"{workload.model}: --form loop wants a Llama without biases, with tied "
            "embeddings, plain rotary positions and as many key heads as query heads")
    longest = max(map(len, workload.prompts))
    vocabulary = config.vocab_size
    group, maximum, questions = workload.group, workload.maximum, len(workload.prompts)

    # Rotary positions are one complex multiplication if the two numbers of a pair lie side by
    # side, so the rows of the query and key matrices are put in that order; all dot products of
    # queries and keys stay as they are. The query's factor also carries 1 / sqrt(head size).
    pairs = torch.arange(size).view(2, size // 2).t().reshape(-1)
    paired = (torch.arange(heads)[:, None] * size + pairs).reshape(-1)

    def packed():
        state = model.model
        tensors = [state.embed_tokens.weight]
        for layer in state.layers:
            attention, mlp = layer.self_attn, layer.mlp
            tensors += [
                layer.input_layernorm.weight,
                torch.cat([attention.q_proj.weight[paired], attention.k_proj.weight[paired],
                           attention.v_proj.weight]),
                attention.o_proj.weight,
                layer.post_attention_layernorm.weight,
                torch.cat([mlp.gate_proj.weight, mlp.up_proj.weight]),
                mlp.down_proj.weight,
            ]
        return [tensor.detach().clone() for tensor in tensors + [state.norm.weight]]

    reference = packed()
    weights = [tensor.clone().requires_grad_() for tensor in reference]

    inverse = config.rope_parameters["rope_theta"] ** (-torch.arange(0, size, 2) / size)
    angles = torch.arange(longest + maximum)[:, None] * inverse
    turn = torch.polar(torch.ones_like(angles), angles)
    # [position, query or key, 1, pair]
    turn = torch.stack([turn / math.sqrt(size), turn], dim=1)[:, :, None].contiguous()

    class Norm(torch.autograd.Function):
        """F.rms_norm is made of many small operations on the CPU, its gradient of more."""

        @staticmethod
        def forward(ctx, x, gain):
            factor = scale(x)
            normal = x * factor
            ctx.save_for_backward(normal, factor, gain)
            return normal * gain

        @staticmethod
        def backward(ctx, dy):
            normal, factor, gain = ctx.saved_tensors
            along = dy * normal
            mean = torch.mv(along, gain).mul_(1 / width).unsqueeze(1)
            return (dy * gain).addcmul_(normal, mean, value=-1).mul_(factor), along.sum(0)

    def scale(x):
        square = torch.linalg.vector_norm(x, dim=-1, keepdim=True).square_()
        return square.mul_(1 / width).add_(epsilon).rsqrt_()

    class Gate(torch.autograd.Function):
        """silu(gate) * up, its gradient written straight into one matrix."""

        @staticmethod
        def forward(ctx, x):
            gate, up = x.chunk(2, dim=-1)
            active = functional.silu(gate)
            ctx.save_for_backward(x, active)
            return active * up

        @staticmethod
        def backward(ctx, dy):
            x, active = ctx.saved_tensors
            gate, up = x.chunk(2, dim=-1)
            dx = torch.empty_like(x)
            dgate, dup = dx.chunk(2, dim=-1)
            torch.mul(dy, active, out=dup)
            torch.ops.aten.silu_backward.grad_input(dy * up, gate, grad_input=dgate)
            return dx

    def rotated(qkv, turns):
        """Queries and keys [N, 2, heads, size] and values [N, heads, size] of the rows."""
        qkv = qkv.view(-1, 3, heads, size)
        pair = torch.view_as_complex(qkv[:, :2].unflatten(-1, (size // 2, 2)))
        return torch.view_as_real(pair * turns).flatten(-2), qkv[:, 2]

    def attention(query, key, value, mask):
        """Of [n, T, heads, size] and [n, S, heads, size]; the query is scaled already."""
        scores = query.transpose(1, 2) @ key.permute(0, 2, 3, 1)
        return ((scores + mask).softmax(-1) @ value.transpose(1, 2)).transpose(1, 2)

    def hidden_rows(parameters, tokens, turns, prompt, blocks, masks):
        """The last hidden states of one group: its prompt once, then blocks of equally long
        responses, which all attend to that prompt."""
        x = functional.embedding(tokens, parameters[0])
        for layer in range(layers):
            norm, qkv, out, norm2, gate_up, down = parameters[1 + 6 * layer:7 + 6 * layer]
            qk, v = rotated(functional.linear(Norm.apply(x, norm), qkv), turns)
            parts, start = [], prompt
            q0, k0, v0 = qk[None, :prompt, 0], qk[None, :prompt, 1], v[None, :prompt]
            parts.append(attention(q0, k0, v0, masks[0]).reshape(prompt, -1))
            for (rows, length), mask in zip(blocks, masks[1:]):
                own = qk[start:start + rows * length].view(rows, length, 2, heads, size)
                value = v[start:start + rows * length].unflatten(0, (rows, length))
                start += rows * length
                key = torch.cat([k0.expand(rows, -1, -1, -1), own[:, :, 1]], dim=1)
                value = torch.cat([v0.expand(rows, -1, -1, -1), value], dim=1)
                parts.append(attention(own[:, :, 0], key, value, mask).reshape(rows * length, -1))
            x = x + functional.linear(torch.cat(parts), out)
            x = x + functional.linear(
                Gate.apply(functional.linear(Norm.apply(x, norm2), gate_up)), down)
        return x

    causal = torch.full((longest + maximum, longest + maximum), -math.inf).triu(1)

    def laid_out(prompt, responses, lengths):
        """Rows, positions, blocks and masks of one group for `hidden_rows`. A response's last
        token is never an input. `responses` [n, maximum] are sorted by length."""
        blocks, tokens, masks = [], [torch.tensor(prompt)], []
        positions = [torch.arange(len(prompt))]
        masks.append(causal[:len(prompt), :len(prompt)])
        for first, last in split(lengths):
            length = lengths[last - 1] - 1
            if length == 0:
                continue
            blocks.append((last - first, length))
            tokens.append(responses[first:last, :length].reshape(-1))
            positions.append(torch.arange(len(prompt), len(prompt) + length).repeat(last - first))
            masks.append(causal[len(prompt):len(prompt) + length, :len(prompt) + length])
        return torch.cat(tokens), turn[torch.cat(positions)], blocks, masks

    def split(lengths):
        """Ascending lengths in blocks padded to their longest, so that outliers get their own."""
        best = [(0, None)]
        for end in range(1, len(lengths) + 1):
            best.append(min(
                (best[start][0] + BLOCK + (end - start) * lengths[end - 1], start)
                for start in range(end)))
        cuts, end = [], len(lengths)
        while end:
            cuts.append((best[end][1], end))
            end = best[end][1]
        return cuts[::-1]

    class Decoder:
        """Generates for all groups at once. A slot is one rollout; slots lie in [groups, rows],
        and a group's rows share the keys and values of its prompt."""

        def __init__(self, parameters, asked):
            self.asked, self.embedding = asked, parameters[0]
            # The gains of the norms go into the matrices after them.
            self.layers = []
            for layer in range(layers):
                norm, qkv, out, norm2, gate_up, down = parameters[1 + 6 * layer:7 + 6 * layer]
                self.layers.append((
                    (qkv * norm).t().contiguous(), out.t().contiguous(),
                    (gate_up * norm2).t().contiguous(), down.t().contiguous()))
            self.head = (parameters[0] * parameters[-1] / workload.temperature).t().contiguous()

        def mlp(self, x, gate_up, down):
            gate, up = torch.mm(x * scale(x), gate_up).chunk(2, dim=-1)
            return torch.addmm(x, functional.silu(gate).mul_(up), down)

        def prompts(self):
            """Logits after every prompt; sets the keys and values of the prompts."""
            prompts = [workload.prompts[question] for question in self.asked]
            count, longest = len(prompts), max(map(len, prompts))
            self.longest = longest
            self.lengths = torch.tensor([len(prompt) for prompt in prompts])
            tokens = torch.full((count, longest), workload.pad)
            for row, prompt in zip(tokens, prompts):
                row[:len(prompt)] = torch.tensor(prompt)
            x = self.embedding[tokens.view(-1)]
            turns = turn[:longest].repeat(count, 1, 1, 1)
            mask = causal[:longest, :longest]
            self.shared = []
            for qkv, out, gate_up, down in self.layers:
                qk, v = rotated(torch.mm(x * scale(x), qkv), turns)
                qk = qk.view(count, longest, 2, heads, size)
                v = v.unflatten(0, (count, longest))
                mixed = attention(qk[:, :, 0], qk[:, :, 1], v, mask)
                x = torch.addmm(x, mixed.reshape(-1, heads * size), out)
                x = self.mlp(x, gate_up, down)
                self.shared.append((
                    qk[:, :, 1].permute(0, 2, 3, 1).reshape(count * heads, size, longest),
                    v.transpose(1, 2).reshape(count * heads, longest, size)))
            # Added to the scores of the prompt's positions, minus infinity past its end.
            self.mask = torch.zeros(count, 1, 1, longest).masked_fill_(
                torch.arange(longest) >= self.lengths[:, None, None, None], -math.inf)
            self.mask = self.mask.expand(-1, heads, -1, -1).reshape(count * heads, 1, longest)
            last = x.view(count, longest, width)[torch.arange(count), self.lengths - 1]
            self.groups, self.rows, self.time = count, group, 0
            self.keys, self.values = [], []
            for _ in range(layers):
                shape = (count * heads * group, maximum, size)
                self.keys.append(torch.empty(shape))
                self.values.append(torch.empty(shape))
            return torch.mm(last * scale(last), self.head)

        def step(self, tokens):
            """Logits after one more token of every slot [groups * rows]."""
            groups, rows, time, longest = self.groups, self.rows, self.time, self.longest
            x = self.embedding[tokens]
            turns = turn[self.lengths + time].repeat_interleave(rows, dim=0)
            for layer, (qkv, out, gate_up, down) in enumerate(self.layers):
                qk, v = rotated(torch.mm(x * scale(x), qkv), turns)
                # [groups, heads, rows, ...], so that the prompt's part is one product per head.
                qk = qk.view(groups, rows, 2, heads, size).permute(2, 0, 3, 1, 4).contiguous()
                q, k = qk[0].view(groups * heads, rows, size), qk[1].view(-1, size)
                keys, values = self.keys[layer], self.values[layer]
                keys[:, time] = k
                values[:, time].view(groups, heads, rows, size).copy_(
                    v.view(groups, rows, heads, size).transpose(1, 2))
                shared_keys, shared_values = self.shared[layer]
                before = torch.baddbmm(self.mask, q, shared_keys)
                own = torch.bmm(
                    q.view(-1, 1, size), keys[:, :time + 1].transpose(1, 2))
                scores = torch.cat(
                    [before, own.view(groups * heads, rows, time + 1)], dim=-1).softmax(-1)
                mixed = torch.bmm(scores[..., :longest], shared_values)
                own = torch.bmm(
                    scores.view(-1, 1, longest + time + 1)[..., longest:], values[:, :time + 1])
                mixed += own.view(mixed.shape)
                mixed = mixed.view(groups, heads, rows, size).transpose(1, 2)
                x = torch.addmm(x, mixed.reshape(-1, heads * size), out)
                x = self.mlp(x, gate_up, down)
            self.time += 1
            return torch.mm(x * scale(x), self.head)

        def keep(self, groups, slots, rows):
            """Only these groups and of each these slots (indices in [groups * rows])."""
            pick = (slots.view(len(groups), 1, rows) % self.rows
                    + (groups[:, None, None] * heads
                       + torch.arange(heads)[:, None]) * self.rows).view(-1)
            for layer in range(layers):
                for cache in (self.keys, self.values):
                    old = cache[layer]
                    cache[layer] = torch.empty(len(pick), maximum, size)
                    torch.index_select(
                        old[:, :self.time], 0, pick, out=cache[layer][:, :self.time])
            both = (groups[:, None] * heads + torch.arange(heads)).view(-1)
            self.shared = [(k[both], v[both]) for k, v in self.shared]
            self.mask, self.lengths = self.mask[both], self.lengths[groups]
            self.groups, self.rows = len(groups), rows

    def largest_difference():
        """To the logits of transformers' own model, of the training and of the decoding form, on
        every prompt followed by the start of its answer."""
        count = min(map(len, workload.answers))
        forced = torch.tensor([answer[:count] for answer in workload.answers])
        decoder = Decoder(reference, range(questions))
        decoded = [decoder.prompts()]
        for time in range(count):
            # Before the second token every other group leaves, so that this is checked too.
            if time == 1 and questions > 1:
                kept = torch.arange(0, questions, 2)
                decoder.keep(kept, kept * group, 1)
            rows = torch.arange(questions) if time == 0 else kept if questions > 1 else [0]
            repeat = group if time == 0 or questions == 1 else 1
            decoded.append(decoder.step(forced[rows, time].repeat_interleave(repeat))[::repeat])
        worst = 0.0
        for question, prompt in enumerate(workload.prompts):
            whole = torch.tensor([prompt + forced[question].tolist()])
            right = model(input_ids=whole).logits[0, len(prompt) - 1:]
            # Not a response's last token, which no step of training needs.
            tokens, turns, blocks, masks = laid_out(prompt, forced[question:question + 1], [count])
            x = hidden_rows(reference, tokens, turns, len(prompt), blocks, masks)
            x = x[len(prompt) - 1:]
            mine = functional.linear(x * scale(x) * reference[-1], reference[0])
            worst = max(worst, (mine - right[:len(mine)]).abs().max().item())
            for time, logits in enumerate(decoded):
                if time < 2 or questions == 1:
                    row = question
                elif question % 2 == 0:
                    row = question // 2
                else:
                    continue
                difference = logits[row] * workload.temperature - right[time]
                worst = max(worst, difference.abs().max().item())
        return worst

    with torch.inference_mode():
        difference = largest_difference()
    if not difference <= LOGIT_TOLERANCE:
        raise Failure(
            BAD_DATA, f"{workload.model}: logits differ from those of transformers by {difference}")

    is_stop = torch.zeros(vocabulary, dtype=torch.bool)
    is_stop[torch.tensor(workload.stops)] = True

    def drawn(cumulative, generator):
        """One token per row of cumulated weights."""
        chance = torch.rand(len(cumulative), 1, generator=generator).mul_(cumulative[:, -1:])
        return torch.searchsorted(cumulative, chance, right=True).clamp_(max=vocabulary - 1)[:, 0]

    @torch.inference_mode()
    def sample(asked, seed):
        """Responses [questions asked * group, maximum], padded, and their lengths."""
        generator = torch.Generator().manual_seed(seed)
        decoder = Decoder(weights, asked)
        logits = decoder.prompts().repeat_interleave(group, dim=0)
        count = len(asked) * group
        # Slots that are kept only to fill a rectangle write to a row past the last.
        responses = torch.full((count + 1, maximum), workload.pad)
        lengths = torch.full((count + 1,), maximum)
        slot = torch.arange(count)
        running = torch.ones(count, dtype=torch.bool)
        for time in range(maximum):
            tokens = drawn(logits.softmax(-1).cumsum(-1), generator)
            responses[slot, time] = tokens
            stopped = is_stop[tokens] & running
            lengths[slot[stopped]] = time + 1
            running &= ~stopped
            alive = int(running.sum())
            if alive == 0 or time == maximum - 1:
                break
            grid = running.view(decoder.groups, decoder.rows)
            active = grid.sum(1)
            rows, groups = int(active.max()), int((active > 0).sum())
            if rows * groups <= COMPACT * len(slot):
                kept = active.nonzero()[:, 0]
                places = grid[kept].int().argsort(dim=1, descending=True, stable=True)[:, :rows]
                slots = (kept[:, None] * decoder.rows + places).view(-1)
                decoder.keep(kept, slots, rows)
                running, tokens = running[slots], tokens[slots]
                slot = slot[slots].where(running, count)
            logits = decoder.step(tokens)
        responses, lengths = responses[:count], lengths[:count]
        responses.masked_fill_(torch.arange(maximum) >= lengths[:, None], workload.pad)
        return responses.split(group), lengths.split(group)

    matrices = [tensor for tensor in weights if tensor.dim() > 1]
    gains = [tensor for tensor in weights if tensor.dim() == 1]
    total = questions * group

    def gradient(question, responses, lengths):
        """Rewards of one group and every weight's gradient, None if the group is silent."""
        rewards = torch.tensor([
            workload.reward(line[:length], workload.answers[question])
            for line, length in zip(responses.tolist(), lengths.tolist())])
        if (rewards == rewards[0]).all():
            return rewards, None
        advantages = (rewards * group - rewards.sum()) / (group - 1)
        by_length, rank = lengths.sort()
        lines, advantage = responses[rank], advantages[rank]
        counts, prompt = by_length.tolist(), workload.prompts[question]
        tokens, turns, blocks, masks = laid_out(prompt, lines, counts)
        x = hidden_rows(weights, tokens, turns, len(prompt), blocks, masks)[len(prompt) - 1:]
        with torch.inference_mode():
            other = hidden_rows(
                reference, tokens, turns, len(prompt), blocks, masks)[len(prompt) - 1:]
            other = functional.linear(
                other * scale(other) * reference[-1], reference[0]).log_softmax(-1)
        logits = functional.linear(Norm.apply(x, weights[-1]), weights[0])
        with torch.no_grad():
            # Row 0 predicts the first token of every response, the others one token each.
            where, what, whose = [torch.zeros(group, dtype=torch.long)], [lines[:, 0]], []
            whose.append(torch.arange(group))
            start, first = 1, group - sum(rows for rows, _ in blocks)
            for rows, length in blocks:
                inside = torch.arange(1, length + 1) < by_length[first:first + rows, None]
                where.append(inside.view(-1).nonzero()[:, 0] + start)
                what.append(lines[first:first + rows, 1:length + 1][inside])
                whose.append(inside.nonzero()[:, 0] + first)
                start, first = start + rows * length, first + rows
            where, what, whose = torch.cat(where), torch.cat(what), torch.cat(whose)
            # The gradient of the loss with respect to the logits, in closed form.
            weight = advantage[whose] / total
            policy = torch.zeros(len(logits)).index_add_(0, where, weight)
            share = torch.zeros(len(logits)).index_add_(
                0, where, torch.full((len(where),), workload.kl / total))
            logp = logits.log_softmax(-1)
            p = logp.exp()
            ratio = logp.sub_(other)
            ratio.sub_((p * ratio).sum(1, keepdim=True))
            slope = ratio.mul_(share[:, None]).add_(policy[:, None]).mul_(p)
            slope.view(-1).index_add_(0, where * vocabulary + what, weight, alpha=-1)
        return rewards, torch.autograd.grad(logits, weights, slope)

    def dealt(workers):
        """Every worker's questions, of about the same length together."""
        shares = [[] for _ in range(workers)]
        for question in sorted(range(questions), key=lambda i: -len(workload.prompts[i])):
            share = min(shares, key=lambda share: sum(len(workload.prompts[i]) for i in share))
            share.append(question)
        return shares

    def step(seed, shares, everything):
        with torch.no_grad():
            for tensor, start in zip(weights, reference):
                tensor.copy_(start)
                tensor.grad = None
        optimizer = torch.optim.AdamW(
            [{"params": matrices, "weight_decay": workload.decay},
             {"params": gains, "weight_decay": 0.0}],
            lr=workload.rate, betas=workload.betas, eps=workload.epsilon, fused=True)
        begin = time.perf_counter()
        seeds = range(seed * len(shares), (seed + 1) * len(shares))
        responses, lengths = {}, {}
        for share, (some, counts) in zip(shares, list(everything(sample, shares, seeds))):
            responses |= zip(share, some)
            lengths |= zip(share, counts)
        sampled = time.perf_counter()
        # In turns from every share, the longest first, for an even end.
        order = [question for some in itertools.zip_longest(*shares) for question in some
                 if question is not None]
        rewards, gradients = zip(*everything(
            gradient, order, (responses[question] for question in order),
            (lengths[question] for question in order)))
        useful = [one for one in gradients if one is not None]
        norm = None
        if useful:
            for tensor, *parts in zip(weights, *useful):
                tensor.grad = torch.stack(parts).sum(0)
            norm = torch.nn.utils.clip_grad_norm_(weights, workload.clip)
            optimizer.step()
        end = time.perf_counter()
        return {
            "seconds": end - begin, "sample_seconds": sampled - begin,
            "train_seconds": end - sampled,
            "sampled_tokens": sum(int(one.sum()) for one in lengths.values()),
            "trained_tokens": sum(
                int(lengths[question].sum())
                for question, one in zip(order, gradients) if one is not None),
            "mean_reward": torch.cat(rewards).mean().item(),
            "silent_groups": questions - len(useful),
            "gradient_norm": None if norm is None else norm.item()}

    def fastest(shares, everything):
        return min(step(seed, shares, everything)["seconds"] for seed in range(WARMUP))

    whole = dealt(1)
    together = fastest(whole, map)
    if threads > 1 and questions > 1:
        # Or several workers with questions of their own and one thread each: no barrier in every
        # small operation, but smaller operations and one interpreter. It depends on the machine.
        shares = dealt(min(threads, questions))
        pool = concurrent.futures.ThreadPoolExecutor(len(shares))
        torch.set_num_threads(1)
        apart = fastest(shares, pool.map)
        print(f"{threads} threads: {together:.3f} s with all in every operation, {apart:.3f} s "
              "with each on its own questions", file=sys.stderr)
        if apart < together:
            return lambda seed: step(seed, shares, pool.map)
        pool.shutdown()
        torch.set_num_threads(threads)
    return lambda seed: step(seed, whole, map)


def with_trl(workload, threads, tuned):
    import torch
    from datasets import Dataset
    from transformers import AutoModelForCausalLM, PreTrainedTokenizerFast, TrainerCallback
    from transformers import PrinterCallback
    from trl import RLOOConfig, RLOOTrainer

    model = AutoModelForCausalLM.from_pretrained(
        workload.model, local_files_only=True, dtype=torch.float32)
    model.generation_config.eos_token_id = workload.stops
    model.generation_config.pad_token_id = workload.pad
    plain = PreTrainedTokenizerFast(tokenizer_file=str(workload.model / "tokenizer.json"))
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_file=str(workload.model / "tokenizer.json"), padding_side="left",
        eos_token=plain.convert_ids_to_tokens(workload.end),
        pad_token=plain.convert_ids_to_tokens(workload.pad))
    texts = [" ".join(tokenizer.convert_ids_to_tokens(prompt)) for prompt in workload.prompts]
    if tokenizer(text=texts)["input_ids"] != workload.prompts:
        raise Failure(
            BAD_DATA, f"{workload.model / 'tokenizer.json'}: does not give the prompts' ids back")

    measured = {}

    def reward(completion_ids, answer, **_):
        rewards = list(map(workload.reward, completion_ids, answer))
        groups = [rewards[i:i + workload.group] for i in range(0, len(rewards), workload.group)]
        measured["sampled_tokens"] = sum(map(len, completion_ids))
        measured["mean_reward"] = sum(rewards) / len(rewards)
        measured["silent_groups"] = sum(max(group) == min(group) for group in groups)
        return rewards

    class Timer(TrainerCallback):
        def on_step_begin(self, *_, **__):
            measured["sample_seconds"] = 0.0
            torch.manual_seed(measured["seed"])
            measured["begin"] = time.perf_counter()

        def on_step_end(self, *_, **__):
            measured["end"] = time.perf_counter()

    batch = len(workload.prompts) * workload.group
    with tempfile.TemporaryDirectory() as scratch:
        # Gradient checkpointing is on by default and saves memory that nothing here is short of.
        changes = {"gradient_checkpointing": False} if tuned else {}
        settings = RLOOConfig(
            output_dir=scratch, use_cpu=True, bf16=False, fp16=False, max_steps=1,
            per_device_train_batch_size=batch, gradient_accumulation_steps=1,
            num_generations=workload.group, max_completion_length=workload.maximum,
            temperature=workload.temperature, beta=workload.kl, learning_rate=workload.rate,
            lr_scheduler_type="constant", max_grad_norm=workload.clip,
            optim="adamw_torch_fused", adam_beta1=workload.betas[0],
            adam_beta2=workload.betas[1], adam_epsilon=workload.epsilon,
            weight_decay=workload.decay,
            **changes,
            shuffle_dataset=False, logging_strategy="no", save_strategy="no", report_to="none",
            disable_tqdm=True)
        trainer = RLOOTrainer(
            model=model, reward_funcs=reward, args=settings, processing_class=tokenizer,
            train_dataset=Dataset.from_dict({"prompt": texts, "answer": workload.answers}),
            callbacks=[Timer()])
    trainer.remove_callback(PrinterCallback)
    if set(trainer.eos_token_ids) != set(workload.stops):
        raise Failure(BAD_DATA, "TRL's generation would not end at the workload's stop tokens")

    generate, clip = model.generate, trainer.accelerator.clip_grad_norm_

    def timed_generate(*arguments, **keywords):
        begin = time.perf_counter()
        result = generate(*arguments, **keywords)
        measured["sample_seconds"] += time.perf_counter() - begin
        return result

    def noted_clip(*arguments, **keywords):
        measured["gradient_norm"] = clip(*arguments, **keywords)
        return measured["gradient_norm"]

    model.generate, trainer.accelerator.clip_grad_norm_ = timed_generate, noted_clip
    start = {name: tensor.clone() for name, tensor in model.state_dict().items()}

    def step(seed):
        model.load_state_dict(start)
        # So that this call of train() makes a fresh optimizer.
        trainer.optimizer = trainer.lr_scheduler = None
        measured.clear()
        measured["seed"] = seed
        trainer.train()
        seconds, norm = measured["end"] - measured["begin"], measured.get("gradient_norm")
        return {
            "seconds": seconds, "sample_seconds": measured["sample_seconds"],
            "train_seconds": seconds - measured["sample_seconds"],
            "sampled_tokens": measured["sampled_tokens"],
            "trained_tokens": measured["sampled_tokens"],
            "mean_reward": measured["mean_reward"], "silent_groups": measured["silent_groups"],
            "gradient_norm": None if norm is None else float(norm)}

    return step


def pretrained(folder, threads):
    """The works of `--form pretrained`, by name."""
    import torch
    from transformers import AutoModelForCausalLM

    if not (folder / "config.json").is_file():
        raise Failure(NO_INPUT, f"{folder}: there is no config.json")
    model = AutoModelForCausalLM.from_pretrained(
        folder, local_files_only=True, dtype=torch.float32)
    vocabulary = model.config.vocab_size

    def tokens(count):
        return torch.tensor([[(i * 7919 + 13) % vocabulary for i in range(count)]])

    prompt, text = tokens(24).expand(64, -1), tokens(513)

    def sample(seed):
        torch.manual_seed(seed)
        begin = time.perf_counter()
        with torch.no_grad():
            result = model.generate(
                prompt, attention_mask=torch.ones_like(prompt), do_sample=True, temperature=1.0,
                top_k=0, top_p=1.0, min_new_tokens=32, max_new_tokens=32, pad_token_id=0)
        seconds = time.perf_counter() - begin
        if result.shape[1] != prompt.shape[1] + 32:
            raise Failure(BAD_DATA, f"{folder}: generation ended early")
        return {"seconds": seconds}

    def train(_):
        begin = time.perf_counter()
        loss = torch.nn.functional.cross_entropy(model(text[:, :-1]).logits[0], text[0, 1:])
        loss.backward()
        return {"seconds": time.perf_counter() - begin, "loss": loss.item()}

    return {"sample": sample, "train": train}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workload", type=pathlib.Path, required=True, metavar="DIR")
    parser.add_argument("--form", choices=("loop", "trl", "trl-tuned", "pretrained"),
                        required=True)
    parser.add_argument("--threads", type=int, required=True, metavar="N")
    arguments = parser.parse_args()
    if arguments.threads < 1:
        parser.error("--threads: at least 1")

    # Read by libraries when they are imported; nothing is looked up on the network.
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(arguments.threads)
    os.environ |= {
        "HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1", "TOKENIZERS_PARALLELISM": "false",
        "CUDA_VISIBLE_DEVICES": ""}
    # What libraries print, from Python or not, goes to the standard error stream.
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)

    try:
        is_pretrained = arguments.form == "pretrained"
        workload = None if is_pretrained else Workload(arguments.workload)
        try:
            import torch
            import transformers
            trl = None
            if arguments.form.startswith("trl"):
                import datasets  # noqa: F401
                import trl
        except ImportError as error:
            raise Failure(
                UNAVAILABLE, f"--form {arguments.form} needs the Python packages torch, "
                "transformers (and trl for the forms of that name): pip install torch transformers"
                f"{' trl' if arguments.form.startswith('trl') else ''} ({error})")
        torch.set_num_threads(arguments.threads)
        torch.set_num_interop_threads(1)
        transformers.utils.logging.disable_progress_bar()
        try:
            if is_pretrained:
                works = pretrained(arguments.workload, arguments.threads)
            elif arguments.form == "loop":
                works = {"step": hand_written(workload, arguments.threads)}
            else:
                works = {"step": with_trl(
                    workload, arguments.threads, arguments.form == "trl-tuned")}
        except ImportError as error:
            raise Failure(UNAVAILABLE, f"a Python package lacks something: {error}")
        except Failure:
            raise
        except Exception as error:  # whatever libraries raise on files they cannot read
            reason = " ".join(str(error).split())
            raise Failure(BAD_DATA, f"{arguments.workload}: {type(error).__name__}: {reason}")
        print(json.dumps({
            "ready": True, "torch": torch.__version__, "transformers": transformers.__version__,
            "trl": trl and trl.__version__, "threads": arguments.threads}), file=answers)
        for line in sys.stdin:
            words = line.split()
            if words == ["quit"]:
                break
            if not words:
                continue
            if len(words) != 2 or words[0] not in works or not words[1].isdecimal():
                names = " or ".join(f"'{name} SEED'" for name in works)
                raise Failure(BAD_DATA, f"expected {names} or 'quit', not {line.strip()!r}")
            print(json.dumps(works[words[0]](int(words[1]))), file=answers)
    except Failure as failure:
        print(f"error: {failure}", file=sys.stderr)
        sys.exit(failure.status)


if __name__ == "__main__":
    main()
