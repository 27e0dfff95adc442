import Diagnostics
import Foundation

/// What a run's folder holds of weights on a server: their names there.
struct TinkerFolder {
  static let fileName = "tinker.json"

  var baseModel: String
  var loraRank: Int
  /// Nil for the base model.
  var paths: (weights: String, sampler: String)?
  var hasOptimizer: Bool

  init(_ weights: TinkerSampler, hasOptimizer: Bool) {
    baseModel = weights.server.settings.baseModel
    loraRank = weights.server.settings.loraRank
    weights.checkpoint?.keep()
    paths = weights.checkpoint.map { ($0.weights, $0.sampler) }
    self.hasOptimizer = hasOptimizer
  }

  func write(to folder: URL) throws {
    try AtomicFile.createFolder(folder)
    var members: [JSONValue.Member] = [
      .init("format", .integer(1)), .init("baseModel", .string(baseModel)),
      .init("loraRank", .integer(loraRank)), .init("hasOptimizer", .bool(hasOptimizer)),
    ]
    if let paths {
      members += [
        .init("weights", .string(paths.weights)), .init("samplerWeights", .string(paths.sampler)),
      ]
    }
    try AtomicFile.write(
      JSONValue.object(members).text(indented: true),
      to: folder.appendingPathComponent(Self.fileName))
  }

  /// - Throws: ``UserError`` if the file is none, or of another base model.
  init(_ folder: URL, on server: TinkerServer) throws {
    let file = folder.appendingPathComponent(Self.fileName)
    let value = try InputFile.json(file, maximumSize: 1 << 16)
    func defect(_ place: String, _ message: String, hint: String? = nil) -> UserError {
      UserError(.dataError, file: file.path, place: place, message, hint: hint)
    }
    guard value["format"]?.integer == 1 else {
      throw defect("format", "is not 1", hint: "another soar wrote it")
    }
    guard let model = value["baseModel"]?.string, let rank = value["loraRank"]?.integer,
      case .bool(let hasOptimizer) = value["hasOptimizer"]
    else { throw defect("baseModel", "baseModel, loraRank or hasOptimizer is missing") }
    guard model == server.settings.baseModel else {
      throw defect(
        "baseModel",
        "is '\(model.shortened())', and the run's is "
          + "'\(server.settings.baseModel.shortened())'", hint: "see engine.baseModel")
    }
    guard rank == server.settings.loraRank else {
      throw defect(
        "loraRank", "is \(rank), and the run's is \(server.settings.loraRank)",
        hint: "see engine.loraRank")
    }
    baseModel = model
    loraRank = rank
    self.hasOptimizer = hasOptimizer
    switch (value["weights"]?.string, value["samplerWeights"]?.string) {
    case (nil, nil): break
    case (let weights?, let sampler?)
    where weights.hasPrefix("tinker://") && sampler.hasPrefix("tinker://"):
      paths = (weights, sampler)
    default: throw defect("weights", "weights and samplerWeights are not both tinker:// paths")
    }
  }

  /// The weights, which stay on the server.
  func sampler(on server: TinkerServer) -> TinkerSampler {
    TinkerSampler(
      server,
      paths.map {
        TinkerCheckpoint(server, weights: $0.weights, sampler: $0.sampler, isKept: true)
      })
  }
}
