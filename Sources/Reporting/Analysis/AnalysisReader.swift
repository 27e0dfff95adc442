import Diagnostics
import Experiments
import Foundation
public import QuestionAnalysis
import RunStore

/// Gathers labels and rewards of several run folders, in one pass over each.
public struct AnalysisReader {
  /// What was read from one folder.
  public struct Source {
    var path: String
    var isImported: Bool
    /// Whether its questions are read as plain text: no label knows their structure.
    var isText: Bool
    /// The classifier whose labels were used; nil without labels.
    var classifier: String?
    var questions = 0
    var labelled = 0
    /// Outer loops left out, with their schemes: their reward is not a student's gain.
    var leftOut: [(teacher: String, scheme: String)] = []
  }

  public private(set) var data = AssociationData()
  private(set) var tally = LabelTally()
  private(set) var sources: [Source] = []
  private var clusters = 0
  private var copies = RunCopies()
  /// Seeds left out because they copy others, in sentences.
  public var remarks: [String] { copies.remarks }
  private var values = FeatureValues()
  private var archive = TextArchive()
  /// The features of a step's questions that may come again in another of its datasets.
  private var shared: (step: Int?, values: [Int: FeatureValues]) = (nil, [:])

  /// - Parameters:
  ///   - classifier: nil takes, in each folder, the classifier with the most labels.
  ///   - takesAllRewards: whether to read loops under reward schemes other than the paper's.
  ///   - requiresRewards: whether no reward at all is an error.
  /// - Throws: ``UserError`` for non-run folders, repeated folders, or no reward in any.
  public init(
    _ directories: [String], classifier: String?, takesAllRewards: Bool = false,
    requiresRewards: Bool = true
  ) throws {
    var known: Set<String> = []
    var names = NameRegister()
    for directory in directories {
      let folder = URL(fileURLWithPath: directory)
      let place = folder.standardizedFileURL.resolvingSymlinksInPath()
      guard known.insert(place.path).inserted else {
        throw UserError(.usage, file: directory, "is given twice")
      }
      let store = try RunStore.open(at: folder, readOnly: true)
      _ = try store.run()
      try store.requireDistinctNames(&names)
      let repeated = try copies.seeds(
        of: store, in: directory, comparesContents: directories.count > 1)
      try read(
        store, as: directory, name: place.lastPathComponent, classifier: classifier,
        takesAllRewards: takesAllRewards, leavingOut: repeated)
    }
    data.end()
    guard hasRewards || !requiresRewards else {
      throw UserError(
        .dataError, file: directories.count == 1 ? directories[0] : nil,
        "holds no dataset with a reward",
        hint: "questions of outer loops have rewards, those of arms have none; --all-rewards takes "
          + "loops under other schemes too")
    }
  }

  /// Reads one run with the exact classifier's labels; it may have no rewards.
  init(_ store: RunStore) throws {
    var names = NameRegister()
    try store.requireDistinctNames(&names)
    let isLabelled = try store.classifiers().contains { $0.name == ExactClassifier.name }
    try read(
      store, as: "the run", name: "run", classifier: isLabelled ? ExactClassifier.name : nil,
      takesAllRewards: false)
    data.end()
  }

  var hasRewards: Bool { data.datasets.count > 0 }

  private mutating func read(
    _ store: RunStore, as directory: String, name: String, classifier: String?,
    takesAllRewards: Bool, leavingOut copies: Set<Int> = []
  ) throws {
    let known = try store.classifiers().map(\.name)
    if let classifier, !known.contains(classifier) {
      let names = known.joined(separator: ", ")
      throw UserError(
        .dataError, file: directory, "holds no labels of \(classifier)",
        hint: names.isEmpty ? try PlotReader.labelHint([store]) : "it has those of \(names)")
    }
    var source = Source(
      path: directory, isImported: try store.isImported(), isText: try store.isPlainText(),
      classifier: classifier ?? known.first)
    source.leftOut = takesAllRewards ? [] : try store.otherRewards()
    let leftOut = Set(source.leftOut.map(\.teacher))
    var place: StoredQuestion.Place?
    var dataset: Int?
    let first = clusters
    let seeds = copies.isEmpty ? [] : try store.clusterSeeds()
    let selection = QuestionSelection(
      classifier: source.classifier ?? "", includesTexts: source.isText)
    try store.forEachQuestion(selection) { row in
      if seeds.indices.contains(row.place.cluster), copies.contains(seeds[row.place.cluster]) {
        return
      }
      let label = row.label
      if !row.question.isRepeated {
        source.questions += 1
        if label != nil { source.labelled += 1 }
      }
      tally.add(
        teacher: row.place.teacher, isPromoted: row.isPromoted,
        isRepeated: row.question.isRepeated, label)
      clusters = max(clusters, first + row.place.cluster + 1)
      guard let measured = row.dataset, let step = row.place.step, let number = row.place.dataset,
        !leftOut.contains(row.place.teacher)
      else { return }
      if place.map({ !$0.isSameLoop(as: row.place) }) ?? true {
        data.begin(
          AssociationData.Loop(
            folder: directory, run: row.place.run ?? name, seed: row.place.seed,
            teacher: row.place.teacher, cluster: first + row.place.cluster))
        dataset = nil
        archive = TextArchive()
        shared = (nil, [:])
      }
      place = row.place
      if dataset != measured.index {
        dataset = measured.index
        data.beginDataset(
          step: step, number: number, reward: measured.reward, repeats: measured.rewards,
          isPromoted: measured.isPromoted)
      }
      values.removeAll()
      values.read(row)
      var structure = label?.structure
      if source.isText {
        let text = TextStructure(row.question.question)
        text.fill(&values)
        addNovelty(of: text, row)
        structure = text.skeleton.joined(separator: " ")
      }
      data.add(values, structure: structure)
    }
    data.end()
    sources.append(source)
  }

