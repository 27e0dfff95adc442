/// A figure: plain data that can be drawn and captioned.
public protocol Figure: Sendable {
  /// File name without extension.
  var fileName: String { get }
  /// One paragraph: what is shown, for how many seeds and problems.
  var caption: String { get }
  /// Width and height in pixels.
  var size: (width: Int, height: Int) { get }
  func plot(into script: inout GnuplotScript)
}

/// How one arm or seed is drawn. The colours are Okabe and Ito's, distinguishable for colour-blind
/// readers; marks and dashes differ too, for print.
package struct SeriesStyle: Sendable, Hashable {
  var color: String
  var pointType: Int
  var dashType: Int

  static let reference = SeriesStyle(color: "#000000", pointType: 5, dashType: 2)
  static let base = SeriesStyle(color: "#888888", pointType: 4, dashType: 3)
  /// The loop with permuted rewards, and students on its questions.
  static let control = SeriesStyle(color: "#777777", pointType: 6, dashType: 4)
  /// Marks what happened to a loop, in no loop's colour.
  static let event = SeriesStyle(color: "#222222", pointType: 9, dashType: 1)

  private static let colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"]
  /// Filled marks first.
  private static let marks = [7, 9, 11, 13, 6, 8, 10, 12, 5, 4]
  private static let dashes = [1, 4, 2, 5, 3]

  /// How many distinguishable series one figure can have.
  static let count = colors.count * dashes.count

  /// Series of the same colour differ in mark and dash.
  package static func other(_ index: Int) -> SeriesStyle {
    let (round, place) = (index / colors.count, index % colors.count)
    return SeriesStyle(
      color: colors[place], pointType: marks[(place + 3 * round) % marks.count],
      dashType: dashes[round % dashes.count])
  }

  /// How many variants of one style differ.
  static let variants = 50

  /// The same colour with another mark and dash; the first variant is the style itself.
  func variant(_ index: Int) -> SeriesStyle {
    let marks = Self.marks
    let dashes = Self.dashes
    let (mark, dash) = (
      marks.firstIndex(of: pointType) ?? 0, dashes.firstIndex(of: dashType) ?? 0
    )
    return SeriesStyle(
      color: color, pointType: marks[(mark + index) % marks.count],
      dashType: dashes[(dash + index + index / marks.count) % dashes.count])
  }

  /// A style in one of the colours that the first `taken` series leave; in any if they leave none.
  static func spare(_ index: Int, besides taken: Int) -> SeriesStyle {
    let first = taken < colors.count ? taken : 0
    let free = colors.count - first
    return other(first + index % free).variant(index / free)
  }

  /// Styles of arms in their order: the reference arm is black and dashed, the base model grey, so
  /// that both look the same in every figure.
  static func styles(of arms: [String], reference: String) -> [SeriesStyle] {
    var next = 0
    return arms.map { arm in
      if arm == reference { return .reference }
      if arm == "Base" { return .base }
      defer { next += 1 }
      return other(next)
    }
  }

  /// The line style for gnuplot's `with` clause.
  func line(width: Double) -> String {
    "linewidth \(width) dashtype \(dashType) linecolor rgb '\(color)'"
  }

  package func marked(width: Double, every: Int = 1, size: Double = 1.2) -> String {
    "pointtype \(pointType) pointsize pointScale*\(size) pointinterval \(every) "
      + line(width: width)
  }

  /// A small, pale dot of one seed.
  var dot: String {
    "pointtype 7 pointsize pointScale*0.55 linecolor rgb '#77\(color.dropFirst())'"
  }

  /// A thin, pale, solid line of one seed.
  var faint: String { "linewidth 1 dashtype 1 linecolor rgb '#99\(color.dropFirst())'" }
}

extension Sequence where Element == Int {
  /// `1, 2 and 3`.
  var listed: String {
    let words = map(String.init)
    guard let last = words.last, words.count > 1 else { return words.first ?? "none" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Sequence where Element == String {
  /// Names of arms or loops in a row; separated by semicolons if one of them has a comma.
  var listedNames: String {
    joined(separator: contains { $0.contains(",") } ? "; " : ", ")
  }
}

extension Int {
  /// `1 seed`, `3 seeds`.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
