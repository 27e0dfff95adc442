#!/usr/bin/env python3
"""Writes Tests/CommandLineTests/Fixtures/analysis-log.jsonl, a log of known structure, and
analysis-reference.json, what SciPy, statsmodels and pandas make of it: the reference for soar analyze.

    python3 tools/make_analysis_fixtures.py

Needs numpy, scipy, pandas and statsmodels. The reference has the keys of soar analyze --json, as many of
them as are compared. Everything is computed from the log's own lines, by the calls of docs/analyze.md.
"""

import json
import warnings
from itertools import combinations
from math import factorial
from pathlib import Path

import numpy
import pandas
import statsmodels.api as sm
from scipy import optimize, stats
from statsmodels.regression.mixed_linear_model import MixedLMParams
from statsmodels.stats.multitest import multipletests

from regression_fixtures import restricted_likelihood

FOLDER = Path(__file__).resolve().parent.parent / "Tests" / "CommandLineTests" / "Fixtures"
Z = 1.6448536269514722
CORE = ["well_posed", "correct", "operations", "target_share"]
LOOPS = [
    ("north", 1, "SOAR"), ("north", 2, "SOAR"), ("south", 1, "SOAR"), ("south", 2, "SOAR"),
    ('east, "the; DROP TABLE" \u001b[31m', 1, "SOAR"), ('east, "the; DROP TABLE" \u001b[31m', 1, "=2+3"),
]


def label(rng, quality):
    if rng.random() > quality:
        error = "Ambiguous" if rng.random() < 0.7 else "Ill_Posed"
        return {"is_well_posed": False, "error_type": error, "answer_kind": "undecidable"}
    operations = int(rng.integers(1, 5))
    result = {"is_well_posed": True, "operations": operations}
    if rng.random() < 0.45:
        return result | {"is_correct": True, "error_type": "None", "answer_kind": "correct"}
    error = "Arithmetic" if rng.random() < 0.6 else "Logical_Fallacy"
    kind = str(rng.choice(["wrongShared", "wrongSlip", "wrongIdiosyncratic"]))
    return result | {"is_correct": False, "error_type": error, "answer_kind": kind}


def log(rng):
    lines = []
    for number, (run, seed, teacher) in enumerate(LOOPS):
        level = 0.04 * number
        for step in range(8):
            for dataset in range(3):
                quality = 0.35 + 0.06 * step + 0.2 * rng.random()
                labels = [label(rng, quality) for _ in range(4)]
                for item in labels:
                    # The width is the constant column; sixteenths are exact in binary.
                    item |= {"classifier": "oracle", "version": 2, "width": 2}
                    item["target_share"] = int(rng.integers(0, 5)) / 4
                    item["structure"] = "abc"[int(rng.integers(0, 3))] * item.get("operations", 1)
                if (number, step, dataset) == (0, 0, 0):
                    # Nothing well-posed: the dataset has no mean number of operations.
                    for item in labels:
                        item |= {"is_well_posed": False, "error_type": "Ill_Posed"}
                        item |= {"answer_kind": "undecidable"}
                        item.pop("operations", None), item.pop("is_correct", None)
                share = numpy.mean([item["is_well_posed"] for item in labels])
                mean = level + 0.01 * step + 0.2 * share - 0.25
                repeats = [round(64 * (mean + 0.04 * rng.normal())) / 64 for _ in range(4)]
                reward = sum(repeats) / 4
                if (step, dataset) == (3, 1):
                    repeats[1] = None
                if (step, dataset) == (4, 1):
                    repeats = repeats[:1]
                if (number, step, dataset) == (1, 2, 2):
                    reward, repeats = None, []
                for position, item in enumerate(labels):
                    # An older version by the same judge, which does not count.
                    older = {"classifier": "oracle", "version": 1, "is_well_posed": False}
                    older["error_type"] = "Ambiguous"
                    unlabelled = position == 3 and dataset == 2 and step % 4 == 1
                    lines.append(
                        {"run": run, "seed": seed, "teacher": teacher, "step": step, "dataset": dataset,
                         "position": position, "reward": reward, "rewards": repeats,
                         "question": f"q{number}.{step}.{dataset}.{position}", "answer": "1",
                         "token_count": int(rng.integers(20, 60)),
                         "labels": [] if unlabelled else [older, item] if position == 0 else [item]}
                    )
    # Questions of an arm have no reward.
    lines.append({"run": "north", "seed": 1, "teacher": "PQ", "question": "q", "answer": "1"})
    order = rng.permutation(len(lines))
    return [lines[i] for i in order]