  /// How new a question is, which does not change by being in a second dataset of its step.
  private mutating func addNovelty(of text: TextStructure, _ row: StoredQuestion) {
    guard let position = row.question.poolPosition else { return archive.add(text, to: &values) }
    if shared.step != row.step { shared = (row.step, [:]) }
    if row.question.isRepeated, let known = shared.values[position] {
      for feature in [QuestionFeature.novelty, .newToArchive] where values[feature] == nil {
        values[feature] = known[feature]
      }
    } else {
      archive.add(text, to: &values)
      shared.values[position] = values
    }
  }
}

extension StoredQuestion.Place {
  /// Compares teachers by bytes: names that only look the same are different.
  fileprivate func isSameLoop(as other: Self) -> Bool {
    cluster == other.cluster && teacher.utf8.elementsEqual(other.teacher.utf8)
  }
}

extension FeatureValues {
  /// Reads the stored features of one question.
  mutating func read(_ row: StoredQuestion) {
    // 0 means that the log has no token count.
    if row.question.tokenCount > 0 { self[.tokens] = Double(row.question.tokenCount) }
    self[.solveRate] = row.question.solveRate
    self[.majorityShare] = row.question.majorityShare
    self[.trainingSolveRate] = row.question.trainingSolveRate
    self[.zeroVarianceShare] = row.question.zeroVarianceShare
    if let label = row.label { read(label) }
    if let context = row.context {
      self[.hardDistance] = context.hardDistance
      if let count = context.corpusStructures { set(.newToCorpus, count == 0) }
      if let count = context.archiveStructures { set(.newToArchive, count == 0) }
    }
    if let sample = row.question.samples.last, sample.samples > 0 {
      self[.baseAgreement] = sample.agreement
      self[.baseAgreementIfAnswered] = sample.agreementIfAnswered
      self[.baseSolveRate] = sample.correct.map { Double($0) / Double(sample.samples) }
    }
  }

  private mutating func read(_ label: LabelRecord) {
    let isCorrect = label.isCorrect == true
    set(.wellPosed, label.isWellPosed)
    set(.correct, isCorrect)
    if label.isWellPosed { set(.correctIfWellPosed, isCorrect) }
    set(.arithmetic, label.errorType == ErrorType.arithmetic.rawValue)
    set(.logicalFallacy, label.errorType == ErrorType.logicalFallacy.rawValue)
    set(.illPosed, label.errorType == ErrorType.illPosed.rawValue)
    set(.ambiguous, label.errorType == ErrorType.ambiguous.rawValue)
    if let kind = label.features.answerKind {
      set(.wrongShared, kind == AnswerKind.wrongShared.rawValue)
      set(.wrongSlip, kind == AnswerKind.wrongSlip.rawValue)
      set(.wrongIdiosyncratic, kind == AnswerKind.wrongIdiosyncratic.rawValue)
    }
    self[.operations] = label.operations.map(Double.init)
    self[.targetShare] = label.targetShare
    self[.depth] = label.features.depth.map(Double.init)
    self[.width] = label.features.width.map(Double.init)
    self[.distractors] = label.features.distractors.map(Double.init)
    self[.steps] = label.features.steps.map(Double.init)
    self[.validSteps] = label.features.validSteps.map(Double.init)
    self[.questionTokens] = label.features.questionTokens.map(Double.init)
    for (name, value) in label.measures {
      if let feature = QuestionFeature(rawValue: name) { self[feature] = value }
    }
  }
}
