import GRDB

/// The tables of a run's store. This text is version 1 and stays fixed; later versions are added as
/// migrations. `docs/schema.md` describes the columns and units.
///
/// Measured numbers are declared without NOT NULL: SQLite stores NaN as NULL, and a diverged
/// training is a result worth keeping.
package enum Schema {
  /// "SOAR" in ASCII, in the file's header; identifies other programs' databases.
  static let applicationID = 0x534f_4152

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: runs, outer loop, arms, labels") { database in
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: runTables)
      try database.execute(sql: outerLoopTables)
      try database.execute(sql: armTables)
      try database.execute(sql: labelTables)
      try database.execute(sql: views)
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    for (version, addition) in zip(2..., additions) {
      migrator.registerMigration("\(version): \(addition.title)") { database in
        try addition.apply(database)
        try database.execute(sql: "UPDATE run SET format_version = \(version)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
      }
    }
    return migrator
  }

  private static let runTables = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      format_version INTEGER NOT NULL,
      command_line TEXT NOT NULL,
      config TEXT NOT NULL,
      config_hash TEXT NOT NULL,
      git_commit TEXT,
      toolchain TEXT NOT NULL,
      operating_system TEXT NOT NULL,
      cpu TEXT NOT NULL,
      blas_core TEXT NOT NULL,
      workers INTEGER NOT NULL,
      started TEXT NOT NULL,
      ended TEXT,
      active_seconds REAL NOT NULL DEFAULT 0,
      outcome TEXT NOT NULL CHECK (outcome IN ('running', 'finished', 'interrupted', 'failed')),
      peak_memory_bytes INTEGER
    ) STRICT;

    CREATE TABLE hard_problem (
      id INTEGER PRIMARY KEY,
      half TEXT NOT NULL CHECK (half IN ('train', 'test')),
      question TEXT NOT NULL,
      answer TEXT NOT NULL,
      screening_samples INTEGER NOT NULL,
      screening_successes INTEGER NOT NULL,
      length INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE screening (
      candidate INTEGER PRIMARY KEY,
      samples INTEGER NOT NULL,
      successes INTEGER NOT NULL,
      is_kept INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE pretraining_point (
      phase TEXT NOT NULL,
      step INTEGER NOT NULL,
      tokens INTEGER NOT NULL,
      loss REAL,
      learning_rate REAL,
      PRIMARY KEY (phase, step)
    ) STRICT;

    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      teacher TEXT,
      arm TEXT,
      seed INTEGER,
      step INTEGER,
      kind TEXT NOT NULL,
      message TEXT NOT NULL,
      is_result INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX event_by_place ON event (seed, step);
    """

  private static let outerLoopTables = """
    CREATE TABLE outer_step (
      teacher TEXT NOT NULL,
      seed INTEGER NOT NULL,
      step INTEGER NOT NULL,
      mean_reward REAL,
      moving_average REAL,
      threshold REAL,
      is_promoted INTEGER NOT NULL,
      chosen_dataset INTEGER,
      chosen_repeat INTEGER,
      rejected INTEGER NOT NULL,
      tokens_sampled INTEGER NOT NULL,
      tokens_trained INTEGER NOT NULL,
      teacher_loss REAL,
      teacher_kl REAL,
      teacher_gradient_norm REAL,
      baseline_accuracy REAL,
      seconds REAL,
      PRIMARY KEY (teacher, seed, step)
    ) STRICT;

    CREATE TABLE dataset (
      teacher TEXT NOT NULL,
      seed INTEGER NOT NULL,
      step INTEGER NOT NULL,
      dataset INTEGER NOT NULL,
      reward REAL,
      advantage REAL,
      is_promoted INTEGER NOT NULL,
      PRIMARY KEY (teacher, seed, step, dataset),
      FOREIGN KEY (teacher, seed, step) REFERENCES outer_step
    ) STRICT;

    CREATE TABLE question (
      id INTEGER PRIMARY KEY,
      teacher TEXT NOT NULL,
      seed INTEGER NOT NULL,
      step INTEGER,
      dataset INTEGER,
      position INTEGER NOT NULL,
      question TEXT NOT NULL,
      answer TEXT NOT NULL,
      document TEXT NOT NULL,
      token_count INTEGER NOT NULL,
      CHECK ((step IS NULL) = (dataset IS NULL)),
      FOREIGN KEY (teacher, seed, step, dataset) REFERENCES dataset
    ) STRICT;
    CREATE UNIQUE INDEX question_by_place
      ON question (teacher, seed, ifnull(step, -1), ifnull(dataset, -1), position);

    CREATE TABLE student_training (
      teacher TEXT NOT NULL,
      seed INTEGER NOT NULL,
      step INTEGER NOT NULL,
      dataset INTEGER NOT NULL,
      repeat INTEGER NOT NULL,
      reward REAL,
      accuracy_before REAL,
      accuracy_after REAL,
      mean_training_reward REAL,
      tokens_sampled INTEGER NOT NULL,
      tokens_trained INTEGER NOT NULL,
      PRIMARY KEY (teacher, seed, step, dataset, repeat),
      FOREIGN KEY (teacher, seed, step, dataset) REFERENCES dataset
    ) STRICT;

    CREATE TABLE promotion (
      teacher TEXT NOT NULL,
      seed INTEGER NOT NULL,
      step INTEGER NOT NULL,
      dataset INTEGER NOT NULL,
      repeat INTEGER NOT NULL,
      accuracy_before REAL,
      accuracy_after REAL,
      PRIMARY KEY (teacher, seed, step),
      FOREIGN KEY (teacher, seed, step, dataset, repeat) REFERENCES student_training
    ) STRICT;
    """

  private static let armTables = """
    CREATE TABLE arm_run (
      arm TEXT NOT NULL,
      seed INTEGER NOT NULL,
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
      PRIMARY KEY (arm, seed)
    ) STRICT;

    CREATE TABLE arm_curve (
      arm TEXT NOT NULL,
      seed INTEGER NOT NULL,
      step INTEGER NOT NULL,
      training_reward REAL,
      train_accuracy REAL,
      test_pass_1 REAL,
      test_pass_32 REAL,
      PRIMARY KEY (arm, seed, step),
      FOREIGN KEY (arm, seed) REFERENCES arm_run
    ) STRICT;

    CREATE TABLE evaluation (
      id INTEGER PRIMARY KEY,
      arm TEXT NOT NULL,
      seed INTEGER NOT NULL,
      split TEXT NOT NULL CHECK (split IN ('train', 'test')),
      kind TEXT NOT NULL CHECK (kind IN ('greedy', 'sampled')),
      step INTEGER,
      samples_per_problem INTEGER NOT NULL,
      FOREIGN KEY (arm, seed) REFERENCES arm_run
    ) STRICT;
    CREATE UNIQUE INDEX evaluation_by_place
      ON evaluation (arm, seed, split, kind, ifnull(step, -1));

    CREATE TABLE evaluation_problem (
      evaluation INTEGER NOT NULL REFERENCES evaluation,
      problem INTEGER NOT NULL REFERENCES hard_problem,
      successes INTEGER NOT NULL,
      PRIMARY KEY (evaluation, problem)
    ) STRICT, WITHOUT ROWID;
    """

  private static let labelTables = """
    CREATE TABLE label (
      question INTEGER NOT NULL REFERENCES question,
      classifier TEXT NOT NULL,
      version INTEGER NOT NULL,
      created TEXT NOT NULL,
      is_well_posed INTEGER NOT NULL,
      is_correct INTEGER,
      error_type TEXT NOT NULL,
      verified_answer TEXT,
      detail TEXT,
      operations INTEGER,
      target_share REAL,
      structure TEXT,
      PRIMARY KEY (question, classifier, version)
    ) STRICT;
    """
}
