import Diagnostics
import Experiments
import FoundationEssentials
public import SelfPlay

extension GridFile {
  /// The preset and file that the grid starts from.
  public func base() throws -> RunConfiguration {
    do {
      return try RunConfiguration.resolve(
        preset: preset, file: config?.relativePath, overrides: [])
    } catch var error as UserError {
      // A bad preset name is an error in the grid's file.
      guard error.file == nil else { throw error }
      error.file = source
      error.place = "base.preset"
      throw error
    }
  }
}
