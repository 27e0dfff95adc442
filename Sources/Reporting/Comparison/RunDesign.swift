public import SelfPlay
public import Tasks
import Worlds

/// How a run was configured, as far as questions about its arms need it. Arms and teachers are
/// identified by this, not by name.
public struct RunDesign: Sendable, Equatable {
  /// One outer loop.
  public struct Teacher: Sendable, Equatable {
    public var name: String
    /// Name of the reward scheme.
    public var scheme: String
    /// All reward parameters as text; equal parameters give equal text.
    public var reward: String
    public var promotion: Bool
    /// What the teacher learns with and whose answers it gives, as text; equal settings give equal
    /// text.
    public var settings: String
    /// What its questions are (``RunConfiguration/questionKind(of:)``).
    public var questionKind: String
    /// As configured; the upper limit if a cost is matched.
    public var outerSteps: Int
    /// Outer steps whose average R_t triggers a promotion.
    public var window: Int
    /// The loop whose cost this one matches.
    public var matchCostOf: String?

    public init(
      name: String, scheme: String, reward: String, promotion: Bool, settings: String = "",
      questionKind: String = "", outerSteps: Int, window: Int = 1, matchCostOf: String? = nil
    ) {
      self.settings = settings
      self.questionKind = questionKind
      self.name = name
      self.scheme = scheme
      self.reward = reward
      self.promotion = promotion
      self.outerSteps = outerSteps
      self.window = window
      self.matchCostOf = matchCostOf
    }
  }

  public struct Arm: Sendable, Equatable {
    public var name: String
    public var startsFromBase: Bool
    public var questions: ArmConfiguration.Source
    /// The loop that the arm draws on; nil if there is none.
    public var teacher: String?
    public var mixing: ArmConfiguration.Mixing
    /// Steps without hard-train before the steps on hard-train alone; zero unless a curriculum.
    public var curriculumSteps: Int
    /// Questions drawn.
    public var count: Int
    public var steps: Int
    /// Rollouts per question.
    public var groupSize: Int
    /// Which questions the arm keeps, and with what answers; empty for all with their own.
    public var selection: String
    /// Arms with the same name here share questions, before selection; empty for none.
    public var questionSet: String
    /// Designs of its questions, used in turn.
    public var cells: [QuestionDesign]
    /// Lowest and highest rate of the base student on the rewarded answers; empty for any.
    public var reach: [Double]
    /// Whether its teacher is the loop's best one instead of the last.
    public var takesBestTeacher: Bool
    /// What the untrained teacher's questions are (``RunConfiguration/questionKind(of:)``), of which a
    /// trained teacher's loop tells; empty for all others.
    public var questionKind: String

    public init(
      name: String, startsFromBase: Bool, questions: ArmConfiguration.Source,
      teacher: String? = nil,
      mixing: ArmConfiguration.Mixing, curriculumSteps: Int = 0, count: Int, steps: Int,
      groupSize: Int,
      selection: String = "", questionSet: String = "",
      cells: [QuestionDesign] = [], reach: [Double] = [], takesBestTeacher: Bool = false,
      questionKind: String = ""
    ) {
      self.reach = reach
      self.takesBestTeacher = takesBestTeacher
      self.questionKind = questionKind
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

    /// Whether two arms differ only in who wrote their questions, and how many there are.
    func isAlike(_ other: Arm) -> Bool {
      mixing == other.mixing && curriculumSteps == other.curriculumSteps && steps == other.steps
        && groupSize == other.groupSize && selection == other.selection
    }
  }

  public var teachers: [Teacher]
  public var arms: [Arm]
  /// Settings shared by all loops and arms, for the report's first paragraph.
  public var settings: [ReportSetting]
  /// What made-to-measure questions are.
  public var designTerms: DesignTerms

  public init(
    teachers: [Teacher] = [], arms: [Arm] = [], settings: [ReportSetting] = [],
    designTerms: DesignTerms = .world
  ) {
    self.designTerms = designTerms
    self.teachers = teachers
    self.arms = arms
    self.settings = settings
  }

  /// Equal for loops of the same design, whatever their names.
  func identity(of teacher: Teacher) -> String {
    let matched = teacher.matchCostOf.flatMap { name in teachers.first { $0.name == name } }
    let length =
      teacher.matchCostOf == nil
      ? "\(teacher.outerSteps) steps"
      : "cost of (\(matched.map(identity) ?? ""))"
    return "\(teacher.scheme) \(teacher.reward) promotion \(teacher.promotion), "
      + "\(teacher.settings), \(length)"
  }
}

extension ArmConfiguration.Mixing {
  /// The ways of combining synthetic questions with hard-train.
  static let withHardTrain: [Self] = [.mixed, .curriculum]

  /// In report order.
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
