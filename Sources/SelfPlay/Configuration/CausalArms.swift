import Tasks

extension ArmConfiguration {
  /// A factorial experiment on which properties of a question teach: form x answer x length, on
  /// designed questions; filtered parts of one set of the untrained teacher's questions (the
  /// paper's section C.5); and a set with half of the questions correct, half ill-posed.
  ///
  /// - Parameters:
  ///   - steps: per student.
  ///   - questions: distinct questions per cell.
  public static func causal(
    steps: Int, questions: Int, lengths: [[Int]] = [[1, 2], [3], [4, 5]]
  ) -> [ArmConfiguration] {
    var arms: [ArmConfiguration] = []
    func add(
      _ name: String, _ source: Source, count: Int, _ change: (inout ArmConfiguration) -> Void
    ) {
      var arm = ArmConfiguration(name: name, source: source, mixing: .alone, steps: steps)
      arm.sourceCount = count
      change(&arm)
      arms.append(arm)
    }
    for group in lengths {
      let size = group.map(String.init).joined(separator: "-")
      for form in QuestionDesign.Form.allCases {
        let word = form == .wellPosed ? "well-posed" : "ill-posed"
        for answer in QuestionDesign.Answer.allCases {
          add("\(word), \(answer.rawValue), \(size)", .designed, count: questions) {
            $0.designs = [QuestionDesign(form: form, answer: answer, lengths: group)]
          }
        }
      }
      add("half correct, half ill-posed, \(size)", .designed, count: questions) {
        $0.designs = [
          QuestionDesign(answer: .correct, lengths: group),
          QuestionDesign(form: .illPosed, answer: .correct, lengths: group),
        ]
      }
    }
    for (name, filter, answers) in [
      ("Base-T", Filter.all, Answers.own), ("Base-T, well-posed", .wellPosed, .own),
      ("Base-T, correct", .correct, .own), ("Base-T, wrong", .wrong, .own),
      ("Base-T, ill-posed", .illPosed, .own),
      ("Base-T, well-posed, corrected", .wellPosed, .corrected),
    ] {
      add(name, .untrainedTeacher, count: 2 * questions) {
        $0.filter = filter
        $0.answers = answers
        $0.questionSet = "base"
      }
    }
    return arms
  }

  /// The reaches of ``reach(steps:questions:lengths:)``: never, about .02, .1, .3, .6 and .9, and
  /// always.
  private static let reaches: [[Double]] = [
    [0, 0], [0.005, 0.04], [0.06, 0.15], [0.2, 0.4], [0.5, 0.7], [0.8, 0.95], [0.97, 1],
  ]

  /// An experiment on what a student can learn from an answer by how often it gives it anyway: right
  /// answers, wrong ones, and answers to ill-posed questions, at seven rates.
  public static func reach(
    steps: Int, questions: Int, lengths: [Int] = [1, 2]
  ) -> [ArmConfiguration] {
    let kinds: [(String, QuestionDesign.Form, QuestionDesign.Answer)] = [
      ("right", .wellPosed, .correct), ("wrong", .wellPosed, .random),
      ("ill-posed", .illPosed, .random),
    ]
    return kinds.flatMap { word, form, answer in
      reaches.map { reach in
        let place = reach[0] == reach[1] ? "never" : "\(reach[0]) to \(reach[1])"
        var arm = ArmConfiguration(
          name: "\(word), given \(place)", source: .designed, mixing: .alone, steps: steps)
        arm.sourceCount = questions
        arm.reach = reach
        arm.designs = [QuestionDesign(form: form, answer: answer, lengths: lengths)]
        return arm
      }
    }
  }
}
