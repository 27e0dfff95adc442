import Configuration
import Diagnostics
public import Foundation
import LanguageModel
import QuestionAnalysis
public import RunStore
public import SelfPlay
import Tasks
import TextTasks
import Worlds

/// Computes a run's statistics from its store and writes the report.
public struct ReportBuilder {
  let configuration: RunConfiguration
  public let store: RunStore
  /// The experiment of another run, included in the report.
  private var experiment: ReportOfExperiment?
  /// A phase map to include in the report.
  public var phase: PhaseMap?

  /// As the user named it, for error messages.
  private var folder: String?

  /// - Parameter configuration: the run's own.
  public init(configuration: RunConfiguration, store: RunStore) {
    self.configuration = configuration
    self.store = store
  }

  /// Opens the run in a folder.
  ///
  /// - Throws: ``UserError`` if the folder is not a run, or holds imported questions.
  public init(folder: String) throws {
    let store = try RunStore.open(at: URL(fileURLWithPath: folder), readOnly: true)
    self.init(configuration: try store.configuration(of: folder), store: store)
    self.folder = folder
  }

  private struct ReportOfExperiment {
    var report: InterventionReport
    var store: RunStore
  }

  /// Includes the question experiment of another run.
  ///
  /// - Throws: ``UserError`` if this run has its own experiment, or the other has none.
  public mutating func add(experimentOf other: String) throws {
    guard try interventions() == nil else {
      throw UserError(
        .usage, file: folder, "has an experiment of its own", hint: "leave out --experiment")
    }
    let builder = try ReportBuilder(folder: other)
    guard let report = try builder.interventions() else {
      throw UserError(
        .dataError, file: other, "holds no experiment on questions",
        hint: "soar causal makes one")
    }
    experiment = ReportOfExperiment(report: report, store: builder.store)
  }

  /// The arm that the others are compared with.
  static let reference = "Hard-Only"

  /// The report, computed from the store.
  public func report() throws -> MarkdownReport {
    MarkdownReport(try data(), whatTeaches: try whatTeaches())
  }

  /// - Parameters:
  ///   - asPage: writes `report.html` too, one file with the figures inside.
  ///   - printer: writes `report.pdf` too.
  /// - Returns: the report's file, or the page if there is one, or the PDF.
  public func write(
    to folder: URL, gnuplot: Gnuplot, asPage: Bool = false, printer: Chromium? = nil
  ) throws -> URL {
    let report = try report()
    var file = try report.write(to: folder, gnuplot: gnuplot)
    guard asPage || printer != nil else { return file }
    // On paper there is no browser of the questions.
    let page = try HTMLReport(
      report, folder: folder, questions: asPage ? try store.questions() : [])
    if asPage {
      file = folder.appendingPathComponent(HTMLReport.fileName)
      try AtomicFile.write(page.text, to: file)
    }
    if let printer {
      file = folder.appendingPathComponent(HTMLReport.printedName)
      try AtomicFile.write(try printer.pdf(of: page.printed), to: file)
    }
    return file
  }

  /// Results of labels and experiments, of this run and of the additions the user asked for.
  func whatTeaches() throws -> WhatTeaches {
    let reader = try AnalysisReader(store)
    let analysis = reader.hasRewards ? Analysis(reader, permutations: nil) : nil
    let leftOut = Set(reader.sources.flatMap { $0.leftOut.map(\.teacher) })
    let experiment =
      try experiment ?? interventions().map { ReportOfExperiment(report: $0, store: store) }
    var associations = (analysis?.facts).map { AssociationReport($0) }
    associations?.looks = Looks(configuration)
    return WhatTeaches(
      associations: associations, experiment: experiment?.report,
      phase: phase,
      examples: try analysis.map { _ in
        try .byLabel(store, classifier: configuration.classifierName, leavingOut: leftOut)
      },
      cellExamples: try experiment.map { experiment in
        try .byCell(
          experiment.store, classifier: configuration.classifierName,
          cells: experiment.report.effects?.cells ?? [], terms: experiment.report.terms)
      })
  }

  /// This run as one of a comparison.
  private func comparedRun() throws -> ComparedRun {
    try ComparedRun(
      reading: store, name: "run", identity: "", passAt: configuration.evaluation.passAt,
      armOrder: configuration.arms.map(\.name), draws: configuration.teacherDraws,
      operations: configuration.operationNames,
      classifier: configuration.classifierName, design: RunDesign(configuration))
  }

