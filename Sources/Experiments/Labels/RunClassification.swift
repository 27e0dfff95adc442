import Configuration
import Diagnostics
import Foundation
import QuestionAnalysis
import RunStore
import SelfPlay
import Tokenization
public import Worlds

/// Adds the missing parts to a run's stored questions: labels of the exact classifier's version,
/// their context, and answers of the base model.
public struct RunClassification {
  let folder: String
  let store: RunStore
  /// Nil for an imported log whose questions are in no world's language.
  let world: EmbeddedWorld?
  /// The classifier whose labels the tally counts.
  public private(set) var classifier = ExactClassifier.name
  public private(set) var version = ExactClassifier.version
  public private(set) var tally = LabelTally()
  public private(set) var labelsAdded = 0
  public private(set) var contextsAdded = 0
  public var samplesAdded = 0

  /// - Parameter given: the world of an imported log's questions; a soar run has its own.
  public init(folder: String, given: EmbeddedWorld?) throws {
    self.folder = folder
    let url = URL(fileURLWithPath: folder)
    // Look read-only first, so a mistake leaves the store unchanged.
    let stored = try RunStore.open(at: url, readOnly: true)
    let run = try stored.run()
    if try stored.isImported() {
      world = given
    } else {
      guard given == nil else {
        throw UserError(
          .usage, file: folder, "has a world of its own",
          hint: "leave out --config and --preset")
      }
      let configuration = try ConfigurationLoader.load(
        RunConfiguration(), text: run.config, name: "\(folder)/\(RunStore.fileName)")
      world = try EmbeddedWorld(configuration.world)
    }
    store = world == nil ? stored : try RunStore.open(at: url, readOnly: false)
  }

  /// Stores the missing labels and contexts, and counts all of them.
  public mutating func label() throws {
    var names = NameRegister()
    try store.requireDistinctNames(&names)
    guard let world else { return try countStored() }
    let labeller = QuestionLabeller(world: world)
    var contexts = ContextReader(world: world, hardTrain: try profile(world))
    let now = Date()
    var tally = LabelTally()
    let added = try store.label(
      classifier: classifier, version: version, contextVersion: QuestionContext.version
    ) { stored in
      if stored.beginsLoop { contexts.beginLoop() }
      guard
        let reading = labeller.read(
          question: stored.question, answer: stored.answer, document: stored.document)
      else {
        tally.add(teacher: stored.teacher, isPromoted: stored.isPromoted, nil)
        return QuestionFindings()
      }
      let label = labeller.record(reading, created: now)
      tally.add(teacher: stored.teacher, isPromoted: stored.isPromoted, label)
      let context = contexts.next(
        reading.question, diagnosis: reading.diagnosis, structure: reading.label.structure)
      return QuestionFindings(
        label: stored.hasLabel ? nil : label,
        context: stored.hasContext ? nil : QuestionContextRecord(context, created: now))
    }
    // A run still in progress keeps its log until it ends.
    try? store.consolidate()
    self.tally = tally
    (labelsAdded, contextsAdded) = added
  }

  /// Counts the labels of an imported log's own judge.
  private mutating func countStored() throws {
    var tally = LabelTally()
    var newest = 0
    classifier = try store.classifiers().first?.name ?? "no judge"
    try store.forEachQuestion(QuestionSelection(classifier: classifier)) { row in
      newest = max(newest, row.label?.version ?? 0)
      tally.add(
        teacher: row.teacher, isPromoted: row.isPromoted, row.label)
    }
    version = newest
    self.tally = tally
  }

  /// Of the train half alone: the store lacks the texts of the other problems.
  private func profile(_ world: EmbeddedWorld) throws -> StructureProfile {
    let structures = try store.hardProblems().filter { $0.split == .train }
      .compactMap { world.vocabulary.encode($0.question).map(world.structure(of:)) }
    return StructureProfile(structures, world: world)
  }
}
