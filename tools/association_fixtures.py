"""Reference values for correlations, distributions, reliability and tests, from SciPy and statsmodels."""

from itertools import permutations, product

import numpy
import statsmodels.api as sm
from scipy import stats
from rliable import library, metrics
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm
from statsmodels.stats.multitest import multipletests
from vendi_score import vendi


def distributions():
    rows = []

    def add(family, parameters, frozen, points, probabilities):
        for x in points:
            lower, upper = frozen.cdf(x), frozen.sf(x)
            if min(lower, upper) > 1e-290:
                rows.append(
                    {"family": family, "parameters": parameters, "x": x, "lower": lower, "upper": upper}
                )
        for p in probabilities:
            rows.append(
                {"family": family, "parameters": parameters, "probability": p, "x": frozen.ppf(p)}
            )

    middle = (0.001, 0.025, 0.2, 0.5, 0.8, 0.975, 0.999)
    add("normal", [], stats.norm, (-36.0, -8.0, -1.96, -1e-6, 0.0, 0.3, 2.5, 5.0, 12.0, 36.0), middle)
    for nu in (1, 2, 3.5, 10, 57, 1000, 1e6):
        points = (-40.0, -7.0, -2.0, -1e-4, 0.5, 1.96, 6.0, 25.0)
        add("t", [nu], stats.t(nu), points, (0.003, 0.2, 0.6, 0.975, 0.9999))
    for d1, d2 in ((1, 1), (2, 9), (5, 3), (7, 120), (60, 180), (300, 4), (999, 3000), (4, 1e6)):
        points = (1e-3, 0.1, 0.7, 1.0, 1.4, 3.0, 12.0, 80.0)
        add("f", [d1, d2], stats.f(d1, d2), points, middle)
    for df in (1, 2, 3, 7.5, 19, 40, 300, 20000):
        points = [df * scale for scale in (0.01, 0.2, 0.9, 1.0, 1.1, 1.5, 2.5, 8.0)]
        add("chiSquared", [df], stats.chi2(df), points, ())
    return rows


def fisher(r, error, level):
    """The interval that is symmetric in atanh."""
    reach = error * stats.norm.ppf((1 + level) / 2)
    with numpy.errstate(divide="ignore"):
        return [numpy.tanh(numpy.arctanh(r) - reach), numpy.tanh(numpy.arctanh(r) + reach)]


def columns(rng):
    """Pairs of columns that a correlation may meet."""
    def noisy(n, slope=0.5):
        x = rng.normal(size=n)
        return x, slope * x + rng.normal(size=n)

    yield [1.0, 2.0], [5.0, 3.0]
    yield [1.0, 2.0, 4.0], [2.0, 1.0, 7.0]
    yield [1.0, 1.0, 2.0], [2.0, 3.0, 3.0]
    yield noisy(4)
    yield noisy(5)
    yield noisy(12)
    yield noisy(33)
    yield noisy(34, 0.2)
    yield noisy(34, -3)
    yield noisy(150, 0.05)
    yield rng.integers(0, 4, 20), rng.integers(0, 3, 20)
    yield rng.integers(0, 2, 60), rng.normal(size=60)
    yield rng.integers(0, 5, 120), rng.integers(0, 2, 120)
    yield (1e6 + column for column in noisy(50))
    yield (1e-9 * column for column in noisy(25, -1))
    yield rng.standard_cauchy(40), rng.standard_cauchy(40)
    x = numpy.arange(40.0)
    yield x, numpy.exp(x / 4)
    y = x.copy()
    y[[7, 8]] = y[[8, 7]]
    yield x, -y
    yield noisy(300, 2)


def correlations(rng):
    rows = []
    for x, y in columns(rng):
        x, y = numpy.asarray(x, float), numpy.asarray(y, float)
        n = len(x)
        pearson = stats.pearsonr(x, y)
        low, high = pearson.confidence_interval(0.95)
        row = {"x": x.tolist(), "y": y.tolist()}
        row["pearson"] = [pearson.statistic, pearson.pvalue, low, high]
        rho = stats.spearmanr(x, y)
        # Two pairs leave SciPy's t without degrees of freedom.
        p = rho.pvalue if n > 2 else 1.0
        interval = fisher(rho.statistic, numpy.sqrt((1 + rho.statistic**2 / 2) / (n - 3)), 0.95) if n > 3 else [-1, 1]
        row["spearman"] = [rho.statistic, p, *interval]
        tau = stats.kendalltau(x, y)
        interval = fisher(tau.statistic, numpy.sqrt(0.437 / (n - 4)), 0.95) if n > 4 else [-1, 1]
        row["kendall"] = [tau.statistic, tau.pvalue, *interval]
        rows.append(row)
    return rows


