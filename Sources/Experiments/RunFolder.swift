import Diagnostics
public import Foundation
import LanguageModel
import ReinforcementLearning
import SelfPlay

/// The paths inside a run's folder.
public struct RunFolder: Sendable {
  public let url: URL

  public init(url: URL) { self.url = url }

  /// The user's configuration, verbatim.
  public var givenConfiguration: URL { url.appendingPathComponent("config.yaml") }
  public var resolvedConfiguration: URL { url.appendingPathComponent("config.resolved.yaml") }
  /// JSON lines, for plotting a run in progress.
  public var metrics: URL { url.appendingPathComponent("metrics.jsonl") }
  public var log: URL { url.appendingPathComponent("run.log") }
  public var report: URL { url.appendingPathComponent("report") }
  /// The last file that a report writes.
  public var reportFile: URL { report.appendingPathComponent("report.md") }
  public var baseModel: URL { url.appendingPathComponent("checkpoints/base") }

  /// An outer loop's checkpoints; the teacher's name is a valid folder name.
  private func checkpoints(_ teacher: String, seed: Int) -> URL {
    let folder = url.appendingPathComponent("checkpoints/seed-\(seed)")
    return teacher == TeacherRunConfiguration.soar
      ? folder : folder.appendingPathComponent("teacher-\(teacher)")
  }

  private func checkpoint(_ teacher: String, seed: Int, step: Int) -> URL {
    checkpoints(teacher, seed: seed).appendingPathComponent("step-\(step)")
  }

  /// Weights of the promoted student number `promotion`, from 1.
  private func promoted(_ teacher: String, seed: Int, _ promotion: Int) -> URL {
    checkpoints(teacher, seed: seed).appendingPathComponent("promotion-\(promotion)")
  }

  /// Atomically writes the state that the outer loop continues from after a step. Writes students
  /// when they are promoted, teacher and state after every step.
  func save(
    _ state: OuterLoopState, _ policies: OuterLoopPolicies, _ teacher: String, seed: Int,
    result: OuterStepResult, engine: any Engine
  ) async throws {
    if result.promotion != nil {
      // No stored step knows this number yet, so this replaces a killed session's leftover.
      try await write(to: promoted(teacher, seed: seed, state.promotions)) { folder in
        try await engine.save(policies.baseline, to: folder)
      }
    }
    try await write(to: checkpoint(teacher, seed: seed, step: result.step)) { folder in
      try AtomicFile.createFolder(folder)
      try await policies.teacher.save(to: folder.appendingPathComponent("teacher"))
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      try AtomicFile.write(
        encoder.encode(state), to: folder.appendingPathComponent("state.json"))
    }
  }

  /// Fills a temporary sibling folder, then moves it into place.
  private func write(to folder: URL, _ fill: (URL) async throws -> Void) async throws {
    let temporary = folder.deletingLastPathComponent()
      .appendingPathComponent(".\(folder.lastPathComponent).partial")
    try? FileManager.default.removeItem(at: temporary)
    try AtomicFile.createFolder(temporary.deletingLastPathComponent())
    try await fill(temporary)
    try AtomicFile.replaceFolder(at: folder, by: temporary)
  }

  /// Reads what `save` wrote.
  func load(
    _ teacher: String, seed: Int, step: Int, base: any Sampler, optimizer: AdamWParameters,
    engine: any Engine
  ) async throws -> (OuterLoopState, OuterLoopPolicies) {
    let folder = checkpoint(teacher, seed: seed, step: step)
    let stateFile = folder.appendingPathComponent("state.json")
    let state: OuterLoopState
    do {
      state = try JSONDecoder().decode(OuterLoopState.self, from: Data(contentsOf: stateFile))
    } catch {
      throw UserError(
        .dataError, file: stateFile.path,
        "the checkpoint cannot be read: it is damaged, or an older soar wrote it",
        hint: "the run cannot be continued from here; start it anew in another folder")
    }
    func student(_ promotion: Int) async throws -> any Sampler {
      promotion == 0
        ? base : try await engine.load(from: promoted(teacher, seed: seed, promotion))
    }
    var bestTeacher: (any Sampler)?
    if let step = state.bestTeacherStep {
      bestTeacher = try await engine.restoreTrainer(
        from: checkpoint(teacher, seed: seed, step: step).appendingPathComponent("teacher"),
        reference: base, optimizer: optimizer
      ).freeze()
    }
    return (
      state,
      OuterLoopPolicies(
        teacher: try await engine.restoreTrainer(
          from: folder.appendingPathComponent("teacher"), reference: base, optimizer: optimizer),
        base: base, baseline: try await student(state.promotions),
        best: try await student(state.bestPromotion), bestTeacher: bestTeacher)
    )
  }

  /// Removes an outer loop's checkpoints that `state` does not need.
  func prune(_ teacher: String, seed: Int, keeping state: OuterLoopState) {
    let folder = checkpoints(teacher, seed: seed)
    let kept = [
      "step-\(state.nextStep - 1)", "promotion-\(state.promotions)",
      "promotion-\(state.bestPromotion)", "step-\(state.bestTeacherStep ?? state.nextStep - 1)",
    ]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    // Other teachers' folders lie beside SOAR's steps.
    for name in names where !kept.contains(name) && !name.hasPrefix("teacher-") {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
  }
}