def questions(lines):
    """One row per question of a dataset with a reward."""
    rows = []
    for line in lines:
        if line.get("reward") is None:
            continue
        row = {key: line[key] for key in ("run", "seed", "teacher", "step", "dataset", "position", "reward")}
        row |= {"tokens": line["token_count"], "repeats": [r for r in line["rewards"] if r is not None]}
        if line["labels"]:
            item = max(line["labels"], key=lambda item: item["version"])
            posed, right = item["is_well_posed"], item.get("is_correct") is True
            row |= {"well_posed": float(posed), "correct": float(right), "structure": item["structure"]}
            row["correct_if_well_posed"] = float(right) if posed else numpy.nan
            for error in ("Arithmetic", "Logical_Fallacy", "Ill_Posed", "Ambiguous"):
                row["error_" + error.lower()] = float(item["error_type"] == error)
            for kind in ("Shared", "Slip", "Idiosyncratic"):
                row["answer_wrong_" + kind.lower()] = float(item["answer_kind"] == "wrong" + kind)
            for key in ("operations", "target_share", "width"):
                row[key] = item.get(key, numpy.nan)
        rows.append(row)
    frame = pandas.DataFrame(rows)
    frame = frame.sort_values(["run", "seed", "teacher", "step", "dataset", "position"])
    frame["cluster"] = frame.groupby(["run", "seed"]).ngroup()
    frame["loop"] = frame.groupby(["run", "seed", "teacher"]).ngroup()
    return frame.reset_index(drop=True)


def features(frame):
    names = [name for name in frame.columns if name == "tokens" or name in CORE or name == "width"]
    return names + [n for n in frame.columns if n.startswith(("error_", "answer_", "correct_"))]


def datasets(frame):
    groups = frame.groupby(["cluster", "loop", "step", "dataset"], sort=True)
    table = groups[features(frame)].mean()
    table["distinct_structures"] = groups["structure"].nunique() / groups["structure"].count()
    table["reward"] = groups["reward"].first()
    table["repeats"] = groups["repeats"].first()
    return table.reset_index()


def interval(r, error):
    return {"lower": numpy.tanh(numpy.arctanh(r) - stats.norm.ppf(0.975) * error),
            "upper": numpy.tanh(numpy.arctanh(r) + stats.norm.ppf(0.975) * error)}


def residual_correlation(x, y, others, given):
    """Of what is left by columns with an intercept among them, of which `given` cost freedom."""
    rest = [v - others @ numpy.linalg.lstsq(others, v, rcond=None)[0] for v in (x, y)]
    r = stats.pearsonr(*rest).statistic
    n = len(x)
    t = r * numpy.sqrt((n - 2 - given) / (1 - r * r))
    return {"coefficient": r, "p": 2 * stats.t.sf(abs(t), n - 2 - given), "n": n} | interval(
        r, 1 / numpy.sqrt(n - 3 - given))


def dummies(groups, time=None):
    columns = (groups.to_numpy()[:, None] == numpy.unique(groups)).astype(float)
    if time is None:
        return columns
    return numpy.column_stack([columns, columns * time.to_numpy(float)[:, None]])


def coefficient(fit, name, scale=None):
    low, high = numpy.asarray(fit.conf_int())[fit.model.exog_names.index(name)]
    result = {"estimate": fit.params[name], "standardError": fit.bse[name], "statistic": fit.tvalues[name],
              "p": fit.pvalues[name], "lower": low, "upper": high}
    if scale is not None:
        result["standardized"] = fit.params[name] * scale
    return result


def clustered(columns, names, y, groups):
    """Least squares with errors by run, and t with G - 1."""
    x = pandas.DataFrame(columns, columns=names, index=y.index)
    return sm.OLS(y, x).fit(cov_type="cluster", cov_kwds={"groups": groups}, use_t=True)


