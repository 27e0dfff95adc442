import Diagnostics

/// A comparison of two arms that was fixed before the run, so that its result is a test and not a
/// pick among many.
public struct PlannedComparison: Sendable, Codable, Equatable {
  /// What both arms are measured by.
  public enum Measure: String, Sendable, Codable, CaseIterable {
    /// pass@k on hard-test, at the largest k of `evaluation.passAt`.
    case testPass
    /// Greedy accuracy on hard-train.
    case trainGreedy
  }

  /// The arm whose lead over the reference is tested, in both directions.
  public var arm: String
  public var reference: String
  public var measure = Measure.testPass
  /// Student step at which both arms are measured; zero takes the end of each arm's training.
  public var step = 0

  public init(arm: String, reference: String, measure: Measure = .testPass, step: Int = 0) {
    self.arm = arm
    self.reference = reference
    self.measure = measure
    self.step = step
  }

  /// Every key but the arms has a default.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    arm = try container.decode(String.self, forKey: .arm)
    reference = try container.decode(String.self, forKey: .reference)
    measure = try container.decodeIfPresent(Measure.self, forKey: .measure) ?? .testPass
    step = try container.decodeIfPresent(Int.self, forKey: .step) ?? 0
  }

  /// Whether both compare the same arms in the same way, in either direction.
  func repeats(_ other: PlannedComparison) -> Bool {
    measure == other.measure && step == other.step
      && Set([arm, reference]) == Set([other.arm, other.reference])
  }
}

extension ArmConfiguration {
  /// Student steps between measurements of one kind along the arm; zero measures at the end only.
  package func interval(
    of measure: PlannedComparison.Measure, _ evaluation: EvaluationConfiguration
  ) -> Int {
    guard measureEvery == 0 else { return measureEvery }
    return measure == .testPass ? evaluation.testEvery : evaluation.greedyEvery
  }
}

extension RunConfiguration {
  func validatePlan() throws {
    for (index, comparison) in plan.enumerated() {
      let place = "plan[\(index)]"
      let sides = [("arm", comparison.arm), ("reference", comparison.reference)]
      for (key, name) in sides where !arms.contains(where: { $0.name == name }) {
        throw UserError(
          .configuration, place: "\(place).\(key)",
          "names '\(name)', which is not among the arms",
          hint: name.nearest(among: arms.map(\.name)).map { "did you mean \($0)?" }
            ?? "add it to arms, or leave the comparison out")
      }
      guard comparison.arm != comparison.reference else {
        throw UserError(
          .configuration, place: "\(place).reference",
          "compares '\(comparison.arm)' with itself", hint: "name another arm")
      }
      if let earlier = plan.prefix(index).firstIndex(where: comparison.repeats) {
        throw UserError(
          .configuration, place: place, "repeats plan[\(earlier)]",
          hint: "leave one out, as each takes its share of the error rate")
      }
      try validateStep(of: comparison, place)
    }
  }

  private func validateStep(of comparison: PlannedComparison, _ place: String) throws {
    let step = comparison.step
    guard step >= 0 else {
      throw UserError(
        .configuration, place: "\(place).step", "is \(step), but must not be negative",
        hint: "give 0 for the end of training")
    }
    guard step > 0 else { return }
    for arm in arms where [comparison.arm, comparison.reference].contains(arm.name) {
      guard step <= arm.steps else {
        throw UserError(
          .configuration, place: "\(place).step",
          "is \(step), but '\(arm.name)' trains for \(arm.steps) steps",
          hint: "lower it, raise the arm's steps, or give 0 for the end of training")
      }
      let every = arm.interval(of: comparison.measure, evaluation)
      guard step == arm.steps || (every > 0 && step % every == 0) else {
        let setting =
          comparison.measure == .testPass ? "evaluation.testEvery" : "evaluation.greedyEvery"
        throw UserError(
          .configuration, place: "\(place).step",
          "is \(step), but '\(arm.name)' is measured "
            + (every > 0 ? "every \(every) steps and at its end" : "at its end only"),
          hint: "set the arm's measureEvery, or \(setting), to a divisor of \(step)")
      }
    }
  }
}
