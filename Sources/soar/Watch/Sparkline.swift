/// Draws a row of numbers as a row of characters.
enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let plain: [Character] = ["_", ".", "-", "=", "+", "*", "%", "#"]

  /// From the smallest to the largest finite value; non-finite values leave a gap. Equal values are
  /// drawn at the bottom.
  static func text(_ values: [Double], unicode: Bool = true) -> String {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else {
      return String(repeating: " ", count: values.count)
    }
    let levels = unicode ? blocks : plain
    // Halving the smallest numbers would give zero, and the full range of the largest infinity.
    let half = (most - least).isFinite ? 1.0 : 0.5
    let span = most * half - least * half
    return String(
      values.map { value in
        guard value.isFinite else { return " " }
        let share = span > 0 ? (value * half - least * half) / span : 0
        return levels[min(levels.count - 1, Int(share * Double(levels.count)))]
      })
  }
}
