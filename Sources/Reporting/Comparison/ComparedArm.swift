import Experiments
import RunStore
public import Statistics

/// An arm, pooled over all its seeds in all runs.
public struct ComparedArm: Sendable, Equatable {
  /// A test after some step: successes per problem, out of `samples`.
  public struct Point: Sendable, Equatable {
    public var step: Int
    public var samples: Int
    public var successes: [Int]

    /// pass@k of each problem.
    func scores(k: Int) -> [Double] {
      PassAtK.estimates(samples: samples, successes: successes, k: k)
    }

    /// Share of each problem's samples that are right. pass@1 is the same, but not to the last bit.
    var solvedShares: [Double] { successes.map { Double($0) / Double(samples) } }

    /// Mean pass@k over the problems.
    public func mean(k: Int) -> Double { scores(k: k).mean }
  }

  /// One student of one seed in one run.
  public struct Unit: Sendable, Equatable {
    public var run: String
    /// Names the hard set: runs whose test problems are the same have the same.
    public var problems = ""
    public var seed: Int
    public var student: Int
    /// In step order; the last point is the final model.
    public var points: [Point]
    /// The points that the checkpoint rule averages.
    public var checkpoint: [Point] = []
    /// The final model on the transfer problems; nil without any, or if they differ from those of
    /// the first run that has some.
    public var transfer: Point?
    /// The arm's own training and sampling.
    public var own: Cost
    /// The outer loop that the arm draws on; nil if there is none.
    public var teacher: Cost?

    /// The arm's own cost up to a step. Stores keep only totals per arm, so this is the total times
    /// the share of steps.
    func own(until step: Int) -> Cost {
      own.steps > 0 ? own.scaled(by: min(1, Double(step) / own.steps)) : own
    }

    /// Whether two runs hold the same training; ignores wall-clock time and the outer loop.
    func isSameTraining(as other: Unit) -> Bool {
      seed == other.seed && student == other.student && points == other.points
        && own.steps == other.own.steps && own.rollouts == other.own.rollouts
        && own.tokensSampled == other.own.tokensSampled
        && own.tokensTrained == other.own.tokensTrained
    }
  }

  /// Which models of a training to measure.
  public enum Checkpoint: String, Codable, Sendable, CaseIterable {
    /// The final model.
    case last
    /// The mean over the models from the paper's checkpoint to its horizon.
    case rule
  }

  public var name: String
  public var units: [Unit]

  /// The units grouped by seed and run, `[seed][student]`.
  var nested: [[Unit]] {
    units.reduce(into: []) { seeds, unit in
      let seed = seeds.firstIndex { $0[0].run == unit.run && $0[0].seed == unit.seed }
      if let seed { seeds[seed].append(unit) } else { seeds.append([unit]) }
    }
  }

  /// Whether all seeds were tested on the same problems.
  var sharesProblems: Bool { Set(units.map(\.problems)).count < 2 }

  /// Teacher seeds over all runs; each may have several students.
  public var seedCount: Int { nested.count }

  /// pass@k, `[seed][student][problem]`.
  func scores(k: Int, at checkpoint: Checkpoint = .last) -> [[[Double]]] {
    nested.map { students in
      students.compactMap { unit -> [Double]? in
        switch checkpoint {
        case .last: return unit.points.last?.scores(k: k)
        case .rule:
          return unit.checkpoint.map { $0.scores(k: k) }.meanOfProblems
        }
      }
    }.filter { !$0.isEmpty }
  }

  /// Share of the samples that are right, `[seed][student][problem]`.
  func solvedShares(at checkpoint: Checkpoint = .last) -> [[[Double]]] {
    nested.map { students in
      students.compactMap { unit -> [Double]? in
        switch checkpoint {
        case .last: return unit.points.last?.solvedShares
        case .rule: return unit.checkpoint.map(\.solvedShares).meanOfProblems
        }
      }
    }.filter { !$0.isEmpty }
  }

  /// pass@k on the transfer problems, `[seed][student][problem]`; empty without any.
  func transferScores(k: Int) -> [[[Double]]] {
    nested.map { students in
      students.compactMap { $0.transfer }.filter { $0.samples >= k }.map { $0.scores(k: k) }
    }.filter { !$0.isEmpty }
  }

  /// Mean pass@k per student, `[seed][student]`.
  public func means(k: Int, at checkpoint: Checkpoint = .last) -> [[Double]] {
    scores(k: k, at: checkpoint).map { $0.map(\.mean) }
  }

