import SelfPlay

/// What an arm stands for in the paper's findings.
enum ArmRole: Equatable {
  /// The base model itself.
  case base
  /// Trains on the hard problems alone.
  case hardOnly
  /// Made by a loop with grounded reward: its promoted student, its promotion questions, or fresh
  /// questions of its teacher.
  case grounded
  /// Fresh questions of the untrained teacher.
  case untrained
  /// The same of a loop whose reward says nothing about its questions: its teacher drifts only, and its
  /// students are promoted by luck.
  case drift
  /// The same of a loop that rewards its teacher without students.
  case intrinsic
  case other

  init(_ arm: ArmConfiguration, _ configuration: RunConfiguration) {
    let scheme = configuration.teachers.first { $0.name == arm.teacher }?.reward.scheme
    self =
      switch (arm.start, arm.source) {
      case (.base, .none): arm.steps > 0 ? .hardOnly : .base
      case (.promotedStudent, .none) where arm.steps == 0: Self(ofLoopRewardedBy: scheme)
      case (.base, .promotionQuestions), (.base, .trainedTeacher): Self(ofLoopRewardedBy: scheme)
      case (.base, .untrainedTeacher): .untrained
      default: .other
      }
  }

  private init(ofLoopRewardedBy scheme: String?) {
    self =
      switch scheme {
      case Grounded.name: .grounded
      case Permuted.name, RandomReward.name: .drift
      case nil: .other
      default: .intrinsic
      }
  }

  /// The question that a comparison of two arms bears on; nil for none.
  static func question(
    _ arm: ArmConfiguration, against reference: ArmConfiguration,
    _ configuration: RunConfiguration
  ) -> Finding.Question? {
    guard ArmRole(arm, configuration) == .grounded else { return nil }
    return switch ArmRole(reference, configuration) {
    case .hardOnly: .practice
    case .untrained: .sharpening
    case .drift: .learning
    case .intrinsic: .grounding
    case .grounded
    where reference.source == .trainedTeacher && configuration.promotes(arm.teacher)
      && !configuration.promotes(reference.teacher):
      .promotion
    case .base, .grounded, .other: nil
    }
  }
}

extension RunConfiguration {
  fileprivate func promotes(_ teacher: String) -> Bool {
    teachers.first { $0.name == teacher }?.promotion ?? true
  }
}
