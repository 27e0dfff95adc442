/// A row of numbers as a row of characters.
enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let plain: [Character] = ["_", ".", "-", "=", "+", "*", "%", "#"]

  /// From the least to the greatest finite value; what is no number is a gap. Equal values are drawn
  /// at the foot.
  static func text(_ values: [Double], unicode: Bool = true) -> String {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else {
      return String(repeating: " ", count: values.count)
    }
    let levels = unicode ? blocks : plain
    // Halves of the smallest numbers would be zero, whole differences of the greatest infinite.
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
