import SelfPlay

/// One outer loop of one seed, as ``OuterLoop`` runs it.
struct LoopWork {
  let units: WorkUnits
  let run: TeacherRunConfiguration
  let needs: RewardNeeds

  init(_ units: WorkUnits, _ run: TeacherRunConfiguration, _ needs: RewardNeeds) {
    self.units = units
    self.run = run
    self.needs = needs
  }

  private var c: RunConfiguration { units.configuration }
  private var soar: SOARConfiguration { c.soarConfiguration(of: run.name) }
  private var teacher: TeacherConfiguration { c.teacherConfiguration(of: run.name) }
  private var canPromote: Bool { run.promotion && needs.grounded }
  private var questions: Int { soar.datasets * soar.questionsPerDataset }
  /// Distinct ones, which the teacher writes.
  private var documents: Int { questions / soar.datasetsPerQuestion }

  /// Outer steps until the first promotion can be due.
  private var stepsToPromotion: Int { soar.window + soar.patience }

  private var steps: Bound {
    guard run.matchCostOf.isEmpty else { return Bound(1, Double(c.matchedStepsLimit)) }
    let most = run.outerSteps > 0 ? run.outerSteps : soar.outerSteps
    guard canPromote, soar.maximumPromotions > 0 else { return Bound(most) }
    let fewest = Double(soar.maximumPromotions) * Double(stepsToPromotion)
    return Bound(min(Double(most), fewest), Double(most))
  }

  var stage: WorkPlan.Stage {
    var stage = WorkPlan.Stage(
      kind: .outerLoop, name: run.name, copies: c.seeds.count, matches: run.matchCostOf,
      work: Work())
    let steps = steps
    guard steps.most > 0 else { return stage }
    stage.notes = notes
    var work = units.writing(documents, teacher) * steps
    work.outerSteps = steps
    work.datasets = steps * Double(soar.datasets)
    work += measurements(steps) + students(steps) + teacherUpdates(steps)
    stage.work = work
    return stage
  }

  private var notes: [String] {
    var notes: [String] = []
    if !run.matchCostOf.isEmpty {
      notes.append("ends when it has cost what \(run.matchCostOf) cost")
    }
    if canPromote && !soar.hasEqualSteps {
      notes.append("longer or further students after a promotion")
    }
    if canPromote && soar.maximumPromotions > 0 {
      notes.append("ends after promotion \(soar.maximumPromotions)")
    }
    return notes
  }

  // MARK: Students

  private func students(_ steps: Bound) -> Work {
    guard needs.trainsStudents else { return Work() }
    let perStep = soar.datasets * soar.repeats
    let plain = Double(soar.innerSteps + soar.hardSteps)
    let extra = canPromote ? Double(soar.extraStepsAfterPromotion) : 0
    // Steps that may follow a promotion, and those that may end with one.
    let late = canPromote ? max(0, steps.most - Double(stepsToPromotion)) : 0
    let due = canPromote ? max(0, steps.most - Double(stepsToPromotion) + 1) : 0
    let count = steps * Double(perStep)
    var work = training(
      count, steps: count * plain + Bound(0, late * Double(perStep) * extra),
      loads: Bound(0, late * Double(perStep)))
    if canPromote && soar.confirmationStudents > 0 {
      let fresh = Bound(0, due * Double(soar.confirmationStudents))
      work += training(
        fresh, steps: Bound(0, fresh.most * (plain + extra)), loads: fresh)
    }
    if canPromote {
      work += units.rewardMeasurement(Bound(0, due), problems: units.half)
    }
    return work
  }

  private func training(_ count: Bound, steps: Bound, loads: Bound) -> Work {
    let horizons = max(1, soar.rewardAt.count)
    var work = units.training(
      count, steps: steps, freezes: count * Double(needs.grounded ? horizons : 1), loads: loads,
      group: c.student.groupSize,
      prompt: soar.hardSteps > 0
        ? max(units.limits.writtenPrompt, units.limits.hardPrompt) : units.limits.writtenPrompt)
    if needs.grounded {
      work += units.rewardMeasurement(
        count * Double(horizons), problems: min(soar.rewardQuestions, units.half))
    }
    return work
  }

  // MARK: Measurements and the teacher

  /// Everything but the students' own measurements.
  private func measurements(_ steps: Bound) -> Work {
    var work = Work()
    if needs.grounded {
      work += units.rewardMeasurement(Bound(1), problems: units.half)
    }
    let questions = steps * Double(questions)
    let prompt = units.limits.writtenPrompt
    if needs.completions > 0 {
      work += units.graded(questions, each: needs.completions, prompt: prompt)
    }
    if needs.completionsAfter > 0 {
      work += units.graded(
        questions * Double(soar.repeats), each: needs.completionsAfter, prompt: prompt)
    }
    guard needs.referenceProblems > 0 else { return work }
    let problems = min(needs.referenceProblems, units.half)
    let samples = max(2, needs.completions)
    work += units.graded(
      steps * Double(problems), each: samples, prompt: units.limits.hardPrompt)
    // Gradients without an optimizer: the engine in this process alone has them.
    var gradients = units.learning(
      steps: steps, sequences: problems * samples + self.questions * needs.completions,
      length: max(prompt, units.limits.hardPrompt) + units.limits.response,
      sampled: units.limits.response, usesReference: false)
    gradients.calls = EngineCalls()
    return work + gradients
  }

  private func teacherUpdates(_ steps: Bound) -> Work {
    let length =
      units.limits.teacherPrompt + units.limits.document
      + (teacher.turns == 2 ? units.limits.response : 0)
    var work = units.learning(
      steps: steps, sequences: documents, length: length,
      sampled: length - units.limits.teacherPrompt, usesReference: teacher.klCoefficient > 0)
    // Its weights are saved after each step, and sampled from there in the next.
    work.calls.save = Bound(0, 2 * steps.most)
    work.calls.other = Bound(0, 2)
    return work
  }
}

extension SOARConfiguration {
  /// Whether a promotion changes nothing in the number of students and their steps.
  fileprivate var hasEqualSteps: Bool {
    extraStepsAfterPromotion == 0 && confirmationStudents == 0
  }
}
