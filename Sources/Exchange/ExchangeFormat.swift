import Diagnostics
package import Foundation
import QuestionAnalysis
package import RunStore

/// The JSON lines that `soar import` reads and `soar export` writes: one flat record per question,
/// as `docs/import-format.md` has it.
package enum ExchangeFormat {
  static let keys = [
    "run", "teacher", "seed", "student", "step", "dataset", "position", "question", "answer",
    "document", "token_count", "promoted", "reward", "rewards", "solve_rate", "majority_share",
    "question_reward", "labels", "contexts", "samples",
  ]
  static let labelKeys = [
    "classifier", "version", "created", "is_well_posed", "is_correct", "error_type",
    "verified_answer", "detail", "operations", "target_share", "structure", "posedness",
    "answer_kind", "question_tokens", "depth", "width", "distractors", "operation_multiset",
    "steps", "valid_steps", "misconceived_digits", "slipped_digits",
  ]
  static let contextKeys = [
    "version", "created", "hard_distance", "corpus_texts", "corpus_structures", "archive_texts",
    "archive_structures",
  ]
  static let sampleKeys = ["model", "created", "samples", "answered", "agreeing", "correct"]

  /// The run of records that name none.
  static let defaultRun = "run"

  /// - Parameters:
  ///   - line: without its end.
  ///   - now: the time of labels that do not tell theirs.
  package static func question(_ line: [UInt8], now: Date) throws(LineDefect) -> ImportedQuestion {
    let fields = try JSONFields(try parse(line), path: "", known: keys)
    let dataset = try dataset(fields)
    let student = try fields.count("student")
    if dataset != nil, student != nil {
      throw fields.defect("student", "is for questions without step and dataset only")
    }
    let run = try fields.string("run") ?? defaultRun
    let teacher = try fields.string("teacher") ?? OuterStepRecord.defaultTeacher
    for (key, name) in [("run", run), ("teacher", teacher)] where name.isEmpty {
      throw fields.defect(key, "is empty")
    }
    let text = try fields.required("question", try fields.string("question"))
    guard !text.isEmpty else { throw fields.defect("question", "is empty") }
    var question = QuestionRecord(
      position: 0, question: text,
      answer: try fields.required("answer", try fields.string("answer")),
      document: try fields.string("document") ?? "",
      tokenCount: try fields.count("token_count") ?? 0, solveRate: try fields.share("solve_rate"),
      majorityShare: try fields.share("majority_share"),
      questionReward: try fields.number("question_reward"))
    for label in try fields.objects("labels", known: labelKeys) {
      question.labels.append(try self.label(label, now: now))
    }
    var imported = ImportedQuestion(
      run: run, seed: try fields.count("seed") ?? 0, teacher: teacher, dataset: dataset,
      student: student ?? 0, position: try fields.count("position"), question: question)
    for context in try fields.objects("contexts", known: contextKeys) {
      imported.contexts.append(try self.context(context, now: now))
    }
    for sample in try fields.objects("samples", known: sampleKeys) {
      imported.samples.append(try self.sample(sample, now: now))
    }
    return imported
  }

  private static func parse(_ line: [UInt8]) throws(LineDefect) -> JSONValue {
    do {
      return try JSONParser.parse(line)
    } catch {
      let rest = line.dropFirst(max(0, error.byte - 1))
      let isNumber = ["NaN", "Infinity", "nan", "inf"].contains { word in
        rest.starts(with: word.utf8) || rest.dropFirst().starts(with: word.utf8)
      }
      throw LineDefect(
        message: isNumber ? "NaN and Infinity are not JSON, at byte \(error.byte)" : error.phrase,
        hint: isNumber ? "write null" : nil)
    }
  }

  private static func dataset(
    _ fields: JSONFields
  ) throws(LineDefect) -> ImportedQuestion.Dataset? {
    let step = try fields.count("step")
    let dataset = try fields.count("dataset")
    let rewards = try fields.numbers("rewards")
    let reward = try fields.number("reward")
    let isPromoted = try fields.bool("promoted")
    guard let step, let dataset else {
      if step != nil { throw fields.defect("dataset", "is missing, and step is given") }
      if dataset != nil { throw fields.defect("step", "is missing, and dataset is given") }
      for key in ["reward", "rewards", "promoted"] where fields.has(key) {
        guard reward != nil || rewards != nil || isPromoted != nil else { continue }
        throw fields.defect(key, "is given without step and dataset")
      }
      return nil
    }
    guard fields.has("reward") || !(rewards ?? []).isEmpty else {
      throw fields.defect(
        "reward", "is missing", hint: "the dataset's, as it moved the teacher; null for none")
    }
    let measured = (rewards ?? []).compactMap { $0 }
    let mean = measured.isEmpty ? nil : measured.reduce(0, +) / Double(measured.count)
    return ImportedQuestion.Dataset(
      step: step, dataset: dataset, reward: fields.has("reward") ? reward : mean,
      rewards: rewards ?? [], isPromoted: isPromoted ?? false)
  }

  private static func label(_ fields: JSONFields, now: Date) throws(LineDefect) -> LabelRecord {
    let classifier = try fields.required("classifier", try fields.string("classifier"))
    guard !classifier.isEmpty else { throw fields.defect("classifier", "is empty") }
    let word = try fields.required(
      "error_type",
      try fields.word("error_type", of: ErrorType.allCases.map(\.rawValue)))
    let isWellPosed = try fields.required("is_well_posed", try fields.bool("is_well_posed"))
    let isCorrect = try fields.bool("is_correct")
    let errorType = ErrorType(rawValue: word) ?? .none
    let isPosedType = [.none, .arithmetic, .logicalFallacy].contains(errorType)
    guard isPosedType == isWellPosed else {
      throw fields.defect(
        "error_type", "is \(word), but is_well_posed is \(isWellPosed)",
        hint: "see the table in docs/labels.md")
    }
    if isWellPosed {
      let isCorrect = try fields.required("is_correct", isCorrect)
      guard isCorrect == (errorType == .none) else {
        throw fields.defect(
          "error_type", "is \(word), but is_correct is \(isCorrect)",
          hint: "see the table in docs/labels.md")
      }
    } else if isCorrect == true {
      throw fields.defect("is_correct", "is true, but is_well_posed is false")
    }
    return LabelRecord(
      classifier: classifier, version: try fields.count("version") ?? 1,
      created: try fields.time("created") ?? now, isWellPosed: isWellPosed,
      isCorrect: isWellPosed ? isCorrect : nil, errorType: word,
      verifiedAnswer: try fields.string("verified_answer"), detail: try fields.string("detail"),
      operations: try fields.count("operations"), targetShare: try fields.share("target_share"),
      structure: try fields.string("structure"),
      features: LabelFeatures(
        posedness: try fields.word("posedness", of: Posedness.allCases.map(\.rawValue)),
        answerKind: try fields.word("answer_kind", of: AnswerKind.allCases.map(\.rawValue)),
        questionTokens: try fields.count("question_tokens"), depth: try fields.count("depth"),
        width: try fields.count("width"), distractors: try fields.count("distractors"),
        operationMultiset: try fields.string("operation_multiset"),
        steps: try fields.count("steps"), validSteps: try fields.count("valid_steps"),
        misconceivedDigits: try fields.count("misconceived_digits"),
        slippedDigits: try fields.count("slipped_digits")))
  }

  private static func context(
    _ fields: JSONFields, now: Date
  ) throws(LineDefect) -> QuestionContextRecord {
    QuestionContextRecord(
      version: try fields.count("version") ?? 1, created: try fields.time("created") ?? now,
      hardDistance: try fields.number("hard_distance"),
      corpusTexts: try fields.count("corpus_texts"),
      corpusStructures: try fields.count("corpus_structures"),
      archiveTexts: try fields.count("archive_texts"),
      archiveStructures: try fields.count("archive_structures"))
  }

  private static func sample(
    _ fields: JSONFields, now: Date
  ) throws(LineDefect) -> AnswerSampleRecord {
    let samples = try fields.required("samples", try fields.count("samples"))
    guard samples > 0 else { throw fields.defect("samples", "is 0", hint: "1 or more") }
    let agreeing = try fields.required("agreeing", try fields.count("agreeing"))
    let answered = try fields.count("answered") ?? samples
    let correct = try fields.count("correct")
    for (key, value) in [("answered", answered), ("agreeing", agreeing), ("correct", correct ?? 0)]
    where value > samples {
      throw fields.defect(key, "is \(value), of \(samples) samples")
    }
    return AnswerSampleRecord(
      model: try fields.string("model") ?? "base", created: try fields.time("created") ?? now,
      samples: samples, answered: answered, agreeing: agreeing, correct: correct)
  }
}
