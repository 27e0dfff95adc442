public import Experiments
public import Foundation

extension RunExecution {
  public var builder: ReportBuilder { ReportBuilder(configuration: configuration, store: store) }

  /// Writes the report of the store's results into the run's folder.
  ///
  /// - Returns: the report's file, and its first lines for a terminal.
  @discardableResult
  public func writeReport(gnuplot: Gnuplot) throws -> (file: URL, headline: String) {
    let report = try builder.report()
    return (try report.write(to: folder.report, gnuplot: gnuplot), report.headline)
  }
}
