import Diagnostics
import GRDB

extension RunStore {
  /// Stores one outer step with its datasets, questions, trainings, labels and events: all of it,
  /// or nothing.
  public func commit(outerStep step: OuterStepRecord) throws {
    try write { database in
      try database.insert(
        "outer_step",
        [
          "teacher": step.teacher, "seed": step.seed, "step": step.step,
          "scheme": step.scheme, "mean_reward": step.meanReward,
          "moving_average": step.movingAverage,
          "threshold": step.threshold, "is_promoted": step.isPromoted,
          "chosen_dataset": step.chosenDataset, "chosen_repeat": step.chosenRepeat,
          "rejected": step.rejected, "tokens_sampled": step.tokensSampled,
          "tokens_trained": step.tokensTrained, "forward_flops": step.forwardFLOPs,
          "backward_flops": step.backwardFLOPs, "teacher_loss": step.teacherLoss,
          "teacher_kl": step.teacherKL, "teacher_gradient_norm": step.teacherGradientNorm,
          "baseline_accuracy": step.baselineAccuracy, "seconds": step.seconds,
        ])
      for dataset in step.datasets {
        try Self.insert(dataset, of: step, into: database)
      }
      if let promotion = step.promotion {
        try database.insert(
          "promotion",
          [
            "teacher": step.teacher, "seed": step.seed, "step": step.step,
            "dataset": promotion.dataset, "repeat": promotion.repeatIndex,
            "accuracy_before": promotion.accuracyBefore,
            "accuracy_after": promotion.accuracyAfter,
          ])
      }
      for event in step.events { try Self.insert(event, into: database) }
    }
  }

  private static func insert(
    _ dataset: DatasetRecord, of step: OuterStepRecord, into database: Database
  ) throws {
    try database.insert(
      "dataset",
      [
        "teacher": step.teacher, "seed": step.seed, "step": step.step, "dataset": dataset.index,
        "reward": dataset.reward, "advantage": dataset.advantage,
        "is_promoted": dataset.isPromoted,
      ])
    for question in dataset.questions {
      try insert(
        question, teacher: step.teacher, seed: step.seed, step: step.step, dataset: dataset.index,
        into: database)
    }
    for training in dataset.trainings {
      try database.insert(
        "student_training",
        [
          "teacher": step.teacher, "seed": step.seed, "step": step.step,
          "dataset": dataset.index, "repeat": training.repeatIndex, "reward": training.reward,
          "accuracy_before": training.accuracyBefore, "accuracy_after": training.accuracyAfter,
          "mean_training_reward": training.meanTrainingReward,
          "tokens_sampled": training.tokensSampled, "tokens_trained": training.tokensTrained,
        ])
    }
  }

  /// The number of the last outer step that is stored whole; nil before the first.
  public func lastCommittedOuterStep(
    seed: Int, teacher: String = OuterStepRecord.defaultTeacher
  ) throws -> Int? {
    try read { database in
      try Int.fetchOne(
        database, sql: "SELECT max(step) FROM outer_step WHERE teacher = ? AND seed = ?",
        arguments: [teacher, seed])
    }
  }

