import Experiments
public import SelfPlay

/// Student work that a configuration requires, to scale measured costs: ``WorkPlan`` in one number.
/// Counted in rollouts that are sampled and trained on; a response that is only sampled counts
/// ``sampledShare``. This is not a time: a rollout's time depends on model, world and machine, and comes
/// from measurements.
public struct ExpectedWork: Sendable, Equatable {
  /// Sampling reads the model once per token and training three times more (forward, and backward
  /// for weights and activations).
  static let sampledShare = 0.25

  public var trained: Double
  public var sampled: Double

  public var rollouts: Double { trained + Self.sampledShare * sampled }

  /// Upper bounds where chance decides: every outer loop runs to its end, with the longer inner
  /// loops that follow a promotion throughout. What matches the cost of a loop counts as much as
  /// that, and teachers as if all of their documents could be read.
  ///
  /// - Throws: ``UserError`` for a reward that no scheme has.
  public init(_ configuration: RunConfiguration) throws {
    let parts = try Self.parts(of: configuration)
    trained = parts.reduce(0) { $0 + $1.work.trained }
    sampled = parts.reduce(0) { $0 + $1.work.sampled }
  }

  /// A part of a run, over all seeds and students.
  struct Part {
    var kind: WorkPlan.Stage.Kind
    var name: String
    var work: ExpectedWork
  }

  /// In the order in which they run.
  static func parts(of configuration: RunConfiguration) throws -> [Part] {
    let plan = try WorkPlan(configuration, limits: .none, hasBaseModel: true)
    var loops: [String: ExpectedWork] = [:]
    return plan.stages.map { stage in
      var work = ExpectedWork(stage.work)
      // Screening leaves about as many problems to confirm as are asked for, not all candidates.
      if stage.kind == .hardSet {
        work.sampled = stage.work.samples.least + stage.work.scoredTexts.most
      }
      if let matched = loops[stage.matches] {
        // An arm's students match the loop of their seed each.
        let students = Double(stage.copies) / Double(max(1, configuration.seeds.count))
        let isLess = matched.rollouts * students < work.rollouts
        if isLess {
          work = ExpectedWork(
            trained: matched.trained * students, sampled: matched.sampled * students)
        }
      }
      if stage.kind == .outerLoop { loops[stage.name] = work }
      return Part(kind: stage.kind, name: stage.name, work: work)
    }
  }

  private init(trained: Double, sampled: Double) {
    self.trained = trained
    self.sampled = sampled
  }

  private init(_ work: Work) {
    self.init(
      trained: work.rollouts.most,
      sampled: work.samples.most + work.scoredTexts.most + work.documents.least)
  }
}
