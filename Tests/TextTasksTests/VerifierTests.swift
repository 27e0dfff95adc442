// Locks: what each verifier takes for an answer and for equal; a canonical form is its own and equal
// forms are equal answers; hostile answers end in well under a second.

import Diagnostics
import Testing
import TextTasks

@Suite struct VerifierTests {
  private func verifier(
    _ kind: VerifierConfiguration.Kind, _ relative: Double = 1e-6, _ absolute: Double = 1e-9
  ) -> any ImmediateVerifier {
    var configuration = VerifierConfiguration()
    configuration.kind = kind
    configuration.relativeTolerance = relative
    configuration.absoluteTolerance = absolute
    return configuration.immediate!
  }

  private func compare(_ verifier: any ImmediateVerifier, _ reference: String, _ answer: String)
    -> AnswerComparison
  {
    verifier.compare(AnswerPair(reference: reference, answer: answer))
  }

  @Test(arguments: [
    ("12", "12"), (" 12\n", "12"), ("+12", "12"), ("-12", "-12"), ("\u{2212}12", "-12"),
    ("0012", "12"), ("-0", "0"), ("000", "0"), ("1,234,567", "1234567"), ("1\u{202F}234", "1234"),
    ("1{,}234", "1234"), ("99999999999999999999999", "99999999999999999999999"),
    ("", nil), ("12.0", nil), ("1e3", nil), ("12 apples", nil), ("1,23", nil), ("1,2345", nil),
    ("0,123", nil), ("12,34", nil), ("1,234 567", nil), ("--1", nil), ("1 2", nil), ("twelve", nil),
    ("\u{661}\u{662}", nil), ("1\u{301}2", nil),
  ]) func integers(text: String, canonical: String?) {
    #expect(verifier(.integer).canonical(text) == canonical)
  }

  @Test(arguments: [
    ("0.75", "3/4"), ("\\dfrac{6}{8}", "3/4"), ("-1 1/2", "-3/2"), ("4/2", "2"), ("1e-2", "1/100"),
    ("$\\frac{3}{4}$", "3/4"), ("half", nil), ("3/0", nil),
  ]) func fractions(text: String, canonical: String?) {
    #expect(verifier(.fraction).canonical(text) == canonical)
  }

  @Test(arguments: [
    ("B", "B"), ("b", "B"), ("(b)", "B"), ("B.", "B"), ("b)", "B"), ("[C]", "C"), ("(d).", "D"),
    (" A ", "A"), ("", nil), ("AB", nil), ("(b", nil), ("1", nil), ("!", nil), ("\u{C4}", nil),
    ("(b]", nil), ("{", nil), ("@", nil),
  ]) func choices(text: String, canonical: String?) {
    #expect(verifier(.choice).canonical(text) == canonical)
  }

  @Test func exactComparesBytes() {
    let exact = verifier(.exact)
    #expect(compare(exact, " Paris\n", "Paris") == .equal)
    #expect(compare(exact, "Paris", "paris") == .different)
    // Canonically equivalent, but other bytes.
    #expect(compare(exact, "caf\u{E9}", "cafe\u{301}") == .different)
    #expect(compare(exact, "Paris", " ") == .unreadable)
  }

  @Test func numbersAreEqualWithinATolerance() {
    let loose = verifier(.number, 0.01, 0)
    #expect(compare(loose, "100", "101") == .equal)
    #expect(compare(loose, "100", "101.0000001") == .different)
    #expect(compare(loose, "0", "0.0000001") == .different)
    let absolute = verifier(.number, 0, 0.5)
    #expect(compare(absolute, "0", "-1/2") == .equal)
    #expect(compare(absolute, "0", "0.51") == .different)
    let strict = verifier(.number, 0, 0)
    // Doubles could not tell these apart.
    #expect(compare(strict, "9007199254740992", "9007199254740993") == .different)
    #expect(compare(strict, "0.1", "1/10") == .equal)
    #expect(compare(strict, "1e400", "1e400") == .equal)
    #expect(compare(strict, "1", "one") == .unreadable)
    // Equal within the tolerance, and yet two answers of a vote.
    #expect(loose.canonical("100") != loose.canonical("101"))
  }

  static let texts = [
    "", "7", "-7", "007", "1,000", "1e3", "3/4", "0.75", "$3/4$", "\\frac{3}{4}", "1 1/2", "B",
    "(b)",
    "x + 1", "\\boxed{x+1}", "$\\left( \\dfrac{1}{2}, 2 \\right)$", "\\sin x", "a  b", "1e400",
    "caf\u{E9}", "cafe\u{301}", "\u{0}", "{{{{", "}}}}", "\\boxed{\\boxed{3}}", "$$x$$.",
    "\\, 5 \\,",
    "\u{2212}x", "1/3", "5.", "$$$$", "\\left\\right", ". . .", "2 x", "\\quad",
  ]

  @Test(arguments: VerifierConfiguration.Kind.allCases)
  func aCanonicalFormIsItsOwn(kind: VerifierConfiguration.Kind) async throws {
    var configuration = VerifierConfiguration()
    configuration.kind = kind
    let canonical = { (text: String) in configuration.canonicalForTests(text) }
    for text in Self.texts {
      guard let form = canonical(text) else { continue }
      #expect(canonical(form)?.exact == form.exact, "\(text)")
    }
    guard let verifier = configuration.immediate else { return }
    for one in Self.texts {
      for other in Self.texts {
        let (a, b) = (verifier.canonical(one), verifier.canonical(other))
        if a?.exact == b?.exact, a != nil {
          #expect(compare(verifier, one, other) == .equal, "\(one) \(other)")
        }
      }
    }
  }

  @Test(arguments: VerifierConfiguration.Kind.allCases)
  func hostileAnswersEndSoon(kind: VerifierConfiguration.Kind) {
    var configuration = VerifierConfiguration()
    configuration.kind = kind
    let million = String(repeating: "9", count: 1_000_000)
    let hostile = [
      million, million + "/" + million, "1e" + million, "-" + million, "\\frac{\(million)}{3}",
      String(repeating: "(", count: 100_000), String(repeating: "\\boxed{", count: 140),
      String(repeating: "$", count: 999), String(repeating: "\\frac", count: 199),
      String(repeating: "1,", count: 400), String(repeating: "1,111,", count: 150) + "111",
      String(repeating: ".", count: 999), String(repeating: "\\left", count: 190),
      String(repeating: "7", count: 499) + "/" + String(repeating: "3", count: 500),
      "1e400", "1e-400", "1." + String(repeating: "3", count: 990),
      String(repeating: "\u{301}", count: 400),
    ]
    let clock = ContinuousClock()
    let time = clock.measure {
      for text in hostile {
        _ = configuration.canonicalForTests(text)
        _ = configuration.immediate?.compare(AnswerPair(reference: text, answer: text))
      }
    }
    #expect(time < .seconds(3), "\(kind): \(time)")
  }
}
