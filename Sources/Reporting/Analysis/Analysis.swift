import Diagnostics
import Experiments
public import QuestionAnalysis
import Statistics

/// All statistics computed from the questions of some runs.
public struct Analysis {
  var sources: [AnalysisReader.Source]
  public var data: AssociationData
  var tally: LabelTally
  var noise: RepeatNoise
  var datasets: LevelAssociation
  var questions: LevelAssociation
  var datasetModels: AssociationModels
  var questionModels: AssociationModels
  var aboveNoise: [AboveNoise.Reference: AboveNoise] = [:]
  /// One per mediator.
  var mediations: [ReachMediation]
  var verdicts: [AssociationVerdict]
  var contest: AssociationContest
  /// The contest in words, with the least that it detects if it is undecided.
  var contestWords: String {
    guard contest == .undecided, let least = datasetModels.contest?.detectable else {
      return contest.words
    }
    return contest.words + ", least detectable \(least.fixed(2))"
  }

  static let level = 0.95

  /// Whether any question has a label.
  var hasLabels: Bool { tally.labelled > 0 }

  /// - Parameter permutations: random orders per test; nil for 9999, or fewer for large data.
  public init(_ reader: AnalysisReader, permutations: Int?) {
    sources = reader.sources
    data = reader.data
    tally = reader.tally
    noise = RepeatNoise(data.repeats, level: Self.level)
    let datasets = LevelAssociation.datasets(
      data, noise: noise, permutations: permutations, level: Self.level)
    self.datasets = datasets
    questions = .questions(data, level: Self.level)
    datasetModels = AssociationModels(data.datasets, core: datasets.core, level: Self.level)
    questionModels = AssociationModels(
      data.questions, core: questions.core, level: Self.level, drawn: false)
    for reference in AboveNoise.Reference.allCases {
      aboveNoise[reference] = AboveNoise(
        data, noise: noise, core: datasets.core, reference: reference, level: Self.level)
    }
    let rows = data.datasets
    mediations = ReachMediation.mediators.map { ReachMediation($0, in: rows, level: Self.level) }
    let runs = data.clusterCount
    verdicts = rows.judged.compactMap { feature in
      datasets[feature].map { AssociationVerdict($0, runs: runs) }
    }
    contest = AssociationContest(datasetModels)
  }

  /// What could not be computed, and why: one line each.
  var notes: [String] {
    var lines: [String] = []
    if sources.contains(where: \.isText) {
      lines.append(
        "questions are read as plain text: words, numbers, operator signs and novelty stand for their "
          + "structure (docs/labels.md)")
    }
    let classifiers = sources.compactMap(\.classifier).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    if classifiers.isEmpty {
      lines.append("no question has a label (soar classify adds labels)")
    } else if classifiers.count > 1 {
      lines.append(
        "labels are of different classifiers: \(classifiers.joined(separator: ", ")) "
          + "(--classifier takes one)")
    }
    for source in sources where !source.leftOut.isEmpty {
      let loops = source.leftOut.map { "\($0.teacher) (\($0.scheme))" }.joined(separator: ", ")
      let place = sources.count > 1 ? "\(source.path): " : ""
      lines.append(
        place + "left out, as their reward is no gain of a student: \(loops) (--all-rewards)")
    }
    if data.unrewarded > 0 {
      lines.append(
        data.unrewarded == 1
          ? "1 dataset without a finite reward is left out"
          : "\(data.unrewarded) datasets without a finite reward are left out")
    }
    if data.clusterCount == 1 {
      lines.append(
        "one run only: intervals and tests are within its steps, and speak of this run alone")
    }
    if noise.reliability == nil {
      lines.append(
        "reliability of the reward: "
          + (noise.datasets == 0 ? "no dataset has two repeats" : "undefined, nothing varies"))
    } else if (noise.reliability?.average.value ?? 0) <= 0 {
      lines.append("disattenuated correlations: the repeats leave no reliability of the reward")
    }
    if datasets.permutations == 0 {
      lines.append("permutation tests are left out for size (--permutations asks for them)")
    }
    lines += Self.notes("datasets", datasets, datasetModels)
    for reference in AboveNoise.Reference.allCases {
      if let obstacle = aboveNoise[reference].map(\.outcome.obstacle) ?? "no repeats, or no labels"
      {
        lines.append("logistic regression, above \(reference.words): \(obstacle)")
      }
    }
    lines += mediations.compactMap(\.note)
    lines += Self.notes("questions", questions, questionModels)
    return lines
  }

  private static func notes(
    _ name: String, _ level: LevelAssociation, _ models: AssociationModels
  ) -> [String] {
    var lines: [String] = []
    for feature in level.features where feature.status != .determined {
      lines.append("\(name): \(feature.feature.rawValue): \(feature.status.words)")
    }
    for item in level.leftOut {
      lines.append("\(name): \(item.feature.rawValue) is no core feature: \(item.reason.words)")
    }
    guard !models.core.isEmpty else {
      return lines + ["\(name): no regressions: no core feature varies"]
    }
    for (model, reason, aliased) in [
      ("least squares", models.ols.obstacle, models.ols.model?.aliased ?? []),
      ("within runs", models.withinRun.obstacle, models.withinRun.model?.aliased ?? []),
      (
        "within teachers, less trends", models.withinTeacherTrend.obstacle,
        models.withinTeacherTrend.model?.aliased ?? []
      ), ("within steps", models.withinStep.obstacle, models.withinStep.model?.aliased ?? []),
      ("relative importance", models.importance.obstacle, []),
    ] {
      if let reason { lines.append("\(name): \(model): not fitted: \(reason)") }
      if !aliased.isEmpty {
        lines.append(
          "\(name): \(model): determined by other columns: \(aliased.joined(separator: ", "))")
      }
    }
    return lines
  }
}

extension AssociationModels.Fit {
  var obstacle: String? {
    if case .notFitted(let reason) = self { reason } else { nil }
  }
}

extension AboveNoise.Reference {
  var words: String { self == .zero ? "zero" : "the step's mean" }
}

extension AssociationRows.LeftOut.Reason {
  var words: String {
    switch self {
    case .absent: "the data do not have it"
    case .tooSparse: "too few rows have it"
    case .constant: "it is constant"
    }
  }
}

extension FeatureAssociation.Status {
  var words: String {
    switch self {
    case .determined: "determined"
    case .tooFewRows: "fewer than three rows"
    case .constant: "constant"
    case .constantReward: "the reward is constant"
    }
  }
}
