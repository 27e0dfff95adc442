// Locks: every scheme's rewards on hand-computed rollouts, with its edge cases (solved always,
// never, by nobody's box, on a bound of the band, ill-posed); that a scheme which reads what it did
// not ask for fails; that noise depends on its stream alone; how sums weigh, mix units and gate;
// that docs/extending.md shows the example that is compiled here.

import Foundation
import Randomness
import SelfPlay
import Tasks
import Testing
import Worlds

@Suite struct RewardSchemeTests {
  static let reference = "1"

  /// Four completions each, against the answer 1.
  static let always = rollouts(["1", "1", "1", "1"])
  static let half = rollouts(["1", "1", "2", "3"])
  static let never = rollouts(["2", "2", "2", "3"])
  static let unboxed = rollouts([nil, nil, nil, nil])
  static let quarter = rollouts(["1", "2", "2", nil])

  static func rollouts(_ answers: [String?]) -> QuestionRollouts {
    QuestionRollouts(answers: answers, reference: reference)
  }

  /// Questions without a common token, which any measure of similarity keeps apart.
  static func question(_ index: Int) -> GeneratedQuestion {
    GeneratedQuestion(
      question: (0..<5).map { String(UnicodeScalar(UInt8(40 + 5 * index + $0))) }.joined(),
      answer: reference, rollout: Rollout(given: []))
  }

  /// Datasets [[always, half], [never, unboxed, quarter]].
  static let input = RewardInput(
    datasets: [[question(0), question(1)], [question(2), question(3), question(4)]],
    rollouts: [[always, half], [never, unboxed, quarter]],
    stream: RandomStream(seed: 1, path: "reward"))

  static func make(
    _ name: String, _ change: (inout RewardSchemeConfiguration) -> Void = { _ in }
  ) throws -> any RewardScheme {
    var configuration = RewardSchemeConfiguration(name)
    change(&configuration)
    // Question 1 is ill-posed.
    return try RewardSchemeRegistry.standard.make(
      configuration, validity: { $0 != question(1) })
  }

  static func expect(
    _ scheme: any RewardScheme, _ expected: [[Double]], for input: RewardInput = Self.input,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let rewards = try scheme.rewards(for: input)
    let own = try #require(rewards.questionRewards, sourceLocation: location)
    #expect(own.map(\.count) == expected.map(\.count), sourceLocation: location)
    for (reward, value) in zip(own.joined(), expected.joined()) {
      #expect(abs(reward - value) < 1e-12, sourceLocation: location)
    }
    #expect(scheme.granularity == .question, sourceLocation: location)
    let means = expected.map { $0.reduce(0, +) / Double($0.count) }
    for (reward, value) in zip(rewards.datasetRewards, means) {
      #expect(abs(reward - value) < 1e-12, sourceLocation: location)
    }
  }

  @Test func rolloutsAreCountedByHand() {
    let all = [Self.always, Self.half, Self.never, Self.unboxed, Self.quarter]
    #expect(all.map(\.solveRate) == [1, 0.5, 0, 0, 0.25])
    #expect(all.map(\.majorityShare) == [1, 0.5, 0.75, 0, 0.5])
    #expect(all.map(\.answeredCount) == [4, 4, 4, 0, 3])
    #expect(Self.rollouts([]).solveRate == 0)
  }

  @Test func groundedPassesTheGainOn() throws {
    var input = Self.input
    input.grounded = [0.25, -0.5]
    let scheme = try Self.make("grounded")
    #expect(try scheme.rewards(for: input) == .perDataset([0.25, -0.5]))
    #expect(scheme.needs == RewardNeeds(grounded: true))
    #expect(scheme.granularity == .dataset)
  }

  @Test func solveRateSchemes() throws {
    try Self.expect(Self.make("learnability"), [[0, 0.5], [0, 0, 0.75]])
    try Self.expect(Self.make("adversarial"), [[0, 0.5], [1, 0, 0.75]])
    // Question 1 is ill-posed; the others: -alpha at 0 and 1, else 1 - 1.8 s.
    try Self.expect(Self.make("solve-rate"), [[-0.8, -1], [-0.8, -0.8, 0.55]])
    try Self.expect(
      Self.make("solve-rate") { $0.alpha = 0.5 }, [[-0.5, -1], [-0.5, -0.5, 0.625]])
    // p (1 - p) is 0, 1/4, 0, 0 and 3/16.
    let edge = exp(-3.125)
    try Self.expect(Self.make("variance"), [[edge, 1], [edge, edge, exp(-0.1953125)]])
  }

  @Test func bandAndMajority() throws {
    try Self.expect(Self.make("band"), [[0, 1], [0, 0, 1]])
    try Self.expect(Self.make("band") { $0.reference = .majority }, [[0, 1], [1, 0, 1]])
    // Bounds belong to the band.
    try Self.expect(
      Self.make("band") {
        $0.lower = 0.25
        $0.upper = 0.5
      }, [[0, 1], [0, 0, 1]])
    try Self.expect(Self.make("majority"), [[0, 1], [1, 0, 1]])
  }

  @Test func uncertaintyPaysForClusters() throws {
    // 1 - 2 |p - 1/2| is 0, 1, 1/2, 0, 1; every question is a cluster of its own among five.
    try Self.expect(Self.make("uncertainty"), [[-0.2, 0.8], [0.3, -0.2, 0.8]])
    var repeated = Self.input
    repeated.datasets[1][2] = Self.question(1)
    try Self.expect(Self.make("uncertainty"), [[-0.2, 0.6], [0.3, -0.2, 0.6]], for: repeated)
    try Self.expect(
      Self.make("uncertainty") { $0.repetitionWeight = 0 }, [[0, 1], [0.5, 0, 1]], for: repeated)
  }

