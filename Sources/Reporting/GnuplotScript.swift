import Diagnostics
import Foundation

/// Builds gnuplot text in which data stay data: numbers go into a separate file, and all other text
/// is quoted.
public struct GnuplotScript: Sendable {
  package private(set) var text = ""
  /// The content of the data file: blocks of rows, two empty lines apart, as `index` requires.
  private(set) var dataText = ""
  private var blockCount = 0

  package init() {}

  package mutating func line(_ command: String) {
    text += command + "\n"
  }

  /// Adds a block to the data file and returns its reference for a plot command; the script's
  /// variable `data` holds the file's name. Non-finite values are written as missing.
  mutating func data(_ rows: [[Double]]) -> String {
    dataText += (blockCount > 0 ? "\n\n" : "") + "# index \(blockCount)\n"
    // gnuplot would skip an empty block and shift the indices of later blocks.
    for row in rows.isEmpty ? [[.nan, .nan]] : rows {
      dataText += row.map { $0.isFinite ? "\($0)" : "NaN" }.joined(separator: " ") + "\n"
    }
    defer { blockCount += 1 }
    return "data index \(blockCount)"
  }

  /// Any text as a gnuplot string. Single quotes prevent expansion; control characters would end
  /// the line and the string. The one escape, a doubled quote, does not help: gnuplot 5.4 reads two
  /// quotes at a string's start, and four in a row, as its end. So a quote becomes an apostrophe.
  package static func quoted(_ text: String) -> String {
    "'\(text.blankingControlCharacters.replacingOccurrences(of: "'", with: "\u{2019}"))'"
  }

  /// A name for a legend, shortened in the middle if it would crowd out the plot: arms of one point
  /// share their ending, and arms of several points their beginning.
  static func legendText(_ name: String, limit: Int = legendLimit) -> String {
    guard name.count > limit else { return quoted(name) }
    let start = (limit - 1) / 2
    return quoted(name.prefix(start) + "…" + name.suffix(limit - 1 - start))
  }

  /// Figures make room for names up to this length.
  static let legendLimit = 40

  /// Letters of the longest of these names as figures show them.
  static func longest(of names: some Sequence<String>) -> Int {
    names.lazy.map { min($0.count, legendLimit) }.max() ?? 0
  }

  /// How many columns of legend entries with these names fit into `width` pixels, and how many rows
  /// that makes.
  static func legendShape(
    of names: [String], width: Int, limit: Int
  ) -> (columns: Int, rows: Int) {
    let longest = longest(of: names)
    let columns = max(1, min(limit, width / (11 * longest + 90)))
    return (columns, (names.count + columns - 1) / columns)
  }

  /// Settings shared by all figures: grid, border, axes, text without markup.
  package mutating func prepare() {
    line("set termoption noenhanced")
    line("set datafile missing 'NaN'")
    line("set border 3 linewidth 1.2 linecolor rgb '#333333'")
    // In ASCII a grid would be as prominent as the data.
    line(
      "if (format ne 'ascii') set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '#e0e0e0'")
    line("set tics nomirror out scale 0.6")
    line("set format '%g'")
    line("set style fill transparent solid 0.15 noborder")
  }

  /// Places the frame of the next multiplot panel; edges are fractions of the page, from its left
  /// and top.
  mutating func panel(left: Double, right: Double, top: Double, bottom: Double) {
    line("set lmargin at screen \(left)")
    line("set rmargin at screen \(right)")
    line("set tmargin at screen \(1 - top)")
    line("set bmargin at screen \(1 - bottom)")
  }

  /// Draws a legend over the whole width of a multiplot's page, using a panel without a frame: a
  /// panel's own legend would be only as wide as the panel. Leaves legends off.
  mutating func legend(_ entries: [String], columns: Int, top: Double) {
    guard !entries.isEmpty else {
      line("unset key")
      return
    }
    panel(left: 0.01, right: 0.99, top: top, bottom: 0.5)
    line("set key inside center top horizontal Left reverse maxcols \(columns) samplen 2.2")
    line("set key width 1.5 height 0")
    line("unset border")
    line("unset tics")
    line("unset grid")
    line("set xrange [0:1]")
    line("set yrange [0:1]")
    line("plot " + entries.map { "NaN title \($0)" }.joined(separator: ", \\\n  "))
    line("unset key")
    line("set tics")
    prepare()
  }

  /// Sets a range that includes all finite values and zero, with room above.
  ///
  /// - Parameter intervals: greatest number of intervals between tics; nil leaves them as they are.
  mutating func range(
    _ axis: String, over values: some Sequence<Double>, padding: Double = 0.06,
    intervals: Int? = nil
  ) {
    let finite = values.filter(\.isFinite)
    let low = min(0, finite.min() ?? 0)
    let high = max(0, finite.max() ?? 1)
    let span = high > low ? high - low : 1
    let bottom = low < 0 ? low - padding * span : 0
    let top = low + span * (1 + padding)
    line("set \(axis) [\(bottom):\(top)]")
    if let intervals {
      let tics = axis.replacing("range", with: "tics")
      line("set \(tics) \(Self.ticInterval(over: top - bottom, atMost: intervals))")
    }
  }

