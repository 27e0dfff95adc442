import Diagnostics
import Foundation
import Grids
import SelfPlay

/// Swift Testing has an `ExitStatus` of its own.
typealias Status = Diagnostics.ExitStatus

/// Arms and teachers that take no time to configure; nothing here is run.
let base: RunConfiguration = {
  var base = RunConfiguration.preset("quick") ?? RunConfiguration()
  base.seeds = [1]
  return base
}()

func grid(_ text: String, set overrides: [String] = []) throws -> GridFile {
  try GridFile.read(
    text: text, source: "my.yaml", folder: URL(fileURLWithPath: "."), overrides: overrides)
}

func cells(_ text: String, set overrides: [String] = []) throws -> [GridCell] {
  try grid(text, set: overrides).cells(base: base)
}

/// `label seed` of every cell.
func points(_ text: String, set overrides: [String] = []) throws -> [String] {
  try cells(text, set: overrides).map { "\($0.label) | \($0.seed)" }
}

/// The one line that a grid is refused with, after its status; nil when it is not.
func complaint(_ text: String, set overrides: [String] = []) -> (Status, String)? {
  do {
    _ = try cells(text, set: overrides)
    return nil
  } catch let error as UserError {
    return (error.status, error.description)
  } catch {
    return (.software, "\(error)")
  }
}