  @Test func learningProgressIsTheAbsoluteChange() throws {
    var input = Self.input
    input.rolloutsAfter = [[Self.half, Self.always], [Self.never, Self.quarter, Self.unboxed]]
    let scheme = try Self.make("learning-progress")
    try Self.expect(scheme, [[0.5, 0.5], [0, 0.25, 0.25]], for: input)
    #expect(scheme.needs.trainsStudents && !scheme.needs.readsHardTrain)
  }

  @Test func alignmentPassesTheCosineOn() throws {
    var input = Self.input
    input.alignment = [[1, -0.5], [0, 0, 0.25]]
    let scheme = try Self.make("gradient-alignment")
    try Self.expect(scheme, [[1, -0.5], [0, 0, 0.25]], for: input)
    #expect(!scheme.needs.trainsStudents && scheme.needs.readsHardTrain)
    #expect(abs(cosine([1, 0], [2, 2]) - 0.5.squareRoot()) < 1e-12)
    #expect(cosine([1, 2], [-1, -2]) == -1)
    #expect(cosine([0, 0], [1, 2]) == 0)
  }

  @Test func diversityIsOneLessTheHighestSimilarity() throws {
    func question(_ text: String) -> GeneratedQuestion {
      GeneratedQuestion(question: text, answer: "", rollout: Rollout(given: []))
    }
    let input = RewardInput(
      datasets: [[question("123"), question("123")], [question("8"), question("9")]],
      archive: ["124", "567"], stream: RandomStream(seed: 1, path: "reward"))
    // Of {12, 23} and {12, 24} one pair in three is shared; then the question repeats itself.
    try Self.expect(
      Self.make("diversity") { $0.shingle = 2 }, [[2.0 / 3, 0], [1, 1]], for: input)
  }

  @Test func noiseIsAFunctionOfItsStream() throws {
    let scheme = try Self.make("random")
    let rewards = try scheme.rewards(for: Self.input)
    #expect(try scheme.rewards(for: Self.input) == rewards)
    let own = try #require(rewards.questionRewards)
    #expect(own.map(\.count) == [2, 3])
    #expect(Set(own.joined()).count == 5 && own.joined().allSatisfy { $0 >= 0 && $0 < 1 })
    var other = Self.input
    other.stream = RandomStream(seed: 2, path: "reward")
    #expect(try scheme.rewards(for: other) != rewards)
    #expect(scheme.needs == RewardNeeds())
  }

  @Test func sumsWeighMixUnitsAndGate() throws {
    var input = Self.input
    input.grounded = [0.1, -0.2]
    func term(_ name: String, _ weight: Double) -> RewardSchemeConfiguration {
      var term = RewardSchemeConfiguration(name)
      term.weight = weight
      return term
    }
    let mixed = try Self.make("sum") { $0.terms = [term("grounded", 10), term("majority", 0.5)] }
    try Self.expect(mixed, [[1, 1.5], [-1.5, -2, -1.5]], for: input)
    #expect(mixed.needs == RewardNeeds(grounded: true, completions: 32))
    // The gate takes the ill-posed question out.
    let gated = try Self.make("sum") {
      $0.terms = [term("majority", 2)]
      $0.gate = true
    }
    try Self.expect(gated, [[0, 0], [2, 0, 2]])
    let datasets = try Self.make("sum") { $0.terms = [term("grounded", 2)] }
    #expect(datasets.granularity == .dataset)
    #expect(try datasets.rewards(for: input) == .perDataset([0.2, -0.4]))
  }

  @Test func theExampleOfTheDocumentationWorks() throws {
    let scheme = try RewardSchemeRegistry.withExample.make(
      RewardSchemeConfiguration("short-and-half-solved"))
    try Self.expect(scheme, [[0, 1 / 1.05], [0, 0, 0.5 / 1.05]])
  }

  @Test func theDocumentationShowsTheExampleAsItIs() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    func lines(_ path: String) throws -> [String] {
      try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        .split(separator: "\n").map(String.init)
    }
    let example = try lines("ExampleScheme.swift").map { $0.trimmingCharacters(in: .whitespaces) }
    // The first section is the scheme's; blocks further on are of other things.
    let code = try lines("../../docs/extending.md").prefix { $0 != "## What to touch" }
      .filter { $0.hasPrefix("    ") }.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(code.count >= 20)
    let notebook = try String(
      contentsOf: folder.appendingPathComponent("../../notebooks-md/your-own.md"), encoding: .utf8)
    let blocks = notebook.split(separator: "```swift\n").dropFirst().flatMap {
      $0.prefix { $0 != "`" }.split(separator: "\n")
    }
    #expect(blocks.count >= 15)
    for line in code + blocks.map({ $0.trimmingCharacters(in: .whitespaces) }) {
      #expect(example.contains(line), "\(line)")
    }
  }

  @Test func whatWasNotAskedForCannotBeRead() throws {
    var bare = Self.input
    bare.rollouts = nil
    for name in RewardSchemeRegistry.standard.names where name != "random" && name != "sum" {
      #expect(throws: MissingMeasurement.self) { try Self.make(name).rewards(for: bare) }
    }
  }
}
