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

/// Remaining time of a run at the rates measured so far.
public struct RemainingTime: Encodable, Equatable {
  /// For everything with a measured rate.
  public var seconds: Double
  /// Remaining loops and arm students without a measured rate; they come on top.
  public var unmeasured: Int

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
}
