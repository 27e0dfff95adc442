import Diagnostics
import LanguageModel
import ReinforcementLearning
import Tasks
import TextTasks
import Worlds

extension RunConfiguration {
  /// - Parameter file: the configuration's file, for messages.
  /// - Throws: ``UserError`` for the first value that is out of range or contradicts another.
  public func validate(file: String? = nil) throws {
    do {
      try validateSections()
    } catch var error as UserError {
      error.file = error.file ?? file
      throw error
    }
  }

  private func validateSections() throws {
    try require(!seeds.isEmpty, "seeds", "names no seed", "give at least one, such as [1]")
    try require(Set(seeds).count == seeds.count, "seeds", "names a seed twice")
    try require(seeds.allSatisfy { $0 >= 0 }, "seeds", "must not be negative")
    try check("studentsPerSeed", studentsPerSeed, 1...10_000)
    try task.validate()
    if task.kind == .world {
      try world.validate()
      try validateModel()
      try validatePretraining()
    } else {
      try validateTextTask()
    }
    try check("hardSet.candidates", hardSet.candidates, 2...1_000_000)
    try check("hardSet.samples", hardSet.samples, 1...100_000)
    try check("hardSet.maximumProbability", hardSet.maximumProbability, 0...1)
    try check("hardSet.confirmationSamples", hardSet.confirmationSamples, 0...100_000)
    try require(
      hardSet.counts.isEmpty || hardSet.by == .samples && hardSet.confirmationSamples == 0,
      "hardSet.counts",
      "is set, but holds only the counts of hardSet.by=samples without a confirmation",
      "leave it empty to screen")
    try check("hardSet.size", hardSet.size, 2...hardSet.candidates)
    try check("hardSet.seed", hardSet.seed, 0...Int.max)
    try validateTransfer()
    try validateStudentAndTeacher()
    try validateSOAR()
    try validateTeachers()
    try validateArms()
    try check("evaluation.samples", evaluation.samples, 1...100_000)
    try check("evaluation.greedyEvery", evaluation.greedyEvery, 1...Int.max)
    try check("evaluation.testEvery", evaluation.testEvery, 0...Int.max)
    try check("evaluation.reachQuestions", evaluation.reachQuestions, 1...1_000_000)
    try check("evaluation.reachSamples", evaluation.reachSamples, 1...65_536)
    let checkpoint = evaluation.checkpoint
    try require(
      checkpoint.window > 0 && checkpoint.window % 2 == 1, "evaluation.checkpoint.window",
      "is \(checkpoint.window), but a centred window has an odd number of steps")
    try check("evaluation.checkpoint.slopeShare", checkpoint.slopeShare, 0...1)
    try check("evaluation.checkpoint.horizon", checkpoint.horizon, 0...1_000_000_000)
    try require(!evaluation.passAt.isEmpty, "evaluation.passAt", "names no k")
    for k in evaluation.passAt {
      try require(
        k >= 1 && k <= evaluation.samples, "evaluation.passAt",
        "holds \(k), but pass@k needs 1 <= k <= evaluation.samples = \(evaluation.samples)")
    }
    try validateEngine()
    try validatePlan()
  }

  /// What text problems need, and what they lack.
  private func validateTextTask() throws {
    try require(
      !model.folder.isEmpty, "model.folder", "is empty, but text problems need a pretrained model",
      "name its folder: tools/get-smollm2.sh DIR makes one")
    try require(
      !transfer.isOn, "transfer.size",
      "is \(transfer.size), but text problems have no transfer set",
      "set it to 0")
  }

