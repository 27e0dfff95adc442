import Diagnostics
import Foundation

extension GridFolder {
  /// Deletes the runs of failed cells, which then start over.
  public func removeFailedRuns(of manifest: GridManifest) throws {
    for cell in manifest.currentCells where try state(cell.name)?.status == .failed {
      let run = run(cell.name)
      guard FileManager.default.fileExists(atPath: run.path) else { continue }
      do { try FileManager.default.removeItem(at: run) } catch {
        throw UserError.writing(run.path, error)
      }
    }
  }

  /// - Throws: ``UserError`` if the grid has no such cell.
  public func cell(named name: String, in manifest: GridManifest) throws -> GridManifest.Cell {
    guard let cell = manifest.cells.first(where: { $0.name == name }) else {
      throw UserError(
        .usage, file: path, "there is no cell '\(name)'",
        hint: "soar grid status \(path) lists them")
    }
    return cell
  }
}
