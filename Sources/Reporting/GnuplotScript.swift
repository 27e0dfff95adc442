import Foundation

/// Text for gnuplot, built so that data stay data: numbers go into inline data blocks, and any
/// other text is quoted.
public struct GnuplotScript: Sendable {
  private(set) var text = ""
  private var blockCount = 0

  init() {}

  mutating func line(_ command: String) {
    text += command + "\n"
  }

  /// Adds a data block and returns its name. What is not finite is written as a missing value.
  mutating func data(_ rows: [[Double]]) -> String {
    let name = "$data\(blockCount)"
    blockCount += 1
    line("\(name) << END_OF_DATA")
    for row in rows {
      line(row.map { $0.isFinite ? "\($0)" : "NaN" }.joined(separator: " "))
    }
    line("END_OF_DATA")
    return name
  }

  /// A gnuplot string of any text. Single quotes know one escape, the doubled quote; control
  /// characters would end the line and with it the string.
  static func quoted(_ text: String) -> String {
    let visible = String(
      text.unicodeScalars.map { scalar -> Character in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format: " "
        default: Character(scalar)
        }
      })
    return "'\(visible.replacingOccurrences(of: "'", with: "''"))'"
  }

  /// What all figures share: grid, border, axes, text as it stands.
  mutating func prepare() {
    line("set termoption noenhanced")
    line("set datafile missing 'NaN'")
    line("set border 3 linewidth 1.2 linecolor rgb '#333333'")
    line("set grid xtics ytics linewidth 0.8 linecolor rgb '#dddddd'")
    line("set tics nomirror out scale 0.6")
    line("set style fill transparent solid 0.15 noborder")
  }

  /// Sets a range that holds all finite values and zero, with room above.
  mutating func range(_ axis: String, over values: some Sequence<Double>, padding: Double = 0.06) {
    let finite = values.filter(\.isFinite)
    let low = min(0, finite.min() ?? 0)
    let high = max(0, finite.max() ?? 1)
    let span = high > low ? high - low : 1
    let bottom = low < 0 ? low - padding * span : 0
    line("set \(axis) [\(bottom):\(low + span * (1 + padding))]")
  }

  /// Sets a horizontal range from the first to the last step.
  mutating func stepRange(_ steps: some Sequence<Int>) {
    let least = steps.min() ?? 0
    let greatest = max(steps.max() ?? 1, least + 1)
    let room = max(0.3, 0.015 * Double(greatest - least))
    line("set xrange [\(Double(least) - room):\(Double(greatest) + room)]")
  }

  /// A plot command of the given elements, or a panel that says so when there is nothing to show.
  mutating func plot(_ elements: [String]) {
    guard elements.isEmpty else {
      line("plot " + elements.joined(separator: ", \\\n  "))
      return
    }
    line("set label 1000 'no data' at graph 0.5,0.5 center textcolor rgb '#777777'")
    line("set xrange [0:1]")
    line("set yrange [0:1]")
    line("plot NaN notitle")
    line("unset label 1000")
  }
}
