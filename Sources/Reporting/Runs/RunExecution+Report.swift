public import Experiments
public import Foundation

extension RunExecution {
  public var builder: ReportBuilder { ReportBuilder(configuration: configuration, store: store) }

  /// Writes the report of the store's results into the run's folder.
  ///
  /// - Returns: the report's file.
  public func writeReport(gnuplot: Gnuplot) throws -> URL {
    try builder.write(to: folder.report, gnuplot: gnuplot)
  }
}
