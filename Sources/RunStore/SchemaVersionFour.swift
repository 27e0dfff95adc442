/// Version 4: finer labels, a question's context in its run, sampled answers, and the origin of
/// imported questions.
extension Schema {
  static let versionFour = """
    ALTER TABLE label ADD COLUMN posedness TEXT;
    ALTER TABLE label ADD COLUMN answer_kind TEXT;
    ALTER TABLE label ADD COLUMN question_tokens INTEGER;
    ALTER TABLE label ADD COLUMN depth INTEGER;
    ALTER TABLE label ADD COLUMN width INTEGER;
    ALTER TABLE label ADD COLUMN distractors INTEGER;
    ALTER TABLE label ADD COLUMN operation_multiset TEXT;
    ALTER TABLE label ADD COLUMN steps INTEGER;
    ALTER TABLE label ADD COLUMN valid_steps INTEGER;
    ALTER TABLE label ADD COLUMN misconceived_digits INTEGER;
    ALTER TABLE label ADD COLUMN slipped_digits INTEGER;

    CREATE TABLE question_context (
      question INTEGER NOT NULL REFERENCES question,
      version INTEGER NOT NULL,
      created TEXT NOT NULL,
      hard_distance REAL,
      corpus_texts INTEGER,
      corpus_structures INTEGER,
      archive_texts INTEGER,
      archive_structures INTEGER,
      PRIMARY KEY (question, version)
    ) STRICT;

    CREATE TABLE answer_sample (
      question INTEGER NOT NULL REFERENCES question,
      model TEXT NOT NULL,
      created TEXT NOT NULL,
      samples INTEGER NOT NULL,
      answered INTEGER NOT NULL,
      agreeing INTEGER NOT NULL,
      correct INTEGER,
      PRIMARY KEY (question, model)
    ) STRICT;

    CREATE TABLE imported_seed (
      seed INTEGER PRIMARY KEY,
      run TEXT NOT NULL,
      run_seed INTEGER NOT NULL,
      UNIQUE (run, run_seed)
    ) STRICT;
    """
}
