import Diagnostics

/// Output format of a figure.
public enum FigureFormat: String, Sendable, CaseIterable {
  case svg, png, pdf
  /// Text characters, for a terminal.
  case ascii

  var fileExtension: String { self == .ascii ? "txt" : rawValue }
}

/// A figure as a gnuplot script and its data. The script supports every format; its variable
/// `format` selects one.
struct FigureSheet: Sendable {
  let scriptName: String
  let dataName: String
  let script: String
  let data: String

  /// - Parameters:
  ///   - columns: width of the ASCII figure in characters.
  ///   - rows: height of the ASCII figure in lines.
  init(_ figure: some Figure, pngTerminal: String, columns: Int = 100, rows: Int = 40) {
    let name = figure.fileName
    scriptName = "\(name).gnuplot"
    dataName = "\(name).dat"
    var plot = GnuplotScript()
    figure.plot(into: &plot)
    let (width, height) = figure.size
    let look = "noenhanced background 'white'"
    // The SVG terminal takes font sizes in pixels, not points, and draws larger marks. A PDF at 100
    // pixels per inch has the proportions of the other formats.
    script = """
      # gnuplot \(scriptName)                      draws \(name).svg
      # gnuplot -e "format='png'" \(scriptName)    draws \(name).png; likewise pdf and ascii
      set encoding utf8
      if (!exists("format")) format = 'svg'
      data = '\(dataName)'
      pointScale = format eq 'svg' ? 0.6 : 1
      if (format eq 'svg') set terminal svg size \(width),\(height) dynamic \\
        font 'DejaVu Sans,17' \(look)
      if (format eq 'png') set terminal \(pngTerminal) size \(width),\(height) \\
        font 'DejaVu Sans,16' \(look)
      if (format eq 'pdf') set terminal pdfcairo size \(Double(width) / 100)in,\(Double(height) / 100)in \\
        font 'DejaVu Sans,12' \(look)
      if (format eq 'ascii') set terminal dumb size \(columns),\(rows) nofeed noenhanced mono
      set output '\(name).' . (format eq 'ascii' ? 'txt' : format)

      \(plot.text)
      set output

      """
    data = "# \(figure.caption.blankingControlCharacters)\n" + plot.dataText
  }
}
