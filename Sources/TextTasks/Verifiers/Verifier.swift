import Diagnostics

/// A reference and an answer to compare with it.
public struct AnswerPair: Sendable {
  public var reference: String
  public var answer: String

  public init(reference: String, answer: String) {
    self.reference = reference
    self.answer = answer
  }
}

/// What comparing an answer with its reference found. Only `equal` counts as right.
public enum AnswerComparison: String, Sendable, Codable, CaseIterable {
  case equal
  case different
  /// One of both is not an answer that the verifier can read.
  case unreadable
  /// The comparison took too long and was given up.
  case timedOut
  /// The comparison failed: the helper process crashed on it or ran out of memory.
  case failed
}

/// What a verifier has seen so far, for reports: answers that could not be compared are data.
public struct VerifierReport: Sendable {
  /// Comparisons that needed the helper process.
  public var compared = 0
  public var timedOut = 0
  public var failed = 0
  /// Times that the helper process had to be started again.
  public var restarts = 0
  /// The first few pairs that timed out or failed.
  public var examples: [AnswerPair] = []

  public init() {}
}

/// Reads answers and compares them. Safe for any text: what it cannot read, or what is too long for
/// it, is not an answer. Comparisons depend on the pair alone, not on the batch or its order.
public protocol Verifier: Sendable {
  /// What grades, for the record: `integer`, or a program with its version.
  var description: String { get }

  /// The canonical form, in which answers count as one answer in majority votes; nil if a text is not
  /// an answer. Answers of one canonical form are equal; equal answers may have several.
  /// A canonical form is its own.
  func canonical(_ answer: String) -> String?

  /// Compares answers with their references, in the order of the pairs.
  ///
  /// - Throws: ``UserError`` if comparing needs a program that is not there any more.
  func compare(_ pairs: [AnswerPair]) async throws -> [AnswerComparison]

  /// Whether each answer can serve as a reference.
  func areReadable(_ answers: [String]) async throws -> [Bool]

  var report: VerifierReport { get async }
}

extension Verifier {
  public func areReadable(_ answers: [String]) async throws -> [Bool] {
    answers.map { canonical($0) != nil }
  }

  public func areEqual(_ pairs: [AnswerPair]) async throws -> [Bool] {
    try await compare(pairs).map { $0 == .equal }
  }
}

/// A verifier that compares at once, in this process.
public protocol ImmediateVerifier: Verifier {
  func compare(_ pair: AnswerPair) -> AnswerComparison
}

extension ImmediateVerifier {
  /// Equal where canonical forms are.
  public func compare(_ pair: AnswerPair) -> AnswerComparison {
    guard let reference = canonical(pair.reference), let answer = canonical(pair.answer) else {
      return .unreadable
    }
    return reference.exact == answer.exact ? .equal : .different
  }

  public func compare(_ pairs: [AnswerPair]) -> [AnswerComparison] { pairs.map(compare) }

  public var report: VerifierReport { VerifierReport() }
}

extension VerifierConfiguration {
  /// The verifier.
  ///
  /// - Throws: ``UserError`` if math-verify or its Python cannot be used.
  public func makeVerifier() async throws -> any Verifier {
    guard let immediate else { return try await MathVerifier(self) }
    return immediate
  }

  /// The verifier, if it needs no helper process.
  public var immediate: (any ImmediateVerifier)? {
    switch kind {
    case .exact: ExactVerifier()
    case .integer: IntegerVerifier()
    case .number: NumberVerifier(relative: relativeTolerance, absolute: absoluteTolerance)
    case .fraction: FractionVerifier()
    case .choice: ChoiceVerifier()
    case .mathVerify: nil
    }
  }

  /// The canonical form by the configured kind, without its helper process.
  func canonical(_ answer: String) -> String? {
    immediate.map { $0.canonical(answer) } ?? MathText.canonical(answer)
  }

  /// What an answer must be, for messages.
  var answerWords: String {
    switch kind {
    case .exact: "a text of at most \(ExactVerifier.maximumBytes) bytes"
    case .integer: "an integer of at most \(IntegerVerifier.maximumBytes) bytes"
    case .number: "a number of at most \(NumberReader.maximumBytes) bytes"
    case .fraction: "a fraction or decimal of at most \(NumberReader.maximumBytes) bytes"
    case .choice: "one letter, A to Z"
    case .mathVerify: "a formula of at most \(MathText.maximumBytes) bytes"
    }
  }
}
