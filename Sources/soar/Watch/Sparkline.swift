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
    return String(
      values.map { value in
        guard value.isFinite else { return " " }
        let share = most > least ? (value / 2 - least / 2) / (most / 2 - least / 2) : 0
        return levels[min(levels.count - 1, Int(share * Double(levels.count)))]
      })
  }
}
