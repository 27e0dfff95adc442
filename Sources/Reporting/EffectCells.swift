import Statistics

extension Format {
  /// The columns of every table of effects.
  static let effectHeader = ["pairs", "effect", "p", "p, Holm", "least detectable", "verdict"]
  static let noEffect = effectHeader.map { _ in missing }

  /// An effect's cells, in percentage points.
  ///
  /// - Parameters:
  ///   - words: for above and below zero.
  ///   - least: fewest digits after the point.
  static func effectCells(
    _ effect: Effect, words: (String, String) = ("above", "below"), least: Int = 1
  ) -> [String] {
    let verdict =
      switch effect.decision {
      case .above: "**\(words.0)**"
      case .below: "**\(words.1)**"
      case .undecided:
        "**undecided**" + (effect.seeds < Effect.leastSeeds ? " (too few seeds)" : "")
      }
    return [
      "\(effect.seeds)", signedEstimate(effect.estimate, least: least),
      effect.pValue.map(p) ?? missing, effect.adjusted.map(p) ?? missing,
      effect.detectable.map { points($0, digits: least) } ?? missing, verdict,
    ]
  }

  /// An effect within a sentence: `+3.1 [-0.4, +6.0], p 0.08, least detectable 4.9`.
  static func effect(_ effect: Effect) -> String {
    var parts = [signedEstimate(effect.estimate)]
    if let adjusted = effect.adjusted { parts.append("p \(p(adjusted)) after Holm") }
    if effect.decision == .undecided, let detectable = effect.detectable {
      parts.append("least detectable \(points(detectable))")
    }
    return parts.joined(separator: ", ")
  }

  static func p(_ value: Double) -> String {
    value < 0.0001 ? "< 0.0001" : fixed(value, digits: 4)
  }
}
