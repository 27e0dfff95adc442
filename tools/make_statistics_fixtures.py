#!/usr/bin/env python3
"""Writes Tests/StatisticsTests/Fixtures/*.json from NumPy, SciPy, statsmodels and other libraries,
the reference for Statistics.

    python3 tools/make_statistics_fixtures.py

Needs numpy, scipy, statsmodels, rliable and vendi-score (with its scikit-learn). Deterministic: the same
versions give the same bytes. manifest.json holds the SHA-256 of every file, which the tests check, and
the versions used. A file whose numbers are the same to 1e-9 is left as it is, so that another version's
last digits change nothing.
"""

import hashlib
import json
from importlib.metadata import version
from math import comb
from pathlib import Path
from fractions import Fraction

import numpy
from scipy import stats
from sklearn.feature_extraction.text import CountVectorizer
from vendi_score import vendi

import association_fixtures
import misclassification_fixtures
import regression_fixtures

FOLDER = Path(__file__).resolve().parent.parent / "Tests" / "StatisticsTests" / "Fixtures"


def pass_at_k():
    rows = []
    for n in (1, 4, 32, 128, 1000):
        for c in sorted({0, 1, 2, 3, n // 4, n // 2, n - 1, n}):
            for k in (1, 4, 8, 16, 32, 100):
                if 0 <= c <= n and k <= n:
                    exact = 1 - Fraction(comb(n - c, k), comb(n, k))
                    rows.append({"n": n, "c": c, "k": k, "value": float(exact)})
    return rows


def samples(rng):
    sizes = (1, 2, 3, 4, 5, 7, 8, 12, 31, 100)
    return [
        draw(size).tolist()
        for size in sizes
        for draw in (
            lambda n: rng.normal(3, 2, n),
            lambda n: rng.lognormal(0, 2, n),
            lambda n: rng.integers(0, 4, n).astype(float),
        )
    ]


def summaries(rng):
    rows = []
    for values in samples(rng):
        row = {
            "values": values,
            "mean": numpy.mean(values),
            "median": numpy.median(values),
            "interquartileMean": stats.trim_mean(values, 0.25),
            "quantiles": [
                {"probability": p, "value": numpy.quantile(values, p, method="linear")}
                for p in (0, 0.025, 0.1, 0.25, 0.5, 0.77, 0.975, 1)
            ],
            "spread": [],
        }
        if len(values) > 1 and numpy.std(values) > 0:
            error = stats.sem(values)
            low, high = stats.t.interval(0.95, len(values) - 1, numpy.mean(values), error)
            row["spread"] = [numpy.std(values, ddof=1), error, low, high]
        rows.append(row)
    return rows


def student_t():
    rows = []
    for nu in (1, 2, 3, 5, 7.5, 11, 30, 100, 1000):
        for p in (0.6, 0.9, 0.95, 0.975, 0.995, 0.99999):
            t = stats.t.ppf(p, nu)
            # The tail of -t keeps the relative precision that 1 - cdf(t) would lose.
            rows.append({"nu": nu, "probability": p, "quantile": t, "tail": stats.t.cdf(-t, nu)})
    return rows


def improvement(rng):
    rows = []
    for m, n in ((1, 1), (3, 5), (10, 10), (40, 7)):
        first = rng.integers(0, 6, m).astype(float)
        second = rng.integers(0, 5, n).astype(float)
        u = stats.mannwhitneyu(first, second).statistic
        rows.append(
            {"first": first.tolist(), "second": second.tolist(), "probability": u / (m * n)}
        )
    return rows


def questions(rng, count):
    """Questions in the manner of the embedded world, some of them repeated."""
    names = ("Dan", "Bob", "Fay", "Jim")
    operations = ("plus1", "times7", "mirror", "rev")
    texts = []
    for _ in range(count):
        if texts and rng.random() < 0.2:
            texts.append(texts[rng.integers(len(texts))])
            continue
        chain = rng.permutation(names)[: rng.integers(2, 5)]
        digits = rng.integers(0, 10, 3)
        sentences = [f"{chain[0]} has {digits[0]} {digits[1]} {digits[2]} ."]
        for parent, child in zip(chain, chain[1:]):
            sentences.append(f"{parent} {operations[rng.integers(4)]} {child} .")
        texts.append(f"Q {' '.join(sentences)} {chain[-1]} ?")
    return texts


def cosines(vectors):
    unit = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)
    return unit @ unit.T


def orders_of(kernel):
    """Orders below 1 only where no eigenvalue is a zero that rounding has moved."""
    return (0.5, 1, 2, 7.5, "inf") if numpy.linalg.eigvalsh(kernel)[0] > 1e-6 else (1, 2, 7.5, "inf")


def scores_of(kernel):
    return [
        {"order": str(order), "score": float(vendi.score_K(kernel, q=order))}
        for order in orders_of(kernel)
    ]


def vendi_scores(rng):
    """Of dense vectors, with the eigenvalues of the kernel over n, from the vendi-score package."""
    rows = []
    for count, width in ((1, 3), (2, 2), (5, 8), (12, 3), (40, 60)):
        vectors = rng.normal(0.3, 1, (count, width)).round(6)
        kernel = cosines(vectors)
        rows.append(
            {
                "vectors": vectors.tolist(),
                "eigenvalues": numpy.linalg.eigvalsh(kernel / count).tolist(),
                "scores": scores_of(kernel),
            }
        )
    alike = numpy.ones((4, 2))
    apart = numpy.eye(6)
    for vectors in (alike, apart):
        kernel = cosines(vectors)
        rows.append(
            {
                "vectors": vectors.tolist(),
                "eigenvalues": numpy.linalg.eigvalsh(kernel / len(vectors)).tolist(),
                "scores": scores_of(kernel),
            }
        )
    return rows


def text_diversity(rng):
    """Of texts, by scikit-learn's bags of words and pairs of words."""
    rows = []
    for count in (2, 10, 48):
        texts = questions(rng, count)
        bags = CountVectorizer(
            tokenizer=str.split, token_pattern=None, lowercase=False, ngram_range=(1, 2)
        ).fit_transform(texts).toarray().astype(float)
        kernel = cosines(bags)
        pairs = kernel[numpy.triu_indices(count, 1)]
        distinct = []
        for size in (1, 2, 3):
            grams = [
                tuple(words[i : i + size])
                for words in map(str.split, texts)
                for i in range(len(words) - size + 1)
            ]
            distinct.append(len(set(grams)) / len(grams))
        rows.append(
            {
                "texts": texts,
                "scores": scores_of(kernel),
                "meanPairwiseDistance": float(numpy.mean(1 - pairs)),
                "distinct": distinct,
                "distinctShare": len(set(texts)) / count,
            }
        )
    return rows


def alike(old, new):
    """Whether two JSON values are equal but for the last digits of numbers."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() == new.keys() and all(alike(old[key], new[key]) for key in old)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(alike, old, new))
    if isinstance(old, (int, float)) and isinstance(new, (int, float)):
        return abs(old - new) <= 1e-9 * abs(old) + 1e-13
    return old == new


def main():
    rng = numpy.random.default_rng(20260118)
    fixtures = {
        "pass_at_k.json": pass_at_k(),
        "summaries.json": summaries(rng),
        "student_t.json": student_t(),
        "improvement.json": improvement(rng),
        "vendi.json": vendi_scores(rng),
        "text_diversity.json": text_diversity(rng),
    }
    fixtures |= association_fixtures.fixtures(20260118) | regression_fixtures.fixtures(20260118)
    fixtures |= misclassification_fixtures.fixtures(20260118)
    FOLDER.mkdir(parents=True, exist_ok=True)
    digests = {}
    for name, rows in fixtures.items():
        text = "[\n" + ",\n".join(json.dumps(row, allow_nan=False) for row in rows) + "\n]\n"
        path = FOLDER / name
        if path.exists() and alike(json.loads(path.read_text()), json.loads(text)):
            text = path.read_text()
        path.write_text(text)
        digests[name] = hashlib.sha256(text.encode()).hexdigest()
    # By tools/make_inference_fixtures.R and tools/wild_bootstrap_fixtures.py.
    for name in ("cluster_errors.json", "crossed_means.json", "wild_bootstrap.json"):
        digests[name] = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
    manifest = {
        "generator": "tools/make_statistics_fixtures.py",
        "versions": {
            name: version(name)
            for name in ("numpy", "scipy", "rliable", "scikit-learn", "statsmodels", "vendi-score")
        },
        "sha256": digests,
    }
    (FOLDER / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


if __name__ == "__main__":
    main()
