import GRDB

extension LabelRecord {
  /// A row of `label`; in a store of an older format the later columns read as nil.
  init(_ row: Row) throws {
    self.init(
      classifier: row["classifier"], version: row["version"], created: try row.date("created"),
      isWellPosed: row["is_well_posed"], isCorrect: row["is_correct"],
      errorType: row["error_type"], verifiedAnswer: row["verified_answer"],
      detail: row["detail"], operations: row["operations"], targetShare: row["target_share"],
      structure: row["structure"],
      features: LabelFeatures(
        posedness: row["posedness"], answerKind: row["answer_kind"],
        questionTokens: row["question_tokens"], depth: row["depth"], width: row["width"],
        distractors: row["distractors"], operationMultiset: row["operation_multiset"],
        steps: row["steps"], validSteps: row["valid_steps"],
        misconceivedDigits: row["misconceived_digits"], slippedDigits: row["slipped_digits"]))
  }
}

extension QuestionContextRecord {
  init(_ row: Row) throws {
    self.init(
      version: row["version"], created: try row.date("created"),
      hardDistance: row["hard_distance"], corpusTexts: row["corpus_texts"],
      corpusStructures: row["corpus_structures"], archiveTexts: row["archive_texts"],
      archiveStructures: row["archive_structures"])
  }
}

extension AnswerSampleRecord {
  init(_ row: Row) throws {
    self.init(
      model: row["model"], created: try row.date("created"), samples: row["samples"],
      answered: row["answered"], agreeing: row["agreeing"], correct: row["correct"])
  }
}
