// What people read about the sources of questions: in stores, tables and reports.

import Tasks

extension ArmConfiguration.Source {
  /// Whether a language model writes the questions.
  package var isWritten: Bool {
    switch self {
    case .promotionQuestions, .untrainedTeacher, .trainedTeacher, .majorityVoted: true
    case .none, .curated, .designed: false
    }
  }

  /// The name in stores and in tables of costs.
  package var title: String {
    switch self {
    case .none: "hard-train"
    case .promotionQuestions: "promotion questions"
    case .untrainedTeacher: "untrained teacher"
    case .trainedTeacher: "trained teacher"
    case .curated: "curated"
    case .majorityVoted: "majority-voted"
    case .designed: "designed"
    }
  }

  /// A cell of a table, such as "128 of SOAR".
  package func entry(count: Int, teacher: String) -> String {
    switch self {
    case .none: "hard-train"
    case .promotionQuestions: "promotion questions of \(teacher)"
    case .untrainedTeacher: "\(count) of the untrained teacher"
    case .trainedTeacher: "\(count) of \(teacher)"
    case .curated: count == 0 ? "curated, each once" : "\(count) curated"
    case .majorityVoted: "\(count) majority-voted"
    case .designed: "\(count) made to measure"
    }
  }

  /// What the questions are: one line, for listings.
  public var explanation: String {
    switch self {
    case .none: "no questions beside the hard-train problems"
    case .promotionQuestions: "the datasets of all promotions of the teacher's loop"
    case .untrainedTeacher: "fresh questions of the untrained teacher"
    case .trainedTeacher: "fresh questions of the teacher after its loop"
    case .curated: "easier problems of the task with their true answers"
    case .majorityVoted: "the untrained teacher's, answered by majority (SeRL)"
    case .designed: "made to `designs`: form, answer, length"
    }
  }
}

extension ArmConfiguration {
  private var reachPhrase: String {
    reach.count == 2 ? ", given by the base student in \(reach[0]) to \(reach[1])" : ""
  }

  /// The questions in the middle of a sentence.
  package var questionsPhrase: String {
    switch source {
    case .none: "hard-train problems"
    case .promotionQuestions: "the promotion questions of \(teacher)"
    case .untrainedTeacher: "\(sourceCount) questions of the untrained teacher"
    case .trainedTeacher:
      "\(sourceCount) questions of the trained teacher of \(teacher)\(teacherAt.phrase)"
    case .curated:
      sourceCount > 0
        ? "\(sourceCount) true easier problems" : "true easier problems, each used once"
    case .majorityVoted:
      "\(sourceCount) questions of the untrained teacher with the students' majority answers"
    case .designed:
      "\(sourceCount) questions made to measure ("
        + designs.map(\.phrase).joined(separator: "; ") + reachPhrase + ")"
    }
  }
}