  /// Floating-point operations, forward and backward, of a loop's stored steps in their order.
  ///
  /// - Throws: ``UserError`` where a step's were not counted.
  public func outerStepFLOPs(teacher: String, seed: Int) throws -> [Double] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM outer_step WHERE teacher = ? AND seed = ? ORDER BY step",
        arguments: [teacher, seed]
      ).map { row in
        guard let forward: Double = row["forward_flops"],
          let backward: Double = row["backward_flops"]
        else {
          throw UserError(
            .dataError, file: path,
            "the operations of \(teacher), seed \(seed), were not counted",
            hint: "the run was begun by an earlier soar; start it anew")
        }
        return forward + backward
      }
    }
  }

  /// Every stored outer step in the order of teacher, seed and step, with datasets, trainings,
  /// promotion and events. Questions are read apart, with ``questions(teacher:seed:step:)``.
  public func outerSteps(
    teacher: String? = nil, seed: Int? = nil
  ) throws -> [OuterStepRecord] {
    try read { database in
      let filter = "WHERE teacher = ifnull(?, teacher) AND seed = ifnull(?, seed)"
      let arguments: StatementArguments = [teacher, seed]
      func grouped<Value>(
        _ table: String, order: String, _ decode: (Row) throws -> Value
      ) throws -> [StepKey: [Value]] {
        let rows = try Row.fetchAll(
          database, sql: "SELECT * FROM \(table) \(filter) ORDER BY \(order)",
          arguments: arguments)
        return try Dictionary(grouping: rows, by: StepKey.init).mapValues { try $0.map(decode) }
      }
      let trainings = try grouped("student_training", order: "dataset, repeat") {
        (dataset: $0["dataset"] as Int, training: StudentTrainingRecord($0))
      }
      let datasets = try grouped("dataset", order: "dataset", DatasetRecord.init)
      let promotions = try grouped("promotion", order: "step", PromotionRecord.init)
      let events = try grouped("event", order: "id", EventRecord.init)
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM outer_step \(filter) ORDER BY teacher, seed, step",
        arguments: arguments)
      return rows.map { row in
        let key = StepKey(row)
        var step = OuterStepRecord(row)
        step.datasets = datasets[key] ?? []
        for (dataset, training) in trainings[key] ?? [] {
          if let index = step.datasets.firstIndex(where: { $0.index == dataset }) {
            step.datasets[index].trainings.append(training)
          }
        }
        step.promotion = promotions[key]?.first
        step.events = events[key] ?? []
        return step
      }
    }
  }
}

/// Where a row of the outer loop belongs.
private struct StepKey: Hashable {
  var teacher: String?
  var seed: Int?
  var step: Int?

  init(_ row: Row) {
    teacher = row["teacher"]
    seed = row["seed"]
    step = row["step"]
  }
}

extension OuterStepRecord {
  fileprivate init(_ row: Row) {
    self.init(
      teacher: row["teacher"], seed: row["seed"], step: row["step"], scheme: row["scheme"],
      meanReward: row.measured("mean_reward"), movingAverage: row.measured("moving_average"),
      threshold: row.measured("threshold"), isPromoted: row["is_promoted"],
      chosenDataset: row["chosen_dataset"], chosenRepeat: row["chosen_repeat"],
      rejected: row["rejected"], tokensSampled: row["tokens_sampled"],
      tokensTrained: row["tokens_trained"], forwardFLOPs: row["forward_flops"],
      backwardFLOPs: row["backward_flops"], teacherLoss: row.measured("teacher_loss"),
      teacherKL: row.measured("teacher_kl"),
      teacherGradientNorm: row.measured("teacher_gradient_norm"),
      baselineAccuracy: row["baseline_accuracy"], seconds: row.measured("seconds"))
  }
}

extension DatasetRecord {
  fileprivate init(_ row: Row) {
    self.init(
      index: row["dataset"], reward: row.measured("reward"), advantage: row.measured("advantage"),
      isPromoted: row["is_promoted"])
  }
}

extension StudentTrainingRecord {
  fileprivate init(_ row: Row) {
    self.init(
      repeatIndex: row["repeat"], reward: row.measured("reward"),
      accuracyBefore: row.measured("accuracy_before"),
      accuracyAfter: row.measured("accuracy_after"),
      meanTrainingReward: row.measured("mean_training_reward"),
      tokensSampled: row["tokens_sampled"], tokensTrained: row["tokens_trained"])
  }
}

extension PromotionRecord {
  fileprivate init(_ row: Row) {
    self.init(
      dataset: row["dataset"], repeatIndex: row["repeat"],
      accuracyBefore: row.measured("accuracy_before"),
      accuracyAfter: row.measured("accuracy_after"))
  }
}
