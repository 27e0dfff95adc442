import Diagnostics

/// A reward scheme by name, with its parameters. Every scheme reads its own parameters and ignores
/// the others.
public struct RewardSchemeConfiguration: Sendable, Codable, Equatable {
  /// The reference answer of a solve rate.
  public enum Reference: String, Sendable, Codable, CaseIterable {
    /// The teacher's own answer.
    case teacher
    /// The most frequent answer of the student's completions.
    case majority
  }

  /// A name of ``RewardSchemeRegistry``.
  public var scheme: String
  /// Factor of this scheme in a `sum`; ignored elsewhere. Any finite number.
  public var weight = 1.0
  /// Completions per question, 2...4096. Paper: 32. A `sum` uses the largest of its terms.
  public var completions = 32
  /// Bounds of `band`, inclusive, 0...1. SeRL: 0.2 and 0.8.
  public var lower = 0.2
  public var upper = 0.8
  /// What `band` compares completions with.
  public var reference = Reference.teacher
  /// `solve-rate`: the penalty of questions that are solved never or always, 0...1. SSR: 0.8.
  public var alpha = 0.8
  /// `variance`: the variance p (1 - p) that earns most, 0...0.25. SPICE: 0.25.
  public var targetVariance = 0.25
  /// `variance`: the square of the bell's width, above 0. SPICE: 0.01.
  public var bandwidth = 0.01
  /// `uncertainty`: questions closer than this BLEU distance form a cluster, 0...1. R-Zero: 0.5.
  public var similarityThreshold = 0.5
  /// `uncertainty`: factor of the repetition penalty, 0...1000. R-Zero: 1.
  public var repetitionWeight = 1.0
  /// `diversity`: length of the token sequences that are compared, 1...16.
  public var shingle = 4
  /// `gradient-alignment`: hard-train problems behind the reference gradient, 1 or more; all of the
  /// half if it has fewer.
  public var referenceProblems = 64
  /// Gives each document its own question's advantage against the g n - 1 others, instead of its
  /// dataset's mean against the g - 1 others (paper, B.4). Only for schemes that reward questions;
  /// set it at the top of a `sum`, not in its terms.
  public var perQuestionCredit = false
  /// `sum`: multiplies a question's total by 1 when it is well-posed and by 0 when not.
  public var gate = false
  /// `sum`: the schemes to add up.
  public var terms: [RewardSchemeConfiguration] = []

  public init(_ scheme: String) { self.scheme = scheme }

  /// The paper's scheme.
  public static let grounded = RewardSchemeConfiguration("grounded")

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case scheme, weight, completions, lower, upper, reference, alpha, targetVariance, bandwidth
    case similarityThreshold, repetitionWeight, shingle, referenceProblems, perQuestionCredit
    case gate, terms
  }

  /// Every key but the name has a default, so that a scheme in a file states only its changes. An
  /// unknown key is an error here, because nothing else checks keys inside a list.
  public init(from decoder: any Decoder) throws {
    let given = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue).sorted()
    let known = CodingKeys.allCases.map(\.rawValue)
    if let stranger = given.first(where: { !known.contains($0) }) {
      let hint = stranger.nearest(among: known).map { "did you mean \($0)?" }
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath,
          debugDescription: "unknown key '\(stranger)' in a reward scheme "
            + "(\(hint ?? "keys: \(known.joined(separator: ", "))"))"))
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func value<T: Decodable>(_ key: CodingKeys, default fallback: T) throws -> T {
      try container.decodeIfPresent(T.self, forKey: key) ?? fallback
    }
    let plain = Self(try container.decode(String.self, forKey: .scheme))
    scheme = plain.scheme
    weight = try value(.weight, default: plain.weight)
    completions = try value(.completions, default: plain.completions)
    lower = try value(.lower, default: plain.lower)
    upper = try value(.upper, default: plain.upper)
    reference = try value(.reference, default: plain.reference)
    alpha = try value(.alpha, default: plain.alpha)
    targetVariance = try value(.targetVariance, default: plain.targetVariance)
    bandwidth = try value(.bandwidth, default: plain.bandwidth)
    similarityThreshold = try value(.similarityThreshold, default: plain.similarityThreshold)
    repetitionWeight = try value(.repetitionWeight, default: plain.repetitionWeight)
    shingle = try value(.shingle, default: plain.shingle)
    referenceProblems = try value(.referenceProblems, default: plain.referenceProblems)
    perQuestionCredit = try value(.perQuestionCredit, default: plain.perQuestionCredit)
    gate = try value(.gate, default: plain.gate)
    terms = try value(.terms, default: plain.terms)
  }

  /// - Parameter place: the key path of this configuration, for messages.
  /// - Throws: ``UserError`` for the first parameter out of range.
  public func validate(at place: String = "reward") throws {
    try check(weight.isFinite, place, "weight", "must be finite")
    try check("\(place).completions", completions, 2...4096)
    try check("\(place).lower", lower, 0...1)
    try check("\(place).upper", upper, 0...1)
    try check(lower <= upper, place, "lower", "is above upper, so that nothing is rewarded")
    try check("\(place).alpha", alpha, 0...1)
    try check("\(place).targetVariance", targetVariance, 0...0.25)
    try check("\(place).bandwidth", bandwidth, 1e-9...1e9)
    try check("\(place).similarityThreshold", similarityThreshold, 0...1)
    try check("\(place).repetitionWeight", repetitionWeight, 0...1000)
    try check("\(place).shingle", shingle, 1...16)
    try check("\(place).referenceProblems", referenceProblems, 1...Int.max)
    try check(
      terms.isEmpty || scheme == WeightedSum.name, place, "terms",
      "are given, but '\(scheme)' adds nothing up")
    try check(
      !gate || scheme == WeightedSum.name, place, "gate",
      "is set, but only '\(WeightedSum.name)' has one")
    for (index, term) in terms.enumerated() {
      let here = "\(place).terms[\(index)]"
      try check(
        !term.perQuestionCredit, here, "perQuestionCredit", "belongs at the top of the sum")
      try term.validate(at: here)
    }
  }

  private func check(_ condition: Bool, _ place: String, _ key: String, _ message: String) throws {
    guard condition else {
      throw UserError(.configuration, place: "\(place).\(key)", message)
    }
  }

  private func check<T: Comparable>(_ place: String, _ value: T, _ range: ClosedRange<T>) throws {
    guard range.contains(value) else {
      throw UserError(
        .configuration, place: place,
        "is \(value), but must lie between \(range.lowerBound) and \(range.upperBound)")
    }
  }
}

/// Any key, to find unknown ones.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
