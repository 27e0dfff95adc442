extension QuestionDesign {
  /// "1 or 2".
  package var lengthWords: String { lengths.map(String.init).joined(separator: " or ") }

  /// As a phrase: "ill-posed, shared answer, lengths 1 or 2".
  package var phrase: String {
    "\(form.words), \(answer.rawValue) answer, \(lengths.count == 1 ? "length" : "lengths") \(lengthWords)"
  }
}

extension QuestionDesign.Form {
  package var words: String { self == .wellPosed ? "well-posed" : "ill-posed" }
}

extension QuestionDesign.Answer {
  /// The kinds of wrong answers.
  package static let wrong: [Self] = [.shared, .idiosyncratic, .random]
}
