import Diagnostics
import RunStore
public import Statistics

/// The arms of several runs side by side, with seeds pooled.
public struct RunComparison: Sendable {
  public struct Goal: Sendable, Equatable {
    public var k: Int
    /// Share of the problems, 0 to 1.
    public var share: Double

    public init(k: Int, share: Double) {
      self.k = k
      self.share = share
    }
  }

  public struct Options: Sendable {
    public var axis: CostAxis
    /// Nil takes Hard-Only (the first point's if there are several), or otherwise the first arm.
    public var baseline: String?
    /// The k of the improvement and the figures; nil takes 32, or otherwise the greatest k.
    public var k: Int?
    public var goal: Goal?
    /// The models behind pass@k and the improvement; the curves use all steps.
    public var checkpoint: ComparedArm.Checkpoint
    /// Whether to measure the diversity of the questions, by far the slowest part.
    public var measuresQuestions: Bool

    public init(
      axis: CostAxis = .tokens, baseline: String? = nil, k: Int? = nil, goal: Goal? = nil,
      checkpoint: ComparedArm.Checkpoint = .last, measuresQuestions: Bool = true
    ) {
      self.axis = axis
      self.baseline = baseline
      self.k = k
      self.goal = goal
      self.checkpoint = checkpoint
      self.measuresQuestions = measuresQuestions
    }
  }

  /// One arm's row in the tables.
  public struct Row: Codable, Sendable, Equatable {
    public struct PassAtK: Codable, Sendable, Equatable {
      public var k: Int
      /// With the interval of ``CrossedMean`` over seeds and problems.
      public var estimate: Estimate
      /// Standard deviation of the seeds' means; nil for one.
      public var deviation: Double?
      /// Each seed's mean: [seed].
      public var seeds: [Double]
    }

    public var arm: String
    public var seeds: Int
    /// Total over all seeds; equals `seeds` if each has one student.
    public var students: Int
    public var passAtK: [PassAtK]
    /// pass@k of the final models on problems of another distribution; empty without any.
    public var transferPassAtK: [PassAtK]
    /// Probability that a student of this arm beats one of the baseline at the chosen k; its interval
    /// is over seeds. Nil for the baseline itself.
    public var improvement: Estimate?
    public var own: Cost
    public var withTeacher: Cost?
    public var reach: ComparedArm.Reach?
  }

  public var runs: [ComparedRun]
  public var arms: [ComparedArm]
  /// Trainings that several runs hold bit for bit, such as arms that the runs' differences do not
  /// affect; each counts once.
  public var repeated: [String]
  public var checkpoint: ComparedArm.Checkpoint
  /// Trainings left out because they were not measured at their checkpoint, in words.
  public var unmeasured: [String]
  public var baseline: String
  /// The values of k that all runs report.
  public var passAt: [Int]
  public var k: Int
  public var axis: CostAxis
  public var goal: Goal?
  public var rows: [Row]
  public var curves: [[ComparedArm.CurvePoint]]
  public var teachers: [TeacherCurve]
  public var diversities: [QuestionDiversity]
  /// Facts that the caller knows and the stores do not, such as missing runs.
  public var remarks: [String] = []

  public static let intervals =
    "95% intervals over seeds and the test problems that they share (docs/statistics.md)"

