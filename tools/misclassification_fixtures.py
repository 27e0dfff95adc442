"""Reference values for agreement of classifications and for corrections of misclassification.

Kappas are statsmodels', exact limits its "beta" method. The corrections are computed from their
definitions (covariances of simulated groups' expectations, not the closed form of the Swift code), and their errors
by numerical differentiation.
"""

import numpy
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import proportion_confint


def share(count, total):
    lower, upper = proportion_confint(count, total, alpha=0.05, method="beta")
    lower = 0.0 if numpy.isnan(lower) else float(lower)
    upper = 1.0 if numpy.isnan(upper) else float(upper)
    return [count / total, lower, upper]


def kappas(rng):
    tables = [
        [[40, 9], [6, 45]],
        [[120, 0], [0, 7]],
        [[1, 2], [3, 400]],
        [[5, 20], [25, 4]],
        [[30, 4, 1, 0, 2], [3, 12, 5, 1, 0], [0, 2, 7, 1, 1], [0, 0, 1, 4, 3], [2, 0, 1, 6, 40]],
    ]
    tables += [rng.integers(0, 60, (k, k)).tolist() for k in (2, 2, 3, 4, 5)]
    rows = []
    for table in tables:
        result = cohens_kappa(numpy.array(table))
        rows.append(
            {
                "table": table,
                "kappa": float(result.kappa),
                "standardError": float(result.std_kappa),
                "lower": float(result.kappa_low),
                "upper": float(result.kappa_upp),
            }
        )
    return rows


def plus_four(successes, trials):
    n = trials + 4
    p = (successes + 2) / n
    return p * (1 - p) / n


def gradient(function, point):
    """Central differences with Richardson's extrapolation."""
    slopes = []
    for index in range(len(point)):
        def central(step):
            low, high = list(point), list(point)
            low[index] -= step
            high[index] += step
            return (function(*high) - function(*low)) / (2 * step)

        slopes.append((4 * central(5e-4) - central(1e-3)) / 3)
    return numpy.array(slopes)


def attenuation(se, sp, sizes, shares):
    """cov(x, w) over var(w), both summed over groups with unbiased variances of the labels."""
    weights = numpy.array(sizes) - 1.0
    shares = numpy.array(shares)
    labels = shares * (1 - shares) * numpy.array(sizes) / weights
    # The label's variance in a group is what prevalence and errors make of it; the prevalence's
    # own spread follows from the unbiased variance, not from the share's square.
    squares = shares - labels
    j = se + sp - 1
    prevalence = (shares + sp - 1) / j
    prevalence_squared = (squares + 2 * (sp - 1) * shares + (sp - 1) ** 2) / j**2
    covariance = j * (prevalence - prevalence_squared)
    return float((weights * covariance).sum() / (weights * labels).sum())


def corrections(rng):
    rows = []
    for tp, fn, tn, fp in [(80, 20, 90, 10), (45, 5, 150, 50), (30, 10, 25, 15), (300, 12, 640, 30), (50, 0, 40, 3)]:
        se, sp = tp / (tp + fn), tn / (tn + fp)
        variances = numpy.array([plus_four(tp, tp + fn), plus_four(tn, tn + fp)])
        prevalence = float(rng.uniform(0.3, 0.7))
        count = int(rng.integers(50, 2000))
        labelled = round(count * (se * prevalence + (1 - sp) * (1 - prevalence)))
        p = labelled / count

        def rogan_gladen(a, b, q):
            return (q + b - 1) / (a + b - 1)

        slopes = gradient(rogan_gladen, [se, sp, p])
        variance = float((slopes**2 * numpy.append(variances, p * (1 - p) / count)).sum())
        sizes = rng.integers(4, 40, 6).tolist()
        ones = [
            int(round(n * (se * q + (1 - sp) * (1 - q))))
            for n, q in zip(sizes, rng.uniform(0.2, 0.8, 6))
        ]
        shares = [k / n for k, n in zip(ones, sizes)]
        slopes = gradient(lambda a, b: attenuation(a, b, sizes, shares), [se, sp])
        rows.append(
            {
                "table": [tp, fp, fn, tn],
                "shares": {
                    "sensitivity": share(tp, tp + fn),
                    "specificity": share(tn, tn + fp),
                    "positivePredictiveValue": share(tp, tp + fp),
                    "negativePredictiveValue": share(tn, tn + fn),
                    "agreement": share(tp + tn, tp + fn + tn + fp),
                },
                "labelled": labelled,
                "count": count,
                "prevalence": rogan_gladen(se, sp, p),
                "prevalenceError": variance**0.5,
                "groups": [[n, k] for n, k in zip(sizes, ones)],
                "attenuation": attenuation(se, sp, sizes, shares),
                "attenuationError": float((slopes**2 * variances).sum()) ** 0.5,
            }
        )
    return rows


def fixtures(seed):
    rng = numpy.random.default_rng(seed)
    return {"kappas.json": kappas(rng), "misclassification.json": corrections(rng)}
