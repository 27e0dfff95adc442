/// One plot below a legend over the whole width of the figure.
struct LegendedPlot {
  let legend: LegendGrid
  let xlabel, ylabel: String

  var size: (width: Int, height: Int) { (legend.width, Int(legend.height) + 520) }

  /// - Parameter body: sets the axes and plots.
  func draw(into script: inout GnuplotScript, _ body: (inout GnuplotScript) -> Void) {
    let height = Double(size.height)
    script.prepare()
    script.line("set multiplot")
    legend.draw(into: &script, top: 4, figureHeight: height)
    script.line("unset key")
    script.panel(
      left: 0.11, right: 0.97, top: (legend.height + 16) / height, bottom: (height - 88) / height)
    script.line("set xlabel \(GnuplotScript.quoted(xlabel)) offset 0,0.3")
    script.line("set ylabel \(GnuplotScript.quoted(ylabel)) offset 0,0")
    body(&script)
    script.line("unset multiplot")
  }
}
