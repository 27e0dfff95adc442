import Diagnostics

/// How a figure is written.
public enum FigureFormat: String, Sendable, CaseIterable {
  case svg, png, pdf
  /// Characters, for a terminal.
  case ascii

  var fileExtension: String { self == .ascii ? "txt" : rawValue }
}

/// A figure as a gnuplot script and its data. The script knows every format and draws the one that
/// its variable `format` names.
struct FigureSheet: Sendable {
  let scriptName: String
  let dataName: String
  let script: String
  let data: String

  /// - Parameters:
  ///   - columns: of the figure in characters, where it is drawn as such.
  ///   - rows: the same.
  init(_ figure: some Figure, pngTerminal: String, columns: Int = 100, rows: Int = 40) {
    let name = figure.fileName
    scriptName = "\(name).gnuplot"
    dataName = "\(name).dat"
    var plot = GnuplotScript()
    figure.plot(into: &plot)
    let (width, height) = figure.size
    let look = "noenhanced background 'white'"
    // The SVG terminal takes font sizes in pixels where the others take points, and draws larger
    // marks. A PDF of a hundred pixels per inch has the others' proportions.
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
