/// Which of a store's questions to page through; nil accepts all.
public struct QuestionFilter: Sendable, Equatable {
  public enum Label: String, Sendable, CaseIterable {
    /// Well-posed with a right or a wrong answer; ill-posed.
    case good, wrong, ill
    case unlabelled = "none"
  }

  public enum Order: String, Sendable, CaseIterable {
    case newest, oldest, highestReward, lowestReward
  }

  /// An outer loop's teacher, or an arm.
  public var writer: String?
  public var seed: Int?
  /// Outer steps, inclusive; questions outside outer loops have none.
  public var firstStep, lastStep: Int?
  public var label: Label?
  /// Bounds of the dataset's reward, inclusive, in the store's units.
  public var leastReward, greatestReward: Double?
  /// Part of the question or the answer; ASCII letters in either case.
  public var text: String?
  /// Whose labels to show; nil takes the first classifier by name.
  public var classifier: String?
  public var order = Order.newest

  public init() {}
}

/// A page of questions, with what there is to choose from.
public struct QuestionPage: Sendable, Equatable {
  public struct Question: Sendable, Equatable {
    public var id: Int64
    /// An outer loop's teacher, or an arm.
    public var writer: String
    public var seed: Int
    /// Nil outside an outer loop.
    public var step: Int?
    /// At most ``QuestionPage/textLimit`` characters each.
    public var question, answer: String
    /// Nil without a label.
    public var isWellPosed, isCorrect: Bool?
    public var errorType: String?
    /// Of its dataset, in the units of the reward scheme; nil without a dataset, or if not finite.
    public var reward: Double?
    public var isPromoted: Bool
  }

  public struct Writer: Sendable, Equatable {
    public var name: String
    public var seed: Int
  }

  public static let textLimit = 4000
  /// Most questions on one page.
  public static let sizeLimit = 200

  /// How many questions the filter accepts.
  public var total: Int
  public var questions: [Question]
  public var classifier: String?
  /// All that the store holds, whatever the filter.
  public var classifiers: [String]
  public var writers: [Writer]
}