  /// - Throws: ``UserError`` if a seed would count twice, nothing was evaluated, or an option names
  ///   something the runs lack; `CancellationError` soon after the task is cancelled.
  public init(_ runs: [ComparedRun], options: Options) throws {
    try Self.refuseRepeatedSeeds(runs)
    var (arms, repeated) = ComparedArm.pooled(runs)
    let unmeasured = options.checkpoint == .rule ? Self.removeUnmeasured(from: &arms, runs) : []
    guard let first = arms.first else {
      throw UserError(
        .dataError, file: runs.first?.name,
        unmeasured.isEmpty
          ? "holds no arm that was evaluated to its end"
          : "holds no arm measured at its checkpoint",
        hint: unmeasured.isEmpty
          ? "soar show tells how far the run is"
          : "evaluation.testEvery sets the steps between tests")
    }
    let samples = arms.flatMap(\.units).flatMap(\.points).map(\.samples).min() ?? 0
    let passAt = Set(runs.flatMap(\.passAt)).sorted().filter { k in
      k >= 1 && k <= samples && runs.allSatisfy { $0.passAt.contains(k) }
    }
    guard let greatest = passAt.last else {
      throw UserError(.dataError, file: runs.first?.name, "the runs share no k of pass@k")
    }
    for k in [options.k, options.goal?.k].compactMap({ $0 }) where !passAt.contains(k) {
      throw UserError(
        .usage, "pass@\(k) is not in all runs",
        hint: "they have k = \(passAt.map(String.init).joined(separator: ", "))")
    }
    let names = arms.map(\.name)
    if let wanted = options.baseline, !names.contains(wanted) {
      let near = wanted.nearest(among: names)
      throw UserError(
        .usage, "there is no arm '\(wanted)'",
        hint: near.map { "did you mean \($0)?" } ?? "one of \(names.joined(separator: ", "))")
    }
    let k = options.k ?? (passAt.contains(32) ? 32 : greatest)
    let baseline =
      options.baseline ?? names.first { $0 == "Hard-Only" || $0.hasPrefix("Hard-Only [") }
      ?? first.name
    self.runs = runs
    self.arms = arms
    self.repeated = repeated
    self.unmeasured = unmeasured
    checkpoint = options.checkpoint
    self.baseline = baseline
    self.passAt = passAt
    self.k = k
    axis = options.axis
    goal = options.goal
    curves = arms.map { $0.curve(k: k, axis: options.axis) }
    let reference = arms.first { $0.name == baseline } ?? first
    rows = try arms.map { arm in
      try Task.checkCancellation()
      return Row(
        arm, passAt: passAt, k: k, against: reference, axis: options.axis, goal: options.goal,
        at: options.checkpoint)
    }
    let order = runs.flatMap(\.design.teachers).map(\.name)
    func place(_ curve: TeacherCurve) -> Int { order.firstIndex(of: curve.teacher) ?? order.count }
    teachers = try (options.measuresQuestions ? TeacherCurve.of(runs) : []).enumerated()
      .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(\.element)
    diversities = try options.measuresQuestions ? QuestionDiversity.of(runs) : []
  }

  /// Removes the trainings without a test at their checkpoint, and returns their descriptions.
  private static func removeUnmeasured(from arms: inout [ComparedArm], _ runs: [ComparedRun])
    -> [String]
  {
    var unmeasured: [String] = []
    for index in arms.indices {
      for unit in arms[index].units where unit.checkpoint.isEmpty {
        let run = runs.first { $0.name == unit.run }
        let record = run?.armRuns.first {
          $0.arm == arms[index].name && $0.seed == unit.seed && $0.student == unit.student
        }
        guard let record, let rule = run?.checkpointRule else { continue }
        unmeasured.append("\(record.unmeasuredText(rule)) (\(unit.run))")
      }
      arms[index].units.removeAll { $0.checkpoint.isEmpty }
    }
    arms.removeAll { $0.units.isEmpty }
    return unmeasured
  }

  private static func refuseRepeatedSeeds(_ runs: [ComparedRun]) throws {
    for (index, run) in runs.enumerated() {
      for other in runs[..<index] where other.identity == run.identity {
        for record in run.armRuns {
          guard other.armRuns.contains(where: { $0.arm == record.arm && $0.seed == record.seed })
          else { continue }
          throw UserError(
            .dataError, file: run.name,
            "seed \(record.seed) of \(record.arm) is in \(other.name) too, with the same "
              + "configuration", hint: "leave one of the runs out")
        }
      }
    }
  }
}

extension RunComparison.Row.PassAtK {
  /// - Parameter scores: `[seed][student][problem]`.
  fileprivate init(k: Int, _ scores: [[[Double]]], sharesProblems: Bool) {
    let seeds = scores.map { $0.map(\.mean).mean }
    let deviation = seeds.standardDeviation
    self.init(
      k: k,
      estimate: CrossedMean(students: scores, sharesProblems: sharesProblems).estimate(),
      deviation: deviation.isFinite ? deviation : nil, seeds: seeds)
  }
}

extension RunComparison.Row {
  /// `3`, or `3 (12 students)` where seeds have several.
  public var size: String { students == seeds ? "\(seeds)" : "\(seeds) (\(students) students)" }

  fileprivate init(
    _ arm: ComparedArm, passAt: [Int], k: Int, against baseline: ComparedArm, axis: CostAxis,
    goal: RunComparison.Goal?, at checkpoint: ComparedArm.Checkpoint
  ) {
    self.arm = arm.name
    seeds = arm.seedCount
    students = arm.units.count
    passAtK = passAt.map {
      PassAtK(k: $0, arm.scores(k: $0, at: checkpoint), sharesProblems: arm.sharesProblems)
    }
    transferPassAtK = passAt.compactMap { k in
      let scores = arm.transferScores(k: k)
      return scores.isEmpty ? nil : PassAtK(k: k, scores, sharesProblems: true)
    }
    if arm.name != baseline.name {
      improvement = Improvement.probability(
        nested: arm.means(k: k, at: checkpoint), over: baseline.means(k: k, at: checkpoint))
    }
    own = arm.ownCost ?? .none
    withTeacher = arm.costWithTeacher
    reach = goal.map { arm.reach($0.share, k: $0.k, axis: axis) }
  }
}
