#!/usr/bin/env python3
"""Writes notebooks-md/selfplay-{1,2,3}.jsonl: what TRL's GRPOTrainer would log of a teacher that writes
questions, in three runs. The logs are SYNTHETIC: no model wrote them.

    python3 tools/make_foreign_log.py

Planted, so that an analysis can be checked against the truth:
- within a step, each number in a question adds 0.05 to its reward (numbers: 1 to 6, at random);
- sentences without numbers have no effect within a step;
- over the steps questions get longer, and the reward rises for another reason. Over all rows, words
  therefore go with the reward; within steps they do not, given the numbers;
- three answers of ten are wrong, and that has no effect.
Noise of the reward: normal, standard deviation 0.1. Python's own generator, seeded: the same bytes each time.
"""

import json
import random
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "notebooks-md"
STEPS, QUESTIONS = 12, 16
NAMES = ["Ada", "Ben", "Chen", "Dina", "Emre", "Fay", "Gil", "Hana"]
THINGS = ["apples", "stamps", "coins", "books", "shells", "cards"]
FILLERS = [
    "It is a quiet day.", "The old harbour is near.", "Some friends come along to help.", "Lunch has to wait.",
    "The rain has stopped at last.", "Most of the others are still asleep.", "A dog barks somewhere behind the house.",
]
VERBS = ["finds", "buys", "wins", "collects", "is given"]


def question(rng, step):
    count = rng.randint(1, 6)
    numbers = [rng.randint(2, 99) for _ in range(count)]
    name, thing = rng.choice(NAMES), rng.choice(THINGS)
    sentences = []
    for position, number in enumerate(numbers):
        verb = "has" if position == 0 else rng.choice(VERBS)
        sentences.append(f"{name} {verb} {number} {thing}.")
    for _ in range(rng.randint(0, 4 + step)):
        sentences.insert(rng.randint(1, len(sentences)), rng.choice(FILLERS))
    sentences.append(rng.choice([f"How many {thing} does {name} have now?", f"Find the number of {thing}."]))
    total = sum(numbers)
    answer = total if rng.random() < 0.7 else total + rng.choice([-10, -1, 1, 10])
    reward = 0.1 + 0.02 * step + 0.05 * (count - 3.5) + rng.gauss(0, 0.1)
    return " ".join(sentences), answer, reward


def main():
    for seed in (1, 2, 3):
        rng = random.Random(seed)
        lines = []
        for step in range(STEPS):
            rows = [question(rng, step) for _ in range(QUESTIONS)]
            mean = sum(row[2] for row in rows) / QUESTIONS
            for text, answer, reward in rows:
                lines.append({
                    "step": step,
                    "prompt": "Write one problem for a student, and its answer.",
                    "completion": f"<question>{text}</question>\n\\boxed{{{answer}}}",
                    "student_gain": round(reward, 4),
                    "advantage": round(reward - mean, 4),
                })
        path = FOLDER / f"selfplay-{seed}.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        print(f"{path}: {len(lines)} lines")


if __name__ == "__main__":
    main()