  /// This run compared with itself, without its questions; nil if no arm was evaluated.
  private func comparison(_ armRuns: [ArmRunRecord]) throws -> RunComparison? {
    guard armRuns.contains(where: { !Self.finalTest($0).isEmpty }) else { return nil }
    let isCounted = armRuns.allSatisfy { Cost($0).flops != nil }
    return try RunComparison(
      [comparedRun()], options: .init(axis: isCounted ? .flops : .tokens, measuresQuestions: false))
  }

  /// Results of the run's made-to-measure questions and subsets; nil if it has none.
  public func interventions() throws -> InterventionReport? {
    guard configuration.arms.contains(where: { $0.source == .designed || !$0.questionSet.isEmpty })
    else { return nil }
    var run = try comparedRun()
    run.baseRates = try store.baseRates()
    return InterventionReport(run)
  }

  /// Describes the intervals of the arms.
  var intervals: String {
    RunComparison.intervals
  }

  func data() throws -> ReportData {
    let arms = try armResults()
    var data = try ReportData(
      reading: store,
      title: "SOAR on \(configuration.problemsTitle), preset \(configuration.preset)",
      settings: settings, reference: Self.reference, arms: arms, comparisons: try comparisons(),
      intervals: intervals,
      classifier: configuration.classifierName,
      loopOrder: configuration.teachers.map(\.name), limits: limits, transfer: try transfer(),
      checkpoint: try checkpoint())
    let looks = Looks(configuration)
    data.configuredLooks = looks
    data.loops = data.outerSteps.isEmpty ? [] : configuration.reportLoops
    data.methods = try methods()
    data.rewardMeasure = configuration.soar.rewardBy
    data.questionKinds = Dictionary(
      configuration.teachers.map { ($0.name, configuration.questionKind(of: $0.name)) }
    ) { $1 }
    data.expected = try expected()
    if let subject = configuration.textSubject {
      (data.subject, data.subjectLimit) = (Markdown.escape(subject.phrase), subject.limit)
    }
    if !configuration.model.folder.isEmpty {
      data.modelFolder = configuration.modelName
      data.isSmolLM2 = ["smollm2", "smollm2-135m"].contains(configuration.modelName.lowercased())
    }
    data.readsProblemFile = !configuration.task.file.isEmpty
    data.digest = try store.digest()
    let planned = PlannedComparisons(
      configuration, armRuns: data.armRuns, events: data.events)
    data.planned = configuration.plan.isEmpty ? nil : planned
    let comparison = try comparison(data.armRuns)
    let answers = comparison.map(ComparisonAnswers.init)
    data.findings =
      Findings(
        configuration: configuration, planned: planned, comparisons: data.comparisons,
        results: arms, withUntrained: try comparisonsWithUntrained(), answers: answers
      ).all
    let collapses =
      try answers?.collapses
      ?? LoopedTeacher.of([comparedRun()]).map(ComparisonAnswers.Collapses.init)
    data.collapse = CollapseFigure(collapses).flatMap { $0.isTelling ? $0 : nil }
    data.collapse?.looks = looks
    data.profile = comparison.map(ProfileFigure.init).flatMap { $0.isTelling ? $0 : nil }
    data.profile?.looks = looks
    if !data.outerSteps.isEmpty {
      data.costFigure = comparison.map(CostFigure.init).flatMap { $0.isTelling ? $0 : nil }
      data.costFigure?.looks = looks
      let practice = data.findings.first { $0.question == .practice }?.evidence.first
      data.costFigure?.subjects = practice.map { [$0.subject, $0.rival] } ?? []
    }
    data.practiceArms = configuration.arms.filter {
      [.base, .hardOnly, .grounded].contains(ArmRole($0, configuration))
        && $0.source != .trainedTeacher
    }.map(\.name)
    data.grid = SchemeGrid(configuration, arms)
    data.learningCurves = LearningCurvesFigure(
      configuration, armRuns: data.armRuns, plannedSteps: planned.steps)
    let order = configuration.arms.map(\.name)
    data.armRuns.sort {
      (order.firstIndex(of: $0.arm) ?? 0, $0.seed, $0.student)
        < (order.firstIndex(of: $1.arm) ?? 0, $1.seed, $1.student)
    }
    return data
  }

  // MARK: Words

