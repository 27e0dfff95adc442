import Foundation
import Testing
import Tokenization

/// A small tokenizer of one of the known shapes and what the Python package `tokenizers` gives with
/// it, made by `tools/make_tokenizer_fixtures.py`.
struct TokenizerFixture {
  /// SmolLM2, Llama 3, Qwen 2.5 to 3, GPT-2 with a space before the text; added tokens with every
  /// flag; and more steps of pre-tokenization.
  static let names = ["smollm2", "llama3", "qwen", "gpt2", "added", "steps"]

  struct Expected: Decodable {
    struct Case: Decodable {
      var ids: [Int32]
      /// With the template's special tokens; left out where equal to `ids`.
      var special: [Int32]?
      /// With special tokens read as text; left out where equal to `ids`.
      var plain: [Int32]?
    }
    var vocabularySize: Int
    var cases: [Case]
    /// SHA-256.
    var decodedCorpus: String
  }

  struct Texts: Decodable {
    var cases: [String]
    var fragments: [String]
  }

  let folder: URL
  let tokenizer: BytePairTokenizer

  init(_ name: String) throws {
    folder = try Self.url(name)
    tokenizer = try BytePairTokenizer(contentsOf: folder.appendingPathComponent("tokenizer.json"))
  }

  static func url(_ name: String) throws -> URL {
    try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(name)")
  }

  static func texts() throws -> Texts {
    try JSONDecoder().decode(Texts.self, from: Data(contentsOf: url("texts.json")))
  }

  static func corpus() throws -> String {
    String(decoding: try Data(contentsOf: url("corpus.txt")), as: UTF8.self)
  }

  func expected() throws -> Expected {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      Expected.self, from: Data(contentsOf: folder.appendingPathComponent("expected.json")))
  }

  /// Little-endian numbers of a file.
  func numbers<Number: FixedWidthInteger>(_ file: String, _: Number.Type) throws -> [Number] {
    let data = try Data(contentsOf: folder.appendingPathComponent(file))
    let width = Number.bitWidth / 8
    #expect(data.count % width == 0)
    return stride(from: 0, to: data.count, by: width).map { start in
      (0..<width).reduce(0) { $0 | Number(data[start + $1]) << Number(8 * $1) }
    }
  }
}

/// FNV-1a of 32 bits.
func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var value: UInt32 = 0x811C_9DC5
  for byte in bytes { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
  return value
}

/// FNV-1a of 32-bit little-endian ids.
func checksum(_ ids: [Int32]) -> UInt32 {
  var value: UInt32 = 0x811C_9DC5
  for id in ids {
    var rest = UInt32(bitPattern: id)
    for _ in 0..<4 {
      value = (value ^ (rest & 0xFF)) &* 0x0100_0193
      rest >>= 8
    }
  }
  return value
}

/// 1 to `most` numbers below `count`, as the script draws them.
func drawn(seed: Int, most: UInt64, below count: Int) -> [Int] {
  var state = UInt64(seed)
  func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
  return (0..<1 + next() % most).map { _ in Int(next() % UInt64(count)) }
}
