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

  /// Reads a file written by `save`.
  public static func load(
    from folder: URL, layout: ParameterLayout, parameters: AdamWParameters
  ) throws -> AdamW {
    let file = try SafetensorsFile(folder.appendingPathComponent(fileName))
    guard let step = file.metadata["step"].flatMap(Int.init), step >= 0 else {
      throw UserError(
        .dataError, file: file.path, place: "__metadata__.step", "is missing or not a count",
        hint: "the file was not written by this tool")
    }
    let optimizer = AdamW(layout, parameters)
    optimizer.resume(at: step)
    for (prefix, buffer) in [
      ("exp_avg.", optimizer.firstMoment), ("exp_avg_sq.", optimizer.secondMoment),
    ] {
      for tensor in layout.tensors {
        guard let entry = file.entry(prefix + tensor.name) else {
          throw UserError(
            .dataError, file: file.path, place: prefix + tensor.name, "there is no such tensor")
        }
        try file.read(entry, shape: tensor.shape, into: buffer, at: tensor.offset)
      }
    }
    return optimizer
  }
}
