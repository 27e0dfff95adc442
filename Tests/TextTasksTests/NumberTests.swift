// Locks: big integers and fractions calculate as Python's do; numbers are read in every notation that
// the verifiers promise, and nothing else is.

import Testing

@testable import TextTasks

@Suite struct NumberTests {
  private func natural(_ text: String) -> BigNatural {
    BigNatural(digits: text.utf8.map { $0 - 0x30 })
  }

  @Test func integersCalculateAsPythonsDo() throws {
    let rows = try Fixture.rows("integers.jsonl")
    #expect(rows.count == 305)
    for row in rows {
      let (a, b) = (natural(row[0]), natural(row[1]))
      let (x, y) = (BigInteger(a), BigInteger(b))
      #expect((x + y).text == row[2])
      #expect((x - y).text == row[3])
      #expect((x - y) + y == x)
      #expect((x * y).text == row[4])
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      #expect(quotient.text == row[5] && remainder.text == row[6], "\(row[0]) / \(row[1])")
      #expect(BigNatural.greatestCommonDivisor(a, b).text == row[7])
      #expect((x < y) == (row[3].first == "-"))
    }
  }

  @Test func rationalsAreReadAsPythonMeantThem() throws {
    let rows = try Fixture.rows("rationals.jsonl")
    #expect(rows.count == 1500)
    for row in rows {
      let value = Rational(reading: row[0])
      #expect(value?.text == row[1], "\(row[0])")
      // The decimal notation is the same number.
      #expect(value.flatMap { Rational(reading: $0.decimalText) } == value, "\(row[0])")
    }
  }

  @Test(arguments: [
    ("0.75", "0.75"), ("-3/4", "-0.75"), ("1/3", "1/3"), ("1e3", "1000"), ("2.50", "2.5"),
    ("1/1024", "0.0009765625"), ("-0", "0"), (".5", "0.5"), ("5.", "5"), ("1,234.5", "1234.5"),
    ("\u{2212}7", "-7"), ("3/-4", "-0.75"), ("1.5/0.5", "3"), ("\\frac12", "0.5"),
  ]) func decimals(text: String, decimal: String) {
    #expect(Rational(reading: text)?.decimalText == decimal)
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", "e5", "1e", "1e401", "1/0", "\\frac{1}{0}", "1 2", "1/2/3", "12 /",
    "1,23", "0,123", "1,2345", "12,34,567", "1.2.3", "--1", "+-1", "0x10", "\u{FF11}", "\u{661}",
    "1 1/0", "\\frac{1}", "\\frac{1.5}{2}", "$1", "NaN", "inf", "\u{BD}", "1_000", "1,000\u{A0}000",
  ]) func notNumbers(text: String) {
    #expect(Rational(reading: text) == nil)
  }

  @Test func tooLongIsNoNumber() {
    #expect(Rational(reading: String(repeating: "7", count: 1_001)) == nil)
    #expect(Rational(reading: String(repeating: "7", count: 1_000)) != nil)
  }
}
