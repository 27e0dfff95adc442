#!/usr/bin/env python3
"""Writes Tests/CommandLineTests/Fixtures/analysis-log.jsonl, a log of known structure, and
analysis-reference.json, what SciPy, statsmodels and pandas make of it: the reference for soar analyze.

    python3 tools/make_analysis_fixtures.py

Needs numpy, scipy, pandas and statsmodels. The reference has the keys of soar analyze --json, as many of
them as are compared. Everything is computed from the log's own lines, by the calls of docs/analyze.md.
"""

import json
from itertools import combinations
from math import factorial
from pathlib import Path

import numpy
import pandas
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.multitest import multipletests

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


def add_reach(lines):
    """Answers sampled before and in training, by a generator of their own, so that the rest stays as it was."""
    rng = numpy.random.default_rng(20261127)
    for line in lines:
        posed = any(item["is_well_posed"] for item in line["labels"])
        rate = 0.3 + 0.3 * posed + 0.5 * (line["reward"] or 0)
        agreeing = int(numpy.clip(round(16 * (rate + 0.1 * rng.normal())), 0, 16))
        # Some samples give up. Powers of two, so that sums of shares are exact and ties stay ties.
        answered = 16 if agreeing > 8 or line["position"] % 2 else 8
        line["samples"] = [{"samples": 16, "answered": answered, "agreeing": agreeing}]
        solved = int(numpy.clip(round(8 * (rate + 0.15 * rng.normal())), 0, 8))
        equal = 4 if solved in (0, 8) else int(rng.integers(0, 4))
        # Of one dataset in each loop no student trained on any question, of others not on the last one.
        if (line["step"], line["dataset"]) != (7, 0) and (line["position"], line["step"]) != (3, 5):
            line |= {"training_solve_rate": solved / 8, "zero_variance_share": equal / 4}


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
    add_reach(lines)
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
        sample = line["samples"][0]
        row["base_agreement"] = sample["agreeing"] / 16
        row["base_agreement_if_answered"] = (
            sample["agreeing"] / sample["answered"] if sample["answered"] else numpy.nan)
        for key in ("training_solve_rate", "zero_variance_share"):
            row[key] = line.get(key, numpy.nan)
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
    others = ["tokens", "width", "base_agreement", "base_agreement_if_answered", "training_solve_rate",
              "zero_variance_share"]
    names = [name for name in frame.columns if name in CORE + others]
    return names + [n for n in frame.columns if n.startswith(("error_", "answer_", "correct_"))]


def datasets(frame):
    groups = frame.groupby(["cluster", "loop", "step", "dataset"], sort=True)
    table = groups[features(frame)].mean()
    table["distinct_structures"] = groups["structure"].nunique() / groups["structure"].count()
    table["reward"] = groups["reward"].first()
    table["repeats"] = groups["repeats"].first()
    return table.reset_index()


def residual_correlation(x, y, others):
    """Of what is left by columns with an intercept among them."""
    rest = [v - others @ numpy.linalg.lstsq(others, v, rcond=None)[0] for v in (x, y)]
    return stats.pearsonr(*rest).statistic


def dummies(groups, time=None):
    columns = (groups.to_numpy()[:, None] == numpy.unique(groups)).astype(float)
    if time is None:
        return columns
    return numpy.column_stack([columns, columns * time.to_numpy(float)[:, None]])


class BiasReduced:
    """Least squares with errors by cluster, CR2 by its definition (Bell and McCaffrey 2002) with whole
    matrices, and Satterthwaite's degrees of freedom. Of a logistic regression: its weighted least squares."""

    def __init__(self, columns, names, outcome, groups, beta=None, residuals=None):
        x, self.names = numpy.asarray(columns, float), list(names)
        self.bread = numpy.linalg.pinv(x.T @ x)
        self.beta = self.bread @ x.T @ outcome if beta is None else beta
        rest = outcome - x @ self.beta if residuals is None else residuals
        hat = x @ self.bread @ x.T
        labels = numpy.asarray(groups)
        self.meat, self.parts = [], []
        for label in numpy.unique(labels):
            mine = labels == label
            values, vectors = numpy.linalg.eigh(numpy.eye(mine.sum()) - hat[numpy.ix_(mine, mine)])
            roots = numpy.where(values > 1e-9, 1 / numpy.sqrt(numpy.maximum(values, 1e-9)), 0)
            adjusted = (vectors * roots) @ vectors.T
            self.meat.append(x[mine].T @ adjusted @ rest[mine])
            self.parts.append(((numpy.eye(len(x)) - hat)[:, mine]) @ adjusted @ x[mine])

    def test(self, contrast, scale=None):
        direction = self.bread @ contrast
        error = numpy.sqrt(sum((direction @ score) ** 2 for score in self.meat))
        each = numpy.column_stack([part @ direction for part in self.parts])
        products = each.T @ each
        freedom = numpy.trace(products) ** 2 / (products**2).sum()
        estimate = contrast @ self.beta
        reach = stats.t.ppf(0.975, freedom) * error
        result = {"estimate": estimate, "standardError": error, "degreesOfFreedom": freedom,
                  "statistic": estimate / error, "p": 2 * stats.t.sf(abs(estimate / error), freedom),
                  "lower": estimate - reach, "upper": estimate + reach}
        if scale is not None:
            result["standardized"] = estimate * scale
        return result

    def coefficient(self, name, scale=None):
        return self.test(numpy.array([float(n == name) for n in self.names]), scale)


