public import SelfPlay

/// Student work that a configuration requires, to scale measured costs. Counted in rollouts that
/// are sampled and trained on; a rollout that is only sampled counts ``sampledShare``. This is not
/// a time: a rollout's time depends on model, world and machine, and comes from measurements.
public struct ExpectedWork: Sendable, Equatable {
  /// Sampling reads the model once per token and training three times more (forward, and backward
  /// for weights and activations).
  static let sampledShare = 0.25

  public var trained: Double
  public var sampled: Double

  public var rollouts: Double { trained + Self.sampledShare * sampled }

  /// Upper bounds where chance decides: every outer loop runs to its end, with the longer inner
  /// loops that follow a promotion throughout.
  public init(_ c: RunConfiguration) {
    trained = 0
    sampled = Double(c.hardSet.candidates * c.hardSet.samples)
    if c.transfer.isOn { sampled += Double(c.transfer.candidates * c.hardSet.samples) }
    let seeds = Double(c.seeds.count)
    var perSeed = (trained: 0.0, sampled: 0.0)
    var trainedByLoop: [String: Double] = [:]
    for teacher in c.neededTeachers {
      let steps = Double(teacher.outerSteps > 0 ? teacher.outerSteps : c.soar.outerSteps)
      let datasets = Double(c.soar.datasets)
      let questions = datasets * Double(c.soar.questionsPerDataset)
      let students =
        datasets * Double(c.soar.repeats)
        + (teacher.promotion ? Double(c.soar.confirmationStudents) : 0)
      let inner = Double(
        c.soar.innerSteps + c.soar.extraStepsAfterPromotion + c.soar.hardSteps)
      let grounded =
        students * inner * Double(c.student.batchQuestions * c.student.groupSize)
      // Only grounded rewards train students; a cost-matching loop counts as much.
      let trains =
        [Grounded.name, Permuted.name].contains(teacher.reward.scheme)
        || !teacher.matchCostOf.isEmpty
      trainedByLoop[teacher.name] = steps * (trains ? grounded : 0)
      perSeed.trained += steps * (trains ? grounded : 0)
      let measurements = students * Double(max(1, c.soar.rewardAt.count)) + 1
      perSeed.sampled += steps * (questions + measurements * Double(c.soar.rewardQuestions))
      if !trains { perSeed.sampled += steps * questions * Double(c.student.groupSize) }
    }
    let half = Double(c.hardSet.size) / 2
    let tested = half * Double(c.evaluation.samples)
    for arm in c.arms {
      let students = Double(arm.students(perSeed: c.studentsPerSeed))
      let group = Double(arm.groupSize > 0 ? arm.groupSize : c.student.groupSize)
      let most = students * Double(arm.steps * c.student.batchQuestions) * group
      perSeed.trained += min(most, trainedByLoop[arm.matchCostOf].map { students * $0 } ?? most)
      let tests =
        c.evaluation.testEvery > 0 ? Double(arm.steps / c.evaluation.testEvery) : 0
      perSeed.sampled += students * (1 + tests) * tested
      perSeed.sampled += students * Double(arm.steps / c.evaluation.greedyEvery + 1) * half
      if c.transfer.isOn {
        perSeed.sampled += students * Double(c.transfer.size * c.evaluation.samples)
      }
    }
    trained += seeds * perSeed.trained
    sampled += seeds * perSeed.sampled
  }
}
