#!/usr/bin/env python3
"""Writes Tests/StatisticsTests/Fixtures/wild_bootstrap.json: p-values of the wild cluster bootstrap by
wildboottest 0.3.2 (NumPy 2.4.6, pandas 2.3.3, statsmodels 0.15.0), the reference for
OrdinaryLeastSquares.wildBootstrap.

    python3 tools/wild_bootstrap_fixtures.py

Webb's six weights, null imposed, CR1 in the statistic, as `bootstrap_type="11"`. Both programs draw at
random, so p-values agree up to Monte Carlo error: `error` is the reference's own standard error,
sqrt(p (1 - p) / draws). Run tools/make_statistics_fixtures.py afterwards: it writes the manifest.
"""

import json
from pathlib import Path

import numpy
import pandas
import statsmodels.api as sm
from wildboottest.wildboottest import wildboottest

FILE = Path(__file__).resolve().parent.parent / "Tests/StatisticsTests/Fixtures/wild_bootstrap.json"
DRAWS = 199_999


def row(rng, clusters, size, slope, intercept):
    cluster = numpy.repeat(numpy.arange(clusters), size)
    x = (rng.normal(size=clusters * size) + 0.5 * rng.normal(size=clusters)[cluster]).round(2)
    y = (slope * x + rng.normal(size=clusters * size) + 0.7 * rng.normal(size=clusters)[cluster]).round(2)
    design = pandas.DataFrame({"x": x})
    if intercept:
        design.insert(0, "intercept", 1.0)
    result = wildboottest(
        sm.OLS(y, design), param="x", cluster=pandas.Series(cluster), B=DRAWS, weights_type="webb",
        impose_null=True, bootstrap_type="11", seed=1, show=False,
    )
    p = float(result["p-value"].iloc[0])
    return {
        "x": x.tolist(), "outcome": y.tolist(), "clusters": cluster.tolist(), "intercept": intercept,
        "p": p, "error": (p * (1 - p) / DRAWS) ** 0.5,
    }


def main():
    rng = numpy.random.default_rng(20261127)
    rows = [
        row(rng, clusters, size, slope, intercept)
        for clusters, size, slope in ((5, 8, 0.4), (8, 6, 0.3), (12, 5, 0.25))
        for intercept in (True, False)
    ]
    FILE.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


if __name__ == "__main__":
    main()
