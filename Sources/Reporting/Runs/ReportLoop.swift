import Diagnostics
import RunStore
import SelfPlay

/// An outer loop in words, and the arms that come from it: tables name arms, figures on teachers name loops.
struct ReportLoop: Sendable, Equatable {
  var name: String
  /// What rewards its teacher; whether it promotes and who answers, if the run's loops differ in that.
  var explanation: String
  var arms: [String]

  /// `- **SOAR** (grounded reward): PS, PQ`.
  var markdown: String {
    let made = arms.isEmpty ? "no arm" : arms.map { Markdown.escape($0) }.listedNames
    return "- **\(Markdown.escape(name))** (\(Markdown.escape(explanation, limit: 400))): \(made)"
  }
}

extension RunConfiguration {
  /// The loops that the run needs, as configured.
  var reportLoops: [ReportLoop] {
    let loops = neededTeachers
    let gains = loops.filter { OuterStepRecord.isGain($0.reward.scheme) }
    let differInPromotion = gains.map(\.promotion).distinct.count > 1
    let differInKind = loops.map { questionKind(of: $0.name) }.distinct.count > 1
    return loops.map { loop in
      let isGain = OuterStepRecord.isGain(loop.reward.scheme)
      var words =
        switch loop.reward.scheme {
        case Grounded.name: ["grounded reward"]
        case Permuted.name: ["permuted rewards"]
        case RandomReward.name: ["random rewards"]
        case let scheme: ["reward \(scheme)"]
        }
      if differInPromotion, isGain {
        words.append(loop.promotion ? "promotes students" : "never promotes a student")
      }
      if differInKind { words.append(whoAnswers(loop.name)) }
      return ReportLoop(
        name: loop.name, explanation: words.joined(separator: "; "),
        arms: arms.filter { $0.isOfLoop && $0.teacher == loop.name }.map(\.name))
    }
  }

  private func whoAnswers(_ loop: String) -> String {
    let teacher = teacherConfiguration(of: loop)
    if teacher.poolSize > 0 {
      return "the teacher writes nothing and chooses among \(teacher.poolSize) problems with their "
        + "answers"
    }
    return switch teacher.answers {
    case .own: "the teacher answers its own questions"
    case .oracle:
      "the oracle, a program, answers the teacher's questions wherever there is a right answer"
    }
  }
}
