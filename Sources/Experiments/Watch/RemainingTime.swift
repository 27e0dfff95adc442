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

/// How long a whole run should take, part by part, known before it has measured anything.
public struct ExpectedDuration: Sendable, Equatable {
  public struct Part: Sendable, Equatable {
    /// The loop's teacher, or the arm.
    public var name: String
    /// With all workers, over all seeds and students.
    public var seconds: Double

    public init(name: String, seconds: Double) {
      self.name = name
      self.seconds = seconds
    }
  }

  /// Until the first loop or arm begins.
  public var preparation: Double
  public var loops, arms: [Part]
  /// What it rests on, such as `earlier runs`.
  public var basis: String
  /// Whether no rate is known, only how the parts compare: then it says something as soon as the run has
  /// measured one of them.
  public var isRelative: Bool

  public init(
    preparation: Double, loops: [Part], arms: [Part], basis: String, isRelative: Bool = false
  ) {
    self.preparation = preparation
    self.loops = loops
    self.arms = arms
    self.basis = basis
    self.isRelative = isRelative
  }

  public var seconds: Double {
    (loops + arms).reduce(preparation) { $0 + $1.seconds }
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
    let rest = RemainingWork(plan, progress)
    seconds = rest.measuredSeconds
    unmeasured = rest.unmeasured
  }

  /// Takes the expected times of what has no measured rate yet, corrected by how this run's measured parts
  /// compare with what was expected of them: the earlier runs may have been of another size, or on a machine
  /// with other work.
  init(_ plan: RunPlan, _ progress: RunProgress, expected: ExpectedDuration?, now: Date) {
    let rest = RemainingWork(plan, progress)
    seconds = rest.measuredSeconds
    unmeasured = rest.unmeasured
    guard let expected, unmeasured > 0 else { return }
    guard let further = rest.expectedSeconds(expected) else { return }
    seconds += further
    if progress.loops.isEmpty && progress.arms.isEmpty {
      // A resumed run has rested in between, nobody knows how long.
      let active = progress.run.activeSeconds
      let spent = active > 0 ? active : max(0, now.timeIntervalSince(progress.run.started))
      seconds += max(0, expected.preparation - spent)
    }
    if seconds > 0 { basis = expected.basis }
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

/// What is left of a run, and which of it has a measured rate.
private struct RemainingWork {
  private let plan: RunPlan
  private let progress: RunProgress
  /// At measured rates.
  private(set) var measuredSeconds = 0.0
  private var loops: [(loop: RunPlan.Loop, seed: Int)] = []
  private var arms: [(name: String, students: Int)] = []

  var unmeasured: Int { loops.count + arms.reduce(0) { $0 + $1.students } }

  init(_ plan: RunPlan, _ progress: RunProgress) {
    self.plan = plan
    self.progress = progress
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
        let all = runs(of: loop)
        let done = all.first { $0.seed == seed }?.steps ?? 0
        let wanted = loop.steps ?? all.filter { $0.seed != seed }.map(\.steps).max()
        let measured = all.reduce(0) { $0 + $1.steps }
        guard let wanted, measured > 0 else {
          loops.append((loop, seed))
          continue
        }
        measuredSeconds +=
          Double(max(0, wanted - done)) * all.reduce(0) { $0 + $1.seconds } / Double(measured)
      }
    }
    for arm in plan.arms {
      let left = plan.seeds.count * arm.students - progress.arms.count { $0.arm == arm.name }
      guard left > 0 else { continue }
      let times = times(of: arm.name)
      guard !times.isEmpty else {
        arms.append((arm.name, left))
        continue
      }
      measuredSeconds += Double(left) * times.mean / workers
    }
  }

  private var workers: Double { Double(max(1, progress.run.workers)) }

  private func runs(of loop: RunPlan.Loop) -> [RunProgress.Loop] {
    progress.loops.filter { $0.teacher == loop.teacher }
  }

  private func times(of arm: String) -> [Double] {
    progress.arms.filter { $0.arm == arm }.map(\.seconds).filter(\.isFinite)
  }

  /// What an expectation says of everything without a measured rate, times the ratio of measured to expected
  /// seconds of the parts that have one: of the same kind if there are any, otherwise of the other. Nil if
  /// the expectation needs such a part and there is none.
  func expectedSeconds(_ expected: ExpectedDuration) -> Double? {
    let seeds = Double(max(1, plan.seeds.count))
    func perSeed(_ loop: RunPlan.Loop) -> Double {
      (expected.loops.first { $0.name == loop.teacher }?.seconds ?? 0) / seeds
    }
    func perStudent(_ arm: String) -> Double {
      let students = plan.arms.first { $0.name == arm }?.students ?? 1
      let all = expected.arms.first { $0.name == arm }?.seconds ?? 0
      return all / seeds / Double(max(1, students))
    }
    func ratio(_ measured: Double, _ foreseen: Double) -> Double? {
      measured > 0 && foreseen > 0 ? measured / foreseen : nil
    }
    // Of loops whose length is known in advance.
    let known = plan.loops.compactMap { loop in loop.steps.map { (loop, steps: Double($0)) } }
    let ofLoops = ratio(
      known.flatMap { runs(of: $0.0) }.reduce(0) { $0 + $1.seconds },
      known.reduce(0) { sum, part in
        let done = Double(runs(of: part.0).reduce(0) { $0 + $1.steps })
        return sum + perSeed(part.0) * done / max(1, part.steps)
      })
    let ofArms = ratio(
      plan.arms.reduce(0) { $0 + times(of: $1.name).reduce(0, +) } / workers,
      plan.arms.reduce(0) { $0 + perStudent($1.name) * Double(times(of: $1.name).count) })
    if expected.isRelative, ofLoops == nil, ofArms == nil { return nil }
    let loopSeconds = loops.reduce(0) { sum, part in
      let spent = runs(of: part.loop).filter { $0.seed == part.seed }.reduce(0) { $0 + $1.seconds }
      return sum + max(0, perSeed(part.loop) * (ofLoops ?? ofArms ?? 1) - spent)
    }
    let armSeconds = arms.reduce(0) { $0 + perStudent($1.name) * Double($1.students) }
    return loopSeconds + armSeconds * (ofArms ?? ofLoops ?? 1)
  }
}
