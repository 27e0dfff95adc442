package import Experiments
package import Foundation

extension RunExecution {
  package var builder: ReportBuilder { ReportBuilder(configuration: configuration, store: store) }

  /// Writes the report of what is in the store into the run's folder.
  ///
  /// - Returns: the report's file.
  package func writeReport(gnuplot: Gnuplot) throws -> URL {
    try builder.write(to: folder.report, gnuplot: gnuplot)
  }
}
