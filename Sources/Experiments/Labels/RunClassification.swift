import Configuration
import Diagnostics
import Foundation
import QuestionAnalysis
import RunStore
import SelfPlay
public import Tasks
import Tokenization
import Worlds

/// Adds the missing parts to a run's stored questions: labels of the exact classifier's version,
/// their context, and answers of the base model.
public struct RunClassification {
  let folder: String
  let store: RunStore
  /// Nil for an imported log whose questions are in no task's language.
  let task: (any ProblemTask)?
  /// The classifier whose labels the tally counts.
  public private(set) var classifier = ExactClassifier.name
  public private(set) var version = ExactClassifier.version
  public private(set) var tally = LabelTally()
  public private(set) var labelsAdded = 0
  public private(set) var contextsAdded = 0
  public var samplesAdded = 0

  /// - Parameter given: the task of an imported log's questions; a soar run has its own.
  public init(folder: String, given: (any ProblemTask)?) async throws {
    self.folder = folder
    let url = URL(fileURLWithPath: folder)
    // Look read-only first, so a mistake leaves the store unchanged.
    let stored = try RunStore.open(at: url, readOnly: true)
    let run = try stored.run()
    if try stored.isImported() {
      task = given
    } else {
      guard given == nil else {
        throw UserError(
          .usage, file: folder, "has a configuration of its own",
          hint: "leave out --config and --preset")
      }
      let configuration = try ConfigurationLoader.load(
        RunConfiguration(), text: run.config, name: "\(folder)/\(RunStore.fileName)")
      task = try await RunSubject(configuration).task
    }
    store = task == nil ? stored : try RunStore.open(at: url, readOnly: false)
  }

  /// Stores the missing labels and contexts, and counts all of them.
  public mutating func label() throws {
    var names = NameRegister()
    try store.requireDistinctNames(&names)
    guard let task, let labeller = QuestionLabeller(task) else { return try countStored() }
    (classifier, version) = (labeller.name, labeller.version)
    var contexts = try (task as? EmbeddedWorld).map {
      ContextReader(world: $0, hardTrain: try profile($0))
    }
    let now = Date()
    var tally = LabelTally()
    var shared: (step: Int?, contexts: [Int: QuestionContext]) = (nil, [:])
    let added = try store.label(
      classifier: classifier, version: version, contextVersion: QuestionContext.version
    ) { stored in
      if stored.beginsLoop {
        contexts?.beginLoop()
        shared = (nil, [:])
      }
      guard
        let reading = labeller.read(
          question: stored.question, answer: stored.answer, document: stored.document,
          created: now)
      else {
        tally.add(
          teacher: stored.teacher, isPromoted: stored.isPromoted, isRepeated: stored.isRepeated, nil
        )
        return QuestionFindings()
      }
      tally.add(
        teacher: stored.teacher, isPromoted: stored.isPromoted, isRepeated: stored.isRepeated,
        reading.label)
      // A question is no older for being in a second dataset of its step.
      if shared.step != stored.step { shared = (stored.step, [:]) }
      let known = stored.poolPosition.flatMap { shared.contexts[$0] }
      let context =
        stored.isRepeated && known != nil
        ? known
        : reading.world.flatMap {
          contexts?.next($0.question, diagnosis: $0.diagnosis, structure: $0.structure)
        }
      if let position = stored.poolPosition { shared.contexts[position] = context }
      return QuestionFindings(
        label: stored.hasLabel ? nil : reading.label,
        context: stored.hasContext ? nil : context.map { QuestionContextRecord($0, created: now) })
    }
    // A run still in progress keeps its log until it ends.
    try? store.consolidate()
    self.tally = tally
    (labelsAdded, contextsAdded) = added
  }

  /// Counts the labels of an imported log's own judge.
  private mutating func countStored() throws {
    classifier = try store.classifiers().first?.name ?? "no judge"
    (tally, version) = try store.tally(of: classifier)
  }

  /// Of the train half alone: the store lacks the texts of the other problems.
  private func profile(_ world: EmbeddedWorld) throws -> StructureProfile {
    let structures = try store.hardProblems().filter { $0.split == .train }
      .compactMap { world.vocabulary.encode($0.question).map(world.structure(of:)) }
    return StructureProfile(structures, world: world)
  }
}
