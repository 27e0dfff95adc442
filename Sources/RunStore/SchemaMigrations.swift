import GRDB

/// Additions of later format versions to the tables of version 1. New columns are nullable: old
/// runs hold NULL in them.
///
/// An older store opened read-only stays as it is. Readers of such columns therefore use `SELECT
/// *`, where a missing column reads as NULL, or check the version first, as the digest does.
extension Schema {
  package static let version = 1 + additions.count

  struct Addition: Sendable {
    /// What it is for; part of the migration's identifier in stores, so it stays.
    let title: String
    let apply: @Sendable (Database) throws -> Void

    init(_ title: String, _ sql: String) {
      self.init(title) { try $0.execute(sql: sql) }
    }

    init(_ title: String, apply: @escaping @Sendable (Database) throws -> Void) {
      self.title = title
      self.apply = apply
    }
  }

  /// One per format version from 2 on. A version that a release has written is fixed: add another.
  static let additions = [
    Addition("costs and reward schemes of the outer loop", versionTwo),
    Addition("students within seeds, transfer problems") { database in
      try withoutViews(database) { try database.execute(sql: versionThree) }
      try database.execute(sql: viewsOfVersionThree)
    },
    Addition("structure of questions, their context, imported runs", versionFour),
    Addition("what schemes and classifiers measure of questions", versionFive),
    Addition("horizons of the reward, confirmed promotions") { database in
      try withoutViews(database) { try database.execute(sql: versionSix) }
    },
    Addition("what students saw of questions in training", versionSeven),
    Addition("probabilities of right answers", versionEight),
    Addition("judges and their votes", versionNine),
    Addition("datasets that share questions", versionTen),
  ]

  static let versionTwo = """
    ALTER TABLE outer_step ADD COLUMN scheme TEXT;
    ALTER TABLE outer_step ADD COLUMN forward_flops REAL;
    ALTER TABLE outer_step ADD COLUMN backward_flops REAL;

    ALTER TABLE question ADD COLUMN solve_rate REAL;
    ALTER TABLE question ADD COLUMN majority_share REAL;
    ALTER TABLE question ADD COLUMN question_reward REAL;

    DROP VIEW teacher_cost;
    CREATE VIEW teacher_cost AS
      SELECT
        teacher, seed,
        max(scheme) AS scheme,
        count(*) AS steps,
        sum(is_promoted) AS promotions,
        sum(rejected) AS rejected,
        sum(tokens_sampled) AS tokens_sampled,
        sum(tokens_trained) AS tokens_trained,
        CASE WHEN count(forward_flops) = count(*) THEN sum(forward_flops) END AS forward_flops,
        CASE WHEN count(backward_flops) = count(*) THEN sum(backward_flops) END AS backward_flops,
        sum(seconds) AS seconds
      FROM outer_step
      GROUP BY teacher, seed;

    CREATE VIEW question_signal AS
      SELECT
        teacher, seed, step, dataset,
        count(*) AS questions,
        avg(solve_rate) AS solve_rate,
        avg(majority_share) AS majority_share,
        avg(question_reward) AS question_reward
      FROM question
      WHERE solve_rate IS NOT NULL OR majority_share IS NOT NULL OR question_reward IS NOT NULL
      GROUP BY teacher, seed, step, dataset;
    """

