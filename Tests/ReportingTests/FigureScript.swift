import Foundation
import Reporting
import TestSupport

extension Figure {
  /// The script that gnuplot drew the figure with.
  func script() throws -> String {
    try TemporaryFolder.with { folder in
      try Gnuplot.locate().draw(self, in: folder, formats: [.svg])
      return try String(
        contentsOf: folder.appendingPathComponent("\(fileName).gnuplot"), encoding: .utf8)
    }
  }
}