  private func validateTransfer() throws {
    try check("transfer.size", transfer.size, 0...1_000_000)
    guard transfer.isOn else { return }
    try require(!transfer.name.isEmpty, "transfer.name", "is empty")
    let lengths = transfer.lengths(in: world)
    try require(
      !lengths.isEmpty, "transfer.lengths", "is empty, and hard problems have every length",
      "give some, or set transfer.size: 0")
    for length in lengths {
      try require(
        1...world.maximumLength ~= length, "transfer.lengths",
        "holds \(length), but must be within 1...world.maximumLength (\(world.maximumLength))")
    }
    let known = world.operations.map(\.name)
    for operation in transfer.operations {
      try require(
        known.contains(operation), "transfer.operations",
        "holds \(operation.rawValue), which is not among the world's",
        "known: \(known.map(\.rawValue).joined(separator: ", "))")
    }
    try check(
      "transfer.minimumTargetOperations", transfer.minimumTargetOperations,
      0...(lengths.min() ?? 0))
    let targets = world.operations.filter { $0.role == .target }.map(\.name)
    try require(
      transfer.minimumTargetOperations == 0
        || transfer.operations(in: world).contains(where: targets.contains),
      "transfer.minimumTargetOperations", "needs an operation with the role target",
      "add one to transfer.operations")
    try check("transfer.candidates", transfer.candidates, 1...1_000_000)
    try require(
      transfer.size <= transfer.candidates, "transfer.size",
      "is \(transfer.size), but only transfer.candidates = \(transfer.candidates) are screened")
    try check("transfer.seed", transfer.seed, 0...Int.max)
  }

  private func validateModel() throws {
    if let defect = model.transformer(vocabularySize: 64).defect {
      let field = defect.field == "maximumPositions" ? "contextLength" : defect.field
      throw UserError(.configuration, place: "model.\(field)", defect.message)
    }
    let longest = try EmbeddedWorld(world).maximumDocumentLength
    try require(
      model.contextLength >= longest, "model.contextLength",
      "is \(model.contextLength), but the world's longest document has \(longest) tokens",
      "raise it, or lower world.maximumLength")
  }

  private func validatePretraining() throws {
    let phases = [
      ("drill", pretraining.drill), ("textbook", pretraining.textbook), ("web", pretraining.web),
    ]
    for (name, phase) in phases {
      let place = "pretraining.\(name)"
      try check("\(place).steps", phase.steps, 0...10_000_000)
      try check("\(place).learningRate", phase.learningRate, 0...1)
      try check("\(place).warmupSteps", phase.warmupSteps, 0...Int.max)
      try check("\(place).questionWeight", phase.questionWeight, 0...100)
    }
    try check("pretraining.batchDocuments", pretraining.batchDocuments, 1...65_536)
    try check("pretraining.decayStart", pretraining.decayStart, 0...1)
    try check("pretraining.shards", pretraining.shards, 1...pretraining.batchDocuments)
    try check("pretraining.seed", pretraining.seed, 0...Int.max)
    try validate(pretraining.optimizer, "pretraining.optimizer")
  }

  private func validateStudentAndTeacher() throws {
    try check("student.learningRate", student.learningRate, 0...1)
    try check("student.batchQuestions", student.batchQuestions, 1...4096)
    try require(
      student.groupSize >= 2, "student.groupSize",
      "is \(student.groupSize), but a leave-one-out baseline needs at least 2 rollouts")
    try check("student.groupSize", student.groupSize, 2...65_536)
    try check("student.temperature", student.temperature, 0.01...100)
    try check("student.klCoefficient", student.klCoefficient, 0...1000)
    try validate(student.optimizer, "student.optimizer")
    let reward = student.reward
    try require(
      reward.correct > 0 && reward.correct.isFinite, "student.reward.correct", "must be positive")
    for (name, level) in [
      ("wrongButMentionsReference", reward.wrongButMentionsReference), ("wrong", reward.wrong),
      ("gaveUp", reward.gaveUp), ("unboxed", reward.unboxed),
    ] {
      try require(
        level.isFinite && level < reward.correct, "student.reward.\(name)",
        "is \(level), but must be below student.reward.correct = \(reward.correct)")
    }
    try check("teacher.learningRate", teacher.learningRate, 0...1)
    try check("teacher.warmupSteps", teacher.warmupSteps, 0...Int.max)
    try check("teacher.temperature", teacher.temperature, 0.01...100)
    try check("teacher.klCoefficient", teacher.klCoefficient, 0...1000)
    try check("teacher.rewardScale", teacher.rewardScale, 1e-9...1e9)
    try check("teacher.noiseGate", teacher.noiseGate, 0...1000)
    try check("teacher.samplingLimit", teacher.samplingLimit, 1...1_000_000)
    try check("teacher.documentsPerRound", teacher.documentsPerRound, 4...65_536)
    try require(
      teacher.documentsPerRound % 4 == 0, "teacher.documentsPerRound",
      "is \(teacher.documentsPerRound), but must be a multiple of 4")
    try check("teacher.poolSize", teacher.poolSize, 0...65_536)
    try check("teacher.turns", teacher.turns, 1...2)
    try check("teacher.answerAttempts", teacher.answerAttempts, 1...10_000)
    try validate(teacher.optimizer, "teacher.optimizer")
  }

