#!/usr/bin/env python3
"""Tests tools/soar_lab.py on a finished run.

    SOAR_TEST_RUN=runs/quick-1 python3 tools/test_soar_lab.py

`make test` runs them on a run of its own (Tests/CommandLineTests/PythonReaderTests.swift).

Locked here: every row and column of the store arrives, whole numbers as whole numbers; pass@k is that
of counting; a run that goes on, was killed or lies on a read-only medium is read to its last commit, and
nothing is written beside it; what is no run of a known format is an error of one line.
"""

import math
import os
import pathlib
import shutil
import sqlite3
import tempfile
import unittest
from unittest import mock

import soar_lab

RUN = pathlib.Path(os.environ["SOAR_TEST_RUN"]).resolve()


def count(table, where=""):
    with sqlite3.connect(f"{(RUN / 'run.sqlite').as_uri()}?mode=ro", uri=True) as database:
        return database.execute(f"SELECT COUNT(*) FROM {table} {where}").fetchone()[0]


class Frames(unittest.TestCase):
    def setUp(self):
        self.run_ = soar_lab.read_run(RUN)

    def test_every_row_and_column_arrives(self):
        with sqlite3.connect(f"{(RUN / 'run.sqlite').as_uri()}?mode=ro", uri=True) as database:
            for name, query in soar_lab.QUERIES.items():
                cursor = database.execute(query)
                columns = ["logged_run" if column[0] == "run" else column[0]
                           for column in cursor.description]
                frame = getattr(self.run_, name)
                self.assertEqual(list(frame.columns), columns, name)
                self.assertEqual(len(frame), len(cursor.fetchall()), name)

    def test_every_table_is_known(self):
        with sqlite3.connect(f"{(RUN / 'run.sqlite').as_uri()}?mode=ro", uri=True) as database:
            tables = {row[0] for row in database.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
                " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'")}
            self.assertEqual(database.execute("PRAGMA user_version").fetchone()[0], soar_lab.FORMAT)
        read = {query.split(" FROM ")[1].split()[0] for query in soar_lab.QUERIES.values()}
        self.assertEqual(tables - {"label"}, read - {"newest_label"})

    def test_types(self):
        questions, outer = self.run_.questions, self.run_.outer_steps
        self.assertEqual(str(questions["step"].dtype), "Int64")
        self.assertTrue(questions["step"].isna().any() and questions["step"].notna().any())
        self.assertEqual(str(outer["step"].dtype), "int64")
        self.assertEqual(str(outer["is_promoted"].dtype), "boolean")
        self.assertEqual(str(outer["mean_reward"].dtype), "float64")
        self.assertEqual(str(self.run_.imported_seeds["seed"].dtype), "Int64")
        self.assertIn("outerSteps:", self.run_.config)

    def test_labels_stand_beside_their_questions(self):
        labelled = self.run_.labelled()
        self.assertEqual(list(labelled["id"]), list(self.run_.questions["id"]))
        self.assertEqual(
            labelled["is_well_posed"].sum(),
            count("newest_label", "WHERE classifier = 'exact' AND is_well_posed"))
        self.assertTrue(self.run_.labelled("nobody")["is_well_posed"].isna().all())

    def test_pass_at_k(self):
        rates = self.run_.pass_at_k([1, 4, 1000]).set_index(["arm", "seed", "student"])
        with sqlite3.connect(f"{(RUN / 'run.sqlite').as_uri()}?mode=ro", uri=True) as database:
            rows = database.execute(
                "SELECT arm, seed, student, samples, successes, problems FROM success_count"
                " WHERE split = 'test' AND kind = 'sampled' AND step IS NULL").fetchall()
        self.assertEqual(len(rates), len({row[:3] for row in rows}))
        for place in rates.index:
            mine = [row[3:] for row in rows if row[:3] == place]
            total = sum(problems for _, _, problems in mine)
            for k in (1, 4):
                failed = sum(
                    problems * math.prod((n - c - i) / (n - i) for i in range(k))
                    for n, c, problems in mine)
                self.assertAlmostEqual(rates.loc[place, f"pass@{k}"], 1 - failed / total)
            self.assertTrue(math.isnan(rates.loc[place, "pass@1000"]))


