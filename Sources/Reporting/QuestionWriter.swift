import SelfPlay

/// Who wrote the questions that an arm's fresh students train on.
struct QuestionWriter: Equatable {
  /// How much of a comparison it is: figures show the first ranks first.
  enum Rank: Int, Comparable {
    case untrained, grounded
    /// Rewards permuted among the datasets.
    case control
    /// Random rewards.
    case random
    case other

    static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  /// The arm that stands for it in figures and tables: the first on its questions alone, or else the first.
  private(set) var arm: String
  private var isAlone: Bool
  var rank: Rank
  /// That arm with everything that does not say whose questions they are set to defaults.
  private var make: ArmConfiguration

  init(_ arm: ArmConfiguration, _ configuration: RunConfiguration) {
    self.arm = arm.name
    isAlone = arm.mixing == .alone
    let scheme = configuration.teachers.first { $0.name == arm.teacher }?.reward.scheme
    rank =
      switch (arm.source, scheme) {
      case (.untrainedTeacher, _): .untrained
      case (.trainedTeacher, Grounded.name): .grounded
      case (.trainedTeacher, Permuted.name): .control
      case (.trainedTeacher, RandomReward.name): .random
      default: .other
      }
    make = arm
    make.name = ""
    make.mixing = .alone
    make.curriculumSteps = 0
    make.steps = 0
    make.measureEvery = 0
    make.matchCostOf = ""
    make.questionSet = ""
    if [.curated, .designed].contains(arm.source) { make.teacher = "" }
    if [.untrainedTeacher, .majorityVoted].contains(arm.source) {
      make.teacher =
        "\(configuration.teacherConfiguration(of: arm.teacher).turns) turns, "
        + configuration.questionKind(of: arm.teacher)
    }
  }

  func isSame(_ other: QuestionWriter) -> Bool { make == other.make }

  fileprivate mutating func join(_ other: QuestionWriter) {
    if !isAlone, other.isAlone { (arm, isAlone) = (other.arm, true) }
  }
}

extension [QuestionWriter] {
  /// The place of a writer, who is added if new.
  mutating func index(of writer: QuestionWriter) -> Int {
    if let index = firstIndex(where: { $0.isSame(writer) }) {
      self[index].join(writer)
      return index
    }
    append(writer)
    return count - 1
  }
}

extension ArmConfiguration {
  /// Whether a new student trains on synthetic questions.
  var isFresh: Bool {
    start == .base && source != .none && steps > 0 && mixing != .hardOnly
  }
}
