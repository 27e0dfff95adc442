public import Configuration
import Diagnostics
public import SelfPlay

/// One point of a grid with one teacher seed: one run.
public struct GridCell: Sendable {
  /// SHA-256 of the resolved configuration as YAML, the same as the run's own `config` hash.
  /// Independent of key order and file locations.
  public var hash: String
  /// Folder name: abbreviated label and seed, and the first 12 digits of the hash.
  public var name: String
  /// The point in words, the same for all its seeds: `datasets=4, threshold=0.01`.
  public var label: String
  /// The point's assignments, in file order.
  public var point: [Assignment]
  public var seed: Int
  /// Resolved and validated.
  public var configuration: RunConfiguration

  init(
    label: String, point: [Assignment], seed: Int, configuration: RunConfiguration
  ) throws {
    hash = SHA256.hexDigest(of: try ConfigurationLoader.yaml(configuration))
    name = "\(Self.slug("\(label) seed \(seed)"))-\(hash.prefix(12))"
    self.label = label
    self.point = point
    self.seed = seed
    self.configuration = configuration
  }

  /// Up to 60 letters, digits, `.`, `_` and `-` of any text, not starting with a dot or a dash: not
  /// a hidden file, not an option, and inside its folder.
  public static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.unicodeScalars {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
      if isPlain || scalar == "_" {
        slug.unicodeScalars.append(scalar)
      } else if scalar == "." {
        if slug.last != "." { slug.append(".") }
      } else if slug.last != "-" {
        slug.append("-")
      }
    }
    let trimmed = slug.drop { $0 == "-" || $0 == "." }.prefix(60)
      .reversed().drop { $0 == "-" || $0 == "." }.reversed()
    return trimmed.isEmpty ? "cell" : String(trimmed)
  }
}
