import Foundation
public import RunStore
import SelfPlay
import Statistics

/// What a configuration requires, in execution order: for each seed the outer loops, then the arms.
public struct RunPlan {
  struct Loop {
    var teacher: String
    /// Nil for a loop that runs until it matches a cost.
    var steps: Int?
  }

  var seeds: [Int]
  /// For every seed.
  var loops: [Loop]
  /// Students of each arm within a seed.
  var arms: [(name: String, students: Int)]

  init(_ configuration: RunConfiguration) {
    seeds = configuration.seeds
    loops = configuration.neededTeachers.map { teacher in
      Loop(
        teacher: teacher.name,
        steps: teacher.matchCostOf.isEmpty
          ? (teacher.outerSteps > 0 ? teacher.outerSteps : configuration.soar.outerSteps) : nil)
    }
    arms = configuration.arms.map {
      ($0.name, $0.students(perSeed: configuration.studentsPerSeed))
    }
  }

  func steps(of teacher: String) -> Int? {
    loops.first { $0.teacher == teacher }.flatMap(\.steps)
  }

  /// Over all seeds; nil if a loop's length is not known in advance.
  var outerSteps: Int? {
    let steps = loops.compactMap(\.steps)
    return steps.count == loops.count ? seeds.count * steps.reduce(0, +) : nil
  }

  var armCount: Int { seeds.count * arms.reduce(0) { $0 + $1.students } }
}

/// How long a whole run should take, known before it has measured anything.
public struct ExpectedDuration: Sendable, Equatable {
  public var seconds: Double
  /// What it rests on, such as `earlier runs`.
  public var basis: String

  public init(seconds: Double, basis: String) {
    self.seconds = seconds
    self.basis = basis
  }
}

/// Remaining time of a run at the rates measured so far, or at those of earlier runs.
public struct RemainingTime: Encodable, Sendable, Equatable {
  /// For everything with a measured rate; for all of the rest of the run if it has a `basis`.
  public var seconds: Double
  /// Remaining loops and arm students without a measured rate; they come on top, unless there is a
  /// `basis`.
  public var unmeasured: Int
  /// What stands in for rates that the run has not measured yet; nil if nothing does.
  public var basis: String?

  /// Outer steps cost their loop's mean, arm students their arm's mean spread over the workers;
  /// means are over all seeds. A loop without a fixed length counts as the longest such loop in
  /// another seed.
  public init(_ plan: RunPlan, _ progress: RunProgress) {
    seconds = 0
    unmeasured = 0
    func index(_ seed: Int, _ loop: Int) -> Int {
      (plan.seeds.firstIndex(of: seed) ?? 0) * plan.loops.count + loop
    }
    // A loop followed by others has ended, possibly early.
    var begun = -1
    for loop in progress.loops {
      let place = plan.loops.firstIndex { $0.teacher == loop.teacher }
      if let place { begun = max(begun, index(loop.seed, place)) }
    }
    for arm in progress.arms { begun = max(begun, index(arm.seed, plan.loops.count)) }
    for seed in plan.seeds {
      for (place, loop) in plan.loops.enumerated() where index(seed, place) >= begun {
        let all = progress.loops.filter { $0.teacher == loop.teacher }
        let done = all.first { $0.seed == seed }?.steps ?? 0
        let wanted = loop.steps ?? all.filter { $0.seed != seed }.map(\.steps).max()
        let measured = all.reduce(0) { $0 + $1.steps }
        guard let wanted, measured > 0 else {
          unmeasured += 1
          continue
        }
        seconds +=
          Double(max(0, wanted - done)) * all.reduce(0) { $0 + $1.seconds } / Double(measured)
      }
    }
    for arm in plan.arms {
      let done = progress.arms.filter { $0.arm == arm.name }
      let left = plan.seeds.count * arm.students - done.count
      guard left > 0 else { continue }
      let times = done.map(\.seconds).filter(\.isFinite)
      guard !times.isEmpty else {
        unmeasured += left
        continue
      }
      seconds +=
        Double(left) * times.mean / Double(max(1, progress.run.workers))
    }
  }

  /// Until everything has a measured rate, takes what is left of an expected duration, if that is more than
  /// what is measured.
  init(_ plan: RunPlan, _ progress: RunProgress, expected: ExpectedDuration?, now: Date) {
    self.init(plan, progress)
    guard let expected, unmeasured > 0 else { return }
    let measured =
      progress.loops.reduce(0) { $0 + $1.seconds }
      + progress.arms.map(\.seconds).filter(\.isFinite).reduce(0, +)
      / Double(max(1, progress.run.workers))
    // A resumed run has rested in between, nobody knows how long.
    let atWork = max(measured, progress.run.activeSeconds)
    let spent = atWork > 0 ? atWork : max(0, now.timeIntervalSince(progress.run.started))
    let rest = expected.seconds - spent
    guard rest > seconds else { return }
    seconds = rest
    basis = expected.basis
  }

  /// In a few words, such as `about 12 min, by earlier runs`; nil if nothing is measured or expected.
  public var words: String? {
    guard seconds > 0 || unmeasured == 0 else { return nil }
    if let basis { return "about \(Self.rounded(seconds)), by \(basis)" }
    return "\(unmeasured > 0 ? "at least" : "about") \(Self.rounded(seconds))"
  }

  /// `40 s`, `12 min`, `3 h 20 min`: an expectation is not known to the second.
  private static func rounded(_ seconds: Double) -> String {
    let seconds = min(seconds, 1e9)
    if seconds < 90 { return "\(Int((seconds / 10).rounded(.up)) * 10) s" }
    let minutes = Int((seconds / 60).rounded())
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
