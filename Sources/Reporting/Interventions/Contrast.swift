import Statistics
import Tasks
import Worlds

/// A linear contrast: one weight per cell.
struct Contrast {
  var weights: [Double]

  /// Nil if a required cell is missing.
  init?(_ kind: InterventionEffect.Kind, lengths: [[Int]], cells: [QuestionDesign]) {
    weights = [Double](repeating: 0, count: cells.count)
    for group in lengths {
      guard
        let own = Self.weights(kind, lengths: group, cells: cells)
      else { return nil }
      for index in weights.indices { weights[index] += own[index] / Double(lengths.count) }
    }
  }

  private static func weights(
    _ kind: InterventionEffect.Kind, lengths: [Int], cells: [QuestionDesign]
  ) -> [Double]? {
    var weights = [Double](repeating: 0, count: cells.count)
    func add(
      _ form: QuestionDesign.Form, _ answers: [QuestionDesign.Answer], _ weight: Double
    ) -> Bool {
      for answer in answers {
        guard
          let index = cells.firstIndex(
            of: QuestionDesign(form: form, answer: answer, lengths: lengths))
        else { return false }
        weights[index] += weight / Double(answers.count)
      }
      return true
    }
    func correctness(
      _ form: QuestionDesign.Form, against wrong: [QuestionDesign.Answer], _ weight: Double = 1
    ) -> Bool {
      add(form, [.correct], weight) && add(form, wrong, -weight)
    }
    // The kinds of wrong answers present, for both forms: an experiment may omit some.
    let wrong = QuestionDesign.Answer.wrong.filter { answer in
      cells.contains(QuestionDesign(form: .wellPosed, answer: answer, lengths: lengths))
    }
    func structure() -> Bool {
      add(.wellPosed, [.correct] + wrong, 1) && add(.illPosed, [.correct] + wrong, -1)
    }
    let isThere =
      switch kind {
      case .structure: structure()
      case .correctness: !wrong.isEmpty && correctness(.wellPosed, against: wrong)
      case .difference:
        structure() && !wrong.isEmpty && correctness(.wellPosed, against: wrong, -1)
      case .interaction:
        !wrong.isEmpty && correctness(.wellPosed, against: wrong)
          && correctness(.illPosed, against: wrong, -1)
      case .againstShared: correctness(.wellPosed, against: [.shared])
      case .againstIdiosyncratic: correctness(.wellPosed, against: [.idiosyncratic])
      case .againstRandom: correctness(.wellPosed, against: [.random])
      }
    return isThere ? weights : nil
  }
}
