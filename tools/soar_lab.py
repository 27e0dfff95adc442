"""Reads runs of soar-lab into pandas. One file, no dependency but pandas: copy it next to your script.

    from soar_lab import read_run, read_runs

    run = read_run("runs/quick-1")
    run.outer_steps.plot(x="step", y="mean_reward")
    run.pass_at_k([1, 32])
    run.labelled().groupby("step")[["is_well_posed", "is_correct"]].mean()

    both = read_runs(["runs/a", "runs/b"])          # the same frames with a column `run`

A run is read as it stands, also while it goes on: all frames are of the same committed state. Nothing is
written. docs/python.md lists the frames, docs/schema.md every column.
"""

import contextlib
import math
import os
import pathlib
import shutil
import sqlite3
import tempfile
from dataclasses import dataclass, fields

import pandas

APPLICATION_ID = 0x534F4152
#: The newest format that this file knows. Older stores are read too; they lack some columns.
FORMAT = 10


class SoarLabError(Exception):
    """A folder that cannot be read, in one line that says why."""


#: Frame: the query behind it. Views and tables are those of docs/schema.md.
QUERIES = {
    "runs": "SELECT * FROM run",
    "hard_problems": "SELECT * FROM hard_problem ORDER BY id",
    "screening": "SELECT * FROM screening ORDER BY candidate",
    "pretraining": "SELECT * FROM pretraining_point",
    "outer_steps": "SELECT * FROM outer_step ORDER BY teacher, seed, step",
    "datasets": "SELECT * FROM dataset ORDER BY teacher, seed, step, dataset",
    "questions": "SELECT * FROM question ORDER BY id",
    "labels": "SELECT * FROM newest_label ORDER BY question, classifier",
    "contexts": "SELECT * FROM question_context ORDER BY question, version",
    "answer_samples": "SELECT * FROM answer_sample ORDER BY question, model",
    "trainings": "SELECT * FROM student_training ORDER BY teacher, seed, step, dataset, repeat",
    "promotions": "SELECT * FROM promotion ORDER BY teacher, seed, step",
    "confirmations": "SELECT * FROM confirmation ORDER BY teacher, seed, step, repeat",
    "arms": "SELECT * FROM arm_run ORDER BY arm, seed, student",
    "curves": "SELECT * FROM arm_curve ORDER BY arm, seed, student, step",
    "evaluations": "SELECT * FROM evaluation ORDER BY id",
    "evaluation_problems": "SELECT * FROM evaluation_problem ORDER BY evaluation, problem",
    "judges": "SELECT * FROM judge ORDER BY name",
    "judgements": "SELECT * FROM judgement ORDER BY question, judge",
    "imported_seeds": "SELECT * FROM imported_seed ORDER BY seed",
    "events": "SELECT * FROM event ORDER BY id",
}


@dataclass(frozen=True)
class Runs:
    """The tables of one run, or of several with a first column `run`."""

    runs: pandas.DataFrame
    hard_problems: pandas.DataFrame
    screening: pandas.DataFrame
    pretraining: pandas.DataFrame
    outer_steps: pandas.DataFrame
    datasets: pandas.DataFrame
    questions: pandas.DataFrame
    labels: pandas.DataFrame
    contexts: pandas.DataFrame
    answer_samples: pandas.DataFrame
    trainings: pandas.DataFrame
    promotions: pandas.DataFrame
    confirmations: pandas.DataFrame
    arms: pandas.DataFrame
    curves: pandas.DataFrame
    evaluations: pandas.DataFrame
    evaluation_problems: pandas.DataFrame
    judges: pandas.DataFrame
    judgements: pandas.DataFrame
    imported_seeds: pandas.DataFrame
    events: pandas.DataFrame

    @property
    def config(self):
        """The resolved configuration of a single run, as YAML text."""
        if len(self.runs) != 1:
            raise SoarLabError(f"{len(self.runs)} runs have no single configuration: see .runs.config")
        return self.runs["config"].iloc[0]

    def labelled(self, classifier="exact"):
        """Questions with the newest labels of one classifier; missing where it has none."""
        keys = self._keys()
        labels = self.labels[self.labels["classifier"] == classifier]
        return self.questions.merge(
            labels.rename(columns={"question": "id"}), on=keys + ["id"], how="left"
        )

    def pass_at_k(self, ks=(1, 4, 8, 16, 32), split="test"):
        """pass@k of final models: a row per arm, seed and student, shares of 0 to 1.

        The unbiased estimator of Chen et al. (2021): the mean over problems of
        1 - C(n - c, k) / C(n, k) for c successes in n samples. A k above n is NaN.
        """
        keys = self._keys()
        final = self.evaluations[
            (self.evaluations["split"] == split)
            & (self.evaluations["kind"] == "sampled")
            & self.evaluations["step"].isna()
        ]
        rows = self.evaluation_problems.merge(
            final.rename(columns={"id": "evaluation"}), on=keys + ["evaluation"]
        )
        for k in ks:
            rows[f"pass@{k}"] = [
                _pass_at_k(n, c, k) for n, c in zip(rows["samples_per_problem"], rows["successes"])
            ]
        place = keys + ["arm", "seed", "student"]
        return rows.groupby(place, as_index=False)[[f"pass@{k}" for k in ks]].mean()

    def _keys(self):
        return ["run"] if "run" in self.questions.columns else []