  /// Drops the views while tables are rebuilt and restores them afterwards: SQLite refuses to
  /// rename a table while a view refers to a missing one.
  static func withoutViews(_ database: Database, _ body: () throws -> Void) throws {
    let views = try Row.fetchAll(
      database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY rowid")
    for view in views {
      let name: String = view["name"]
      try database.execute(sql: "DROP VIEW \(name)")
    }
    try body()
    for view in views {
      let text: String = view["sql"]
      try database.execute(sql: text)
    }
  }

  /// Rebuilds these tables, since keys and checks cannot be altered in place. Rows of older runs
  /// belong to student 0.
  static let versionThree = """
    ALTER TABLE screening ADD COLUMN is_transfer INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE event ADD COLUMN student INTEGER;
    ALTER TABLE question ADD COLUMN student INTEGER;
    UPDATE question SET student = 0 WHERE step IS NULL;
    DROP INDEX question_by_place;
    CREATE UNIQUE INDEX question_by_place
      ON question (
        teacher, seed, ifnull(step, -1), ifnull(dataset, -1), ifnull(student, -1), position);

    CREATE TABLE new_hard_problem (
      id INTEGER PRIMARY KEY,
      half TEXT NOT NULL CHECK (half IN ('train', 'test', 'transfer')),
      question TEXT NOT NULL,
      answer TEXT NOT NULL,
      screening_samples INTEGER NOT NULL,
      screening_successes INTEGER NOT NULL,
      length INTEGER NOT NULL
    ) STRICT;
    INSERT INTO new_hard_problem
      SELECT id, half, question, answer, screening_samples, screening_successes, length
      FROM hard_problem;
    DROP TABLE hard_problem;
    ALTER TABLE new_hard_problem RENAME TO hard_problem;

    CREATE TABLE new_arm_run (
      arm TEXT NOT NULL,
      seed INTEGER NOT NULL,
      student INTEGER NOT NULL,
      questions_source TEXT NOT NULL,
      mixing TEXT NOT NULL,
      steps INTEGER NOT NULL,
      rollouts INTEGER NOT NULL,
      tokens_sampled INTEGER NOT NULL,
      tokens_trained INTEGER NOT NULL,
      forward_flops REAL,
      backward_flops REAL,
      seconds REAL,
      status TEXT NOT NULL,
      PRIMARY KEY (arm, seed, student)
    ) STRICT;
    INSERT INTO new_arm_run
      SELECT arm, seed, 0, questions_source, mixing, steps, rollouts, tokens_sampled,
        tokens_trained, forward_flops, backward_flops, seconds, status
      FROM arm_run ORDER BY rowid;
    DROP TABLE arm_run;
    ALTER TABLE new_arm_run RENAME TO arm_run;

    CREATE TABLE new_arm_curve (
      arm TEXT NOT NULL,
      seed INTEGER NOT NULL,
      student INTEGER NOT NULL,
      step INTEGER NOT NULL,
      training_reward REAL,
      train_accuracy REAL,
      test_pass_1 REAL,
      test_pass_32 REAL,
      PRIMARY KEY (arm, seed, student, step),
      FOREIGN KEY (arm, seed, student) REFERENCES arm_run
    ) STRICT;
    INSERT INTO new_arm_curve
      SELECT arm, seed, 0, step, training_reward, train_accuracy, test_pass_1, test_pass_32
      FROM arm_curve ORDER BY rowid;
    DROP TABLE arm_curve;
    ALTER TABLE new_arm_curve RENAME TO arm_curve;

    CREATE TABLE new_evaluation (
      id INTEGER PRIMARY KEY,
      arm TEXT NOT NULL,
      seed INTEGER NOT NULL,
      student INTEGER NOT NULL,
      split TEXT NOT NULL CHECK (split IN ('train', 'test', 'transfer')),
      kind TEXT NOT NULL CHECK (kind IN ('greedy', 'sampled')),
      step INTEGER,
      samples_per_problem INTEGER NOT NULL,
      FOREIGN KEY (arm, seed, student) REFERENCES arm_run
    ) STRICT;
    INSERT INTO new_evaluation
      SELECT id, arm, seed, 0, split, kind, step, samples_per_problem FROM evaluation;
    DROP TABLE evaluation;
    ALTER TABLE new_evaluation RENAME TO evaluation;
    CREATE UNIQUE INDEX evaluation_by_place
      ON evaluation (arm, seed, student, split, kind, ifnull(step, -1));
    """

  static let versionFive = """
    ALTER TABLE question ADD COLUMN advantage REAL;
    ALTER TABLE question ADD COLUMN solve_rate_after REAL;
    ALTER TABLE question ADD COLUMN alignment REAL;
    ALTER TABLE label ADD COLUMN measures TEXT;
    """

  /// Rebuilds `promotion`: the promoted student may be one of those that confirmed it.
  static let versionSix = """
    ALTER TABLE student_training ADD COLUMN accuracy_at TEXT;

    CREATE TABLE confirmation (
      teacher TEXT NOT NULL,
      seed INTEGER NOT NULL,
      step INTEGER NOT NULL,
      dataset INTEGER NOT NULL,
      repeat INTEGER NOT NULL,
      reward REAL,
      accuracy_before REAL,
      accuracy_after REAL,
      tokens_sampled INTEGER NOT NULL,
      tokens_trained INTEGER NOT NULL,
      PRIMARY KEY (teacher, seed, step, repeat),
      FOREIGN KEY (teacher, seed, step, dataset) REFERENCES dataset
    ) STRICT;

    CREATE TABLE new_promotion (
      teacher TEXT NOT NULL,
      seed INTEGER NOT NULL,
      step INTEGER NOT NULL,
      dataset INTEGER NOT NULL,
      repeat INTEGER NOT NULL,
      accuracy_before REAL,
      accuracy_after REAL,
      confirmed_reward REAL,
      PRIMARY KEY (teacher, seed, step),
      FOREIGN KEY (teacher, seed, step, dataset) REFERENCES dataset
    ) STRICT;
    INSERT INTO new_promotion
      SELECT teacher, seed, step, dataset, repeat, accuracy_before, accuracy_after, NULL
      FROM promotion ORDER BY rowid;
    DROP TABLE promotion;
    ALTER TABLE new_promotion RENAME TO promotion;
    """

  static let versionSeven = """
    ALTER TABLE question ADD COLUMN training_solve_rate REAL;
    ALTER TABLE question ADD COLUMN zero_variance_share REAL;
    """

  static let versionEight = """
    ALTER TABLE screening ADD COLUMN probability REAL;
    ALTER TABLE evaluation_problem ADD COLUMN probability REAL;
    """

  static let versionNine = """
    CREATE TABLE judge (
      name TEXT PRIMARY KEY,
      model TEXT NOT NULL,
      url TEXT NOT NULL,
      prompt TEXT NOT NULL,
      prompt_hash TEXT NOT NULL,
      votes INTEGER NOT NULL,
      temperature REAL NOT NULL,
      created TEXT NOT NULL
    ) STRICT;

    CREATE TABLE judgement (
      question INTEGER NOT NULL REFERENCES question,
      judge TEXT NOT NULL REFERENCES judge,
      created TEXT NOT NULL,
      votes INTEGER NOT NULL,
      votes_none INTEGER NOT NULL,
      votes_arithmetic INTEGER NOT NULL,
      votes_logical_fallacy INTEGER NOT NULL,
      votes_ill_posed INTEGER NOT NULL,
      votes_ambiguous INTEGER NOT NULL,
      unreadable INTEGER NOT NULL,
      requests INTEGER NOT NULL,
      prompt_tokens INTEGER,
      completion_tokens INTEGER,
      seconds REAL NOT NULL,
      PRIMARY KEY (question, judge)
    ) STRICT;
    """

  /// Each dataset keeps rows of its own for the questions that it shares; these views count questions.
  static let versionTen = """
    ALTER TABLE outer_step ADD COLUMN datasets_per_question INTEGER;
    ALTER TABLE question ADD COLUMN pool_position INTEGER;
    ALTER TABLE question ADD COLUMN copy INTEGER;

    DROP VIEW question_share;
    CREATE VIEW question_share AS
      SELECT
        question.teacher, question.seed, question.step, label.classifier,
        count(*) AS questions,
        avg(label.is_well_posed) AS well_posed,
        avg(ifnull(label.is_correct, 0)) AS correct,
        avg(label.operations) AS mean_operations,
        avg(label.target_share) AS target_share,
        count(DISTINCT label.structure) * 1.0 / count(*) AS distinct_share,
        avg(question.token_count) AS mean_tokens
      FROM question JOIN newest_label AS label ON label.question = question.id
      WHERE ifnull(question.copy, 0) = 0
      GROUP BY question.teacher, question.seed, question.step, label.classifier;

    DROP VIEW error_share;
    CREATE VIEW error_share AS
      SELECT
        question.teacher, question.seed, question.step, label.classifier, label.error_type,
        count(*) AS questions
      FROM question JOIN newest_label AS label ON label.question = question.id
      WHERE ifnull(question.copy, 0) = 0
      GROUP BY question.teacher, question.seed, question.step, label.classifier, label.error_type;
    """

  static let viewsOfVersionThree = """
    DROP VIEW evaluation_accuracy;
    DROP VIEW success_count;
    CREATE VIEW success_count AS
      SELECT
        evaluation.arm, evaluation.seed, evaluation.student, evaluation.split, evaluation.kind,
        evaluation.step, evaluation.samples_per_problem AS samples, evaluation_problem.successes,
        count(*) AS problems
      FROM evaluation JOIN evaluation_problem ON evaluation_problem.evaluation = evaluation.id
      GROUP BY evaluation.id, evaluation_problem.successes;

    CREATE VIEW evaluation_accuracy AS
      SELECT
        arm, seed, student, split, kind, step, samples,
        sum(problems) AS problems,
        sum(problems * successes) * 1.0 / (samples * sum(problems)) AS accuracy,
        sum(CASE WHEN successes > 0 THEN problems ELSE 0 END) * 1.0 / sum(problems)
          AS solved_at_least_once
      FROM success_count
      GROUP BY arm, seed, student, split, kind, step, samples;
    """
}
