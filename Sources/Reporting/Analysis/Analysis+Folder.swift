import Diagnostics
public import Foundation

extension Analysis {
  /// Writes a report with figures, the numbers as analysis.json and the rows as datasets.csv.
  ///
  /// - Parameter folder: an existing one.
  /// - Returns: the report's file.
  public func write(to folder: URL, gnuplot: Gnuplot) throws -> URL {
    try AnalysisTable(data: data, level: .datasets)
      .write(to: folder.appendingPathComponent("datasets.csv").path)
    try AtomicFile.write(
      try jsonText(document) + "\n", to: folder.appendingPathComponent("analysis.json"))
    return try AssociationReport(facts).write(to: folder, gnuplot: gnuplot)
  }
}
