public import Diagnostics
public import Foundation

/// An optimizer's state as safetensors: `exp_avg.P` and `exp_avg_sq.P` for each parameter P, and
/// the number of steps taken in the metadata.
extension AdamW {
  private static let prefixes = ["exp_avg.", "exp_avg_sq."]

  /// Writes both moments; the file is afterwards whole or as it was before.
  public func save(to url: URL) throws(UserError) {
    try SafetensorsFile.write(
      layout.namedTensors(in: firstMoment, prefix: Self.prefixes[0])
        + layout.namedTensors(in: secondMoment, prefix: Self.prefixes[1]),
      metadata: [("format", "pt"), ("step", "\(step)")], to: url)
  }

  /// Continues from a file that ``save(to:)`` wrote for a model of this layout; an error leaves
  /// the optimizer as it was.
  public func load(_ url: URL) throws(UserError) {
    let file = try SafetensorsFile(url)
    guard let step = file.metadata["step"].flatMap({ Int($0) }), step >= 0 else {
      throw UserError(
        .dataError, file: url.path, place: "__metadata__.step", "is no number of steps",
        hint: "this is not an optimizer's file")
    }
    var moments: [[Float]] = []
    for prefix in Self.prefixes {
      moments.append(try layout.values(in: file, prefix: prefix))
    }
    restore(step: step, firstMoment: moments[0], secondMoment: moments[1])
  }
}

extension ParameterLayout {
  /// The counterpart of `namedTensors`: all values in this layout's order, from tensors with
  /// `prefix` before their names. Other tensors of the file are ignored.
  public func values(in file: SafetensorsFile, prefix: String = "") throws(UserError) -> [Float] {
    for tensor in tensors {
      guard let entry = file.entry(prefix + tensor.name) else {
        throw UserError(
          .dataError, file: file.path, place: prefix + tensor.name,
          "the tensor is missing; expected shape \(tensor.shape)",
          hint: "the file belongs to another model")
      }
      try file.check(entry, shape: tensor.shape)
    }
    var values: [Float] = []
    values.reserveCapacity(count)
    for tensor in tensors { values += try file.values(prefix + tensor.name) }
    return values
  }
}