def association(frame, name, core):
    rows = frame[frame[name].notna()]
    x, y, n = rows[name], rows["reward"], int(rows[name].notna().sum())
    result = {"n": n, "mean": x.mean(), "standardDeviation": x.std()}
    if x.nunique() == 1:
        return result | {"status": "constant", "pearson": None, "permutation": None, "slope": None}
    pearson = stats.pearsonr(x, y)
    ci = pearson.confidence_interval()
    result["status"] = "determined"
    result["pearson"] = {"coefficient": pearson.statistic, "p": pearson.pvalue, "n": n,
                         "lower": ci.low, "upper": ci.high}
    rho = stats.spearmanr(x, y)
    result["spearman"] = {"coefficient": rho.statistic, "p": rho.pvalue} | interval(
        rho.statistic, numpy.sqrt((1 + rho.statistic**2 / 2) / (n - 3)))
    tau = stats.kendalltau(x, y)
    result["kendall"] = {"coefficient": tau.statistic, "p": tau.pvalue} | interval(
        tau.statistic, numpy.sqrt(0.437 / (n - 4)))
    others = [other for other in core if other != name]
    complete = rows[rows[others].notna().all(axis=1)]
    given = sm.add_constant(complete[others]).to_numpy()
    own = complete[name] - given @ numpy.linalg.lstsq(given, complete[name], rcond=None)[0]
    # A column that the core determines has no partial correlation. One of the core may be constant in
    # these rows: only well-posed questions have operations.
    freedom = numpy.linalg.matrix_rank(given) - 1
    result["partial"] = None if own.std() < 1e-9 else residual_correlation(
        complete[name], complete["reward"], given, freedom)
    for key, group, time in (("withinRun", "cluster", None), ("withinTeacher", "loop", None),
                             ("withinRunTrend", "cluster", "step"), ("withinTeacherTrend", "loop", "step")):
        design = dummies(rows[group], rows[time] if time else None)
        result[key] = residual_correlation(x, y, design, design.shape[1] - 1)
    result["permutation"] = {"statistic": abs(result["withinRun"]["coefficient"])}
    groups = rows["cluster"]
    fit = clustered(sm.add_constant(rows[[name]]), ["const", name], y, groups)
    result["slope"] = coefficient(fit, name, x.std() / y.std())
    for key, design in (("withinRunSlope", dummies(groups)),
                        ("withinTeacherTrendSlope", dummies(rows["loop"], rows["step"]))):
        names = [name] + [f"d{i}" for i in range(design.shape[1])]
        fit = clustered(numpy.column_stack([x, design]), names, y, groups)
        result[key] = coefficient(fit, name)
    return result


def level(frame, core):
    names = [n for n in features(frame) if n in frame] + (["distinct_structures"] if "distinct_structures" in frame else [])
    result = {name: association(frame, name, core) for name in names}
    for measure in ("pearson", "spearman", "kendall", "partial", "withinRun", "withinTeacherTrend", "slope",
                    "withinRunSlope"):
        tested = [name for name in names if result[name].get(measure)]
        adjusted = multipletests([result[name][measure]["p"] for name in tested], method="holm")[1]
        for name, p in zip(tested, adjusted):
            result[name][measure]["holm"] = p
    return {"features": result, "core": core, "rows": len(frame)}


def reliability(table):
    scores = [r for r in table["repeats"] if len(r) > 1]
    every = numpy.concatenate(scores)
    n, total = len(scores), len(every)
    between = sum(len(s) * (numpy.mean(s) - every.mean()) ** 2 for s in scores) / (n - 1)
    within = sum(((numpy.array(s) - numpy.mean(s)) ** 2).sum() for s in scores) / (total - n)
    k = (total - sum(len(s) ** 2 for s in scores) / total) / (n - 1)
    f = between / within
    low = f / stats.f.ppf(0.975, n - 1, total - n)
    high = f * stats.f.ppf(0.975, total - n, n - 1)
    single = [(v - 1) / (v + k - 1) for v in (f, low, high)]
    average = [1 - 1 / v for v in (f, low, high)]
    keys = ("estimate", "lower", "upper")
    return {"icc1": dict(zip(keys, single)), "icc1k": dict(zip(keys, average)), "f": f, "repeats": k,
            "p": stats.f.sf(f, n - 1, total - n)}, numpy.sqrt(within), n


def mixed(rows, core):
    x = sm.add_constant(rows[core]).to_numpy()
    y, z = rows["reward"].to_numpy(), dummies(rows["cluster"])
    n, k = x.shape
    ratio = optimize.brentq(lambda r: restricted_likelihood(x, y, z, r)[1], 0, 1e4, xtol=1e-14, rtol=1e-14)
    _, _, information, rest = restricted_likelihood(x, y, z, ratio)
    inverse = numpy.linalg.inv(numpy.eye(n) + ratio * z @ z.T)
    beta = numpy.linalg.solve(information, x.T @ inverse @ y)
    variance = rest / (n - k)
    # statsmodels' own observed information, at the optimum rather than near it.
    model = sm.MixedLM(y, x, rows["cluster"].to_numpy())
    parameters = MixedLMParams.from_components(fe_params=beta, cov_re=numpy.array([[ratio]]))
    errors = numpy.sqrt(numpy.diag(numpy.linalg.inv(-model.hessian(parameters)[0]))[:k])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = model.fit(reml=True)
    assert numpy.allclose(fit.fe_params, beta, rtol=1e-3), (fit.fe_params, beta)
    values = {name: {"estimate": b, "standardError": e, "p": 2 * stats.norm.sf(abs(b / e))}
              for name, b, e in zip(["(intercept)"] + core, beta, errors)}
    return {"status": "fitted", "coefficients": values, "runVariance": ratio * variance, "residualVariance": variance}


