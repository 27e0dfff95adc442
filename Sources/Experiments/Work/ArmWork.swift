import SelfPlay

/// All students of an arm of one seed, as ``ArmRunner`` runs them.
struct ArmWork {
  let units: WorkUnits
  let arm: ArmConfiguration

  init(_ units: WorkUnits, _ arm: ArmConfiguration) {
    self.units = units
    self.arm = arm
  }

  private var c: RunConfiguration { units.configuration }

  /// - Parameter loop: the work of the loop whose cost ends the training, of one seed.
  func stage(matching loop: Work?) -> WorkPlan.Stage {
    let students = arm.students(perSeed: c.studentsPerSeed)
    var training = arm.steps > 0 ? self.training : Work()
    if let loop { training.capOperations(at: loop, lastStepOf: arm.steps) }
    let work = questions + measurements + training
    var stage = WorkPlan.Stage(
      kind: .arm, name: arm.name, copies: c.seeds.count * students, matches: arm.matchCostOf,
      work: (mayBeSkipped ? work.orNone : work) * Double(students))
    if !arm.matchCostOf.isEmpty {
      stage.notes.append("ends when it has cost what \(arm.matchCostOf) cost")
    }
    if needsPromotion { stage.notes.append("skipped in seeds without a promotion") }
    return stage
  }

  private var needsPromotion: Bool {
    arm.start == .promotedStudent || arm.source == .promotionQuestions
  }

  private var mayBeSkipped: Bool {
    needsPromotion || arm.filter != .all || arm.source == .majorityVoted || !arm.reach.isEmpty
      || arm.answers == .majority || arm.answers == .otherMajority
  }

  private var prompt: Int {
    let (hard, written) = (units.limits.hardPrompt, units.limits.writtenPrompt)
    return arm.mixing == .hardOnly ? hard : arm.mixing == .alone ? written : max(hard, written)
  }

  private var training: Work {
    units.training(
      1, steps: Bound(arm.matchCostOf.isEmpty ? Double(arm.steps) : 1, Double(arm.steps)),
      freezes: Bound(0, measuredSteps),
      loads: arm.start == .base ? 0 : Bound(0, 1),
      group: arm.groupSize > 0 ? arm.groupSize : c.student.groupSize, prompt: prompt)
  }

  // MARK: Questions

  private var questions: Work {
    let teacher = c.teacherConfiguration(of: arm.teacher)
    var work = Work()
    switch arm.source {
    case .untrainedTeacher, .trainedTeacher: work = units.writing(arm.sourceCount, teacher)
    case .majorityVoted:
      work =
        (units.writing(arm.sourceCount, teacher) + votes(ArmRunner.votes))
        * Bound(1, Double(ArmRunner.rounds))
    // No model writes the others.
    default: break
    }
    if arm.answers == .majority || arm.answers == .otherMajority {
      work += votes(ArmRunner.answerSamples)
    }
    return work
  }

  /// Samples of the base student for each question of the arm.
  private func votes(_ count: Int) -> Work {
    // Those of promotions are at most a dataset per outer step.
    let own = c.teachers.first { $0.name == arm.teacher }?.outerSteps ?? 0
    let promoted =
      Double(own > 0 ? own : c.soar.outerSteps) * Double(c.soar.questionsPerDataset)
    let drawn = arm.sourceCount > 0 ? arm.sourceCount : arm.steps * c.student.batchQuestions
    return units.graded(
      Bound(0, arm.source == .promotionQuestions ? promoted : Double(drawn)), each: count,
      prompt: units.limits.writtenPrompt)
  }

  // MARK: Measurements

  private func steps(every given: Int) -> Int { arm.measureEvery > 0 ? arm.measureEvery : given }
  private var greedyEvery: Int { steps(every: c.evaluation.greedyEvery) }
  private var testEvery: Int { steps(every: c.evaluation.testEvery) }

  /// Measurements of a training in `steps` steps: before it, every so often, and at its end. Zero
  /// measures at the end alone.
  private func count(_ steps: Int, every: Int) -> Double {
    guard every > 0, steps > 0 else { return 1 }
    return 1 + Double(steps / every + (steps % every == 0 ? 0 : 1))
  }

  /// At least those of a training that ends after its first step.
  private func count(every: Int) -> Bound {
    let most = count(arm.steps, every: every)
    return Bound(arm.matchCostOf.isEmpty ? most : count(min(1, arm.steps), every: every), most)
  }

  /// Most steps after which something is measured.
  private var measuredSteps: Double {
    let greedy = count(arm.steps, every: greedyEvery) - 1
    return testEvery > 0 ? greedy + count(arm.steps, every: testEvery) - 1 : greedy + 1
  }

  private var measurements: Work {
    let problems = Double(units.half)
    let tests = count(every: testEvery) * problems
    var work =
      units.graded(count(every: greedyEvery) * problems, each: 1, prompt: units.limits.hardPrompt)
      + units.graded(tests, each: c.evaluation.samples, prompt: units.limits.hardPrompt)
    if c.evaluation.exact {
      work += units.scoring(
        tests, length: units.limits.scoredText, endings: units.limits.endings)
    }
    if c.transfer.isOn {
      work += units.graded(
        Bound(c.transfer.size), each: c.evaluation.samples,
        prompt: max(units.limits.hardPrompt, units.limits.writtenPrompt))
    }
    return work
  }
}
