#!/usr/bin/env python3
"""Coverage of the jackknife interval of an indirect slope, and false verdicts where there is none: runs of
12 steps of 4 datasets, y = 0.3 x + b m + noise, m = a x + noise, heavy-tailed noise. The numbers of
docs/statistics.md, section Mediation. Takes a minute.

    python3 tools/mediation_simulation.py
"""

import numpy
from scipy import stats

STEPS, DATASETS, REPLICATES = 12, 4, 4000


def within(column):
    return column - column.mean(axis=2, keepdims=True)


def indirect(products):
    xx, xm, mm, xy, my = products.sum(axis=1)
    return xy / xx - (xy * mm - xm * my) / (xx * mm - xm**2)


def simulate(rng, runs, a, b):
    """Shares of intervals that cover a b, and that exclude zero."""
    covered = excluded = 0
    reach = stats.t.ppf(0.975, runs - 1)
    for _ in range(REPLICATES):
        x = 3 * rng.integers(0, 17, (runs, STEPS, DATASETS)) / 16
        m = a * x + rng.normal(size=x.shape)
        y = 0.3 * x + b * m + rng.standard_t(4, size=x.shape)
        x, m, y = within(x), within(m), within(y)
        products = numpy.array([(u * v).sum(axis=(1, 2)) for u, v in ((x, x), (x, m), (m, m), (x, y), (m, y))])
        value = indirect(products)
        left = numpy.array([indirect(numpy.delete(products, run, axis=1)) for run in range(runs)])
        error = numpy.sqrt((runs - 1) / runs * ((left - left.mean()) ** 2).sum())
        covered += abs(value - a * b) < reach * error
        excluded += abs(value) > reach * error
    return 100 * covered / REPLICATES, 100 * excluded / REPLICATES


def main():
    rng = numpy.random.default_rng(20261127)
    for a, b in ((0.5, 0.5), (0.5, 0), (0, 0.5), (0, 0)):
        cells = ["{:.1f} covered, {:.1f} excluded".format(*simulate(rng, runs, a, b)) for runs in (3, 5, 8)]
        print(f"a {a}, b {b}: " + "; ".join(cells))


if __name__ == "__main__":
    main()
