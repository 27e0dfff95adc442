// Locks: which documents are accepted and what is taken from them; the four grades; neither ever
// fails on any token sequence.

import Randomness
import Tasks
import Testing
import Tokenization
import Worlds

@Suite struct GradingTests {
  @Test func aDocumentIsCutIntoQuestionResponseAndAnswer() throws {
    let fixture = try Fixture()
    let document = try fixture.tokens(
      "Q Dan has 0 1 2 . Dan plus1 Fay . Fay ? A Dan has 0 1 2 Dan plus1 Fay 1 2 3 # 1 2 3 <end>")
    let question = try #require(fixture.world.parseDocument(document))
    #expect(
      question.question == (try fixture.tokens("Q Dan has 0 1 2 . Dan plus1 Fay . Fay ?")))
    #expect(
      question.response
        == (try fixture.tokens("Dan has 0 1 2 Dan plus1 Fay 1 2 3 # 1 2 3 <end>")))
    #expect(question.answer == (try fixture.tokens("1 2 3")))
    #expect(fixture.world.parseDocument(document + [0, 0]) == question)
  }

  @Test(arguments: [
    // Nonsense is classified later, not rejected.
    "Q ? A # 1 2 3 <end>",
    "Q Dan Dan . plus1 ? A quit has . # 0 0 0 <end>",
    "Q Dan has 1 2 3 . Dan ? A ? ? A # 0 0 0 <end>",
  ])
  func lenientlyAccepted(_ text: String) throws {
    let fixture = try Fixture()
    #expect(fixture.world.parseDocument(try fixture.tokens(text)) != nil)
  }

  @Test(arguments: [
    "", "Q", "Q ? A", "Q Dan ?", "A # 1 2 3 <end>",
    "Dan ? A # 1 2 3 <end>",
    "Q Dan A # 1 2 3 <end>",
    "Q Dan ? # 1 2 3 <end>",
    "Q Dan ? A 1 2 3 <end>",
    "Q Dan ? A # 1 2 3",
    "Q Dan ? A # 1 2 <end>",
    "Q Dan ? A # 1 2 3 4 <end>",
    "Q Dan ? A # 1 2 Dan <end>",
    "Q Dan ? A # 1 2 3 # 1 2 3 <end>",
    "Q Dan ? A # 1 2 3 <end> Dan",
    "Q Dan ? A Dan <end> # 1 2 3 <end>",
    "Q <end> ? A # 1 2 3 <end>",
    "Q Dan ? A Dan has 1 2 3 quit",
    "Q Dan ? A Dan has 1 2 3 quit <end>",
  ])
  func rejected(_ text: String) throws {
    let fixture = try Fixture()
    #expect(fixture.world.parseDocument(try fixture.tokens(text)) == nil)
  }

  @Test(arguments: [
    ("Dan has 1 2 3 # 1 2 3 <end>", ResponseGrade.correct),
    ("# 1 2 3 <end>", .correct),
    ("Dan has 1 2 3 # 1 2 4 <end>", .wrongButMentionsReference),
    ("9 1 2 3 9 # 1 2 4 <end>", .wrongButMentionsReference),
    ("Dan 1 2 Dan 3 # 1 2 4 <end>", .wrong),
    // The box itself does not count as a mention.
    ("1 2 # 3 1 2 <end>", .wrong),
    ("# 3 2 1 <end>", .wrong),
    ("Dan has 1 2 3 quit", .gaveUp),
    ("Dan has 1 2 3 1 2 3 <end>", .unboxed),
    ("# 1 2 3", .unboxed),
    ("# 1 2 3 4 <end>", .unboxed),
    ("# 1 2 <end>", .unboxed),
    ("", .unboxed),
    ("<end>", .unboxed),
  ])
  func grades(_ text: String, _ grade: ResponseGrade) throws {
    let fixture = try Fixture()
    let reference = try fixture.tokens("1 2 3")
    #expect(fixture.world.grade(response: try fixture.tokens(text), reference: reference) == grade)
  }

  @Test func documentsOfTheCorpusAreAcceptedUnlessTheyQuit() throws {
    let world = try EmbeddedWorld(.skills12)
    var stream = stream("documents")
    for index in 0..<4000 {
      let document = world.sampleCorpusDocument(
        phase: index % 2 == 0 ? .textbook : .web, using: &stream)
      let parsed = world.parseDocument(document.tokens)
      #expect((parsed == nil) == document.isQuit)
      if let parsed {
        #expect(parsed.question + [Lexicon.solution] + parsed.response == document.tokens)
        #expect(parsed.response.count <= world.maximumResponseLength)
        #expect(world.grade(response: parsed.response, reference: parsed.answer) == .correct)
      }
      #expect(document.tokens.count <= world.maximumDocumentLength)
    }
  }

  @Test func nothingCrashesOnAnyTokenSequence() throws {
    let world = try EmbeddedWorld(.skills12)
    var stream = stream("fuzz")
    for round in 0..<50_000 {
      let tokens = randomTokens(world, round, using: &stream)
      let diagnosis = world.parseQuestion(tokens)
      #expect(diagnosis.isWellPosed == (diagnosis.derivation != nil))
      _ = world.parseDocument(tokens)
      _ = world.grade(response: tokens, reference: Array(tokens.prefix(3)))
      _ = world.grade(response: tokens, reference: [])
      if round % 10 == 0 {
        _ = world.renderQuestion(tokens)
        _ = world.renderResponse(tokens)
        _ = world.structure(of: tokens)
        _ = world.verify(solution: tokens, diagnosis: diagnosis)
        _ = world.vocabulary.decode(tokens)
      }
    }
  }

  /// Random words, or words that random grammar holds together, with ids from outside now and then.
  private func randomTokens(
    _ world: EmbeddedWorld, _ round: Int, using stream: inout RandomStream
  ) -> [Int32] {
    let lexicon = world.lexicon
    if round % 2 == 0 {
      return (0..<stream.integer(below: 30)).map { _ in
        Int32(stream.integer(below: world.vocabulary.vocabularySize + 2)) - 1
      }
    }
    var tokens: [Int32] = [Lexicon.question]
    let names = lexicon.names.lowerBound..<lexicon.names.lowerBound + 3
    for _ in 0..<stream.integer(below: 6) {
      tokens.append(Int32.random(in: names, using: &stream))
      tokens.append(Int32.random(in: lexicon.operations, using: &stream))
      tokens.append(Int32.random(in: names, using: &stream))
      if stream.bernoulli(0.9) { tokens.append(Lexicon.stop) }
    }
    if stream.bernoulli(0.7) { tokens.append(Int32.random(in: names, using: &stream)) }
    return stream.bernoulli(0.8) ? tokens + [Lexicon.ask] : tokens
  }

  @Test func everyTruncationOfADocumentIsHandled() throws {
    let world = try EmbeddedWorld(.skills12)
    var stream = stream("truncation")
    for _ in 0..<100 {
      let document = world.sampleCorpusDocument(phase: .textbook, using: &stream)
      for length in document.tokens.indices {
        let tokens = Array(document.tokens[..<length])
        #expect(world.parseDocument(tokens) == nil)
        #expect([.unboxed, .gaveUp].contains(world.grade(response: tokens, reference: [])))
        #expect(
          length < document.solutionStart - 1 || world.parseQuestion(tokens).asked != nil
            || world.parseQuestion(tokens).kind == .malformed)
        _ = world.verify(
          solution: Array(tokens.dropFirst(document.solutionStart)), question: tokens)
      }
    }
  }
}