def partial_correlations(rng):
    rows = []
    for n, k, offset in ((8, 1, 0), (30, 2, 0), (60, 4, 1e6), (6, 3, 0), (200, 3, -50)):
        given = rng.normal(size=(n, k)) + offset
        shared = (given - offset).sum(axis=1)
        x = shared + rng.normal(size=n)
        y = 0.7 * shared + 0.3 * x + rng.standard_t(3, size=n)
        design = numpy.column_stack([numpy.ones(n), given - given.mean(axis=0)])
        rest = [column - design @ numpy.linalg.lstsq(design, column)[0] for column in (x, y)]
        r = stats.pearsonr(*rest).statistic
        df = n - 2 - k
        t = r * numpy.sqrt(df / (1 - r * r))
        interval = fisher(r, 1 / numpy.sqrt(n - 3 - k), 0.95) if n - 3 - k > 0 else [-1, 1]
        rows.append(
            {
                "x": x.tolist(),
                "y": y.tolist(),
                "given": given.T.tolist(),
                "values": [r, 2 * stats.t.sf(abs(t), df), *interval],
            }
        )
    return rows


def reliabilities(rng):
    """One-way intraclass correlations by pingouin's formulas, from statsmodels' mean squares."""
    rows = []
    shapes = ((2, 2, 1), (6, 4, 1), (10, 3, 0), (25, 4, 3), (300, 4, 0.5))
    for items, repeats, spread in shapes:
        scores = 1e3 * (spread > 2) + spread * rng.normal(size=(items, 1)) + rng.normal(size=(items, repeats))
        frame = {"score": scores.ravel(), "item": numpy.repeat(numpy.arange(items), repeats)}
        table = anova_lm(ols("score ~ C(item)", frame).fit())
        between, within = scores.mean(axis=1).var(ddof=1) * repeats, scores.var(axis=1, ddof=1).mean()
        assert numpy.allclose(table["mean_sq"], [between, within], rtol=1e-6)
        d1, d2 = items - 1, items * (repeats - 1)
        f = between / within
        low = f / stats.f.ppf(0.975, d1, d2)
        high = f * stats.f.ppf(0.975, d2, d1)
        rows.append(
            {
                "scores": scores.tolist(),
                "single": [(v - 1) / (v + repeats - 1) for v in (f, low, high)],
                "average": [1 - 1 / v for v in (f, low, high)],
                "test": [f, stats.f.sf(f, d1, d2)],
            }
        )
    return rows


def adjusted(rng):
    rows = []
    for values in ([0.03], [0.01, 0.04, 0.03], [0.5, 0.9, 1.0, 0.0], rng.uniform(size=20) ** 4):
        values = numpy.asarray(values)
        rows.append(
            {
                "values": values.tolist(),
                "holm": multipletests(values, method="holm")[1].tolist(),
                "benjaminiHochberg": multipletests(values, method="fdr_bh")[1].tolist(),
            }
        )
    return rows


def orders(blocks):
    """All orders of rows within blocks."""
    rows = [numpy.flatnonzero(blocks == block) for block in numpy.unique(blocks)]
    for arrangement in product(*(permutations(block) for block in rows)):
        order = numpy.arange(len(blocks))
        for block, arranged in zip(rows, arrangement):
            order[block] = arranged
        yield order


def exact_permutations(rng):
    rows = []
    for blocks in ([0] * 5, [0] * 6, [0, 0, 1, 1, 1, 0], [0, 1, 0, 1, 0, 1, 2]):
        blocks = numpy.array(blocks)
        n = len(blocks)
        dummies = (blocks[:, None] == numpy.unique(blocks)).astype(float)

        def within(column):
            return column - dummies @ numpy.linalg.lstsq(dummies, column)[0]

        x = rng.normal(size=n).round(1) + blocks
        y = (0.8 * x + rng.normal(size=n)).round(1) + 5 * blocks
        given = rng.normal(size=n)
        u, v = within(x), within(y)

        def correlation(column):
            return abs(stats.pearsonr(column, v).statistic)

        reached = [correlation(u[order]) >= correlation(u) - 1e-12 for order in orders(blocks)]
        if blocks.max() == 0:
            scipy = stats.permutation_test(
                (u,), correlation, permutation_type="pairings", alternative="greater", n_resamples=numpy.inf
            )
            assert abs(scipy.pvalue - numpy.mean(reached)) < 1e-12

        design = numpy.column_stack([dummies, given])

        def rest(column):
            return column - design @ numpy.linalg.lstsq(design, column)[0]

        left_x, left_y = rest(x), rest(y)

        def partial(residuals):
            return abs(stats.pearsonr(left_x, rest(residuals)).statistic)

        lane = [partial(left_y[order]) >= partial(left_y) - 1e-12 for order in orders(blocks)]
        rows.append(
            {
                "blocks": blocks.tolist(),
                "x": x.tolist(),
                "y": y.tolist(),
                "given": given.tolist(),
                "correlation": [correlation(u), float(numpy.mean(reached))],
                "coefficient": [partial(left_y), float(numpy.mean(lane))],
            }
        )
    return rows


def profiles(rng):
    """rliable's performance profiles and optimality gaps, on runs by tasks."""
    rows = []
    for tasks, runs in ((1, 5), (4, 3), (6, 10)):
        scores = rng.uniform(0, 1.4, (runs, tasks)).round(2)
        thresholds = [0.0, 0.25, 0.5, 0.9, 1.0, 2.0]
        rows.append(
            {
                "scores": scores.T.tolist(),
                "thresholds": thresholds,
                "shares": [
                    float(library.run_score_deviation(scores, threshold)) for threshold in thresholds
                ],
                "optimalityGap": float(metrics.aggregate_optimality_gap(scores)),
            }
        )
    return rows


