public import Randomness
import RunStore
import Statistics

/// An arm over all its seeds in all runs.
public struct ComparedArm: Sendable, Equatable {
  /// The test problems after some step: successes out of samples, per problem.
  public struct Point: Sendable, Equatable {
    public var step: Int
    public var samples: Int
    public var successes: [Int]

    /// pass@k of each problem.
    func scores(k: Int) -> [Double] {
      PassAtK.estimates(samples: samples, successes: successes, k: k)
    }

    /// pass@k over the problems.
    public func mean(k: Int) -> Double { scores(k: k).mean }
  }

  /// One seed in one run.
  public struct Unit: Sendable, Equatable {
    public var run: String
    public var seed: Int
    /// In the order of their steps; the last one is the final model's.
    public var points: [Point]
    /// The arm's own training and sampling.
    public var own: Cost
    /// The outer loop that it draws on; nil when there is none.
    public var teacher: Cost?

    /// The own cost up to a step. Stores keep totals per arm, so that costs within an arm are
    /// shares of the total by steps.
    func own(until step: Int) -> Cost {
      own.steps > 0 ? own.scaled(by: min(1, Double(step) / own.steps)) : own
    }

    /// Whether two runs hold the very same training; wall-clock and what was drawn on aside.
    func isSameTraining(as other: Unit) -> Bool {
      seed == other.seed && points == other.points && own.steps == other.own.steps
        && own.rollouts == other.own.rollouts && own.tokensSampled == other.own.tokensSampled
        && own.tokensTrained == other.own.tokensTrained
    }
  }

  public var name: String
  public var units: [Unit]

  /// pass@k of the final models, `[seed][problem]`.
  func scores(k: Int) -> [[Double]] { units.compactMap { $0.points.last?.scores(k: k) } }

  /// pass@k of the final models, one mean per seed.
  public func means(k: Int) -> [Double] { scores(k: k).map(\.mean) }

  public var ownCost: Cost? { Cost.mean(units.map(\.own)) }

  /// With the outer loop; nil for an arm that draws on none.
  public var costWithTeacher: Cost? {
    units.contains { $0.teacher != nil }
      ? Cost.mean(units.map { $0.own + ($0.teacher ?? .none) }) : nil
  }

  /// A mean over the seeds at one step.
  public struct CurvePoint: Codable, Sendable, Equatable {
    public var step: Int
    /// On the chosen axis; nil where it was not counted.
    public var own: Double?
    public var withTeacher: Double?
    public var estimate: Estimate
  }

  /// pass@k over training, at the steps that all seeds were measured at.
  public func curve(k: Int, axis: CostAxis, random: RandomStream) -> [CurvePoint] {
    guard let first = units.first else { return [] }
    return first.points.map(\.step).compactMap { step in
      let points = units.compactMap { unit in unit.points.last { $0.step == step } }
      guard points.count == units.count else { return nil }
      var random = random.child("step", step)
      let interval = Bootstrap.nested(
        points.map { $0.scores(k: k) }, replicates: 500, random: &random)
      func mean(_ cost: (Unit) -> Cost) -> Double? {
        Cost.mean(units.map(cost)).flatMap(axis.value)
      }
      return CurvePoint(
        step: step, own: mean { $0.own(until: step) },
        withTeacher: mean { $0.own(until: step) + ($0.teacher ?? .none) },
        estimate: Estimate(mean: interval.value, low: interval.lower, high: interval.upper))
    }
  }

  /// Where an arm got to a level of pass@k.
  public struct Reach: Codable, Sendable, Equatable {
    /// The first measured step at which the mean over seeds is there; nil when it never is.
    public var step: Int?
    /// The cost up to that step; nil where it is not reached or the cost was not counted.
    public var own: Double?
    public var withTeacher: Double?
    /// Seeds that were there at one of their measured steps.
    public var seeds: Int
  }

  public func reach(_ share: Double, k: Int, axis: CostAxis, random: RandomStream) -> Reach {
    let point = curve(k: k, axis: axis, random: random).first { $0.estimate.mean >= share }
    return Reach(
      step: point?.step, own: point?.own, withTeacher: point?.withTeacher,
      seeds: units.count { unit in unit.points.contains { $0.mean(k: k) >= share } })
  }
}

extension ComparedArm {
  /// Arms of the same name are one arm. Without a final test evaluation a seed is left out, and
  /// what two runs hold bit for bit counts once: it is named in `repeated`.
  static func pooled(_ runs: [ComparedRun]) -> (arms: [ComparedArm], repeated: [String]) {
    let names = runs.flatMap { run in run.armOrder + run.armRuns.map(\.arm) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    var repeated: [String] = []
    let arms = names.compactMap { name -> ComparedArm? in
      var units: [Unit] = []
      for run in runs {
        for unit in run.armRuns.filter({ $0.arm == name }).compactMap({ Unit($0, in: run) }) {
          if units.contains(where: { $0.isSameTraining(as: unit) }) {
            repeated.append("\(name), seed \(unit.seed), of \(run.name)")
          } else {
            units.append(unit)
          }
        }
      }
      return units.isEmpty ? nil : ComparedArm(name: name, units: units)
    }
    return (arms, repeated)
  }
}

extension ComparedArm.Unit {
  fileprivate init?(_ record: ArmRunRecord, in run: ComparedRun) {
    let tests = record.evaluations.filter {
      $0.split == .test && $0.kind == .sampled && !$0.problems.isEmpty
    }
    guard tests.contains(where: { $0.step == nil }) else { return nil }
    self.init(
      run: run.name, seed: record.seed,
      points: tests.map { evaluation in
        ComparedArm.Point(
          step: evaluation.step ?? record.steps, samples: evaluation.samplesPerProblem,
          successes: evaluation.problems.map(\.successes))
      }.sorted { $0.step < $1.step },
      own: Cost(record), teacher: run.teacherCost(arm: record.arm, seed: record.seed))
  }
}
