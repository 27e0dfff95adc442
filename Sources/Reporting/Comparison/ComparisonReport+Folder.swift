import Diagnostics
public import Foundation

extension ComparisonReport {
  /// What cannot be written to is found out before the figures are drawn, and a folder that this call
  /// made does not outlive its failure.
  ///
  /// - Returns: the report's file.
  public func write(creating folder: URL, gnuplot: Gnuplot) throws -> URL {
    let isNew = !FileManager.default.fileExists(atPath: folder.path)
    try AtomicFile.createFolder(folder)
    do {
      return try write(to: folder, gnuplot: gnuplot)
    } catch {
      if isNew { try? FileManager.default.removeItem(at: folder) }
      throw error
    }
  }
}
