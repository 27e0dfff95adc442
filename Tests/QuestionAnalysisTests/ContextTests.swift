// Locks:
// - the distance to a profile by hand; 0 only for what is built like it; no texts in the profile
// - archives count texts and structures, names and digits apart; a loop starts with an empty one
// - fingerprints are the same in every process

import QuestionAnalysis
import Randomness
import Testing
import Tokenization
import Worlds

@Suite struct ContextTests {
  let world: EmbeddedWorld

  init() throws { world = try EmbeddedWorld(.skills12) }

  private func tokens(_ text: String) throws -> [Int32] {
    try #require(world.vocabulary.encode(text), "\(text)")
  }

  private func structure(_ text: String) throws -> QuestionStructure {
    world.structure(of: try tokens(text))
  }

  @Test func distancesByHand() throws {
    let profile = StructureProfile(
      [
        try structure("Q Dan has 0 1 2 . Dan rev Bob . Bob rev Jim . Jim ?"),
        try structure("Q Dan has 0 1 2 . Dan plus1 Bob . Bob plus1 Jim . Jim ?"),
      ], world: world)
    #expect(profile.lengths == [0, 0, 2])
    #expect(profile.operations.reduce(0, +) == 4)
    #expect(profile.roles == [2, 2, 0])
    #expect(profile.meanLength == 2)
    func distance(_ text: String) throws -> Double? { profile.distance(to: try structure(text)) }
    #expect(try distance("Q Dan has 0 1 2 . Dan rev Bob . Bob plus1 Jim . Jim ?") == 0)
    // Half of the operations are others; the length is right.
    #expect(try distance("Q Dan has 0 1 2 . Dan rev Bob . Bob rev Jim . Jim ?") == 0.25)
    // One operation of two: half a length off, and half of the operations.
    #expect(try distance("Q Dan has 0 1 2 . Dan rev Bob . Bob ?") == 0.5)
    #expect(try distance("Q Dan has 0 1 2 . Dan ?") == 1)
    // Operations in a long question that the profile lacks.
    #expect(
      try distance(
        "Q Dan has 0 1 2 . Dan rot Bob . Bob rot Jim . Jim rot Fay . Fay rot Amy . Amy ?") == 1)
    #expect(StructureProfile([], world: world).distance(to: try structure("Q Dan ?")) == nil)
  }

  @Test func archivesCountTextsAndStructures() throws {
    let profile = StructureProfile([], world: world)
    var reader = ContextReader(world: world, hardTrain: profile)
    func next(_ text: String) throws -> QuestionContext {
      let question = try tokens(text)
      let diagnosis = world.parseQuestion(question)
      return reader.next(
        question, diagnosis: diagnosis,
        structure: world.structure(of: diagnosis, tokenCount: question.count))
    }
    let first = "Q Dan has 0 1 2 . Dan rev Bob . Bob ?"
    let twin = "Q Fay has 9 9 9 . Fay rev Jim . Jim ?"
    #expect(try next(first).archive == .init(texts: 0, structures: 0))
    #expect(try next(twin).archive == .init(texts: 0, structures: 1))
    #expect(try next(first).archive == .init(texts: 1, structures: 2))
    let context = try next("Q Fay has 9 9 9 . Fay rot Jim . Jim ?")
    #expect(context.archive == .init(texts: 0, structures: 0))
    #expect(context.hardDistance == nil)
    // Single operations are a quarter of the corpus; a text with a value of its own is rare.
    #expect(context.corpus.structures > 100 && context.corpus.texts < 5)
    reader.beginLoop()
    #expect(try next(first).archive == .init(texts: 0, structures: 0))
  }

  @Test func fingerprintsAreFixed() throws {
    let question = try tokens("Q Dan has 0 1 2 . Dan rev Bob . Bob ?")
    let fingerprint = QuestionFingerprint(
      question, diagnosis: world.parseQuestion(question), world: world)
    // Computed by another program.
    #expect(fingerprint.text == 0xeeb4_92d4_0424_0378)
    #expect(fingerprint.structure == 0x2af8_4924_d732_1863)
  }
}