def importance(rows, core):
    worth = {frozenset(): 0.0}
    for size in range(1, len(core) + 1):
        for subset in combinations(core, size):
            worth[frozenset(subset)] = sm.OLS(rows["reward"], sm.add_constant(rows[list(subset)])).fit().rsquared
    p = len(core)
    shares = {
        name: sum(factorial(len(s)) * factorial(p - 1 - len(s)) / factorial(p) * (worth[s | {name}] - value)
                  for s, value in worth.items() if name not in s)
        for name in core
    }
    return {"shares": shares, "rSquared": worth[frozenset(core)]}


def logistic(table, rows, core, spread):
    means = table.groupby(["loop", "step"])["reward"].transform("mean")
    rows = rows[rows["repeats"].map(len) > 1]
    result = {}
    for key, reference in (("aboveZero", 0 * means), ("aboveStepMean", means)):
        reach = Z * spread / numpy.sqrt(rows["repeats"].map(len))
        above = (rows["reward"] - reference[rows.index] > reach).astype(float)
        x = sm.add_constant(rows[core])
        fit = sm.Logit(above, x).fit(method="newton", maxiter=200, tol=1e-15, disp=0, cov_type="cluster",
                                     cov_kwds={"groups": rows["cluster"]})
        null = (above * numpy.log(above.mean()) + (1 - above) * numpy.log(1 - above.mean())).sum()
        result[key] = {"rows": len(rows), "above": int(above.sum()), "status": "fitted", "logLikelihood": fit.llf,
                       "nullLogLikelihood": null, "p": stats.chi2.sf(2 * (fit.llf - null), len(core)),
                       "coefficients": {name: coefficient(fit, name) for name in core}}
    return result


def models(frame, core):
    rows = frame[frame[core].notna().all(axis=1)]
    y, groups = rows["reward"], rows["cluster"]
    result = {"rows": len(rows), "mixed": None, "importance": importance(rows, core)}
    x = sm.add_constant(rows[core])
    fit = clustered(x, list(x.columns), y, groups)
    terms = {name: coefficient(fit, name, rows[name].std() / y.std()) for name in core}
    result["ols"] = {"status": "fitted", "coefficients": terms | {"(intercept)": coefficient(fit, "const")},
                     "rSquared": fit.rsquared, "adjustedRSquared": fit.rsquared_adj}
    contrast = numpy.zeros(len(x.columns))
    contrast[1], contrast[2] = rows["well_posed"].std() / y.std(), -rows["correct"].std() / y.std()
    test = fit.t_test(contrast)
    result["structureLessCorrectness"] = {"estimate": test.effect[0], "standardError": test.sd.item(),
                                          "p": test.pvalue.item()}
    for key, design in (("withinRun", dummies(groups)),
                        ("withinTeacherTrend", dummies(rows["loop"], rows["step"]))):
        fit = clustered(numpy.column_stack([rows[core], design]),
                        core + [f"d{i}" for i in range(design.shape[1])], y, groups)
        result[key] = {"coefficients": {name: coefficient(fit, name) for name in core}}
    return result, rows


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if item is not None or key != "mixed"}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, (numpy.integer, int)) and not isinstance(value, bool):
        return int(value)
    return float(value) if isinstance(value, (numpy.floating, float)) else value


def main():
    rng = numpy.random.default_rng(20260127)
    lines = log(rng)
    FOLDER.mkdir(exist_ok=True)
    text = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines)
    (FOLDER / "analysis-log.jsonl").write_text(text)
    frame = questions(lines)
    table = datasets(frame)
    facts, spread, repeated = reliability(table)
    by_dataset, by_question = level(table, CORE), level(frame, [n for n in CORE if n != "operations"])
    for item in by_dataset["features"].values():
        if item["pearson"]:
            scale = numpy.sqrt(facts["icc1k"]["estimate"])
            item["disattenuated"] = {key: item["pearson"][key] / scale for key in ("coefficient", "lower", "upper")}
    for item in by_question["features"].values():
        item.pop("permutation")
    by_dataset["regressions"], rows = models(table, CORE)
    by_dataset["regressions"]["mixed"] = mixed(rows, CORE)
    by_dataset["regressions"]["logistic"] = logistic(table, rows, CORE, spread)
    by_question["regressions"] = models(frame, by_question["core"])[0]
    reference = {
        "data": {"datasets": len(table), "questions": len(frame), "runs": int(frame["cluster"].nunique()),
                 "labelled": int(frame["well_posed"].notna().sum()), "unrewardedDatasets": 1},
        "reward": {"mean": table["reward"].mean(), "standardDeviation": table["reward"].std(), "reliability": facts,
                   "repeatNoise": {"datasets": repeated, "standardDeviation": spread}},
        "datasetLevel": by_dataset, "questionLevel": by_question,
    }
    (FOLDER / "analysis-reference.json").write_text(json.dumps(plain(reference), indent=1) + "\n")


if __name__ == "__main__":
    main()