  private func validateSOAR() throws {
    try check("soar.outerSteps", soar.outerSteps, 0...1_000_000)
    try check("soar.maximumPromotions", soar.maximumPromotions, 0...Int.max)
    try require(
      soar.datasets >= 2, "soar.datasets",
      "is \(soar.datasets), but the teacher's leave-one-out baseline needs at least 2 datasets")
    try check("soar.datasets", soar.datasets, 2...1024)
    try check("soar.questionsPerDataset", soar.questionsPerDataset, 1...65_536)
    try check("soar.datasetsPerQuestion", soar.datasetsPerQuestion, 1...1024)
    try check("soar.repeats", soar.repeats, 1...1024)
    try check("soar.rewardQuestions", soar.rewardQuestions, 1...Int.max)
    try check("soar.window", soar.window, 1...10_000)
    try check("soar.threshold", soar.threshold, -1...1)
    try check("soar.thresholdMultiple", soar.thresholdMultiple, 0...1000)
    try check("soar.patience", soar.patience, 0...1_000_000)
    try check("soar.confirmationStudents", soar.confirmationStudents, 0...1024)
    try check("soar.innerSteps", soar.innerSteps, 1...1_000_000)
    try check("soar.hardSteps", soar.hardSteps, 0...1_000_000)
    for step in soar.rewardAt {
      try require(
        1...soar.innerSteps + soar.hardSteps ~= step, "soar.rewardAt",
        "holds \(step), but an inner loop has \(soar.innerSteps + soar.hardSteps) steps",
        "raise soar.innerSteps, or leave it out")
    }
    try require(
      Set(soar.rewardAt).count == soar.rewardAt.count, "soar.rewardAt", "names a step twice")
    try check("soar.extraStepsAfterPromotion", soar.extraStepsAfterPromotion, 0...1_000_000)
    try check("soar.rateFactorAfterPromotion", soar.rateFactorAfterPromotion, 0...100)
  }

  private func validateTeachers() throws {
    var names = Set<String>()
    for (index, teacher) in teachers.enumerated() {
      let place = "teachers[\(index)].name"
      try require(
        teacher.name.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil, place,
        "is '\(teacher.name)', but may hold letters, digits, - and _ only")
      try require(names.insert(teacher.name).inserted, place, "'\(teacher.name)' stands twice")
      try check("teachers[\(index)].turns", teacher.turns, 0...2)
      let scheme = try RewardSchemeRegistry.standard.make(
        teacher.reward, validity: { _ in true }, at: "teachers[\(index)].reward")
      try check("teachers[\(index)].datasetsPerQuestion", teacher.datasetsPerQuestion, 0...1024)
      try validateSharing(of: teacher, at: index, scheme)
      try check("teachers[\(index)].outerSteps", teacher.outerSteps, 0...1_000_000)
      try check("teachers[\(index)].learningRate", teacher.learningRate, 0...1)
      try check("teachers[\(index)].klCoefficient", teacher.klCoefficient, -1...1000)
      try check("teachers[\(index)].poolSize", teacher.poolSize, -1...65_536)
      let answers = TeacherAnswers.allCases.map(\.rawValue)
      try require(
        teacher.answers.isEmpty || answers.contains(teacher.answers), "teachers[\(index)].answers",
        "is '\(teacher.answers)'", "give \(answers.joined(separator: " or ")), or leave it out")
      if !teacher.matchCostOf.isEmpty { try validateMatch(of: teacher, at: index) }
    }
  }

