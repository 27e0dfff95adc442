public import Diagnostics
import Foundation
import Grids
import RunStore
import SelfPlay
import Statistics

/// Reads one figure from the stores of one or more runs.
public struct PlotReader {
  var directories: [String]
  var teacher: String?
  var classifier: String?
  /// The k of pass@k; nil takes 32, else the greatest.
  var k: Int?
  /// Nil takes FLOPs if they were counted.
  var axis: CostAxis?
  var baseline: String?
  /// Also compares runs with different base models or hard sets.
  var force = false
  let progress: ProgressReporter

  public init(
    directories: [String], teacher: String? = nil, classifier: String? = nil, k: Int? = nil,
    axis: CostAxis? = nil, baseline: String? = nil, force: Bool = false,
    progress: ProgressReporter = ProgressReporter()
  ) {
    self.directories = directories
    self.teacher = teacher
    self.classifier = classifier
    self.k = k
    self.axis = axis
    self.baseline = baseline
    self.force = force
    self.progress = progress
  }

  /// - Throws: ``UserError`` if the runs hold no data for this figure.
  public func figure(_ kind: PlotKind) throws -> any Figure {
    switch kind {
    case .reward: return try reward()
    case .diversity: return try diversity()
    case .passk: return try passAtK()
    case .labels: return try labels()
    case .cost: return CostFigure(try comparison(given()))
    case .profile: return ProfileFigure(try comparison(given()))
    case .collapse: return try collapse()
    case .phase: return try phase()
    case .trajectories: return try trajectories()
    }
  }

  private var place: String { directories.joined(separator: ", ") }

  private func nothing(_ message: String, hint: String) -> UserError {
    UserError(.dataError, file: place, message, hint: hint)
  }

  // MARK: The outer loop

  private struct Source {
    var folder: String
    /// The grid point of a cell, if the grid has several.
    var point: String?
    var store: RunStore
    /// Seeds, by the store's numbers, that another folder holds too.
    var copies: Set<Int> = []

    /// A teacher's name, followed by the grid point if there are several.
    func named(_ teacher: String) -> String { point.map { "\(teacher) [\($0)]" } ?? teacher }
  }

  /// Whether this teacher, possibly at a grid point, is the requested one.
  private func isChosen(_ name: String) -> Bool {
    teacher.map { name == $0 || name.hasPrefix("\($0) [") } ?? true
  }

  /// Accepts runs that have not ended or have lost their configuration.
  ///
  /// - Parameter marksCopies: where folders are pooled.
  private func stores(marksCopies: Bool = false) throws -> [Source] {
    var names = NameRegister()
    var known = RunCopies()
    let sources = try directories.flatMap { folder in
      if GridFolder.isGrid(URL(fileURLWithPath: folder)) {
        return try GivenRuns([folder], force: true, progress: progress).runs.map {
          try $0.store.requireDistinctNames(&names)
          return Source(folder: $0.folder, point: $0.point, store: $0.store)
        }
      }
      let store = try RunStore.open(at: URL(fileURLWithPath: folder), readOnly: true)
      _ = try store.run()
      try store.requireDistinctNames(&names)
      return [Source(folder: folder, point: nil, store: store)]
    }
    guard marksCopies else { return sources }
    let hasImported = try sources.count > 1 && sources.contains { try $0.store.isImported() }
    let unique = try sources.map { source in
      var source = source
      source.copies = try known.seeds(
        of: source.store, in: source.folder, comparesContents: hasImported)
      return source
    }
    for remark in known.remarks { progress.note(remark) }
    return unique
  }

