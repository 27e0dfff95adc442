/// A question and the answer that the student is rewarded for: the teacher's, which may be wrong,
/// or the true answer of a real problem.
public struct TrainingQuestion: Sendable, Hashable, Codable {
  public let question: String
  public let answer: String

  public init(question: String, answer: String) {
    self.question = question
    self.answer = answer
  }

  public init(_ generated: GeneratedQuestion) {
    self.init(question: generated.question, answer: generated.answer)
  }
}

/// A question that a teacher wrote, with the teacher's own answer. The answer may be wrong and the
/// question may be nonsense: both are classified later, not here.
public struct GeneratedQuestion: Sendable, Hashable, Codable {
  public let question: String
  /// The reference against which students are graded.
  public let answer: String
  /// Everything that the teacher read and wrote: question, solution and answer, as sampled.
  public let rollout: Rollout

  public init(question: String, answer: String, rollout: Rollout) {
    self.question = question
    self.answer = answer
    self.rollout = rollout
  }
}

/// A problem that may turn out to be hard.
public struct CandidateProblem: Sendable, Hashable {
  public let question: TrainingQuestion
  /// Steps from the question to the answer, for reports; 0 if the task does not count them.
  public let length: Int

  public init(question: TrainingQuestion, length: Int = 0) {
    self.question = question
    self.length = length
  }
}
