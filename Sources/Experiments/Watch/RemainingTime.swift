package import RunStore
import SelfPlay

/// What a configuration asks for, in the order in which a run does it: for each seed the outer loops,
/// then the arms.
package struct RunPlan {
  struct Loop {
    var teacher: String
    /// Nil for one that goes on until a cost is matched.
    var steps: Int?
  }

  var seeds: [Int]
  /// Of every seed.
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

  /// Of all seeds; nil where a loop's length is not known before.
  var outerSteps: Int? {
    let steps = loops.compactMap(\.steps)
    return steps.count == loops.count ? seeds.count * steps.reduce(0, +) : nil
  }

  var armCount: Int { seeds.count * arms.reduce(0) { $0 + $1.students } }
}

/// What is left of a run at the rates measured so far.
package struct RemainingTime: Encodable, Equatable {
  /// Of all that has been measured before.
  package var seconds: Double
  /// Loops and students of arms left of which none has been measured; they come on top.
  package var unmeasured: Int

  /// Outer steps count at their loop's mean, students of arms at their arm's, spread over the
  /// workers; both over all seeds. Loops without a fixed length count as long as the longest of them
  /// in another seed.
  package init(_ plan: RunPlan, _ progress: RunProgress) {
    seconds = 0
    unmeasured = 0
    func index(_ seed: Int, _ loop: Int) -> Int {
      (plan.seeds.firstIndex(of: seed) ?? 0) * plan.loops.count + loop
    }
    // A loop that others come after has ended, be it early.
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
        Double(left) * times.reduce(0, +) / Double(times.count)
        / Double(max(1, progress.run.workers))
    }
  }
}