  /// The corresponding arm of the paper; its PQ and Base-T have hard-train mixed in.
  func paperArm(_ arm: ArmConfiguration) -> String? {
    switch (arm.start, arm.source, arm.mixing, arm.steps) {
    case (.base, .none, _, 0): "Base"
    case (.base, .none, .hardOnly, _): "Hard-Only"
    case (.promotedStudent, .none, _, 0): "PS"
    case (.base, .promotionQuestions, .mixed, _), (.base, .promotionQuestions, .curriculum, _): "PQ"
    default: nil
    }
  }

  /// Which loops have questions in several of their datasets.
  private var sharedQuestions: [String] {
    configuration.neededTeachers.compactMap { teacher in
      let shared = configuration.soarConfiguration(of: teacher.name).datasetsPerQuestion
      return shared > 1 ? "each in \(shared) datasets of \(teacher.name)" : nil
    }
  }

  private var settings: [ReportSetting] {
    let c = configuration
    return [
      ReportSetting(
        c.task.kind == .world ? "world" : "problems", c.problemsSetting,
        paper: "MATH, HARP, OlympiadBench"),
      ReportSetting("model", c.modelSetting, paper: "Llama 3.2 3B Instruct"),
      ReportSetting(
        "run seeds", c.seeds.map(String.init).joined(separator: ", "), paper: "6 to 12, nested"),
      ReportSetting("students per seed", "\(c.studentsPerSeed)"),
      ReportSetting("outer steps T", "\(c.soar.outerSteps)", paper: "200"),
      ReportSetting("datasets g", "\(c.soar.datasets)", paper: "4"),
      ReportSetting(
        "questions per dataset n",
        (["\(c.soar.questionsPerDataset)"] + sharedQuestions).joined(separator: "; "), paper: "64"),
      ReportSetting("repeats r", "\(c.soar.repeats)", paper: "4"),
      ReportSetting("reward questions M", "\(c.soar.rewardQuestions)", paper: "64"),
      ReportSetting("window m", "\(c.soar.window)", paper: "3"),
      ReportSetting(
        "threshold tau",
        "\(c.soar.threshold)"
          + (c.soar.thresholdMultiple > 0
            ? ", or \(c.soar.thresholdMultiple) times the untrained teacher's R_t if more" : "")
          + (c.soar.patience > 0
            ? ", once the average has had no new maximum for \(c.soar.patience) steps" : ""),
        paper: "0.01"),
      ReportSetting(
        "fresh students that confirm a promotion", "\(c.soar.confirmationStudents)", paper: "0"),
      ReportSetting(
        "inner steps", "\(c.soar.innerSteps) (+\(c.soar.extraStepsAfterPromotion))",
        paper: "10 (+5)"),
      ReportSetting(
        "reward measured after",
        (c.soar.rewardAt.isEmpty ? "the last step" : "steps \(c.soar.rewardAt.listed)")
          + (c.soar.hardSteps > 0 ? ", \(c.soar.hardSteps) of them on hard-train" : ""),
        paper: "the last step"),
      ReportSetting("student batch", "\(c.student.batchQuestions) questions", paper: "8"),
      ReportSetting("student group", "\(c.student.groupSize)", paper: "32"),
      ReportSetting("student learning rate", "\(c.student.learningRate)", paper: "1e-5"),
      ReportSetting("student KL", "\(c.student.klCoefficient)", paper: "0.001"),
      ReportSetting("teacher learning rate", "\(c.teacher.learningRate)", paper: "1e-5"),
      ReportSetting("teacher KL", "\(c.teacher.klCoefficient)", paper: "0.001"),
      ReportSetting("teacher's Adam epsilon", "\(c.teacher.optimizer.epsilon)"),
    ]
  }

  private var limits: [String] {
    let unknown = configuration.world.unknownFactRate
    guard configuration.task.kind == .world else {
      return [
        "All seeds share one base model and one hard set: the intervals speak about new runs and new "
          + "problems of this kind, not about other models or other problems."
      ]
    }
    return [
      "All seeds share one base model and one hard set: the intervals speak about new runs and new "
        + "problems of this kind, not about new base models or worlds.",
      unknown > 0
        ? "The corpus leaves out \(Format.points(unknown))% of the target operations' facts: hard "
          + "problems are hard for want of these and for the habit of giving up."
        : "The hard set is hard for one habit of the base model (giving up on operations that it "
          + "knows); nothing here says that SOAR teaches skills that pretraining lacks.",
    ]
  }
}