def clustered(columns, names, y, groups):
    return BiasReduced(columns, names, y.to_numpy(), groups)


def association(frame, name, core):
    rows = frame[frame[name].notna()]
    x, y, n = rows[name], rows["reward"], int(rows[name].notna().sum())
    result = {"n": n, "mean": x.mean(), "standardDeviation": x.std()}
    if x.nunique() == 1:
        return result | {"status": "constant", "pearson": None, "permutation": None, "slope": None}
    result |= {"status": "determined", "pearson": stats.pearsonr(x, y).statistic,
               "spearman": stats.spearmanr(x, y).statistic, "kendall": stats.kendalltau(x, y).statistic}
    others = [other for other in core if other != name]
    complete = rows[rows[others].notna().all(axis=1)]
    given = sm.add_constant(complete[others]).to_numpy()
    own = complete[name] - given @ numpy.linalg.lstsq(given, complete[name], rcond=None)[0]
    # A column that the core determines has no partial correlation.
    result["partial"] = None if own.std() < 1e-9 else residual_correlation(
        complete[name], complete["reward"], given)
    for key, group, time in (("withinRun", "cluster", None), ("withinTeacherTrend", "loop", "step")):
        result[key] = residual_correlation(x, y, dummies(rows[group], rows[time] if time else None))
    groups, steps = rows["cluster"], rows["loop"] * 1000 + rows["step"]
    scale = x.std() / y.std()
    fit = clustered(sm.add_constant(rows[[name]]), ["const", name], y, groups)
    result["slope"] = fit.coefficient(name, scale)
    for key, design in (("withinRunSlope", dummies(groups)), ("withinStepSlope", dummies(steps)),
                        ("withinTeacherTrendSlope", dummies(rows["loop"], rows["step"]))):
        names = [name] + [f"d{i}" for i in range(design.shape[1])]
        fit = clustered(numpy.column_stack([x, design]), names, y, groups)
        result[key] = fit.coefficient(name, scale)
    design = dummies(steps)
    rest = [v - design @ numpy.linalg.lstsq(design, v, rcond=None)[0] for v in (x, y)]
    if max(abs(rest[0])) < 1e-12:
        # It does not vary within any step.
        result |= {"withinStepSlope": None, "withinStep": None, "permutation": None}
        return result
    slope = result["withinStepSlope"]
    unit = numpy.sqrt((rest[0] ** 2).sum() / (rest[1] ** 2).sum())
    result["withinStep"] = {"coefficient": slope["estimate"] * unit, "lower": max(-1, slope["lower"] * unit),
                            "upper": min(1, slope["upper"] * unit), "p": slope["p"], "n": n}
    result["permutation"] = {"statistic": abs(slope["estimate"] * unit)}
    return result


def level(frame, core):
    names = [n for n in features(frame) if n in frame] + (["distinct_structures"] if "distinct_structures" in frame else [])
    result = {name: association(frame, name, core) for name in names}
    for measure in ("slope", "withinRunSlope", "withinTeacherTrendSlope", "withinStepSlope"):
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
        fit = sm.Logit(above, x).fit(method="newton", maxiter=200, tol=1e-15, disp=0)
        weights = numpy.sqrt((fit.predict() * (1 - fit.predict())))
        robust = BiasReduced(x.to_numpy() * weights[:, None], x.columns, above.to_numpy(), rows["cluster"],
                             fit.params.to_numpy(), (above.to_numpy() - fit.predict()) / weights)
        null = (above * numpy.log(above.mean()) + (1 - above) * numpy.log(1 - above.mean())).sum()
        result[key] = {"rows": len(rows), "above": int(above.sum()), "status": "fitted", "logLikelihood": fit.llf,
                       "nullLogLikelihood": null, "p": stats.chi2.sf(2 * (fit.llf - null), len(core)),
                       "coefficients": {name: robust.coefficient(name) for name in core}}
    return result


