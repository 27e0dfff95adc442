import Diagnostics
public import Tasks

/// Decides whether a question is well-posed: the exact classifier, injected because schemes know no
/// world's grammar.
public typealias QuestionValidity = @Sendable (GeneratedQuestion) -> Bool

/// What a factory may use besides the configuration.
public struct RewardSchemeContext: Sendable {
  /// Makes the schemes that a compound scheme contains.
  public let registry: RewardSchemeRegistry
  /// The key path of the configuration, for messages.
  public let place: String
  private let validity: QuestionValidity?

  init(registry: RewardSchemeRegistry, place: String, validity: QuestionValidity?) {
    self.registry = registry
    self.place = place
    self.validity = validity
  }

  /// The classifier.
  ///
  /// - Throws: ``UserError`` when the run has none.
  public func requiredValidity(for name: String) throws -> QuestionValidity {
    guard let validity else {
      throw UserError(
        .configuration, place: place, "'\(name)' needs a classifier of questions, and there is none"
      )
    }
    return validity
  }

  func scheme(_ configuration: RewardSchemeConfiguration, term: Int) throws -> any RewardScheme {
    try registry.make(configuration, validity: validity, at: "\(place).terms[\(term)]")
  }
}

/// Reward schemes by name.
public struct RewardSchemeRegistry: Sendable {
  public typealias Factory =
    @Sendable (RewardSchemeConfiguration, RewardSchemeContext) throws -> any RewardScheme

  /// A list, so that names have an order.
  private var entries: [(name: String, explanation: String, factory: Factory)] = []

  /// An empty registry.
  public init() {}

  /// All schemes of this project, in the order of docs/reward-schemes.md.
  public static let standard: RewardSchemeRegistry = {
    var registry = RewardSchemeRegistry()
    registry.register(Grounded.name, Grounded.explanation) { _, _ in Grounded() }
    registry.register(Learnability.name, Learnability.explanation) { c, _ in
      Learnability(completions: c.completions)
    }
    registry.register(Uncertainty.name, Uncertainty.explanation) { c, _ in Uncertainty(c) }
    registry.register(Variance.name, Variance.explanation) { c, _ in Variance(c) }
    registry.register(Band.name, Band.explanation) { c, _ in Band(c) }
    registry.register(Majority.name, Majority.explanation) { c, _ in
      Majority(completions: c.completions)
    }
    registry.register(Adversarial.name, Adversarial.explanation) { c, _ in
      Adversarial(completions: c.completions)
    }
    registry.register(SolveRate.name, SolveRate.explanation) { c, context in
      SolveRate(c, isValid: try context.requiredValidity(for: SolveRate.name))
    }
    registry.register(LearningProgress.name, LearningProgress.explanation) { c, _ in
      LearningProgress(completions: c.completions)
    }
    registry.register(GradientAlignment.name, GradientAlignment.explanation) { c, _ in
      GradientAlignment(c)
    }
    registry.register(Diversity.name, Diversity.explanation) { c, _ in Diversity(shingle: c.shingle)
    }
    registry.register(RandomReward.name, RandomReward.explanation) { _, _ in RandomReward() }
    registry.register(Permuted.name, Permuted.explanation) { _, _ in Permuted() }
    registry.register(WeightedSum.name, WeightedSum.explanation, WeightedSum.make)
    return registry
  }()

  public var names: [String] { entries.map(\.name) }

  /// Each name with its line for listings, which is empty if none was given.
  public var explanations: [(name: String, explanation: String)] {
    entries.map { ($0.name, $0.explanation) }
  }

  /// Adds a scheme; its name must be new.
  ///
  /// - Parameter explanation: what it rewards: one line, for listings.
  public mutating func register(
    _ name: String, _ explanation: String = "", _ factory: @escaping Factory
  ) {
    precondition(!names.contains(name), "'\(name)' is registered twice")
    entries.append((name, explanation, factory))
  }

  /// The scheme that a configuration describes.
  ///
  /// - Parameters:
  ///   - validity: for the schemes that check well-posedness (`solve-rate`, a gated `sum`).
  ///   - place: the key path of the configuration, for messages.
  /// - Throws: ``UserError`` for an unknown name, a parameter out of range, or per-question credit
  ///   under a scheme that rewards datasets.
  public func make(
    _ configuration: RewardSchemeConfiguration, validity: QuestionValidity? = nil,
    at place: String = "reward"
  ) throws -> any RewardScheme {
    let name = configuration.scheme
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw UserError(
        .configuration, place: "\(place).scheme",
        "no reward scheme is called '\(name)'; there are \(names.joined(separator: ", "))",
        hint: name.nearest(among: names).map { "did you mean \($0)?" })
    }
    try configuration.validate(at: place)
    let scheme = try entry.factory(
      configuration, RewardSchemeContext(registry: self, place: place, validity: validity))
    guard !configuration.perQuestionCredit || scheme.granularity == .question else {
      throw UserError(
        .configuration, place: "\(place).perQuestionCredit",
        "is set, but '\(name)' rewards whole datasets")
    }
    return scheme
  }
}
