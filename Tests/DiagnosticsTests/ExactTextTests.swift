// Behaviours locked here:
// - texts as keys are told apart by bytes, where strings are not
// - names that look the same are told by the first spelling

import Diagnostics
import Testing

@Suite struct ExactTextTests {
  private static let pairs = [
    ("\u{E9}", "e\u{301}"), ("K", "\u{212A}"), (";", "\u{37E}"),
    ("a\u{323}\u{302}", "a\u{302}\u{323}"),
  ]

  @Test(arguments: pairs) func keysAreBytes(_ one: String, _ two: String) {
    #expect(one == two)
    #expect(one.exact != two.exact)
    #expect(Set([one, two].map(\.exact)).count == 2)
    #expect([one: 1].map(\.key.exact) == [one.exact])
    #expect(one.spelledOut != two.spelledOut)
  }

  @Test(arguments: pairs) func lookalikes(_ one: String, _ two: String) {
    var names = NameRegister()
    #expect(names.add(one) == nil)
    #expect(names.add("other") == nil)
    #expect(names.add(one) == nil)
    #expect(names.add(two)?.exact == one.exact)
  }
}
