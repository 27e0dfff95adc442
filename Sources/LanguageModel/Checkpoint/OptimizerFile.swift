import Diagnostics
public import Foundation

extension AdamW {
  /// Name of the file with the optimizer's moments, stored beside the model's weights.
  public static let fileName = "optimizer.safetensors"

  /// Writes the moments and the step count to `folder/optimizer.safetensors`.
  public func save(to folder: URL) throws {
    try SafetensorsFile.write(
      layout.namedTensors(in: firstMoment, prefix: "exp_avg.")
        + layout.namedTensors(in: secondMoment, prefix: "exp_avg_sq."),
      metadata: [("format", "pt"), ("step", String(step))],
      to: folder.appendingPathComponent(Self.fileName))
  }
}

/// A file that ``AdamW/save(to:)`` wrote, open for reading: it may be moved or deleted meanwhile.
public struct OptimizerFile: Sendable {
  private let file: SafetensorsFile
  private let layout: ParameterLayout
  private let step: Int
  /// For each moment in turn one entry per tensor of the layout.
  private let entries: [[SafetensorsEntry]]

  /// - Throws: ``UserError`` if the file is of another model or of another program.
  public init(in folder: URL, layout: ParameterLayout) throws {
    let file = try SafetensorsFile(folder.appendingPathComponent(AdamW.fileName))
    guard let step = file.metadata["step"].flatMap(Int.init), step >= 0 else {
      throw UserError(
        .dataError, file: file.path, place: "__metadata__.step", "is missing or not a count",
        hint: "the file was not written by this tool")
    }
    entries = try ["exp_avg.", "exp_avg_sq."].map { prefix in
      try layout.tensors.map { tensor in
        guard let entry = file.entry(prefix + tensor.name) else {
          throw UserError(
            .dataError, file: file.path, place: prefix + tensor.name, "there is no such tensor")
        }
        try file.check(entry, shape: tensor.shape)
        return entry
      }
    }
    self.file = file
    self.layout = layout
    self.step = step
  }

  /// The optimizer as it was saved, bit for bit.
  public func read(_ parameters: AdamWParameters) throws -> AdamW {
    let optimizer = AdamW(layout, parameters)
    optimizer.resume(at: step)
    for (entries, buffer) in zip(entries, [optimizer.firstMoment, optimizer.secondMoment]) {
      for (entry, tensor) in zip(entries, layout.tensors) {
        try file.read(entry, shape: tensor.shape, into: buffer, at: tensor.offset)
      }
    }
    return optimizer
  }
}