def models(frame, core):
    rows = frame[frame[core].notna().all(axis=1)]
    y, groups = rows["reward"], rows["cluster"]
    result = {"rows": len(rows), "importance": importance(rows, core)}
    x = sm.add_constant(rows[core])
    fit = clustered(x, list(x.columns), y, groups)
    scales = {name: rows[name].std() / y.std() for name in core}
    ols = sm.OLS(y, x).fit()
    terms = {name: fit.coefficient(name, scales[name]) for name in core}
    result["ols"] = {"status": "fitted", "coefficients": terms | {"(intercept)": fit.coefficient("const")},
                     "rSquared": ols.rsquared, "adjustedRSquared": ols.rsquared_adj}
    for key, design in (("withinRun", dummies(groups)), ("withinStep", dummies(rows["loop"] * 1000 + rows["step"])),
                        ("withinTeacherTrend", dummies(rows["loop"], rows["step"]))):
        names = core + [f"d{i}" for i in range(design.shape[1])]
        fit = clustered(numpy.column_stack([rows[core], design]), names, y, groups)
        result[key] = {"coefficients": {name: fit.coefficient(name, scales[name]) for name in core}}
        if key == "withinStep":
            contrast = numpy.zeros(len(names))
            contrast[0], contrast[1] = scales["well_posed"], -scales["correct"]
            result["structureLessCorrectness"] = fit.test(contrast)
    return result, rows


def mediation(table, mediator):
    """Slopes by statsmodels on columns less their step's mean, and a jackknife over runs."""
    rows = table[table[["well_posed", "correct", mediator]].notna().all(axis=1)]
    clusters = rows["cluster"].unique()

    def fit(r, y, x):
        within = r[[y, *x]] - r.groupby(["loop", "step"])[[y, *x]].transform("mean")
        return sm.OLS(within[y], within[x]).fit()

    def jackknife(statistic):
        left = numpy.array([statistic(rows[rows["cluster"] != cluster]) for cluster in clusters])
        count, value = len(left), statistic(rows)
        error = numpy.sqrt((count - 1) / count * ((left - left.mean()) ** 2).sum())
        reach = stats.t.ppf(0.975, count - 1) * error
        found = (stats.t.ppf(0.975, count - 1) + stats.t.ppf(0.8, count - 1)) * error
        return {"estimate": value, "lower": value - reach, "upper": value + reach, "detectable": found,
                "p": 2 * stats.t.sf(abs(value / error), count - 1)}

    def decide(effects):
        for effect, p in zip(effects, multipletests([e["p"] for e in effects], method="holm")[1]):
            effect |= {"holm": p, "verdict": "undecided" if p >= 0.05 else "above" if effect["estimate"] > 0 else "below"}

    sets = {"well_posed": ["well_posed"], "correct": ["correct"], "both": ["well_posed", "correct"]}
    result = {}
    for key, x in sets.items():
        paths = {
            name: {
                "total": jackknife(lambda r: fit(r, "reward", x).params[name]),
                "direct": jackknife(lambda r: fit(r, "reward", x + [mediator]).params[name]),
                "indirect": jackknife(
                    lambda r: fit(r, "reward", x).params[name] - fit(r, "reward", x + [mediator]).params[name]),
                "share": jackknife(
                    lambda r: 1 - fit(r, "reward", x + [mediator]).params[name] / fit(r, "reward", x).params[name]),
                "onMediator": fit(rows, mediator, x).params[name],
            }
            for name in x
        }
        result[key] = {"paths": paths,
                       "ofMediator": jackknife(lambda r: fit(r, "reward", x + [mediator]).params[mediator])}
    every = [path for model in result.values() for path in model["paths"].values()]
    for measure in ("total", "direct", "indirect"):
        decide([path[measure] for path in every])
    for path in every:
        decided = path["total"]["verdict"] != "undecided"
        path["share"] = {k: path["share"][k] for k in ("estimate", "lower", "upper")} if decided else None
    explained = {"rSquared": {k: fit(rows, "reward", x).rsquared for k, x in (sets | {mediator: [mediator]}).items()}}
    explained["less"] = {
        key: jackknife(lambda r: fit(r, "reward", [mediator]).rsquared - fit(r, "reward", x).rsquared)
        for key, x in sets.items()
    }
    decide(list(explained["less"].values()))
    return {"status": "fitted", "rows": len(rows), "runs": len(clusters), "models": result, "explained": explained}


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
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
        if item["pearson"] is not None:
            item["disattenuated"] = item["pearson"] / numpy.sqrt(facts["icc1k"]["estimate"])
    for item in by_question["features"].values():
        item.pop("permutation")
    by_dataset["regressions"], rows = models(table, CORE)
    by_dataset["regressions"]["logistic"] = logistic(table, rows, CORE, spread)
    by_question["regressions"] = models(frame, by_question["core"])[0]
    reference = {
        "data": {"datasets": len(table), "questions": len(frame), "runs": int(frame["cluster"].nunique()),
                 "labelled": int(frame["well_posed"].notna().sum()), "unrewardedDatasets": 1},
        "reward": {"mean": table["reward"].mean(), "standardDeviation": table["reward"].std(), "reliability": facts,
                   "repeatNoise": {"datasets": repeated, "standardDeviation": spread}},
        "datasetLevel": by_dataset, "questionLevel": by_question,
        "mediation": {name: mediation(table, name) for name in (
            "base_agreement", "base_agreement_if_answered", "training_solve_rate")},
    }
    (FOLDER / "analysis-reference.json").write_text(json.dumps(plain(reference), indent=1) + "\n")


if __name__ == "__main__":
    main()
