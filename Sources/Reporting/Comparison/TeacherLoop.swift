import RunStore
import Statistics

/// One outer loop of one seed, with its questions.
struct TeacherLoop: Sendable {
  var run: String
  var seed: Int
  var steps: [OuterStepRecord]
  /// In step order.
  var questions: [(step: Int, questions: [AskedQuestion])]
  /// The step at which the loop ended because too few documents could be parsed.
  var collapsedAt: Int?

  /// Floating-point operations; nil if any step's were not counted.
  var flops: Double? { steps.map(Cost.init).reduce(Cost.none, +).flops }

  /// R_t of the grounded rewards, even if the scheme combines them with others; nil at steps whose
  /// students were not measured.
  var groundedRewards: [Double?] {
    steps.map { step in
      let rewards = step.datasets.flatMap(\.trainings).map(\.reward)
      return rewards.isEmpty || !rewards.allSatisfy(\.isFinite)
        ? nil : rewards.mean
    }
  }
}

/// All loops of the same design, over the seeds of all runs.
struct LoopedTeacher: Sendable {
  var identity: String
  /// The name in the first run that has it, numbered if another design has the same name.
  var label: String
  var design: RunDesign.Teacher
  /// Identity of the loop whose cost it matches.
  var matched: String?
  var loops: [TeacherLoop]

  /// Whether it is grounded, for a fixed number of steps.
  var isGrounded: Bool {
    design.scheme == OuterStepRecord.groundedScheme && design.matchCostOf == nil
  }

  static func of(_ runs: [ComparedRun]) -> [LoopedTeacher] {
    var teachers: [LoopedTeacher] = []
    for run in runs {
      let written = run.questions.filter { $0.step != nil && !$0.question.isRepeated }
      let asked = Dictionary(grouping: written) {
        Place(teacher: $0.teacher, seed: $0.seed)
      }
      let steps = Dictionary(grouping: run.outerSteps) {
        Place(teacher: $0.teacher, seed: $0.seed)
      }
      for design in run.teachers {
        let identity = run.design.identity(of: design)
        let matched = design.matchCostOf.flatMap { name in
          run.design.teachers.first { $0.name == name }.map(run.design.identity)
        }
        let loops = Set(steps.keys.filter { $0.teacher == design.name }.map(\.seed)).sorted()
          .map { seed in
            TeacherLoop(
              run, design.name, seed: seed,
              steps: steps[Place(teacher: design.name, seed: seed)] ?? [],
              asked: asked[Place(teacher: design.name, seed: seed)] ?? [])
          }
        guard !loops.isEmpty else { continue }
        let index =
          teachers.firstIndex { $0.identity == identity }
          ?? {
            let same = teachers.count { $0.design.name == design.name }
            teachers.append(
              LoopedTeacher(
                identity: identity,
                label: same == 0 ? design.name : "\(design.name) (\(same + 1))", design: design,
                matched: matched, loops: []))
            return teachers.count - 1
          }()
        for loop in loops where !teachers[index].holds(loop) { teachers[index].loops.append(loop) }
      }
    }
    return teachers
  }

  /// Whether another run already gave the same loop, bit for bit.
  private func holds(_ loop: TeacherLoop) -> Bool {
    loops.contains { known in
      known.seed == loop.seed && known.steps.map(\.meanReward) == loop.steps.map(\.meanReward)
        && known.questions.map(\.questions) == loop.questions.map(\.questions)
    }
  }
}

private struct Place: Hashable {
  var teacher: String
  var seed: Int
}

extension TeacherLoop {
  fileprivate init(
    _ run: ComparedRun, _ teacher: String, seed: Int, steps: [OuterStepRecord],
    asked: [StoredQuestion]
  ) {
    self.run = run.name
    self.seed = seed
    self.steps = steps.sorted { $0.step < $1.step }
    let byStep = Dictionary(grouping: asked) { $0.step ?? 0 }
    questions = byStep.keys.sorted().map { step in
      (step, (byStep[step] ?? []).map { AskedQuestion($0, classifier: run.classifier) })
    }
    collapsedAt =
      run.events.first { $0.kind == "collapse" && $0.teacher == teacher && $0.seed == seed }?.step
  }
}

extension ComparedRun {
  /// The configured loops, or the stored ones if the run has no design.
  var teachers: [RunDesign.Teacher] {
    guard design.teachers.isEmpty else { return design.teachers }
    let names = outerSteps.reduce(into: [String]()) {
      if !$0.contains($1.teacher) { $0.append($1.teacher) }
    }
    return names.map { name in
      let steps = outerSteps.filter { $0.teacher == name }
      let scheme = steps.first?.scheme ?? "grounded"
      return RunDesign.Teacher(
        name: name, scheme: scheme, reward: name, promotion: steps.contains(where: \.isPromoted),
        outerSteps: 1 + (steps.map(\.step).max() ?? 0))
    }
  }
}
