public import Diagnostics
public import Foundation
public import Tokenization

/// What a model folder says of its model, without the weights.
public struct ModelDescription: Sendable {
  public let configuration: TransformerConfiguration
  public let specialTokens: SpecialTokens
}

extension ModelFolder {
  /// Reads `config.json` alone.
  ///
  /// - Throws: ``UserError`` if the folder or the file is missing, or describes another kind of model.
  public static func describe(_ folder: URL) throws(UserError) -> ModelDescription {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else {
      throw UserError(.noInput, file: folder.path, "does not exist")
    }
    guard isFolder.boolValue else {
      throw UserError(
        .noInput, file: folder.path, "is not a folder",
        hint: "name the folder that holds \(ConfigurationFile.name)")
    }
    let file = try ConfigurationFile(folder.appendingPathComponent(ConfigurationFile.name))
    return ModelDescription(configuration: file.configuration, specialTokens: file.specialTokens)
  }
}