  /// Datasets can share questions if each deal takes as many of them, if two deals differ, and if it is
  /// datasets that are rewarded.
  private func validateSharing(
    of teacher: TeacherRunConfiguration, at index: Int, _ scheme: any RewardScheme
  ) throws {
    let shared = soarConfiguration(of: teacher.name).datasetsPerQuestion
    guard shared > 1 else { return }
    let own = "teachers[\(index)].datasetsPerQuestion"
    let place = teacher.datasetsPerQuestion > 0 ? own : "soar.datasetsPerQuestion"
    let possible = (1..<soar.datasets).filter { soar.datasets % $0 == 0 }
    try require(
      possible.contains(shared), place,
      "is \(shared), but must divide soar.datasets = \(soar.datasets) and be below it",
      "give one of \(possible.map(String.init).joined(separator: ", "))")
    try require(
      scheme.granularity == .dataset, place,
      "is \(shared), but the reward '\(teacher.reward.scheme)' of '\(teacher.name)' rewards each "
        + "question by itself", "set \(own) to 1")
  }

  /// A loop can match only the cost of an earlier one.
  private func validateMatch(of teacher: TeacherRunConfiguration, at index: Int) throws {
    let matched = teacher.matchCostOf
    let place = "teachers[\(index)].matchCostOf"
    try require(
      teacher.outerSteps == 0, place, "is given beside outerSteps",
      "a loop that matches a cost takes as many outer steps as that needs")
    try require(matched != teacher.name, place, "names the teacher itself")
    let names = teachers.map(\.name)
    let earlier = names.prefix(index)
    guard !earlier.contains(matched) else { return }
    try require(
      !names.contains(matched), place, "names '\(matched)', which stands later in the list",
      "put '\(teacher.name)' after it")
    throw UserError(
      .configuration, place: place, "names '\(matched)', which is not among the teachers",
      hint: matched.nearest(among: Array(earlier)).map { "did you mean \($0)?" }
        ?? (earlier.isEmpty
          ? "there is no earlier one" : "earlier ones: \(earlier.joined(separator: ", "))"))
  }

  private func validateArms() throws {
    var names = Set<String>()
    for (index, arm) in arms.enumerated() {
      let place = "arms[\(index)]"
      try require(!arm.name.isEmpty, "\(place).name", "is empty")
      try require(names.insert(arm.name).inserted, "\(place).name", "'\(arm.name)' stands twice")
      try check("\(place).steps", arm.steps, 0...1_000_000)
      try check(
        "\(place).sourceCount", arm.sourceCount, (arm.source == .curated ? 0 : 1)...1_000_000)
      try require(
        !arm.needsTeacherRun || teachers.contains { $0.name == arm.teacher }, "\(place).teacher",
        "names '\(arm.teacher)', which is not among the teachers",
        "known: \(teachers.map(\.name).joined(separator: ", "))")
      try require(
        arm.matchCostOf.isEmpty || teachers.contains { $0.name == arm.matchCostOf },
        "\(place).matchCostOf", "names '\(arm.matchCostOf)', which is not among the teachers",
        "known: \(teachers.map(\.name).joined(separator: ", "))")
      try validateTeacherStep(of: arm, place)
      try check("\(place).measureEvery", arm.measureEvery, 0...1_000_000)
      try validateDesigns(of: arm, place)
      try check("\(place).curriculumSteps", arm.curriculumSteps, 0...1_000_000)
      try require(
        arm.groupSize == 0 || arm.groupSize >= 2, "\(place).groupSize",
        "is \(arm.groupSize); give 0 for the student's setting, or at least 2")
      try require(
        arm.steps == 0 || arm.source != .none || arm.mixing == .hardOnly, "\(place).mixing",
        "is \(arm.mixing.rawValue), but the arm has no synthetic questions",
        "set source, or mixing: hardOnly")
      try require(
        arm.source == .none || arm.mixing != .hardOnly, "\(place).mixing",
        "is hardOnly, so the questions from \(arm.source.rawValue) would go unused",
        "set mixing: alone, mixed or curriculum")
    }
  }

