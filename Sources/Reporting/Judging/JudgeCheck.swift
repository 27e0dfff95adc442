import Diagnostics
import Experiments
import Foundation
import QuestionAnalysis
import RunStore
import Statistics

/// A judge's labels beside exact ones, and what its errors do to shares of questions and to the
/// reward's association with labels.
public struct JudgeCheck {
  /// The labels whose shares and associations are corrected.
  static let features: [QuestionFeature] = [.wellPosed, .correct]

  /// A share of one teacher's questions, 0 to 1.
  struct Share {
    var group: String
    var feature: QuestionFeature
    /// By the judge.
    var judged: Double
    /// Labelled questions; nil where unknown, as in the paper's table.
    var count: Int?
    /// By the reference; nil without its labels.
    var reference: Double?
    /// Nil if the judge's error rates are unknown.
    var corrected: Misclassification.Corrected?
  }

  struct Association {
    var judged: JudgedAssociation
    /// The difference by the reference's labels; nil without them.
    var reference: Coefficient?
  }

  let folder: String
  /// The runs whose shares and associations are corrected.
  let applied: [String]
  let judge: String
  let reference: String
  private(set) var agreement = JudgeAgreement()
  /// Questions of the validated run, those with the judge's votes, and those whose votes decide.
  private(set) var questions = 0
  private(set) var judged = 0
  private(set) var decided = 0
  private(set) var votes = 0
  private(set) var unreadable = 0
  private(set) var shares: [Share] = []
  private(set) var associations: [Association] = []
  /// Structure less correctness by the judge's labels, and by the reference's.
  private(set) var contrast: (judged: JudgedContrast, reference: Coefficient?)?
  /// Why there are no associations.
  private(set) var withoutAssociations: String?

  /// - Parameters:
  ///   - folder: a run with both labels.
  ///   - judge: nil takes the one classifier beside the reference.
  ///   - reference: nil takes the exact classifier, or else the one that is no judge of the store.
  ///   - others: runs with the judge's labels to correct; without any, the run itself.
  /// - Throws: ``UserError`` if a run lacks the labels.
  public init(
    _ folder: String, judge: String?, reference: String?, applyingTo others: [String] = []
  ) throws {
    self.folder = folder
    applied = others.isEmpty ? [folder] : others
    let store = try Self.open(folder)
    self.reference = try Self.reference(reference, in: store, folder)
    self.judge = try Self.judge(judge, besides: self.reference, in: store, folder)
    try validate(store)
    for place in applied { try addShares(of: Self.open(place), place) }
    for row in PaperResults.labels {
      add(Share(group: "paper: \(row.arm)", feature: .wellPosed, judged: row.wellPosed / 100))
      add(Share(group: "paper: \(row.arm)", feature: .correct, judged: row.correct / 100))
    }
    do {
      try addAssociations()
    } catch let error as UserError {
      withoutAssociations = error.description
    }
  }

  private static func open(_ folder: String) throws -> RunStore {
    let store = try RunStore.open(at: URL(fileURLWithPath: folder), readOnly: true)
    _ = try store.run()
    return store
  }

  private static func reference(
    _ name: String?, in store: RunStore, _ folder: String
  ) throws -> String {
    let known = try store.classifiers().map(\.name)
    let judges = Set(try store.judges().map(\.name.exact))
    let exact = known.filter { !judges.contains($0.exact) }
    let chosen = name ?? (exact.count == 1 ? exact[0] : ExactClassifier.name)
    guard known.contains(where: { $0.exact == chosen.exact }) else {
      throw UserError(
        .dataError, file: folder, "holds no labels of \(chosen)",
        hint: known.isEmpty
          ? "soar classify adds labels"
          : "--reference takes one of \(known.joined(separator: ", "))")
    }
    return chosen
  }

