#!/usr/bin/env python3
"""Does it pay to let datasets share questions? A simulation behind docs/statistics.md.

Twelve students a step, sixteen or 32 questions each. A pool of questions is dealt out so that every question
lies in `o` datasets (soar.datasetsPerQuestion, 1 by default). Each question adds its own effect to the gain of a
student, whose luck is such that one student's reward has the intraclass correlation `icc`. Credit of
a question: the mean of its datasets' centred rewards, or the best linear prediction of its effect from
all rewards (ridge regression with the true variances, which no rule can beat on average).

Printed: (sum of credit x effect) / |credit| / (standard deviation of an effect): how far a teacher
moves in the right direction per length of its step, if the documents' gradients are orthogonal.

    python3 tools/overlap_simulation.py        needs numpy; about 30 s
"""

import numpy

DATASETS, STEPS = 12, 4000


def gain(rng, overlap, icc, size):
    pool = DATASETS * size // overlap
    variance = icc / size
    luck = 1 - icc
    gains = []
    for _ in range(STEPS):
        effects = rng.standard_normal(pool) * variance**0.5
        deals = [rng.permutation(pool).reshape(-1, size) for _ in range(overlap)]
        membership = numpy.zeros((DATASETS, pool))
        for row, questions in enumerate(numpy.concatenate(deals)):
            membership[row, questions] = 1
        rewards = membership @ effects + rng.standard_normal(DATASETS) * luck**0.5
        centred = rewards - rewards.mean()
        design = membership - membership.mean(0)
        mean = design.T @ centred
        covariance = variance * design @ design.T + luck * numpy.eye(DATASETS)
        best = design.T @ numpy.linalg.solve(covariance, centred)
        gains.append([c @ effects / numpy.linalg.norm(c) for c in (mean, best)])
    return numpy.mean(gains, 0) / variance**0.5


print("n   icc  overlap  mean  best linear")
for size, icc, overlaps in (
    (16, 0.2, (1, 2, 3, 4, 6)),
    (16, 0.4, (1, 2, 3, 4, 6)),
    (16, 0.6, (1, 2, 3, 4, 6)),
    (32, 0.4, (1, 2, 3)),
):
    for overlap in overlaps:
        mean, best = gain(numpy.random.default_rng(1), overlap, icc, size)
        print(f"{size}  {icc:.1f}  {overlap:7d}  {mean:.2f}  {best:.2f}")
