import Configuration
import Diagnostics
import Foundation
import QuestionAnalysis
import RunStore
import SelfPlay
import Tokenization
package import Worlds

/// Adds to a run's store what its questions lack: labels of the exact classifier's version, their
/// context, and answers of the base model.
package struct RunClassification {
  let folder: String
  let store: RunStore
  /// Nil for an imported log whose questions are in no world's language.
  let world: EmbeddedWorld?
  /// Whose labels the tally counts.
  package private(set) var classifier = ExactClassifier.name
  package private(set) var version = ExactClassifier.version
  package private(set) var tally = LabelTally()
  package private(set) var labelsAdded = 0
  package private(set) var contextsAdded = 0
  package var samplesAdded = 0

  /// - Parameter given: the world of an imported log's questions; a run of soar's own has one.
  package init(folder: String, given: EmbeddedWorld?) throws {
    self.folder = folder
    let url = URL(fileURLWithPath: folder)
    // Looked at first, so that a mistake leaves the store as it was.
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

  package mutating func label() throws {
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
    // One that goes on keeps its log until it ends.
    try? store.consolidate()
    self.tally = tally
    (labelsAdded, contextsAdded) = added
  }

  /// What an imported log's own judge said.
  private mutating func countStored() throws {
    var tally = LabelTally()
    var newest = 0
    classifier = try store.classifiers().first?.name ?? "no judge"
    try store.forEachQuestion(QuestionSelection(classifier: classifier)) { row in
      newest = max(newest, row.label?.version ?? 0)
      tally.add(
        teacher: row.place.teacher, isPromoted: row.dataset?.isPromoted ?? false, row.label)
    }
    version = newest
    self.tally = tally
  }

  /// Of the train half alone: the texts of the others are not in the store.
  private func profile(_ world: EmbeddedWorld) throws -> StructureProfile {
    let structures = try store.hardProblems().filter { $0.half == .train }
      .compactMap { world.vocabulary.encode($0.question).map(world.structure(of:)) }
    return StructureProfile(structures, world: world)
  }
}
