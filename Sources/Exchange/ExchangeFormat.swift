import Diagnostics
package import Foundation
import LanguageModel
import QuestionAnalysis
package import RunStore
import Statistics

/// The JSON lines that `soar import` reads and `soar export` writes: one flat record per question,
/// as `docs/import-format.md` specifies.
package enum ExchangeFormat {
  static let keys =
    [
      "run", "teacher", "seed", "student", "step", "dataset", "position", "question", "answer",
      "document", "token_count", "promoted", "reward", "rewards",
    ] + QuestionRecord.measurements.map(\.name) + ["labels", "contexts", "samples"]
  static let labelKeys = LabelRecord.layout.columns.map(\.name)
  static let contextKeys = QuestionContextRecord.layout.columns.map(\.name)
  static let sampleKeys = AnswerSampleRecord.layout.columns.map(\.name)

  /// The run name for records that name none.
  static let defaultRun = "run"

  /// A question as read from a line.
  package struct Entry {
    package var question: StoredQuestion
    /// Whether the line gives the position in the dataset.
    package var isPlaced: Bool
  }

  /// - Parameters:
  ///   - line: without its end.
  ///   - now: the time for labels that give none.
  package static func question(_ line: [UInt8], now: Date) throws(LineDefect) -> Entry {
    try question(try .line(line), now: now)
  }

  /// A record that looks like another program's says so.
  static func question(_ record: JSONValue, now: Date) throws(LineDefect) -> Entry {
    do {
      return try entry(record, now: now)
    } catch {
      guard let looks = LogFormat.detect(record), looks != .soar else { throw error }
      var defect = error
      defect.hint = "this looks like \(looks.title): --from \(looks.rawValue)"
      throw defect
    }
  }

  private static func entry(_ record: JSONValue, now: Date) throws(LineDefect) -> Entry {
    let fields = try JSONFields(record, path: "", known: keys)
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
      tokenCount: try fields.count("token_count") ?? 0)
    try read(QuestionRecord.measurements, into: &question, fields)
    for label in try fields.objects("labels", known: labelKeys) {
      question.labels.append(try self.label(label, now: now))
    }
    let seed = try fields.count("seed") ?? 0
    let position = try fields.count("position")
    question.position = position ?? 0
    for context in try fields.objects("contexts", known: contextKeys) {
      question.contexts.append(try self.context(context, now: now))
    }
    for sample in try fields.objects("samples", known: sampleKeys) {
      question.samples.append(try self.sample(sample, now: now))
    }
    return Entry(
      question: StoredQuestion(
        place: StoredQuestion.Place(
          run: run, seed: seed, teacher: teacher, student: dataset == nil ? student ?? 0 : nil,
          step: try fields.count("step"), dataset: try fields.count("dataset")),
        dataset: dataset, question: question),
      isPlaced: position != nil)
  }

  /// Reads optional columns, whose keys are their names, each by its type.
  private static func read<Record>(
    _ columns: [StoredColumn<Record>], into record: inout Record, _ fields: JSONFields,
    words: [String: [String]] = [:]
  ) throws(LineDefect) {
    for column in columns {
      let key = column.name
      let value: StoredValue? =
        switch column.kind {
        case .flag: try fields.bool(key).map { .integer($0 ? 1 : 0) }
        case .count: try fields.count(key).map { .integer(Int64($0)) }
        case .number: try fields.number(key).map { .real($0) }
        case .share: try fields.share(key).map { .real($0) }
        case .text: try text(key, fields, words: words[key]).map { .text($0) }
        case .time: try fields.time(key).map { .text(Timestamp.text($0)) }
        case .numbers: try fields.numbersByName(key).map(\.stored)
        }
      guard let value else { continue }
      do {
        try column.set(value, of: &record)
      } catch {
        throw fields.defect(key, "\(error)")
      }
    }
  }

  private static func text(
    _ key: String, _ fields: JSONFields, words: [String]?
  ) throws(LineDefect) -> String? {
    guard let words else { return try fields.string(key) }
    return try fields.word(key, of: words)
  }

  private static func dataset(
    _ fields: JSONFields
  ) throws(LineDefect) -> StoredQuestion.Dataset? {
    let step = try fields.count("step")
    let dataset = try fields.count("dataset")
    let rewards = try fields.numbers("rewards")
    let reward = try fields.number("reward")
    let isPromoted = try fields.bool("promoted")
    guard step != nil, dataset != nil else {
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
    let mean = measured.isEmpty ? nil : measured.mean
    return StoredQuestion.Dataset(
      reward: fields.has("reward") ? reward : mean,
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
    var label = LabelRecord(
      classifier: classifier, version: try fields.count("version") ?? 1,
      created: try fields.time("created") ?? now, isWellPosed: isWellPosed,
      isCorrect: isWellPosed ? isCorrect : nil, errorType: word)
    try read(
      LabelRecord.layout.columns.filter { !verdictKeys.contains($0.name) }, into: &label, fields,
      words: labelWords)
    return label
  }

  /// Label keys that are read separately, because they depend on each other.
  private static let verdictKeys = [
    "classifier", "version", "created", "is_well_posed", "is_correct", "error_type",
  ]

  /// The allowed values of keys that have few.
  private static let labelWords = [
    "posedness": Posedness.allCases.map(\.rawValue),
    "answer_kind": AnswerKind.allCases.map(\.rawValue),
  ]

  private static func context(
    _ fields: JSONFields, now: Date
  ) throws(LineDefect) -> QuestionContextRecord {
    var context = QuestionContextRecord(
      version: try fields.count("version") ?? 1, created: try fields.time("created") ?? now)
    let columns = QuestionContextRecord.layout.columns
    try read(
      columns.filter { !["version", "created"].contains($0.name) }, into: &context, fields)
    return context
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
