import Diagnostics
import Experiments
import FoundationEssentials
package import SelfPlay

extension GridFile {
  /// The preset and the file that the grid starts from.
  package func base() throws -> RunConfiguration {
    do {
      return try RunConfiguration.resolve(
        preset: preset, file: config?.relativePath, overrides: [])
    } catch var error as UserError {
      // What the preset's name is wrong about stands in the grid's file.
      guard error.file == nil else { throw error }
      error.file = source
      error.place = "base.preset"
      throw error
    }
  }
}