  public var ownCost: Cost? { Cost.mean(units.map(\.own)) }

  /// The cost including the outer loop; nil for an arm that draws on none.
  public var costWithTeacher: Cost? {
    units.contains { $0.teacher != nil }
      ? Cost.mean(units.map { $0.own + ($0.teacher ?? .none) }) : nil
  }

  /// The mean over seeds and their students at one step.
  public struct CurvePoint: Codable, Sendable, Equatable {
    public var step: Int
    /// On the chosen axis; nil if not counted.
    public var own: Double?
    public var withTeacher: Double?
    public var estimate: Estimate
  }

  /// pass@k over training, at the steps at which every student was measured.
  public func curve(k: Int, axis: CostAxis) -> [CurvePoint] {
    guard let first = units.first else { return [] }
    let seeds = nested
    return first.points.map(\.step).compactMap { step in
      let points = seeds.map { $0.compactMap { unit in unit.points.last { $0.step == step } } }
      guard points.joined().count == units.count else { return nil }
      let mean = CrossedMean(
        students: points.map { $0.map { $0.scores(k: k) } }, sharesProblems: sharesProblems)
      func cost(_ of: (Unit) -> Cost) -> Double? {
        Cost.mean(units.map(of)).flatMap(axis.value)
      }
      return CurvePoint(
        step: step, own: cost { $0.own(until: step) },
        withTeacher: cost { $0.own(until: step) + ($0.teacher ?? .none) },
        estimate: mean.estimate())
    }
  }

  /// When an arm reached a level of pass@k.
  public struct Reach: Codable, Sendable, Equatable {
    /// The first measured step at which the mean over seeds reaches the level; nil if never.
    public var step: Int?
    /// The cost up to that step; nil if the level is not reached or the cost was not counted.
    public var own: Double?
    public var withTeacher: Double?
    /// Students, over all seeds, that reached the level at any measured step.
    public var students: Int
  }

  public func reach(_ share: Double, k: Int, axis: CostAxis) -> Reach {
    let point = curve(k: k, axis: axis).first { $0.estimate.value >= share }
    return Reach(
      step: point?.step, own: point?.own, withTeacher: point?.withTeacher,
      students: units.count { unit in unit.points.contains { $0.mean(k: k) >= share } })
  }
}

extension ComparedArm {
  /// Pools arms by name. Leaves out students without a final test evaluation, and counts a training
  /// that two runs hold bit for bit once, naming it in `repeated`.
  static func pooled(_ runs: [ComparedRun]) -> (arms: [ComparedArm], repeated: [String]) {
    let transferProblems = runs.map(\.transferProblems).first { !$0.isEmpty }
    let names = runs.flatMap { run in run.armOrder + run.armRuns.map(\.arm) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    var repeated: [String] = []
    let arms = names.compactMap { name -> ComparedArm? in
      var units: [Unit] = []
      for run in runs {
        for var unit in run.armRuns.filter({ $0.arm == name }).compactMap({ Unit($0, in: run) }) {
          if run.transferProblems != transferProblems { unit.transfer = nil }
          if units.contains(where: { $0.isSameTraining(as: unit) }) {
            let student = unit.student > 0 ? ", student \(unit.student)" : ""
            repeated.append("\(name), seed \(unit.seed)\(student), of \(run.name)")
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

extension ComparedArm.Point {
  fileprivate init(_ evaluation: EvaluationRecord, of record: ArmRunRecord) {
    self.init(
      step: evaluation.step ?? record.steps, samples: evaluation.samplesPerProblem,
      successes: evaluation.problems.map(\.successes))
  }
}

extension ComparedArm.Unit {
  fileprivate init?(_ record: ArmRunRecord, in run: ComparedRun) {
    let sampled = record.evaluations.filter { $0.kind == .sampled && !$0.problems.isEmpty }
    let tests = sampled.filter { $0.split == .test }
    guard tests.contains(where: { $0.step == nil }) else { return nil }
    self.init(
      run: run.name, problems: run.hardSet, seed: record.seed, student: record.student,
      points: tests.map { ComparedArm.Point($0, of: record) }.sorted { $0.step < $1.step },
      checkpoint: run.checkpointRule.map { record.testsAtCheckpoint($0) }?
        .map { ComparedArm.Point($0, of: record) } ?? [],
      transfer: sampled.first { $0.split == .transfer && $0.step == nil }
        .map { ComparedArm.Point($0, of: record) },
      own: Cost(record), teacher: run.teacherCost(arm: record.arm, seed: record.seed))
  }
}
