// Locks: the textual normal form of mathematical answers.

import Testing

@testable import TextTasks

@Suite struct MathTextTests {
  @Test(arguments: [
    ("$\\frac{3}{4}$", "3/4"), ("0.75", "3/4"), ("\\boxed{42}", "42"), ("\\(42\\)", "42"),
    ("\\[ x + 1 \\]", "x+1"), ("$x$ + $y$", "$x$+$y$"), ("x + 1.", "x+1"),
    ("\\left( 1, 2 \\right)", "(1,2)"), ("\\leftarrow", "\\leftarrow"),
    ("\\dfrac{x}{2}", "\\frac{x}{2}"),
    ("\\sin x", "\\sin x"), ("2 x", "2 x"), ("a  b", "a b"), ("\u{2212}x", "-x"),
    ("3\\,\\text{cm}", "3\\text{cm}"),
    ("\\boxed{a} + \\boxed{b}", "\\boxed{a}+\\boxed{b}"), ("$$\\boxed{\\left(x\\right)}$$", "(x)"),
  ]) func forms(text: String, form: String) {
    #expect(MathText.canonical(text) == form)
  }

  @Test func noAnswer() {
    for text in ["", "  ", "\\left\\right", String(repeating: "x", count: 1_001)] {
      #expect(MathText.canonical(text) == nil)
    }
  }
}

extension VerifierConfiguration {
  /// The canonical form, without the helper process that math-verify needs for comparing.
  func canonicalForTests(_ text: String) -> String? { canonical(text) }
}