  /// Sets a horizontal range from the first to the last step.
  ///
  /// - Parameter intervals: greatest number of intervals between tics; nil lets gnuplot choose,
  ///   which treats narrow panels as wide.
  mutating func stepRange(_ steps: some Sequence<Int>, intervals: Int? = nil) {
    let least = steps.min() ?? 0
    let greatest = max(steps.max() ?? 1, least + 1)
    let tics = intervals.map { "\(Self.ticInterval(over: greatest - least, atMost: $0))" }
    line("set xtics \(tics ?? (greatest - least < 8 ? "1" : "autofreq"))")
    let room = max(0.3, 0.015 * Double(greatest - least))
    line("set xrange [\(Double(least) - room):\(Double(greatest) + room)]")
  }

  /// Tics at round distances from zero to `greatest`, with at most `intervals` intervals, for any measure.
  mutating func tics(_ axis: String, to greatest: Double, intervals: Int) {
    guard greatest > 0, greatest.isFinite else { return line("set \(axis) autofreq") }
    let least = greatest / Double(intervals)
    let unit = pow(10, floor(log10(least)))
    line("set \(axis) \(([1, 2, 5].first { $0 * unit >= least } ?? 10) * unit)")
  }

  /// Pixels that numbers of rewards need beyond those of percentages: gains of a probability can be a
  /// thousandth of a point.
  static func roomForDigits(of values: some Sequence<Double>) -> Double {
    let greatest = values.lazy.filter(\.isFinite).map(abs).max() ?? 0
    return greatest > 0 && greatest < 0.5 ? 40 : 0
  }

  /// Characters of the longest number at the tics of an axis that ``range(_:over:padding:intervals:)`` sets.
  static func ticCharacters(over values: some Sequence<Double>, intervals: Int) -> Int {
    let finite = values.filter(\.isFinite)
    let (low, high) = (min(0, finite.min() ?? 0), max(0, finite.max() ?? 1))
    guard high > low else { return 1 }
    let interval = ticInterval(over: high - low, atMost: intervals)
    let decimals = max(0, -Int((log10(interval) + 1e-9).rounded(.down)))
    let whole = max(1, 1 + Int(log10(max(high, -low)).rounded(.down)))
    // Numbers below a ten-thousandth get an exponent.
    return min(8, (low < 0 ? 1 : 0) + whole + (decimals > 0 ? 1 + decimals : 0))
  }

  /// How many intervals between tics leave the numbers of a horizontal axis apart.
  ///
  /// - Parameter width: of the panel, in pixels.
  static func ticIntervals(over values: some Sequence<Double>, width: Double) -> Int {
    let values = Array(values)
    let fits = (2...5).reversed().first { count in
      let room = Double(ticCharacters(over: values, intervals: count)) * characterWidth + 22
      return Double(count) * room <= width
    }
    return fits ?? 1
  }

  /// Pixels of a digit on an axis, or of a letter in a title or beside an axis.
  static let characterWidth = 11.0

  /// Vertical tics of rewards, few where numbers need the room.
  mutating func rewardTics(over values: some Sequence<Double>) {
    let greatest = values.lazy.filter(\.isFinite).map(abs).max() ?? 0
    guard Self.roomForDigits(of: [greatest]) > 0 else { return line("set ytics autofreq") }
    tics("ytics", to: greatest, intervals: 4)
  }

  /// A round distance between tics that divides a span into at most `most` intervals.
  private static func ticInterval(over span: Int, atMost most: Int) -> Int {
    let factors = [1, 2, 5]
    var unit = 1
    while true {
      if let factor = factors.first(where: { span / (unit * $0) <= most }) { return unit * factor }
      unit *= 10
    }
  }

  /// The same for axes of fractions.
  static func ticInterval(over span: Double, atMost most: Int) -> Double {
    let unit = pow(10, (log10(span / Double(most))).rounded(.down))
    return [1, 2, 5].map { $0 * unit }.first { span / $0 <= Double(most) } ?? 10 * unit
  }

  /// A plot command of the given elements, or a panel that says `no data` if there are none.
  mutating func plot(_ elements: [String]) {
    guard elements.isEmpty else {
      line("plot " + elements.joined(separator: ", \\\n  "))
      return
    }
    line("set label 1000 'no data' at graph 0.5,0.5 center textcolor rgb '#777777'")
    line("unset tics")
    line("set xrange [0:1]")
    line("set yrange [0:1]")
    line("plot NaN notitle")
    line("unset label 1000")
    line("set tics")
    line("set tics nomirror out scale 0.6")
  }
}
