import Diagnostics
import Foundation
import Testing

/// Reference values from SciPy, statsmodels and the vendi-score package, made by
/// `tools/make_statistics_fixtures.py`, and from lmerTest and clubSandwich, made by
/// `tools/make_inference_fixtures.R`; p-values of the wild bootstrap are wildboottest's, by
/// `tools/wild_bootstrap_fixtures.py`.
enum Fixtures {
  struct PassRow: Decodable {
    var n: Int
    var c: Int
    var k: Int
    var value: Double
  }

  struct Quantile: Decodable {
    var probability: Double
    var value: Double
  }

  struct SummaryRow: Decodable {
    var values: [Double]
    var mean: Double
    var median: Double
    var interquartileMean: Double
    var quantiles: [Quantile]
    /// Standard deviation, standard error, both ends of the 95% t interval; empty where undefined.
    var spread: [Double]
  }

  struct StudentRow: Decodable {
    var nu: Double
    var probability: Double
    var quantile: Double
    var tail: Double
  }

  struct ImprovementRow: Decodable {
    var first: [Double]
    var second: [Double]
    var probability: Double
  }

  struct Score: Decodable {
    /// A number or `inf`.
    var order: String
    var score: Double

    var value: Double { order == "inf" ? .infinity : Double(order) ?? .nan }
  }

  struct VendiRow: Decodable {
    var vectors: [[Double]]
    /// Of the kernel of cosines over the number of vectors, ascending.
    var eigenvalues: [Double]
    var scores: [Score]
  }

  struct TextRow: Decodable {
    var texts: [String]
    var scores: [Score]
    var meanPairwiseDistance: Double
    /// distinct-1 to distinct-3.
    var distinct: [Double]
    var distinctShare: Double
  }

  struct Manifest: Decodable {
    var sha256: [String: String]
  }

  static func data(_ name: String) throws -> Data {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures")
    return try Data(contentsOf: folder.appendingPathComponent(name))
  }

  static func load<Row: Decodable>(_ name: String) throws -> [Row] {
    try JSONDecoder().decode([Row].self, from: data(name))
  }
}

/// Equal to a relative 1e-8, or to 1e-12 near zero.
func isClose(_ value: Double, _ reference: Double) -> Bool {
  abs(value - reference) <= max(1e-8 * abs(reference), 1e-12)
}

/// Equal to a relative 1e-8, however small: for p-values and standard errors.
func isCloseInProportion(_ value: Double, _ reference: Double) -> Bool {
  abs(value - reference) <= 1e-8 * abs(reference)
}

@Test func theFixturesAreThoseOfTheManifest() throws {
  let manifest = try JSONDecoder().decode(
    Fixtures.Manifest.self, from: Fixtures.data("manifest.json"))
  #expect(manifest.sha256.count == 25)
  for (name, digest) in manifest.sha256.sorted(by: { $0.key < $1.key }) {
    var hash = SHA256()
    hash.update(try Fixtures.data(name))
    #expect(hash.hexDigest() == digest, "\(name)")
  }
}
