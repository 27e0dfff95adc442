// Locks: which repeated groups are refused, so that no text of a model can keep a search busy forever.

import Testing

@testable import TextTasks

@Suite struct RegexTests {
  @Test(arguments: [
    "(a+)+", "(a*)*b", "(a|b)+", "(?:a|aa)*", "(?:[0-9]{1,3},?)+", "((a)?)+", "(?:a{2,})+",
    "(?:(?:ab)+c)*",
    "(?<x>a+){2,}", "(a+){1,9}", "((a|b)c)*", "(?i:a+)+",
  ]) func refused(pattern: String) {
    #expect(BoundedRegex.riskyGroup(in: pattern) != nil)
  }

  @Test(arguments: [
    "(a)+", "(?:,\\d{3})+", "(?<question>.+?) = (?<answer>-?\\d+(?:\\.\\d+)?)", "[(a+)+]",
    "\\(a+\\)+",
    "(?:ab)*", "(a+)(b+)", "(a|b)", "(a|b)?", "\\Q(a+)+\\E", "[]+)]+", "(?:x[ab]y)+", "[^\\]]+",
    "(a+)?", "",
  ]) func accepted(pattern: String) {
    #expect(BoundedRegex.riskyGroup(in: pattern) == nil)
  }

  @Test func matchesAreOfScalarsNotCharacters() throws {
    let regex = try BoundedRegex("(\\d+)\\r?\\n", at: "here")
    #expect(regex.firstMatch(in: "7\r\n")?.group == "7")
    let first = try BoundedRegex("e", at: "here").firstMatch(in: "cafe\u{301}")
    #expect(first?.group == "e" && first?.reachesEnd == false)
    #expect(try BoundedRegex("x+", at: "here").firstMatch(in: "abxx")?.reachesEnd == true)
    #expect(try BoundedRegex("(y)?x", at: "here").firstMatch(in: "x")?.group == nil)
  }
}