def read_run(folder):
    """All tables of the run in `folder`.

    Raises SoarLabError for a folder without a run, a file that is no store, or a format that is newer
    than this file.
    """
    path = pathlib.Path(folder) / "run.sqlite"
    if not path.is_file():
        raise SoarLabError(f"{folder}: no run here (no run.sqlite)")
    try:
        with _opened(path) as database:
            _check(database, path)
            database.execute("BEGIN")  # One snapshot, although the run may go on.
            return Runs(**{name: _frame(database, query) for name, query in QUERIES.items()})
    except sqlite3.Error as error:
        raise SoarLabError(f"{path}: cannot be read as a store ({error})") from error


def read_runs(folders):
    """The tables of several runs, one below the other, with a first column `run`.

    A run is called by its folder's name; where two are equal, by as much of the paths as tells them apart.
    """
    paths = [pathlib.Path(folder) for folder in folders]
    if not paths:
        raise SoarLabError("no runs to read")
    runs = dict(zip(_names(paths), map(read_run, paths)))
    return Runs(**{field.name: _stacked(runs, field.name) for field in fields(Runs)})


def _stacked(runs, name):
    frames = []
    for run, tables in runs.items():
        frame = getattr(tables, name).copy()
        frame.insert(0, "run", pandas.Series(run, index=frame.index, dtype=object))
        frames.append(frame)
    # Empty frames know nothing of the others' types.
    return pandas.concat([f for f in frames if len(f)] or frames[:1], ignore_index=True)


def _names(paths):
    parts = [path.resolve().parts for path in paths]
    if len(set(parts)) < len(parts):
        raise SoarLabError("the same folder is given twice")
    for length in range(1, max(map(len, parts)) + 1):
        names = ["/".join(part[-length:]) for part in parts]
        if len(set(names)) == len(names):
            return names
    return [str(path) for path in paths]


@contextlib.contextmanager
def _opened(path):
    """A read-only connection that leaves no file behind."""
    log = path.with_name(path.name + "-wal")
    if path.with_name(path.name + "-journal").exists():
        raise SoarLabError(
            f"{path}: a process was killed while it finished this store; `soar show` mends it"
        )
    with contextlib.ExitStack() as stack:
        if log.exists():
            if not os.access(path.parent, os.W_OK) and not log.with_name(path.name + "-shm").exists():
                # Reading a log takes an index beside it, which cannot be made here.
                folder = stack.enter_context(tempfile.TemporaryDirectory())
                path, log = (pathlib.Path(shutil.copy2(file, folder)) for file in (path, log))
            mode = "mode=ro"
        else:
            # Whoever writes has a log. Without one nothing changes, and SQLite need not make one.
            mode = "mode=ro&immutable=1" if _keeps_log(path) else "mode=ro"
        uri = f"{path.resolve().as_uri()}?{mode}"
        database = stack.enter_context(contextlib.closing(sqlite3.connect(uri, uri=True)))
        database.isolation_level = None
        yield database


def _keeps_log(path):
    """Whether the header asks for a write-ahead log."""
    with open(path, "rb") as file:
        return file.read(20)[18:20] == b"\x02\x02"


def _check(database, path):
    if database.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise SoarLabError(f"{path}: not a store of soar-lab")
    version = database.execute("PRAGMA user_version").fetchone()[0]
    if version > FORMAT:
        raise SoarLabError(
            f"{path}: format {version}, but this soar_lab.py knows formats up to {FORMAT};"
            " take the file from the soar-lab that made the run"
        )


def _frame(database, query):
    """The rows of a query, with the types of its table: whole numbers stay whole where some are missing."""
    table = query.split(" FROM ")[1].split()[0]
    columns = database.execute(f"PRAGMA table_info({table})").fetchall()
    if not columns:  # A table of a later format.
        return pandas.DataFrame()
    # `run` is this file's name for where a row is from.
    names = ["logged_run" if column[1] == "run" else column[1] for column in columns]
    rows = database.execute(query).fetchall()
    data = {
        name: pandas.Series([row[place] for row in rows], dtype=_type(*column[1:4]))
        for place, (name, column) in enumerate(zip(names, columns))
    }
    return pandas.DataFrame(data, columns=names)


def _type(name, declared, is_required):
    if name.startswith("is_"):
        return "boolean"
    if declared == "INTEGER":
        return "int64" if is_required or name == "id" else "Int64"
    return "float64" if declared == "REAL" else object


def _pass_at_k(samples, successes, k):
    if k > samples:
        return math.nan
    return 1 - math.comb(samples - successes, k) / math.comb(samples, k)
