/// An arm: one way to get a student, described by what it is made of. Adding an arm is adding a
/// value to the configuration.
public struct ArmConfiguration: Sendable, Codable, Equatable {
  /// Where the student's weights come from.
  public enum Start: String, Sendable, Codable, CaseIterable {
    case base
    /// The best promoted student of the seed's SOAR run, by hard-train greedy accuracy.
    case promotedStudent
  }

  /// Where the synthetic questions come from.
  public enum Source: String, Sendable, Codable, CaseIterable {
    case none
    /// The datasets of all promotions of the seed's SOAR run.
    case promotionQuestions
    /// Fresh questions of the untrained teacher.
    case untrainedTeacher
    /// Fresh questions of the teacher at the end of the seed's SOAR run.
    case trainedTeacher
  }

  /// How synthetic and hard-train questions share the steps.
  public enum Mixing: String, Sendable, Codable, CaseIterable {
    /// Synthetic questions only.
    case alone
    /// Hard-train questions only.
    case hardOnly
    /// Half of each batch each.
    case mixed
    /// Synthetic only for `curriculumSteps`, then hard-train only.
    case curriculum
  }

  public var name: String
  public var start = Start.base
  public var source = Source.none
  /// Questions drawn from a teacher (for `untrainedTeacher` and `trainedTeacher`). Paper: 128.
  public var sourceCount = 128
  public var mixing = Mixing.hardOnly
  public var curriculumSteps = 64
  /// Student steps; zero means inference only.
  public var steps = 0
  /// Rollouts per question; zero takes the student's setting.
  public var groupSize = 0

  public init(
    name: String, start: Start = .base, source: Source = .none, mixing: Mixing = .hardOnly,
    steps: Int = 0, groupSize: Int = 0
  ) {
    self.name = name
    self.start = start
    self.source = source
    self.mixing = mixing
    self.steps = steps
    self.groupSize = groupSize
  }

  /// Every key but the name has a default, so that an arm in a file says only what it is made of.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func value<T: Decodable>(_ key: CodingKeys, default fallback: T) throws -> T {
      try container.decodeIfPresent(T.self, forKey: key) ?? fallback
    }
    name = try container.decode(String.self, forKey: .name)
    start = try value(.start, default: .base)
    source = try value(.source, default: .none)
    sourceCount = try value(.sourceCount, default: 128)
    mixing = try value(.mixing, default: .hardOnly)
    curriculumSteps = try value(.curriculumSteps, default: 64)
    steps = try value(.steps, default: 0)
    groupSize = try value(.groupSize, default: 0)
  }

  /// Whether the arm needs the seed's SOAR run.
  public var needsSOAR: Bool {
    start == .promotedStudent || source == .promotionQuestions || source == .trainedTeacher
  }

  /// The arms of the main comparison (the paper's main results): `steps` student steps each.
  public static func standard(steps: Int, hardOnlySteps: Int) -> [ArmConfiguration] {
    [
      ArmConfiguration(name: "Base"),
      ArmConfiguration(name: "Hard-Only", steps: hardOnlySteps, groupSize: 32),
      ArmConfiguration(name: "PS", start: .promotedStudent),
      ArmConfiguration(
        name: "PQ", source: .promotionQuestions, mixing: .alone, steps: steps),
      ArmConfiguration(
        name: "PQ + hard", source: .promotionQuestions, mixing: .mixed, steps: steps),
      ArmConfiguration(
        name: "Base-T", source: .untrainedTeacher, mixing: .alone, steps: steps),
      ArmConfiguration(
        name: "Base-T + hard", source: .untrainedTeacher, mixing: .mixed, steps: steps),
    ]
  }
}
