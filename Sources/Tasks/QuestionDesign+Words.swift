extension QuestionDesign {
  /// "1 or 2".
  package var lengthWords: String { lengths.map(String.init).joined(separator: " or ") }

  /// As a phrase: "ill-posed, shared answer, 1 or 2 operations".
  package var phrase: String {
    "\(form.words), \(answer.rawValue) answer, \(lengthWords) operations"
  }
}

extension QuestionDesign.Form {
  package var words: String { self == .wellPosed ? "well-posed" : "ill-posed" }
}

extension QuestionDesign.Answer {
  /// The kinds of wrong answers.
  package static let wrong: [Self] = [.shared, .idiosyncratic, .random]
}