def embeddings(rng):
    """Vendi scores of embeddings with more and with fewer dimensions than items."""
    rows = []
    for count, width in ((3, 16), (40, 5), (25, 24), (1, 4)):
        vectors = rng.normal(0.2, 1, (count, width)).round(6)
        unit = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)
        scores = []
        for order in (1, 2, 5, "inf"):
            score = float(vendi.score_K(unit @ unit.T, q=order))
            assert abs(score - vendi.score_dual(vectors, q=order, normalize=True)) < 1e-9 * score
            scores.append({"order": str(order), "score": score})
        rows.append({"vectors": vectors.tolist(), "scores": scores})
    return rows


def jackknife(statistic, clusters):
    """Value, both ends of the 95% interval and p, by leaving out one cluster at a time; t(G - 1)."""
    names = numpy.unique(clusters)
    value = statistic(clusters == clusters)
    left = numpy.array([statistic(clusters != name) for name in names])
    df = len(names) - 1
    if df < 2:
        return [value]
    error = numpy.sqrt(df / (df + 1) * ((left - left.mean()) ** 2).sum())
    reach = stats.t.ppf(0.975, df) * error
    return [value, value - reach, value + reach, 2 * stats.t.sf(abs(value / error), df)]


def mediations(rng):
    """By statsmodels' OLS with a dummy per step, on columns x, a mediator m and an outcome y."""
    rows = []
    shapes = ((5, 6, 4, 0.6, 0.5), (3, 8, 3, 0.0, 0.8), (8, 4, 4, -0.4, 0.3), (2, 9, 4, 0.5, 0.5), (4, 5, 6, 0.3, 0.0))
    for clusters, steps, datasets, direct, through in shapes:
        n = clusters * steps * datasets
        step = numpy.repeat(numpy.arange(clusters * steps), datasets)
        cluster = step // steps
        level = rng.normal(size=clusters * steps)[step]
        first = rng.integers(0, 17, n) / 16
        second = first * rng.integers(0, 5, n) / 4
        slope = through + 0.2 * rng.normal(size=clusters)[cluster]
        m = 0.2 + slope * first + 0.3 * second + 0.1 * level + 0.2 * rng.normal(size=n)
        y = direct * first + 0.7 * m + level + 0.3 * rng.normal(size=n)

        def fit(outcome, *given):
            def of(kept):
                dummies = (step[kept, None] == numpy.unique(step[kept])).astype(float)
                return sm.OLS(outcome[kept], numpy.column_stack([*(v[kept] for v in given), dummies])).fit()

            return of

        def explained(*given):
            """R^2 within steps: of the sum of squares that the dummies leave."""
            return lambda kept: 1 - fit(y, *given)(kept).ssr / fit(y)(kept).ssr

        models = []
        for columns in ([first], [second], [first, second]):
            total, both = fit(y, *columns), fit(y, *columns, m)
            everything = cluster == cluster
            paths = []
            for i in range(len(columns)):
                path = {
                    "total": jackknife(lambda kept: total(kept).params[i], cluster),
                    "direct": jackknife(lambda kept: both(kept).params[i], cluster),
                    "indirect": jackknife(lambda kept: total(kept).params[i] - both(kept).params[i], cluster),
                    "ratio": jackknife(lambda kept: 1 - both(kept).params[i] / total(kept).params[i], cluster),
                    "onMediator": fit(m, *columns)(everything).params[i],
                }
                product = path["onMediator"] * both(everything).params[len(columns)]
                assert abs(product - path["indirect"][0]) < 1e-12
                paths.append(path)
            of_mediator = jackknife(lambda kept: both(kept).params[len(columns)], cluster)
            models.append({"paths": paths, "ofMediator": of_mediator})
        own, rivals = explained(m), [explained(first), explained(second), explained(first, second)]
        rows.append(
            {
                "step": step.tolist(),
                "cluster": cluster.tolist(),
                "first": first.tolist(),
                "second": second.tolist(),
                "mediator": m.tolist(),
                "outcome": y.tolist(),
                "models": models,
                "rSquared": [own(everything)] + [rival(everything) for rival in rivals],
                "differences": [jackknife(lambda kept: own(kept) - rival(kept), cluster) for rival in rivals],
            }
        )
    return rows


def fixtures(seed):
    makers = {
        "correlations": correlations,
        "partial_correlations": partial_correlations,
        "reliabilities": reliabilities,
        "adjusted_p_values": adjusted,
        "permutations": exact_permutations,
        "profiles": profiles,
        "embeddings": embeddings,
        "mediations": mediations,
    }
    made = {"distributions.json": distributions()}
    # A generator for each file, so that cases added to one leave the others alone.
    for index, (name, make) in enumerate(makers.items()):
        made[f"{name}.json"] = make(numpy.random.default_rng([seed, index]))
    return made
