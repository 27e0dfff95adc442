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
  /// Whether the file holds exactly what is known, so that lines can be added to it.
  private var isWhole = false

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
    isWhole = data.last == 0x0A
    while let line = lines.next() {
      if !read([UInt8](line)) { isWhole = false }
    }
  }

  /// - Returns: false for a damaged line.
  private mutating func read(_ line: [UInt8]) -> Bool {
    guard let record = try? JSONParser.parse(line), let hash = record["text"]?.string,
      hash.utf8.count == 64, let numbers = record["embedding"]?.array
    else { return false }
    let vector = numbers.compactMap { $0.number.map { Float($0) } }
    guard vector.count == numbers.count, !vector.isEmpty, vector.allSatisfy(\.isFinite),
      vector.contains(where: { $0 != 0 }), vector.count == dimensions ?? vector.count
    else { return false }
    insert(vector, hash)
    return true
  }

  private mutating func insert(_ vector: [Float], _ hash: String) {
    dimensions = vector.count
    if vectors.updateValue(vector, forKey: hash) == nil { order.append(hash) }
  }

  /// Adds what is missing by asking the server, and adds to the file after every few batches. A line
  /// that a kill cuts is damaged, so asked for again.
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
      try write(part.map(\.hash))
    }
    return hashes.compactMap { vectors[$0] }
  }

  /// Adds lines, or makes the file anew where it holds something else.
  private mutating func write(_ added: [String]) throws {
    guard isWhole else {
      let head = JSONValue.object([.init("model", .string(model))]).text(indented: false) + "\n"
      try AtomicFile.write(head + lines(order), to: file)
      isWhole = true
      return
    }
    do {
      let handle = try FileHandle(forWritingTo: file)
      defer { try? handle.close() }
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(lines(added).utf8))
    } catch {
      throw UserError.writing(file.path, error)
    }
  }

  private func lines(_ hashes: [String]) -> String {
    hashes.map { hash in
      let numbers = (vectors[hash] ?? []).map { "\($0)" }.joined(separator: ",")
      return #"{"text":""# + hash + #"","embedding":["# + numbers + "]}\n"
    }.joined()
  }
}
