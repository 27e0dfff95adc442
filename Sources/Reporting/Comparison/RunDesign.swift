public import SelfPlay
public import Worlds

/// What a run was configured to be, as far as questions about its arms go by it. Arms and teachers
/// are told apart by this, not by their names.
public struct RunDesign: Sendable, Equatable {
  /// One outer loop.
  public struct Teacher: Sendable, Equatable {
    public var name: String
    /// Name of the reward scheme.
    public var scheme: String
    /// All of the reward's parameters, in one text that is equal for equal ones.
    public var reward: String
    public var promotion: Bool
    /// As configured; where a cost is matched, the most there may be.
    public var outerSteps: Int
    /// The loop whose cost this one matches.
    public var matchCostOf: String?

    public init(
      name: String, scheme: String, reward: String, promotion: Bool, outerSteps: Int,
      matchCostOf: String? = nil
    ) {
      self.name = name
      self.scheme = scheme
      self.reward = reward
      self.promotion = promotion
      self.outerSteps = outerSteps
      self.matchCostOf = matchCostOf
    }
  }

  public struct Arm: Sendable, Equatable {
    public var name: String
    public var startsFromBase: Bool
    public var questions: ArmConfiguration.Source
    /// The loop that it draws on; nil where it draws on none.
    public var teacher: String?
    public var mixing: ArmConfiguration.Mixing
    /// Steps without hard-train before those with nothing else; zero unless mixing is a curriculum.
    public var curriculumSteps: Int
    /// Questions drawn.
    public var count: Int
    public var steps: Int
    /// Rollouts per question.
    public var groupSize: Int
    /// Which of its questions an arm keeps and with what answers; empty for all with their own.
    public var selection: String
    /// Arms with the same name here have the same questions, before the selection; empty for none.
    public var questionSet: String
    /// What its questions were made to be, one after the other.
    public var cells: [QuestionDesign]

    public init(
      name: String, startsFromBase: Bool, questions: ArmConfiguration.Source,
      teacher: String? = nil,
      mixing: ArmConfiguration.Mixing, curriculumSteps: Int = 0, count: Int, steps: Int,
      groupSize: Int,
      selection: String = "", questionSet: String = "",
      cells: [QuestionDesign] = []
    ) {
      self.name = name
      self.startsFromBase = startsFromBase
      self.questions = questions
      self.teacher = teacher
      self.mixing = mixing
      self.curriculumSteps = mixing == .curriculum ? curriculumSteps : 0
      self.count = count
      self.steps = steps
      self.groupSize = groupSize
      self.selection = selection
      self.questionSet = questionSet
      self.cells = cells
    }

    /// Whether two arms differ in nothing but who wrote their questions, and how many there are.
    func isAlike(_ other: Arm) -> Bool {
      mixing == other.mixing && curriculumSteps == other.curriculumSteps && steps == other.steps
        && groupSize == other.groupSize && selection == other.selection
    }
  }

  public var teachers: [Teacher]
  public var arms: [Arm]
  /// What all loops and arms share, for the report's first paragraph.
  public var settings: [ReportSetting]

  public init(
    teachers: [Teacher] = [], arms: [Arm] = [], settings: [ReportSetting] = []
  ) {
    self.teachers = teachers
    self.arms = arms
    self.settings = settings
  }

  /// Equal for loops of one make, whatever their names.
  func identity(of teacher: Teacher) -> String {
    let matched = teacher.matchCostOf.flatMap { name in teachers.first { $0.name == name } }
    let length =
      teacher.matchCostOf == nil
      ? "\(teacher.outerSteps) steps"
      : "cost of (\(matched.map(identity) ?? ""))"
    return "\(teacher.scheme) \(teacher.reward) promotion \(teacher.promotion), \(length)"
  }
}

extension ArmConfiguration.Mixing {
  /// The ways of training on synthetic questions and on hard-train.
  static let withHardTrain: [Self] = [.mixed, .curriculum]

  /// In the order of reports.
  static let reported: [Self] = [.alone, .mixed, .curriculum, .hardOnly]

  var words: String {
    switch self {
    case .alone: "synthetic questions alone"
    case .mixed: "hard-train mixed in"
    case .curriculum: "hard-train afterwards"
    case .hardOnly: "hard-train alone"
    }
  }
}
