"""Reference values for regressions, from statsmodels and from exact rational arithmetic.

Least squares on ill-conditioned columns loses digits in any double-precision library, statsmodels
included. Its references are therefore computed in fractions from the same definitions, and statsmodels
has to agree with them to what the condition number allows.
"""

from fractions import Fraction
from itertools import combinations
from math import factorial

import numpy
from scipy import optimize, stats
import statsmodels.api as sm


def solve(matrix, right):
    """The inverse times several right sides, by Gauss and Jordan in fractions."""
    n = len(matrix)
    rows = [list(a) + list(b) for a, b in zip(matrix, right)]
    for i in range(n):
        pivot = next(r for r in range(i, n) if rows[r][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for r in range(n):
            if r != i and rows[r][i] != 0:
                factor = rows[r][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [row[n:] for row in rows]


def root(value):
    """The square root of a fraction whose parts may not fit into a double."""
    return float(numpy.sqrt(float(value)))


def exact_ols(design, outcome, groups):
    """Coefficients and standard errors of every kind, without rounding."""
    x = [[Fraction(float(v)) for v in row] for row in design]
    y = [Fraction(float(v)) for v in outcome]
    n, k = len(x), len(x[0])
    gram = [[sum(row[i] * row[j] for row in x) for j in range(k)] for i in range(k)]
    inverse = solve(gram, [[Fraction(int(i == j)) for j in range(k)] for i in range(k)])
    moments = [sum(row[i] * value for row, value in zip(x, y)) for i in range(k)]
    beta = [sum(a * b for a, b in zip(row, moments)) for row in inverse]
    residuals = [value - sum(a * b for a, b in zip(row, beta)) for row, value in zip(x, y)]
    unexplained = sum(e * e for e in residuals)
    # Each row's pull on the coefficients.
    pulls = [
        [e * sum(a * b for a, b in zip(line, row)) for line in inverse] for row, e in zip(x, residuals)
    ]
    labels = sorted(set(groups))
    sums = [
        [sum(pull[i] for pull, group in zip(pulls, groups) if group == label) for i in range(k)]
        for label in labels
    ]
    g = len(labels)
    variances = {
        "classical": [inverse[i][i] * unexplained / (n - k) for i in range(k)],
        "heteroscedastic": [sum(p[i] ** 2 for p in pulls) * Fraction(n, n - k) for i in range(k)],
        "clustered": [
            sum(s[i] ** 2 for s in sums) * Fraction(g, g - 1) * Fraction(n - 1, n - k) for i in range(k)
        ],
    }
    return beta, {kind: [root(v) for v in values] for kind, values in variances.items()}, unexplained


def inference(beta, errors, reference):
    rows = []
    for value, error in zip(beta, errors):
        t = value / error
        reach = reference.ppf(0.975) * error
        rows.append([value, error, t, 2 * reference.sf(abs(t)), value - reach, value + reach])
    return rows


def statsmodels_agrees(design, outcome, groups, beta, errors, tolerance):
    model = sm.OLS(outcome, design)
    for kind, options in {
        "classical": {},
        "heteroscedastic": {"cov_type": "HC1"},
        "clustered": {"cov_type": "cluster", "cov_kwds": {"groups": groups}},
    }.items():
        fit = model.fit(**options)
        assert numpy.allclose(fit.params, beta, rtol=tolerance), (kind, fit.params, beta)
        assert numpy.allclose(fit.bse, errors[kind], rtol=tolerance), (kind, fit.bse, errors[kind])
    fit = model.fit(cov_type="cluster", cov_kwds={"groups": groups}, use_t=True)
    g = len(set(groups.tolist()))
    assert numpy.allclose(fit.pvalues, 2 * stats.t.sf(numpy.abs(fit.tvalues), g - 1))
    return model.fit()


def clusters(rng, n, count):
    """Of unequal size, none empty."""
    weights = numpy.arange(1, count + 1) / (count * (count + 1) / 2)
    rest = rng.choice(count, n - count, p=weights)
    return rng.permutation(numpy.concatenate([numpy.arange(count), rest]))


def data_sets(rng):
    """Columns, outcome, clusters, and how closely statsmodels is expected to come."""
    def outcome(columns, groups, heavy=False):
        noise = rng.standard_t(2, len(columns)) if heavy else rng.normal(size=len(columns))
        return columns.sum(axis=1) + 0.5 * rng.normal(size=groups.max() + 1)[groups] + noise

    for n, k, g in ((4, 1, 2), (7, 2, 3), (40, 3, 8), (90, 5, 6)):
        columns, groups = rng.normal(size=(n, k)), clusters(rng, n, g)
        yield "plain", columns, outcome(columns, groups), groups, 1e-9
    columns, groups = rng.integers(0, 3, (60, 2)).astype(float), clusters(rng, 60, 10)
    yield "ties", columns, outcome(columns, groups, heavy=True), groups, 1e-9
    columns, groups = rng.normal(size=(50, 3)) + [1e6, -1e6, 3e6], clusters(rng, 50, 7)
    yield "offset", columns, outcome(columns - [1e6, -1e6, 3e6], groups) + 1e6, groups, 2e-2
    columns, groups = rng.normal(size=(50, 3)), clusters(rng, 50, 7)
    columns[:, 2] = columns[:, 0] - columns[:, 1] + 1e-6 * rng.normal(size=50)
    yield "collinear", columns, outcome(columns, groups), groups, 1e-3
    columns, groups = rng.normal(size=(30, 3)) * [1e-3, 1.0, 1e4], clusters(rng, 30, 4)
    yield "scales", columns, outcome(columns * [1e3, 1, 1e-4], groups), groups, 1e-3
    columns, groups = rng.standard_cauchy(size=(80, 2)), clusters(rng, 80, 12)
    yield "heavy tails", columns, outcome(columns, groups, heavy=True), groups, 1e-9


def regressions(rng):
    rows = []
    for name, columns, y, groups, tolerance in data_sets(rng):
        n, k = columns.shape
        design = numpy.column_stack([numpy.ones(n), columns])
        beta, errors, unexplained = exact_ols(design, y, groups.tolist())
        outcomes = [Fraction(float(v)) for v in y]
        mean = sum(outcomes) / n
        total = sum((v - mean) ** 2 for v in outcomes)
        df, g = n - k - 1, len(set(groups.tolist()))
        centred = columns - columns.mean(axis=0)
        scale = centred.std(axis=0) / float(y.std())
        floats = [float(b) for b in beta]
        fit = statsmodels_agrees(design, y, groups, floats, errors, tolerance)
        r_squared = float(1 - unexplained / total)
        assert abs(fit.rsquared - r_squared) < 1e-6
        rows.append(
            {
                "name": name,
                "columns": columns.T.tolist(),
                "outcome": y.tolist(),
                "groups": groups.tolist(),
                "classical": inference(floats, errors["classical"], stats.t(df)),
                "heteroscedastic": inference(floats, errors["heteroscedastic"], stats.t(df)),
                "clustered": inference(floats, errors["clustered"], stats.t(g - 1)),
                "rSquared": r_squared,
                "adjustedRSquared": float(1 - unexplained / total * Fraction(n - 1, df)),
                "standardized": (numpy.array(floats[1:]) * scale).tolist(),
            }
        )
    return rows


def within_groups(rng):
    """Regressions with a dummy for each group, and with its product with time."""
    rows = []
    for n, k, g, trend, offset in ((24, 1, 3, False, 0), (60, 2, 8, False, 1e6), (50, 2, 5, True, 0), (80, 3, 6, True, 1e3)):
        groups = clusters(rng, n, g)
        time = rng.integers(0, 12, n).astype(float)
        base = rng.normal(size=g)[groups] + 0.2 * time * rng.normal(size=g)[groups]
        columns = rng.normal(size=(n, k)) + base[:, None]
        y = columns.sum(axis=1) * 0.4 + 2 * base + rng.normal(size=n) + offset
        columns = columns + offset
        dummies = (groups[:, None] == numpy.arange(g)).astype(float)
        if trend:
            # A group of one time has no trend of its own.
            steep = [i for i in range(g) if numpy.ptp(time[groups == i]) > 0]
            dummies = numpy.column_stack([dummies, dummies[:, steep] * time[:, None]])
        design = numpy.column_stack([columns, dummies])
        beta, errors, unexplained = exact_ols(design, y, groups.tolist())
        floats = [float(b) for b in beta]
        df = n - design.shape[1]
        statsmodels_agrees(design, y, groups, floats, errors, 1e-5 if offset else 1e-8)
        rows.append(
            {
                "columns": columns.T.tolist(),
                "outcome": y.tolist(),
                "groups": groups.tolist(),
                "time": time.tolist() if trend else [],
                "degreesOfFreedom": df,
                "classical": inference(floats[:k], errors["classical"], stats.t(df)),
                "heteroscedastic": inference(floats[:k], errors["heteroscedastic"], stats.t(df)),
                "clustered": inference(floats[:k], errors["clustered"], stats.t(g - 1)),
                "residualVariance": float(unexplained / df),
            }
        )
    return rows


def importances(rng):
    """Shapley values by brute force over statsmodels' R^2 of every subset."""
    rows = []
    for n, k in ((12, 1), (30, 2), (40, 4), (120, 6)):
        columns = rng.normal(size=(n, k)) + rng.normal(size=(n, 1))
        if k == 6:
            columns[:, 5] = columns[:, 0] + 1e-3 * rng.normal(size=n)
        y = columns @ rng.normal(size=k) + rng.normal(size=n)
        worth = {}
        for size in range(k + 1):
            for subset in combinations(range(k), size):
                design = numpy.column_stack([numpy.ones(n), columns[:, subset]])
                worth[frozenset(subset)] = sm.OLS(y, design).fit().rsquared if subset else 0.0
        shares = []
        for column in range(k):
            share = 0.0
            for subset, value in worth.items():
                if column not in subset:
                    weight = factorial(len(subset)) * factorial(k - 1 - len(subset)) / factorial(k)
                    share += weight * (worth[subset | {column}] - value)
            shares.append(share)
        rows.append(
            {
                "columns": columns.T.tolist(),
                "outcome": y.tolist(),
                "shares": shares,
                "rSquared": worth[frozenset(range(k))],
            }
        )
    return rows


def logistic(rng):
    rows = []
    for n, k, g, offset in ((15, 1, 3, 0), (60, 2, 8, 0), (200, 4, 12, 0), (100, 2, 6, 1e4)):
        groups = clusters(rng, n, g)
        columns = rng.normal(size=(n, k)) * numpy.arange(1, k + 1)
        odds = 0.6 * columns.sum(axis=1) - 0.3 + 0.5 * rng.normal(size=g)[groups]
        y = (rng.uniform(size=n) < 1 / (1 + numpy.exp(-odds))).astype(float)
        # Newton's method squares the condition number: statsmodels sees centred columns, and its
        # intercept is moved back.
        design = numpy.column_stack([numpy.ones(n), columns])
        model = sm.Logit(y, design)
        options = {"method": "newton", "maxiter": 200, "tol": 1e-15, "disp": 0}
        plain = model.fit(**options)
        robust = model.fit(**options, cov_type="cluster", cov_kwds={"groups": groups})
        # statsmodels finds the likelihood of the intercept alone by iteration, to ten digits.
        null = (y * numpy.log(y.mean()) + (1 - y) * numpy.log(1 - y.mean())).sum()
        assert abs(plain.llnull - null) < 1e-6
        back = numpy.eye(k + 1)
        back[0, 1:] = -offset

        def table(fit):
            errors = numpy.sqrt(numpy.diag(back @ fit.cov_params() @ back.T))
            return inference(back @ fit.params, errors, stats.norm)

        rows.append(
            {
                "columns": (columns + offset).T.tolist(),
                "outcome": y.tolist(),
                "groups": groups.tolist(),
                "classical": table(plain),
                "clustered": table(robust),
                "logLikelihood": plain.llf,
                "nullLogLikelihood": null,
                "pseudoRSquared": 1 - plain.llf / null,
                "pValue": stats.chi2.sf(2 * (plain.llf - null), k),
            }
        )
    return rows


def separations(rng):
    """Whether classes overlap, touch or part, decided by linear programming (Konis 2007)."""
    rows = []
    for index in range(60):
        n, k = int(rng.integers(5, 14)), int(rng.integers(1, 4))
        columns = rng.integers(-2, 3, (n, k)).astype(float)
        y = (columns[:, 0] + rng.normal(scale=0.2 + index / 50, size=n) > 0).astype(float)
        design = numpy.column_stack([numpy.ones(n), columns])
        if y.min() == y.max() or numpy.linalg.matrix_rank(design) < k + 1 or n < k + 2:
            continue
        sided = (2 * y - 1)[:, None] * design
        touching = optimize.linprog(-sided.sum(axis=0), A_ub=-sided, b_ub=numpy.zeros(n), bounds=(-1, 1))
        apart = optimize.linprog(
            [0.0] * (k + 1) + [-1.0],
            A_ub=numpy.column_stack([-sided, numpy.ones(n)]),
            b_ub=numpy.zeros(n),
            bounds=[(-1, 1)] * (k + 1) + [(None, 1)],
        )
        kind = "complete" if -apart.fun > 1e-9 else "quasi" if -touching.fun > 1e-9 else "overlap"
        rows.append({"columns": columns.T.tolist(), "outcome": y.tolist(), "kind": kind})
    return rows


def fixtures(seed):
    makers = {
        "regressions": regressions,
        "within_groups": within_groups,
        "importances": importances,
        "logistic": logistic,
        "separations": separations,
    }
    # A generator for each file, so that cases added to one leave the others alone.
    return {
        f"{name}.json": make(numpy.random.default_rng([seed, 100 + index]))
        for index, (name, make) in enumerate(makers.items())
    }
