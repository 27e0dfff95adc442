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
}
