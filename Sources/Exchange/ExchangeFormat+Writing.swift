import Foundation
package import RunStore

extension ExchangeFormat {
  /// The record of a question as one line with its end. Absent values are left out, but for the
  /// reward of a dataset that has none. Reading the line gives the same record.
  ///
  /// - Parameter run: the name of a run that has none in its store.
  package static func line(_ row: QuestionRow, run: String) -> [UInt8] {
    line(row, run: run, position: row.place.position)
  }

  private static func line(_ row: QuestionRow, run: String, position: Int?) -> [UInt8] {
    var line = JSONLine()
    line.object { line in
      line.member("run", row.place.run ?? run)
      line.member("teacher", row.place.teacher)
      line.member("seed", row.place.seed)
      line.member("student", row.place.student)
      line.member("step", row.place.step)
      line.member("dataset", row.place.dataset)
      line.member("position", position)
      line.member("question", row.question)
      line.member("answer", row.answer)
      line.member("document", row.document.isEmpty ? nil : row.document)
      line.member("token_count", row.tokenCount == 0 ? nil : row.tokenCount)
      if let dataset = row.dataset {
        line.member("promoted", dataset.isPromoted)
        line.key("reward")
        line.number(dataset.reward)
        if !dataset.rewards.isEmpty {
          line.array("rewards", dataset.rewards) { $0.number($1) }
        }
      }
      line.member("solve_rate", row.solveRate)
      line.member("majority_share", row.majorityShare)
      line.member("question_reward", row.questionReward)
      if !row.labels.isEmpty { line.array("labels", row.labels) { $0.label($1) } }
      if !row.contexts.isEmpty { line.array("contexts", row.contexts) { $0.context($1) } }
      if !row.samples.isEmpty { line.array("samples", row.samples) { $0.sample($1) } }
    }
    return line.bytes + [0x0A]
  }

  /// A record as it was read, with its place in the dataset as far as it told that.
  static func line(_ imported: ImportedQuestion) -> [UInt8] {
    let question = imported.question
    let row = QuestionRow(
      place: QuestionRow.Place(
        run: imported.run, seed: imported.seed, teacher: imported.teacher,
        student: imported.dataset == nil ? imported.student : nil, step: imported.dataset?.step,
        dataset: imported.dataset?.dataset, position: imported.position ?? 0),
      dataset: imported.dataset.map {
        QuestionRow.Dataset(
          reward: $0.reward, rewards: $0.rewards, isPromoted: $0.isPromoted)
      },
      question: question.question, answer: question.answer, document: question.document,
      tokenCount: question.tokenCount, solveRate: question.solveRate,
      majorityShare: question.majorityShare, questionReward: question.questionReward,
      labels: question.labels, contexts: imported.contexts, samples: imported.samples)
    return line(row, run: imported.run, position: imported.position)
  }
}

extension JSONLine {
  fileprivate mutating func label(_ label: LabelRecord) {
    let features = label.features
    object { line in
      line.member("classifier", label.classifier)
      line.member("version", label.version)
      line.member("created", Timestamp.text(label.created))
      line.member("is_well_posed", label.isWellPosed)
      line.member("is_correct", label.isCorrect)
      line.member("error_type", label.errorType)
      line.member("verified_answer", label.verifiedAnswer)
      line.member("detail", label.detail)
      line.member("operations", label.operations)
      line.member("target_share", label.targetShare)
      line.member("structure", label.structure)
      line.member("posedness", features.posedness)
      line.member("answer_kind", features.answerKind)
      line.member("question_tokens", features.questionTokens)
      line.member("depth", features.depth)
      line.member("width", features.width)
      line.member("distractors", features.distractors)
      line.member("operation_multiset", features.operationMultiset)
      line.member("steps", features.steps)
      line.member("valid_steps", features.validSteps)
      line.member("misconceived_digits", features.misconceivedDigits)
      line.member("slipped_digits", features.slippedDigits)
    }
  }

  fileprivate mutating func context(_ context: QuestionContextRecord) {
    object { line in
      line.member("version", context.version)
      line.member("created", Timestamp.text(context.created))
      line.member("hard_distance", context.hardDistance)
      line.member("corpus_texts", context.corpusTexts)
      line.member("corpus_structures", context.corpusStructures)
      line.member("archive_texts", context.archiveTexts)
      line.member("archive_structures", context.archiveStructures)
    }
  }

  fileprivate mutating func sample(_ sample: AnswerSampleRecord) {
    object { line in
      line.member("model", sample.model)
      line.member("created", Timestamp.text(sample.created))
      line.member("samples", sample.samples)
      line.member("answered", sample.answered)
      line.member("agreeing", sample.agreeing)
      line.member("correct", sample.correct)
    }
  }
}