class Several(unittest.TestCase):
    def test_runs_are_told_apart(self):
        with tempfile.TemporaryDirectory() as folder:
            places = [pathlib.Path(folder, name, "run") for name in ("a", "b")]
            for place in places:
                place.mkdir(parents=True)
                shutil.copy2(RUN / "run.sqlite", place)
            runs = soar_lab.read_runs(places)
            one = soar_lab.read_run(RUN)
            self.assertEqual(list(runs.runs["run"]), ["a/run", "b/run"])
            for name in soar_lab.QUERIES:
                frame = getattr(runs, name)
                self.assertEqual(frame.columns[0], "run", name)
                self.assertEqual(len(frame), 2 * len(getattr(one, name)), name)
                self.assertEqual(
                    list(frame.dtypes[1:]), list(getattr(one, name).dtypes), name)
            self.assertEqual(len(runs.labelled()), len(runs.questions))
            self.assertEqual(len(runs.pass_at_k()), 2 * len(one.pass_at_k()))
            with self.assertRaisesRegex(soar_lab.SoarLabError, "no single configuration"):
                runs.config
            with self.assertRaisesRegex(soar_lab.SoarLabError, "given twice"):
                soar_lab.read_runs([places[0], places[0]])


class Stores(unittest.TestCase):
    """On a copy of the store that tests may change."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.path = pathlib.Path(shutil.copy2(RUN / "run.sqlite", self.folder))

    def writer(self):
        """A process at work: a log, with one event committed and another not."""
        database = sqlite3.connect(self.path)
        self.addCleanup(database.close)
        database.isolation_level = None
        database.execute("PRAGMA journal_mode = WAL")
        add = "INSERT INTO event (kind, message, is_result) VALUES (?, '', 0)"
        database.execute(add, ("committed",))
        database.execute("BEGIN")
        database.execute(add, ("pending",))
        return database

    def kinds(self):
        return set(soar_lab.read_run(self.folder).events["kind"])

    def files(self):
        return sorted(os.listdir(self.folder))

    def test_a_finished_run(self):
        soar_lab.read_run(self.folder)
        self.assertEqual(self.files(), ["run.sqlite"])

    def test_a_run_that_goes_on(self):
        writer = self.writer()
        files = self.files()
        self.assertEqual(files, ["run.sqlite", "run.sqlite-shm", "run.sqlite-wal"])
        self.assertIn("committed", self.kinds())
        self.assertNotIn("pending", self.kinds())
        self.assertEqual(self.files(), files)
        writer.execute("COMMIT")
        self.assertIn("pending", self.kinds())

    def test_a_killed_run_on_a_read_only_medium(self):
        self.writer()
        place = self.folder / "killed"
        place.mkdir()
        for name in ("run.sqlite", "run.sqlite-wal"):
            shutil.copy2(self.folder / name, place)
        self.folder = place
        with mock.patch("os.access", return_value=False):  # Root may write anywhere.
            self.assertIn("committed", self.kinds())
        self.assertEqual(self.files(), ["run.sqlite", "run.sqlite-wal"])

    def test_a_store_whose_log_is_gone(self):
        with open(self.path, "r+b") as file:
            file.seek(18)
            file.write(b"\x02\x02")
        soar_lab.read_run(self.folder)
        self.assertEqual(self.files(), ["run.sqlite"])

    def test_a_newer_format(self):
        with sqlite3.connect(self.path) as database:
            database.execute("PRAGMA user_version = 99")
        with self.assertRaisesRegex(soar_lab.SoarLabError, f"format 99, but .* up to {soar_lab.FORMAT};"):
            soar_lab.read_run(self.folder)

    def test_an_older_format(self):
        with sqlite3.connect(self.path) as database:
            database.execute("DROP TABLE confirmation")
            database.execute("DROP TABLE judgement")
            database.execute("PRAGMA user_version = 5")
        run = soar_lab.read_run(self.folder)
        self.assertTrue(run.confirmations.empty and run.judgements.empty)
        self.assertFalse(run.questions.empty)

    def test_what_is_no_run(self):
        for content, message in [
            (None, "no run here"), (b"text " * 1000, "cannot be read as a store"),
            (b"", "not a store of soar-lab"),
        ]:
            self.path.unlink(missing_ok=True)
            if content is not None:
                self.path.write_bytes(content)
            with self.assertRaisesRegex(soar_lab.SoarLabError, message):
                soar_lab.read_run(self.folder)
        self.path.with_name("run.sqlite-journal").write_bytes(b"")
        with self.assertRaisesRegex(soar_lab.SoarLabError, "`soar show` mends it"):
            soar_lab.read_run(self.folder)


if __name__ == "__main__":
    unittest.main()