  private func validateTeacherStep(of arm: ArmConfiguration, _ place: String) throws {
    guard arm.teacherAt != .kept else { return }
    try require(
      arm.takesTrainedTeacher, "\(place).teacherAt",
      "is \(arm.teacherAt.rawValue), but the arm takes no trained teacher",
      "set source or start: trainedTeacher, or leave it out")
    guard arm.teacherAt == .best, let loop = teachers.first(where: { $0.name == arm.teacher })
    else { return }
    let scheme = try RewardSchemeRegistry.standard.make(
      loop.reward, validity: { _ in true }, at: "\(place).teacher")
    try require(
      scheme.needs.grounded, "\(place).teacherAt",
      "is best, but the reward '\(loop.reward.scheme)' of '\(loop.name)' measures no gain on "
        + "hard-train", "set it to last, or leave it out")
  }

  private func validateDesigns(of arm: ArmConfiguration, _ place: String) throws {
    try require(
      (arm.source == .designed) == !arm.designs.isEmpty, "\(place).designs",
      arm.designs.isEmpty ? "is empty" : "is given, but the source is \(arm.source.rawValue)",
      arm.designs.isEmpty ? "give at least one, such as [{lengths: [1]}]" : "set source: designed")
    try validateReach(of: arm, place)
    for (index, design) in arm.designs.enumerated() {
      let answer = "\(place).designs[\(index)].answer"
      let place = "\(place).designs[\(index)].lengths"
      try require(!design.lengths.isEmpty, place, "is empty", "give at least one, such as [1]")
      let longest =
        task.kind == .world
        ? world.maximumLength : task.arithmetic.levelCount
      for length in design.lengths { try check(place, length, 1...longest) }
      // Without misconceptions the shared answer is right, but would count as wrong.
      try require(
        try design.answer != .shared || task.kind != .world
          || !EmbeddedWorld(world).misconceptions.isEmpty, answer,
        "asks for shared wrong answers, but the world has no misconceptions",
        "raise world.misconceptionRate")
    }
    try require(
      arm.source != .none || (arm.filter == .all && arm.answers == .own), "\(place).filter",
      "or answers is given, but the arm has no synthetic questions", "set source")
  }

  private func validateReach(of arm: ArmConfiguration, _ place: String) throws {
    guard !arm.reach.isEmpty else { return }
    try require(
      arm.reach.count == 2 && arm.reach[0] <= arm.reach[1]
        && arm.reach.allSatisfy { 0...1 ~= $0 }, "\(place).reach",
      "is not a range of success rates", "give the lowest and the highest, such as [0.05, 0.15]")
    try require(
      arm.designs.count == 1, "\(place).reach", "needs a single design", "make one arm for each")
    try require(
      arm.designs[0].form == .wellPosed || arm.designs[0].answer != .correct, "\(place).designs[0]",
      "asks for right answers to ill-posed questions, which have none", "set answer: random")
  }

  private func validate(_ optimizer: AdamWParameters, _ place: String) throws {
    try check("\(place).beta1", optimizer.beta1, 0...0.999_999)
    try check("\(place).beta2", optimizer.beta2, 0...0.999_999_9)
    try check("\(place).epsilon", optimizer.epsilon, 1e-30...1)
    try check("\(place).weightDecay", optimizer.weightDecay, 0...1)
    try check("\(place).clipNorm", optimizer.clipNorm, 0...1e9)
  }

  private func require(
    _ condition: Bool, _ place: String, _ message: String, _ hint: String? = nil
  ) throws {
    guard condition else {
      throw UserError(.configuration, place: place, message, hint: hint)
    }
  }

  private func check<T: Comparable>(_ place: String, _ value: T, _ range: ClosedRange<T>) throws {
    try require(
      range.contains(value), place,
      "is \(value), but must lie between \(range.lowerBound) and \(range.upperBound)")
  }
}
