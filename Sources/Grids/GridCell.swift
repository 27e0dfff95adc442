public import Configuration
import Diagnostics
public import SelfPlay

/// One point of a grid with one teacher seed: one run.
public struct GridCell: Sendable {
  /// SHA-256 of the resolved configuration as YAML, the same as the run's own `config` hash. It
  /// depends on no order of keys and no place of files.
  public var hash: String
  /// A name fit for a folder: the label and the seed in short, and the first 12 digits of the hash.
  public var name: String
  /// The point in words, the same for all its seeds: `datasets=4, threshold=0.01`.
  public var label: String
  /// What the point sets, in the order of the file.
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

  /// At most 60 letters, digits, `.`, `_` and `-` of any text, not beginning with a dot or a dash,
  /// so that it is no hidden file, no option and no way out of its folder.
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