  private func reward() throws -> any Figure {
    // Each folder has panels of its own, so that a copy counts for nothing.
    let runs = try stores().map { (source: $0, steps: try $0.store.outerSteps()) }
    let teachers = runs.flatMap(\.steps).map(\.teacher).distinct
    guard let first = teachers.first else {
      throw nothing(
        "holds no outer step, so there is no reward to plot",
        hint: "an arm alone has none; soar show lists what the run has")
    }
    let chosen =
      teacher
      ?? (teachers.contains(OuterStepRecord.defaultTeacher)
        ? OuterStepRecord.defaultTeacher : first)
    guard teachers.contains(chosen) else { throw unknownTeacher(chosen, among: teachers) }
    let having = runs.filter { run in run.steps.contains { $0.teacher == chosen } }
    let ends = having.map(\.source.folder).distinguishingEnds
    let names = zip(ends, having).map { end, run in run.source.point ?? end }
    var figure = TeacherRewardFigure(
      runs: zip(names, having).map { ($0, $1.steps) }, teacher: chosen)
    // A run that has lost its configuration may be of a time that had no other measure.
    let measures = having.compactMap {
      (try? $0.source.store.configuration(of: $0.source.folder))?.soar.rewardBy
    }
    if !measures.isEmpty, measures.allSatisfy({ $0 == .probability }) {
      figure.measure = .probability
    }
    return figure
  }

  private func unknownTeacher(_ name: String, among teachers: [String]) -> UserError {
    UserError(
      .dataError, file: place, "holds no outer loop of '\(name)'",
      hint: name.nearest(among: teachers).map { "did you mean \($0)?" }
        ?? "it has \(teachers.joined(separator: ", "))")
  }

  private func diversity() throws -> any Figure {
    let runs =
      try ImportedRuns.areAll(directories)
      ? ImportedRuns(directories).runs : given().compared(progress: progress)
    let curves = try TeacherCurve.of(runs)
    guard !curves.isEmpty else {
      throw nothing(
        "holds no question of an outer loop, so there is no diversity to plot",
        hint: "an arm alone has none; soar show lists what the run has")
    }
    let chosen = curves.filter { isChosen($0.teacher) }
    if let teacher, chosen.isEmpty {
      throw unknownTeacher(teacher, among: curves.map(\.teacher))
    }
    return DiversityFigure(teachers: chosen)
  }

  private func collapse() throws -> any Figure {
    let runs =
      try ImportedRuns.areAll(directories)
      ? ImportedRuns(directories).runs : given().compared(progress: progress)
    let collapses = LoopedTeacher.of(runs).map(ComparisonAnswers.Collapses.init)
    guard let figure = CollapseFigure(collapses) else {
      throw nothing(
        "holds no outer step, so no loop can collapse",
        hint: "an arm alone has none; soar show tells what the run has")
    }
    return figure
  }

  private func labels() throws -> any Figure {
    let shares = try stores(marksCopies: true).flatMap { source in
      try source.store.labelShares().filter { !source.copies.contains($0.seed) }.map { share in
        var share = share
        share.teacher = source.named(share.teacher)
        return share
      }
    }
    let classifiers = shares.map(\.classifier).distinct
    let counts = classifiers.map { name in
      shares.reduce(0) { $0 + ($1.classifier == name ? $1.questions : 0) }
    }
    // The classifier with the most labels; ties go to the first by name.
    let most = zip(classifiers, counts).max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
    guard let most else {
      throw nothing(
        "holds no label of a question of an outer loop",
        hint: try Self.labelHint(stores().map(\.store)))
    }
    let chosen = classifier ?? most
    guard classifiers.contains(chosen) else {
      throw nothing(
        "holds no label of '\(chosen)'", hint: "it has \(classifiers.joined(separator: ", "))")
    }
    let ofOne = shares.filter { $0.classifier == chosen }
    let teachers = ofOne.map(\.teacher).distinct
    if let teacher, !teachers.contains(where: isChosen) {
      throw unknownTeacher(teacher, among: teachers)
    }
    return LabelSeriesFigure(
      teachers.filter(isChosen).flatMap { name in
        let mine = ofOne.filter { $0.teacher == name }
        return Set(mine.map(\.step)).sorted().map { step in
          let atStep = mine.filter { $0.step == step }
          let total = atStep.reduce(0) { $0 + $1.questions }
          return AssociationFacts.LabelPoint(
            teacher: name, step: step,
            wellPosed: Double(atStep.reduce(0) { $0 + $1.wellPosed }) / Double(total),
            correct: Double(atStep.reduce(0) { $0 + $1.correct }) / Double(total))
        }
      })
  }

