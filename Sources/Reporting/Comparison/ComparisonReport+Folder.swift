import Diagnostics
public import Foundation

extension ComparisonReport {
  /// Creates the folder first, so that an unwritable path fails before figures are drawn. Removes a
  /// folder it created if writing fails.
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
