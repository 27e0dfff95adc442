import Diagnostics
public import Foundation

/// Embeddings that a server gave before, in a file of JSON lines: the model first, then a text's
/// SHA-256 and its vector per line. A damaged line is embedded again.
public struct EmbeddingCache {
  /// Maximum bytes of the file.
  static let mostBytes = 1 << 30

  let file: URL
  let model: String
  private var vectors: [String: [Float]] = [:]
  private var order: [String] = []
  private(set) var dimensions: Int?

  /// - Parameters:
  ///   - file: need not exist; a file of another model counts as empty.
  ///   - model: the server's address and the model's name.
  public init(file: URL, model: String) throws {
    self.file = file
    self.model = model
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    let input = try InputFile(file)
    guard input.size <= Self.mostBytes else {
      throw UserError(
        .dataError, file: file.path, "is too large for a cache of embeddings",
        hint: "remove it; it is made anew")
    }
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw UserError(.ioError, file: file.path, "cannot be read: \(error.localizedDescription)")
    }
    var lines = data.split(separator: 0x0A).makeIterator()
    guard let head = lines.next(), let first = try? JSONParser.parse([UInt8](head)),
      first["model"]?.string?.exact == model.exact
    else { return }
    while let line = lines.next() { read([UInt8](line)) }
  }

  private mutating func read(_ line: [UInt8]) {
    guard let record = try? JSONParser.parse(line), let hash = record["text"]?.string,
      hash.utf8.count == 64, let numbers = record["embedding"]?.array
    else { return }
    let vector = numbers.compactMap { $0.number.map { Float($0) } }
    guard vector.count == numbers.count, !vector.isEmpty, vector.allSatisfy(\.isFinite),
      vector.contains(where: { $0 != 0 }), vector.count == dimensions ?? vector.count
    else { return }
    insert(vector, hash)
  }

  private mutating func insert(_ vector: [Float], _ hash: String) {
    dimensions = vector.count
    if vectors.updateValue(vector, forKey: hash) == nil { order.append(hash) }
  }

  subscript(text: String) -> [Float]? { vectors[SHA256.hexDigest(of: text)] }

  var count: Int { vectors.count }

  /// Adds what is missing by asking the server, and writes the file, whole or not at all, after
  /// each batch that was answered.
  ///
  /// - Parameter progress: texts known so far, of all.
  /// - Returns: the vectors in the order of the texts.
  public mutating func embeddings(
    of texts: [String], from client: EmbeddingClient, progress: (Int, Int) -> Void = { _, _ in }
  ) async throws -> [[Float]] {
    var seen: Set<String> = []
    var missing: [(text: String, hash: String)] = []
    let hashes = texts.map { SHA256.hexDigest(of: $0) }
    for (text, hash) in zip(texts, hashes)
    where vectors[hash] == nil && seen.insert(hash).inserted {
      missing.append((text, hash))
    }
    // Written every so often: a server that fails late does not cost all that it answered.
    let chunk = 16 * EmbeddingClient.batchSize
    for start in stride(from: 0, to: missing.count, by: chunk) {
      progress(start, missing.count)
      let part = missing[start..<min(missing.count, start + chunk)]
      let answers = try await client.embeddings(of: part.map(\.text), dimensions: dimensions)
      for (item, vector) in zip(part, answers) { insert(vector, item.hash) }
      try write()
    }
    return hashes.compactMap { vectors[$0] }
  }

  private func write() throws {
    var text = JSONValue.object([.init("model", .string(model))]).text(indented: false) + "\n"
    for hash in order {
      guard let vector = vectors[hash] else { continue }
      text += #"{"text":""# + hash + #"","embedding":["#
      text += vector.map { "\($0)" }.joined(separator: ",") + "]}\n"
    }
    try AtomicFile.write(text, to: file)
  }
}
