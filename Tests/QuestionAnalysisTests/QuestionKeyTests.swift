// Locks: keys see through names and the order of sentences, and through nothing else.

import QuestionAnalysis
import Randomness
import Testing
import Tokenization
import Worlds

@Suite struct QuestionKeyTests {
  let world: EmbeddedWorld

  init() throws { world = try EmbeddedWorld(.skills12) }

  private func key(_ text: String, values: Bool = true) throws -> QuestionKey {
    QuestionKey(
      try #require(world.vocabulary.encode(text)), world: world, includesValues: values)
  }

  @Test func namesAndOrderDoNotCount() throws {
    let first = try key("Q Dan has 0 1 2 . Jim plus3 Fay . Dan rev Jim . Fay ?")
    #expect(try key("Q Dan has 0 1 2 . Dan rev Jim . Jim plus3 Fay . Fay ?") == first)
    #expect(try key("Q Sue has 0 1 2 . Sue rev Dan . Dan plus3 Tom . Tom ?") == first)
    #expect(try key("Q Dan has 0 1 3 . Dan rev Jim . Jim plus3 Fay . Fay ?") != first)
    #expect(try key("Q Dan has 0 1 2 . Dan plus3 Jim . Jim rev Fay . Fay ?") != first)
    #expect(try key("Q Dan has 0 1 2 . Dan rev Jim . Jim plus3 Fay . Jim ?") != first)
    #expect(try key("Q Dan has 0 1 2 . Dan rev Jim . Jim plus3 Fay . Bob ?") != first)
  }

  @Test func theSkeletonLeavesValuesOut() throws {
    let first = try key("Q Dan has 0 1 2 . Dan rev Jim . Jim ?", values: false)
    #expect(try key("Q Bob has 9 9 9 . Bob rev Dan . Dan ?", values: false) == first)
    #expect(try key("Q Bob has 9 9 9 . Bob rot Dan . Dan ?", values: false) != first)
  }

  @Test func illPosedQuestionsHaveKeys() throws {
    let first = try key("Q Dan rev Jim . Jim ?")
    #expect(try key("Q Bob rev Dan . Dan ?") == first)
    #expect(try key("Q Bob rev Dan . Bob ?") != first)
    #expect(try key("Q") != first)
    #expect(QuestionKey([], world: world) == QuestionKey([], world: world))
  }

  @Test func shuffledProblemsKeepTheirKeys() throws {
    var stream = RandomStream(seed: 3, path: "keys")
    var keys: [QuestionKey] = []
    for _ in 0..<300 {
      let problem = world.sampleHardProblem(using: &stream)
      let names = stream.shuffled(Array(world.lexicon.names))
      func rename(_ name: Int32) -> Int32 { names[Int(name - world.lexicon.names.lowerBound)] }
      let twin = world.problem(
        given: rename(problem.givenName), digits: problem.givenDigits,
        links: problem.links.map {
          Problem.Link(
            parent: rename($0.parent), operation: $0.operation, child: rename($0.child))
        }, sentenceOrder: stream.shuffled(problem.sentenceOrder))
      keys.append(QuestionKey(problem.tokens, world: world))
      #expect(QuestionKey(twin.tokens, world: world) == keys[keys.count - 1])
    }
    #expect(distinctShare(keys) == 1)
  }

  @Test func distinctShareByHand() {
    #expect(distinctShare([1, 1, 2, 3]) == 0.75)
    #expect(distinctShare([Int]()) == 0)
  }
}
