import Diagnostics
import GRDB

extension RunStore {
  /// Stores one outer step with its datasets, questions, trainings, labels and events, atomically.
  public func commit(outerStep step: OuterStepRecord) throws {
    try write { database in
      try database.insert(step)
      let owner: [any DatabaseValueConvertible] = [step.teacher, step.seed, step.step]
      for dataset in step.datasets {
        try database.insert(dataset, of: owner)
        for question in dataset.questions {
          try Self.insert(
            question, teacher: step.teacher, seed: step.seed, step: step.step,
            dataset: dataset.index, into: database)
        }
        for training in dataset.trainings {
          try database.insert(training, of: owner + [dataset.index])
        }
      }
      if let promotion = step.promotion { try database.insert(promotion, of: owner) }
      for confirmation in step.confirmations { try database.insert(confirmation, of: owner) }
      for event in step.events { try database.insert(event) }
    }
  }

  /// The number of the last fully stored outer step; nil before the first.
  public func lastCommittedOuterStep(
    seed: Int, teacher: String = OuterStepRecord.defaultTeacher
  ) throws -> Int? {
    try read { database in
      try Int.fetchOne(
        database, sql: "SELECT max(step) FROM outer_step WHERE teacher = ? AND seed = ?",
        arguments: [teacher, seed])
    }
  }

  /// Floating-point operations, forward and backward, of each stored step of a loop, in order.
  ///
  /// - Throws: ``UserError`` if a step lacks its count.
  public func outerStepFLOPs(teacher: String, seed: Int) throws -> [Double] {
    try read { database in
      try database.records(
        OuterStepRecord.self, "WHERE teacher = ? AND seed = ? ORDER BY step",
        arguments: [teacher, seed]
      ).map { step in
        guard let forward = step.forwardFLOPs, let backward = step.backwardFLOPs else {
          throw UserError(
            .dataError, file: path,
            "the operations of \(teacher), seed \(seed), were not counted",
            hint: "the run was begun by an earlier soar; start it anew")
        }
        return forward + backward
      }
    }
  }

  /// Every stored outer step ordered by teacher, seed and step, with datasets, trainings, promotion
  /// and events. Questions are read separately, with ``questions(teacher:seed:step:)``.
  public func outerSteps(
    teacher: String? = nil, seed: Int? = nil
  ) throws -> [OuterStepRecord] {
    try read { database in
      let filter = "WHERE teacher = ifnull(?, teacher) AND seed = ifnull(?, seed)"
      let arguments: StatementArguments = [teacher, seed]
      func grouped<Record: StoredRecord>(order: String) throws -> [StepKey: [Record]] {
        try database.records(
          Record.self, "\(filter) ORDER BY \(order)", arguments: arguments,
          by: { StepKey($0[0], seed: $0[1], step: $0[2]) })
      }
      let datasets: [StepKey: [DatasetRecord]] = try grouped(order: "dataset")
      let promotions: [StepKey: [PromotionRecord]] = try grouped(order: "step")
      let confirmations: [StepKey: [ConfirmationRecord]] =
        try database.formatVersion() >= 6 ? try grouped(order: "repeat") : [:]
      let trainings = try database.records(
        StudentTrainingRecord.self, "\(filter) ORDER BY dataset, repeat", arguments: arguments,
        by: { TrainingKey(step: StepKey($0[0], seed: $0[1], step: $0[2]), dataset: $0[3]) }
      )
      let events = Dictionary(
        grouping: try database.records(
          EventRecord.self, "\(filter) ORDER BY id", arguments: arguments),
        by: { StepKey($0.teacher, seed: $0.seed, step: $0.step) })
      return try database.records(
        OuterStepRecord.self, "\(filter) ORDER BY teacher, seed, step", arguments: arguments
      ).map { stored in
        var step = stored
        let key = StepKey(step.teacher, seed: step.seed, step: step.step)
        step.datasets = datasets[key] ?? []
        for index in step.datasets.indices {
          step.datasets[index].trainings =
            trainings[TrainingKey(step: key, dataset: step.datasets[index].index)] ?? []
        }
        step.promotion = promotions[key]?.first
        step.confirmations = confirmations[key] ?? []
        step.events = events[key] ?? []
        return step
      }
    }
  }
}

/// Identifies the outer step of a row.
private struct StepKey: Hashable {
  var teacher: ExactText?
  var seed: Int?
  var step: Int?

  init(_ teacher: String?, seed: Int?, step: Int?) {
    self.teacher = teacher?.exact
    self.seed = seed
    self.step = step
  }
}

private struct TrainingKey: Hashable {
  var step: StepKey
  var dataset: Int
}
