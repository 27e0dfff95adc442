import Foundation

/// The figures that `soar plot` draws.
public enum PlotKind: String, CaseIterable, Encodable {
  case reward, diversity, passk, labels, cost, profile, collapse, phase, trajectories

  /// Shown in the help.
  public var explanation: String {
    switch self {
    case .reward: "the teacher's reward over the outer steps, with promotions"
    case .diversity: "how different the teachers' questions are"
    case .passk: "pass@k of the arms against k"
    case .labels: "shares of well-posed and of correct questions"
    case .cost: "pass@k of the arms against what they cost"
    case .profile: "share of problems solved in more than tau of the samples"
    case .collapse: "how each loop's questions collapse, and where it ended"
    case .phase: "the map of a folder of soar phase"
    case .trajectories: "pass@k of the arms over their training"
    }
  }

  /// The options that apply to this kind of figure; it would ignore others.
  public var options: Set<String> {
    switch self {
    case .reward, .diversity: ["teacher"]
    case .labels: ["teacher", "classifier"]
    case .passk: ["baseline"]
    case .cost: ["at", "by", "baseline"]
    case .profile: ["by", "baseline"]
    case .trajectories: ["at"]
    case .collapse, .phase: []
    }
  }

  public static var list: String {
    allCases.map { kind in
      "  " + kind.rawValue.padding(toLength: 14, withPad: " ", startingAt: 0) + kind.explanation
    }.joined(separator: "\n")
  }
}