  /// How labels come into stores.
  static func labelHint(_ stores: [RunStore]) throws -> String {
    try stores.contains { try $0.isImported() }
      ? "soar classify with --config or --preset labels questions in an embedded world's language"
      : "soar classify adds labels"
  }

  // MARK: The arms

  private func given() throws -> GivenRuns {
    try GivenRuns(directories, force: force, progress: progress)
  }

  private func comparison(_ given: GivenRuns) throws -> RunComparison {
    let runs = try given.compared(progress: progress)
    return try RunComparison(
      runs,
      options: RunComparison.Options(
        axis: axis ?? CostAxis.best(for: runs), baseline: baseline, k: k,
        measuresQuestions: false))
  }

  /// For one run as in its report; for several with their seeds pooled, as in soar compare.
  private func passAtK() throws -> any Figure {
    let given = try given()
    if given.runs.count == 1, let run = given.runs.first {
      let builder = ReportBuilder(configuration: run.configuration, store: run.store)
      let arms = try builder.armResults().filter { !$0.passAtK.isEmpty }
      if !arms.isEmpty {
        if let baseline, !arms.contains(where: { $0.name == baseline }) {
          let names = arms.map(\.name)
          throw UserError(
            .usage, "there is no arm '\(baseline)'",
            hint: baseline.nearest(among: names).map { "did you mean \($0)?" }
              ?? "one of \(names.joined(separator: ", "))")
        }
        return PassAtKFigure(
          arms: arms, reference: baseline ?? ReportBuilder.reference,
          seedCount: arms.map(\.seedCount).max() ?? 0,
          problemCount: try run.store.hardProblems().count { $0.split == .test },
          intervals: builder.intervals,
          looks: Looks(run.configuration, reference: baseline ?? ReportBuilder.reference))
      }
    }
    let comparison = try comparison(given)
    let problems = try given.runs.map { try $0.store.hardProblems().count { $0.split == .test } }
    let arms = comparison.rows.map { row in
      Reporting.ArmResult(
        name: row.arm, explanation: "", seedCount: row.seeds, studentCount: row.students,
        passAtK: row.passAtK.map {
          Reporting.ArmResult.PassAtK(k: $0.k, $0.estimate, seeds: $0.seeds)
        })
    }
    return PassAtKFigure(
      arms: arms, reference: comparison.baseline, seedCount: arms.map(\.seedCount).max() ?? 0,
      problemCount: problems.max() ?? 0,
      intervals: RunComparison.intervals)
  }

  private func trajectories() throws -> any Figure {
    let comparison = try comparison(given())
    let figure = TrajectoriesFigure(arms: comparison.arms, k: comparison.k)
    guard !figure.arms.isEmpty else {
      throw nothing(
        "holds no arm that was tested at more than one step, so there is no trajectory to plot",
        hint: "evaluation.testEvery sets the steps between tests")
    }
    return figure
  }

  // MARK: Maps

  private func phase() throws -> any Figure {
    guard let folder = directories.first, directories.count == 1 else {
      throw UserError(.usage, "--kind phase draws the map of one folder", hint: "give one")
    }
    let file = URL(fileURLWithPath: folder).appendingPathComponent("report/phase.json")
    guard FileManager.default.fileExists(atPath: file.path) else {
      let isRun = FileManager.default.fileExists(atPath: "\(folder)/\(RunStore.fileName)")
      throw UserError(
        isRun ? .dataError : .noInput, file: folder, "holds no map (report/phase.json)",
        hint: "soar phase --output \(folder) makes one")
    }
    return try PhaseMap(folder: URL(fileURLWithPath: folder)).figure
  }
}

extension [String] {
  /// Each path shortened to the fewest trailing components that no other path ends with.
  var distinguishingEnds: [String] {
    let paths = map { $0.split(separator: "/").filter { $0 != "." } }
    return zip(self, paths).map { text, path in
      let count = path.indices.map { $0 + 1 }.first { count in
        let end = path.suffix(count)
        return !paths.contains { $0 != path && $0.suffix(count) == end }
      }
      return path.isEmpty ? text : path.suffix(count ?? path.count).joined(separator: "/")
    }
  }
}
