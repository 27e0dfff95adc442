import Foundation
import LanguageModel
import Testing

/// Reference values of one tiny model, made by `tools/make_model_fixtures.py`.
struct Reference: Decodable {
  struct Optimizer: Decodable {
    let beta1, beta2, epsilon, weightDecay, clipNorm, peak: Double
    let warmup, steps: Int
    let decay: String
  }

  let sequences: [[Int32]]
  let policyWeights: [[Float]]
  let loss: Double
  let policyLoss: Double
  let optimizer: Optimizer
  let learningRates: [Double]
  let stepLosses: [Double]
  let gradientNorms: [Double]
}

/// A model fixture: the folder, its reference numbers and its reference tensors.
struct ModelFixture {
  /// Multi-head tied, grouped-query untied, multi-query with heads of their own width, and three
  /// layers of grouped-query tied.
  static let plain = ["mha-tied", "gqa-untied", "mqa-wide-heads", "gqa-tied-deep"]
  /// Scaled rotary positions beyond the original context, and what else blocks can have.
  static let others = ["llama3-rope", "linear-rope", "llama-biases", "qwen2", "qwen3"]
  static let names = plain + others

  let folder: URL
  let reference: Reference
  let tensors: SafetensorsFile

  init(_ name: String) throws {
    folder = try Self.url(name)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    reference = try decoder.decode(
      Reference.self, from: Data(contentsOf: Self.url("\(name).reference.json")))
    tensors = try SafetensorsFile(Self.url("\(name).reference.safetensors"))
  }

  func model() throws -> Transformer { try ModelFolder.load(folder).transformer }

  static func url(_ name: String) throws -> URL {
    try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(name)")
  }
}

/// || found - expected || / || expected ||, of which the absolute value counts when expected is 0.
func relativeError(_ found: [Float], _ expected: [Float]) -> Double {
  guard found.count == expected.count else { return .infinity }
  var difference = 0.0
  var norm = 0.0
  for (x, y) in zip(found, expected) {
    difference += (Double(x) - Double(y)) * (Double(x) - Double(y))
    norm += Double(y) * Double(y)
  }
  return norm > 0 ? (difference / norm).squareRoot() : difference.squareRoot()
}

func relativeError(_ found: Double, _ expected: Double) -> Double {
  abs(found - expected) / abs(expected)
}