  private static func judge(
    _ name: String?, besides reference: String, in store: RunStore, _ folder: String
  ) throws -> String {
    let rest = try store.classifiers().map(\.name).filter { $0.exact != reference.exact }
    if let name {
      guard rest.contains(where: { $0.exact == name.exact }) else {
        throw UserError(
          .dataError, file: folder, "holds no labels of \(name)",
          hint: rest.isEmpty
            ? "soar classify --judge asks a judge"
            : "judges: \(rest.joined(separator: ", "))")
      }
      return name
    }
    guard let only = rest.first, rest.count == 1 else {
      throw UserError(
        .usage, file: folder,
        rest.isEmpty
          ? "holds no labels beside those of \(reference)" : "holds several judges' labels",
        hint: rest.isEmpty
          ? "soar classify --judge asks a judge"
          : "--judge-name takes one of \(rest.joined(separator: ", "))")
    }
    return only
  }

  /// Counts each distinct pair of question and answer once: a judge is asked once about it.
  private mutating func validate(_ store: RunStore) throws {
    struct Key: Hashable {
      var question, answer: ExactText
    }
    var truths: [Int64: ErrorType] = [:]
    try store.forEachQuestion(QuestionSelection(classifier: reference)) { row in
      truths[row.id] = row.label.flatMap { ErrorType(rawValue: $0.errorType) }
    }
    var seen: Set<Key> = []
    var agreement = agreement
    var counts = (questions: 0, decided: 0)
    try store.forEachQuestion(QuestionSelection(classifier: judge, includesTexts: true)) { row in
      let question = row.question
      guard
        seen.insert(Key(question: question.question.exact, answer: question.answer.exact)).inserted
      else { return }
      counts.questions += 1
      guard let label = row.label, let verdict = ErrorType(rawValue: label.errorType) else {
        return
      }
      counts.decided += 1
      if let truth = truths[row.id] { agreement.add(reference: truth, judge: verdict) }
    }
    self.agreement = agreement
    (questions, decided) = counts
    let judgements = try store.judgements(by: judge).values.filter { $0.requests > 0 }
    judged = max(judgements.count, decided)
    votes = judgements.reduce(0) { $0 + $1.votes }
    unreadable = judgements.reduce(0) { $0 + $1.unreadable }
  }

  private mutating func addShares(of store: RunStore, _ place: String) throws {
    let truths = try store.tally(of: reference).tally.groups
    for group in try store.tally(of: judge).tally.groups where group.labelled > 0 {
      let truth = truths.first { $0.name.exact == group.name.exact && $0.labelled > 0 }
      let name = applied.count > 1 ? "\(place): \(group.name)" : group.name
      for (feature, count) in [
        (QuestionFeature.wellPosed, \LabelTally.Group.wellPosed), (.correct, \.correct),
      ] {
        add(
          Share(
            group: name, feature: feature,
            judged: Double(group[keyPath: count]) / Double(group.labelled), count: group.labelled,
            reference: truth.flatMap { $0.share($0[keyPath: count]).value }))
      }
    }
  }

  private mutating func add(_ share: Share) {
    var share = share
    share.corrected = agreement[share.feature]?.errors?.prevalence(
      labelled: share.judged, of: share.count)
    shares.append(share)
  }

  private mutating func addAssociations() throws {
    let rows = try AnalysisReader(applied, classifier: judge).data.questions
    let isReferenced = try applied.allSatisfy { place in
      try Self.open(place).classifiers().contains { $0.name.exact == reference.exact }
    }
    let truths =
      isReferenced ? try AnalysisReader(applied, classifier: reference).data.questions : nil
    associations = Self.features.compactMap { feature in
      guard let errors = agreement[feature]?.errors,
        let judged = JudgedAssociation.estimate(feature, in: rows, errors: errors)
      else { return nil }
      return Association(
        judged: judged, reference: truths.flatMap { JudgedAssociation.difference(feature, in: $0) })
    }
    contrast = JudgedContrast.estimate(in: rows, errors: agreement.nestedErrors).map { judged in
      (judged, truths.flatMap { JudgedContrast.estimate(in: $0, errors: nil)?.judged })
    }
    if associations.isEmpty {
      withoutAssociations = "no label, or no reward, varies within an outer step"
    }
  }
}
